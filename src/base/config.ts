import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OperatorError } from './errors.ts'
import type { Principal } from './roles.ts'
import { microUsd } from './units.ts'

/** The environment as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the machine says about the process; handed in by `bin/`. */
export interface Machine {
  readonly user: string
  readonly homeDir: string
  readonly platform: string
  readonly cwd: string
  /** True when a person can answer: stdin and stdout are terminals. */
  readonly interactive: boolean
  /** IANA name; a function, because asking the platform for it is dear. */
  readonly timeZone: () => string
  readonly version: string
  readonly nodeVersion: string
}

/** Everything that can be set from outside, parsed once. Money is micro-dollars. */
export interface Config {
  readonly home: string
  /** The database file, or `:memory:`. */
  readonly databasePath: string
  readonly principal: Principal
  readonly session: string | undefined
  readonly json: boolean
  readonly dailyBudgetMicro: number
  /** After how many days the details of finished tasks are removed (controller/retention.ts). */
  readonly retentionDays: number
  /** IANA name of the person's time zone. */
  readonly timeZone: () => string
  readonly cwd: string
  readonly version: string
  readonly nodeVersion: string
  /** The value of a key or address by its environment name; empty counts as unset. */
  readonly key: (name: string) => string | undefined
  /** Such as `replit` inside a published app, whose disk is lost at every deploy; null elsewhere. */
  readonly ephemeral: string | null
}

/** @throws OperatorError ARGS_INVALID naming the variable that cannot be used. */
export function readConfig(env: Environment, machine: Machine): Config {
  const key = (name: string) => env[name]?.trim() || undefined
  const home = key('OPERATOROS_HOME') ?? dataFolder(env, machine)
  return {
    home,
    databasePath: databasePath(key('DATABASE_URL'), home, machine.cwd),
    principal: principalOf(env, machine),
    session: key('OPERATOROS_SESSION'),
    json: key('OPERATOROS_OUTPUT') === 'json',
    dailyBudgetMicro: budgetOf(key('OPERATOROS_DAILY_BUDGET_USD')),
    retentionDays: retentionOf(key('OPERATOROS_RETENTION_DAYS')),
    timeZone: () => key('TZ') ?? machine.timeZone(),
    cwd: machine.cwd,
    version: machine.version,
    nodeVersion: machine.nodeVersion,
    key,
    ephemeral: key('REPLIT_DEPLOYMENT') ? 'replit' : null,
  }
}

/** The platform's place for a program's data. */
function dataFolder(env: Environment, { homeDir, platform }: Machine): string {
  if (!homeDir && !env.XDG_DATA_HOME) {
    throw new OperatorError('STORE_UNAVAILABLE', 'There is no home folder to keep the database in.', {
      hint: 'set OPERATOROS_HOME to a folder that OperatorOS may write to',
    })
  }
  if (platform === 'darwin') return join(homeDir, 'Library', 'Application Support', 'operatoros')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homeDir, 'AppData', 'Local'), 'operatoros')
  return join(env.XDG_DATA_HOME || join(homeDir, '.local', 'share'), 'operatoros')
}

/** `sqlite:///name.db` is relative to the working directory and `sqlite:////abs.db` absolute, as SQLAlchemy reads them. */
function databasePath(url: string | undefined, home: string, cwd: string): string {
  if (url === undefined) return join(home, 'operatoros.db')
  if (url.startsWith('file:')) return fileURLToPath(url)
  const match = /^sqlite:(?:\/\/\/?)?(.+)$/.exec(url)
  if (!match?.[1]) {
    const scheme = url.split(':')[0] ?? ''
    throw new OperatorError(
      'ARGS_INVALID',
      `DATABASE_URL has the scheme "${scheme}", which this version cannot open.`,
      {
        hint: 'use sqlite:path/to/file.db, or unset DATABASE_URL',
      },
    )
  }
  return match[1] === ':memory:' ? ':memory:' : join(match[1].startsWith('/') ? '' : cwd, match[1])
}

const DEFAULT_DAILY_USD = 5

function budgetOf(text: string | undefined): number {
  const usd = text === undefined ? DEFAULT_DAILY_USD : Number(text)
  if (Number.isFinite(usd) && usd >= 0) return microUsd(usd)
  throw new OperatorError('ARGS_INVALID', `OPERATOROS_DAILY_BUDGET_USD is "${text}", not an amount in dollars.`, {
    hint: 'OPERATOROS_DAILY_BUDGET_USD=5',
  })
}

const DEFAULT_RETENTION_DAYS = 30

function retentionOf(text: string | undefined): number {
  const days = text === undefined ? DEFAULT_RETENTION_DAYS : Number(text)
  if (Number.isFinite(days) && days >= 1) return days
  throw new OperatorError('ARGS_INVALID', `OPERATOROS_RETENTION_DAYS is "${text}", not a number of days from 1 on.`, {
    hint: 'OPERATOROS_RETENTION_DAYS=30',
  })
}

const AGENT_MARKS = ['AI_AGENT', 'AGENT', 'CLAUDECODE', 'GEMINI_CLI', 'REPLIT_AGENT', 'CURSOR_AGENT']

/**
 * Who acts, as far as the environment tells: a hint, not a proof, so it can only take rights away. A process that a
 * coding agent started, or that has no terminal, is an agent: it operates, and never approves or releases.
 */
function principalOf(env: Environment, { user, interactive }: Machine): Principal {
  const mark =
    AGENT_MARKS.find((name) => env[name]) ?? Object.keys(env).find((name) => name.startsWith('CODEX_') && env[name])
  if (interactive && !mark) return { id: `person:${user}`, kind: 'person', role: 'admin', owner: user }
  const agent = mark ? (/^[a-z][\w.-]{1,30}$/i.exec(env[mark] ?? '')?.[0] ?? mark) : 'script'
  return { id: `agent:${agent.toLowerCase()}:${user}`, kind: 'agent', role: 'operator', owner: user }
}
