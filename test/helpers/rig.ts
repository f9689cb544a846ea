import { join } from 'node:path'
import { folders } from '../../bin/folders.ts'
import { type Config, type Environment, readConfig } from '../../src/base/config.ts'
import { type OperatorError, toOperatorError } from '../../src/base/errors.ts'
import type { Told } from '../../src/command/context.ts'
import { plain } from '../../src/render/format.ts'
import { renderText } from '../../src/render/formats/text.ts'
import type { Report } from '../../src/report/report.ts'
import type { Store } from '../../src/store/open.ts'
import type { TextIndex } from '../../src/store/text-index.ts'
import type { Folders } from '../../src/surfaces/folders.ts'
import { type App, openApp } from '../../src/surfaces/open-app.ts'
import { failureReport, runUnderstood, understandLine } from '../../src/surfaces/speak-line.ts'
import { type HandClock, handClock } from './hand-clock.ts'
import { tempFolder } from './temp-folder.ts'

/** What a test wants otherwise than usual. */
export interface RigOptions {
  /** True: a database file in the rig's home instead of `:memory:`. */
  readonly file?: boolean
  /** The home of another rig, for two apps over one file; implies `file`. */
  readonly home?: string
  /** Keys and settings as the shell would give them. */
  readonly env?: Environment
  /** False: nobody sits at a terminal, so the caller is an agent with the operator's role. */
  readonly interactive?: boolean
  readonly config?: Partial<Config>
  readonly clock?: HandClock
  readonly fetch?: typeof fetch
  readonly folders?: Partial<Folders>
  readonly session?: string
}

/** What came of a line. `error` is there when it failed; the report then tells of the failure. */
export interface Said {
  /** The canonical command; null for a line that was not understood. */
  readonly echo: string | null
  readonly report: Report
  /** The report at width 100 without colour. */
  readonly text: string
  readonly data: unknown
  readonly told: readonly Told[]
  readonly error?: OperatorError
}

/** A whole OperatorOS for one test. */
export interface Rig {
  readonly app: App
  readonly clock: HandClock
  readonly home: string
  /** Failures between tasks, as the worker told them. */
  readonly errors: readonly unknown[]
  store(): Promise<Store>
  /** Runs a line as the caller, already confirmed. A question waits for its answer. */
  say(line: string, attachment?: string): Promise<Said>
  close(): Promise<void>
}

/** A whole OperatorOS over the real folders: in memory, with a clock turned by hand and without a network. */
export function rig(over: RigOptions = {}): Rig {
  const folder = over.home === undefined ? tempFolder() : { path: over.home, remove: () => undefined }
  const clock = over.clock ?? handClock()
  const errors: unknown[] = []
  const app = openApp(
    { config: configOf(over, folder.path), clock, fetch: over.fetch ?? noNetwork },
    { ...folders, handbook: handbookOnce, ...over.folders },
    { onError: (thrown) => errors.push(thrown), session: over.session },
  )
  return {
    app,
    clock,
    home: folder.path,
    errors,
    store: () => app.controller.house.store(),
    say: (line, attachment = undefined) => say(app, line, attachment ?? null),
    async close() {
      await app.close()
      folder.remove()
    },
  }
}

function configOf({ file, home, env, interactive = true, config }: RigOptions, folder: string): Config {
  const database = file || home !== undefined ? join(folder, 'operatoros.db') : ':memory:'
  const set = { OPERATOROS_HOME: folder, DATABASE_URL: `sqlite:///${database}`, TZ: 'Europe/Berlin', ...env }
  const machine = {
    ...{ user: 'ada', homeDir: folder, platform: 'linux', cwd: folder, interactive },
    ...{ timeZone: () => 'Europe/Berlin', version: '0.0.0-test', nodeVersion: process.version },
  }
  return { ...readConfig(set, machine), ...config }
}

const noNetwork: typeof fetch = () => Promise.reject(new Error('a test has no network'))

let handbook: TextIndex | undefined

/** One index serves every rig of the process: a rig that closes leaves it open. */
function closedAtExit(index: TextIndex): TextIndex {
  process.once('exit', () => index.close())
  return { ...index, close: () => undefined }
}

/** The index takes a second to build, and nothing writes to it: one for all rigs of a process. */
function handbookOnce(): TextIndex {
  handbook ??= closedAtExit(folders.handbook())
  return handbook
}

async function say(app: App, line: string, attachment: string | null): Promise<Said> {
  const told: Told[] = []
  let echo: string | null = null
  try {
    const what = await understandLine(line, app, attachment !== null)
    echo = what.echo
    const call = { signal: new AbortController().signal, attachment, tell: (one: Told) => void told.push(one) }
    const { data, report } = await runUnderstood(what, app, call)
    return { echo, report, text: textOf(report), data, told }
  } catch (thrown) {
    const report = failureReport(thrown)
    return { echo, report, text: textOf(report), data: null, told, error: toOperatorError(thrown) }
  }
}

const textOf = (report: Report): string => renderText(report, { width: 100, paint: plain })
