import { appendFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../src/base/clock.ts'
import { type Config, readConfig } from '../src/base/config.ts'
import { OperatorError, toOperatorError } from '../src/base/errors.ts'
import { inertText } from '../src/base/inert-text.ts'
import { choosePaint } from '../src/render/paint.ts'
import { type Io, runOneShot } from '../src/surfaces/one-shot.ts'
import { type App, openApp } from '../src/surfaces/open-app.ts'
import { folders } from './folders.ts'
import { createStage } from './stage.ts'
import { inputLines, readPipe } from './standard-input.ts'
import { columns, interactive, isUnbounded, wantsColour, write } from './terminal.ts'
import { version } from './version.ts'

const argv = process.argv.slice(2)

/** Where failures between tasks go while the screen belongs to the conversation; undefined: standard error. */
let talking: string | undefined

// Everything is written and closed by then; letting Node take itself apart would be waited for.
void main().then((code) => process.exit(code))

async function main(): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      write(1, `${version}\n`)
      return 0
    }
    const config = readConfig(process.env, machine())
    const app = openApp({ config, clock: systemClock, fetch: globalThis.fetch }, folders, {
      onError: tellError,
      session: sessionOf(argv),
    })
    return await run(app, config)
  } catch (thrown) {
    const { code, message, hint, facts } = toOperatorError(thrown)
    write(2, inertText(`${code}: ${message}\n${hint ? `  try: ${hint}\n` : ''}`))
    return facts.exit
  }
}

async function run(app: App, config: Config): Promise<number> {
  const asked = argv.filter((word, i) => !word.startsWith('-') && argv[i - 1] !== '--session')
  try {
    if (asked.length === 0 && interactive && !argv.includes('--help') && !argv.includes('-h'))
      return await converse(app, config)
    return await runOneShot(argv, app, await openIo())
  } finally {
    await app.close()
  }
}

async function converse(app: App, config: Config): Promise<number> {
  // Ink draws nothing where these are set, and a person at a terminal is no build server.
  delete process.env.CI
  delete process.env.CONTINUOUS_INTEGRATION
  talking = join(config.home, 'errors.log')
  const { runRepl } = await import('../src/surfaces/repl/run-repl.tsx')
  return runRepl(app, {
    stdin: process.stdin,
    stdout: process.stdout,
    signals: process,
    color: wantsColour(argv),
    historyPath: join(config.home, 'history.jsonl'),
    screenReader: argv.includes('--screen-reader') || process.env.TERM === 'dumb',
    reflows: process.env.XTERM_VERSION === undefined,
  })
}

function machine() {
  return {
    user: userName(),
    homeDir: process.env.HOME ?? homedir(),
    platform: process.platform,
    cwd: process.cwd(),
    interactive,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    version,
    nodeVersion: process.version,
  }
}

/** A container may run under a user id that has no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user-${process.getuid?.() ?? 0}`
  }
}

function sessionOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--session' || word.startsWith('--session='))
  const name = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  if (name === undefined || /^[\w.:@-]{1,100}$/.test(name)) return name
  throw new OperatorError('ARGS_INVALID', 'A session name has letters, digits and . : @ _ - only, 100 at most.', {
    hint: '--session my-work',
  })
}

function tellError(thrown: unknown): void {
  const { code, message } = toOperatorError(thrown)
  const line = `${code}: ${message}\n`
  if (talking === undefined) write(2, line)
  else appendFileSync(talking, `${new Date().toISOString()} ${line}`)
}

async function openIo(): Promise<Io> {
  const abort = onceNeeded(() => new AbortController())
  const stage = createStage()
  stopOn('SIGINT', 130, abort)
  stopOn('SIGTERM', 143, abort)
  stopOn('SIGHUP', 129, abort)
  return {
    out(text) {
      stage.clear()
      write(1, text)
    },
    err(text) {
      stage.clear()
      write(2, text)
    },
    stage: stage.tell,
    width: columns(),
    whole: isUnbounded(),
    paint: await choosePaint(wantsColour(argv)),
    confirm: interactive ? confirm : null,
    ...(interactive ? { pause } : {}),
    readInput: readPipe,
    inputLines,
    get signal() {
      return abort().signal
    },
    // `performance` would load a dozen modules of Node at every start.
    nowMs: () => Number(process.hrtime.bigint()) / 1e6,
  }
}

/** Made at its first use: Node loads AbortController only then, and what only looks something up never asks for it. */
function onceNeeded<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The first signal cancels what runs and lets it be written down; the second ends at once. */
function stopOn(signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM', code: number, abort: () => AbortController): void {
  process.on(signal, () => {
    if (abort().signal.aborted) process.exit(code)
    abort().abort(new OperatorError('CANCELLED', 'It was interrupted.'))
  })
}

async function pause(): Promise<void> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  await lines.question('Press Enter for the next step ')
  lines.close()
}

async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const said = await lines.question(`${question} [y/N] `)
  lines.close()
  return /^y(?:es)?$/i.test(said.trim())
}
