import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PROGRAM } from '../faults/fleet-file.ts'
import { databaseOf, readDatabase } from './read-database.ts'

const SOURCE = fileURLToPath(new URL('../../bin/operatoros.ts', import.meta.url))
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url))
const READY_MS = 30_000
const fromSource = process.argv.includes('--source')

/** `built`, or with `--source` the one that stands in the tree. */
export const programKind = fromSource ? 'from source' : 'built'

/** What Node is started with; NODE_ARGS comes first, such as `--heap-prof`. @throws Error when there is no built program. */
export function programArgs(): readonly string[] {
  const more = process.env.NODE_ARGS?.split(' ') ?? []
  if (fromSource) return [...more, '--import', 'tsx', SOURCE]
  if (!existsSync(PROGRAM)) throw new Error('there is no built program: npm run build')
  return [...more, PROGRAM]
}

/** The environment of a program in this home, and nothing of ours; `more` goes on top. */
export const programEnv = (home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...{ PATH: process.env.PATH ?? '', HOME: home, TZ: 'UTC', LANG: 'C.UTF-8', OPERATOROS_HOME: home },
  // From source the conversation's JSX is read by the tree's settings, wherever the program runs.
  ...(fromSource ? { TSX_TSCONFIG_PATH: TSCONFIG } : {}),
  ...more,
})

/** Runs one to its end. @throws Error with what it said when it ends badly. */
export async function runProgram(home: string, words: readonly string[]): Promise<void> {
  const { child, said } = startProgram(home, words, {})
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said()}`)
}

/** A worker that takes tasks until it is ended. */
export interface Resident {
  readonly pid: number
  /** Ends it as a person would, and waits for it. */
  end(): Promise<void>
}

/** A resident worker over a home, once the database knows it; `env` goes on top. */
export async function startWorker(home: string, env: Readonly<Record<string, string>> = {}): Promise<Resident> {
  const { child, said } = startProgram(home, ['worker'], env)
  const ended = once(child, 'close')
  await untilResident(home, () => (child.exitCode === null ? null : said()))
  return {
    pid: child.pid ?? Number.NaN,
    async end() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function startProgram(
  home: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [...programArgs(), ...words], {
    env: programEnv(home, env),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  return { child, said: () => text }
}

/**
 * Waits for a resident worker in a home. `ended` is what it said when it is gone, null while it runs.
 *
 * @throws Error when it has ended, or takes no tasks for half a minute.
 */
export async function untilResident(home: string, ended: () => string | null): Promise<void> {
  const until = performance.now() + READY_MS
  while (!hasResident(home)) {
    const said = ended()
    if (said !== null) throw new Error(`it ended before it took tasks: ${said}`)
    if (performance.now() > until) throw new Error(`it takes no tasks after ${READY_MS} ms`)
    await delay(50)
  }
}

function hasResident(home: string): boolean {
  if (!existsSync(databaseOf(home))) return false
  try {
    return readDatabase(home, 'select 1 from workers where resident = 1 and ended_ms is null').length > 0
  } catch {
    // The tables are being made.
    return false
  }
}
