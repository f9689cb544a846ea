import { type OperatorError, toOperatorError } from '../base/errors.ts'
import { inertText } from '../base/inert-text.ts'
import type { Told } from '../command/context.ts'
import type { Outcome } from '../command/define.ts'
import type { Page, Paint } from '../render/format.ts'
import { renderText } from '../render/formats/text.ts'
import { failureEnvelope, pickFields, successEnvelope } from './envelope.ts'
import type { App } from './open-app.ts'
import { type Call, parseCall } from './parse-call.ts'
import { runUnderstood, type Understood } from './speak-line.ts'
import { understandCall } from './understand-call.ts'

/** The outside of one command: streams, colour, and how to ask a person. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Says what goes on meanwhile. */
  readonly stage: (text: string) => void
  readonly width: number
  /** True where no screen has to hold what is printed, such as a pipe: nothing is cut to the width. */
  readonly whole?: boolean
  readonly paint: Paint
  /** A question on the terminal; null where nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | null
  /** Waits for a key between the parts of a demo; absent where nobody can press one. */
  readonly pause?: () => Promise<void>
  /** What was piped in, whole; null when nothing was. Reading waits only for a pipe that has an end. */
  readonly readInput: () => Promise<string | null>
  /** The lines of standard input as they come. */
  readonly inputLines: () => AsyncIterable<string>
  readonly signal: AbortSignal
  readonly nowMs: () => number
}

/**
 * argv → exit code. stdout carries the result and nothing else; with --json exactly one document (NDJSON for a command
 * that streams). Progress and warnings go to stderr.
 */
export async function runOneShot(argv: readonly string[], app: App, outside: Io): Promise<number> {
  const io = readOnce(outside)
  const startMs = io.nowMs()
  let call: Call | undefined
  let what: Understood | undefined
  try {
    call = await parseCall(argv, app)
    if (call.ndjson) return await inspectLines(app, io)
    what = await understandCall(call, app, io)
    const ended = await run(call, what, app, io)
    printOutcome(call, what, { ...ended, app, io, ms: io.nowMs() - startMs })
    return 0
  } catch (thrown) {
    const error = toOperatorError(thrown)
    const json = call?.json ?? (argv.includes('--json') || app.controller.house.config.json)
    printFailure({ call, what, error, json, app, io, ms: io.nowMs() - startMs })
    return error.facts.exit
  }
}

/** Standard input can be read once; who asks again gets the same. Not spread, as `signal` is made at its first use. */
function readOnce(io: Io): Io {
  let input: Promise<string | null> | undefined
  const readInput = () => {
    input ??= io.readInput()
    return input
  }
  return Object.create(io, { readInput: { value: readInput } })
}

async function inspectLines(app: App, io: Io): Promise<number> {
  const { inspectStream } = await import('./inspect-stream.ts')
  await inspectStream(app, io)
  return 0
}

/** `told` counts the parts that were told on the way. */
async function run(call: Call, what: Understood, app: App, io: Io): Promise<{ outcome: Outcome; told: number }> {
  if (what.interpreted && !call.json) io.err(`${io.paint('dim', `→ ${what.echo}`)}\n`)
  const attachment = call.attachment ?? (await readMaterial(call, what, app, io))
  let told = 0
  const tell = (one: Told) => {
    if (one.kind === 'part') told += 1
    if (call.json) tellJson(one, io)
    else tellText(one, io)
  }
  const outcome = await runUnderstood(what, app, {
    get signal() {
      return io.signal
    },
    ...{ attachment, tell, pause: io.pause },
  })
  return { outcome, told }
}

/** What was piped in, where the command takes material; nobody else waits for a pipe. */
async function readMaterial(call: Call, { command }: Understood, app: App, io: Io): Promise<string | null> {
  if (call.inputIsInstruction || !(await app.registry.card(command)).material) return null
  return io.readInput()
}

const pageOf = ({ width, paint, whole }: Io): Page => ({ width, paint, whole: whole === true })

function tellJson(told: Told, io: Io): void {
  if (told.kind === 'part') io.out(`${JSON.stringify(told.data)}\n`)
}

function tellText(told: Told, io: Io): void {
  if (told.kind === 'part') io.out(`${renderText(told.report, pageOf(io))}\n`)
  if (told.kind === 'stage') io.stage(told.text)
}

interface Ended {
  readonly app: App
  readonly io: Io
  readonly ms: number
}

function printOutcome(call: Call, what: Understood, ended: Ended & { outcome: Outcome; told: number }): void {
  const { outcome, told, app, io, ms } = ended
  if (!call.json) {
    io.out(renderText(outcome.report, pageOf(io)))
    return
  }
  // The parts of a streaming command have been printed as NDJSON; one that told none has only its data.
  if (call.streams && told > 0) return
  const data = call.fields === null ? outcome.data : pickFields(outcome.data, call.fields)
  io.out(`${JSON.stringify(successEnvelope({ what, data, caller: app.caller, ms }))}\n`)
}

function printFailure({
  call,
  what,
  error,
  json,
  app,
  io,
  ms,
}: Ended & { call: Call | undefined; what: Understood | undefined; error: OperatorError; json: boolean }): void {
  if (json) {
    io.out(
      `${JSON.stringify(failureEnvelope({ command: what?.command ?? call?.command ?? null, error, caller: app.caller, ms }))}\n`,
    )
    return
  }
  io.err(`${io.paint('bad', error.code)}: ${inertText(error.message)}\n`)
  if (error.hint) io.err(`  ${io.paint('dim', 'try:')} ${inertText(error.hint)}\n`)
  if (call?.debug) io.err(`${error.stack ?? ''}\n${error.cause instanceof Error ? (error.cause.stack ?? '') : ''}\n`)
}
