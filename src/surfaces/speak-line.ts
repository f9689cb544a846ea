import { OperatorError, toOperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'
import type { Spoken } from '../command/context.ts'
import type { Outcome } from '../command/define.ts'
import { echoOf } from '../intent/echo.ts'
import type { Intent } from '../intent/resolve.ts'
import { matchTypedForm } from '../intent/typed-form.ts'
import { note, type Report, report } from '../report/report.ts'
import { checkLine } from './check-line.ts'
import type { App, ContextCall } from './open-app.ts'
import { type Call, HAS_OPTION, parseCall, splitWords } from './parse-call.ts'

/** A line that has been understood, before it is run. */
export interface Understood {
  readonly command: string
  readonly args: Readonly<Record<string, unknown>>
  /** The canonical command. */
  readonly echo: string
  /** False when it was typed as it is echoed. */
  readonly interpreted: boolean
  /** True when a person must say yes first. */
  readonly confirm: boolean
  /** True when it may do harm, so that the yes must be a plain one. */
  readonly grave: boolean
}

/**
 * Line → what would be run. A question becomes a task for the best pool. `hasMaterial`: a file or a pasted text came with
 * the line.
 *
 * @throws OperatorError COMMAND_UNKNOWN or ARGS_INVALID for a line that is surely a command and is not right.
 */
export async function understandLine(line: string, app: App, hasMaterial = false): Promise<Understood> {
  checkLine(line)
  const material = async () => hasMaterial
  if (!HAS_OPTION.test(line)) return understood(await resolveLine(line, app, material), app)
  const call = await parseCall(splitWords(line), app)
  return call.help ? helpOf(call) : understandWords(call, call.words.join(' '), app, material)
}

/** No command reads material: a sentence that comes with some and only sounds like a command ("summarise this") is a question. */
async function resolveLine(line: string, app: App, hasMaterial: () => Promise<boolean>): Promise<Intent> {
  const intent = (await app.resolver()).resolve(line)
  const isGuess = intent.command !== null && intent.via === 'guessed'
  return isGuess && (await hasMaterial()) ? { command: null, question: line } : intent
}

/** The help that `<command> --help` asks for. */
export const helpOf = ({ command }: Call): Understood => ({
  command: 'help',
  args: command === null ? {} : { topic: command },
  echo: command === null ? 'help' : `help ${command}`,
  interpreted: false,
  confirm: false,
  grave: false,
})

/**
 * The typed form with its options; a command whose arguments all came as options needs no words. `isPiped` is asked only where
 * the answer counts.
 */
export async function understandWords(
  call: Call,
  line: string,
  app: App,
  isPiped: () => Promise<boolean>,
): Promise<Understood> {
  const hasMaterial = async () => call.attachment !== null || (await isPiped())
  const intent = (await typedForm(call, line, app)) ?? (await resolveLine(line, app, hasMaterial))
  if (Object.keys(call.options).length === 0) return understood(intent, app)
  if (intent.command !== null) return understood(await withOptions(intent, call, app), app)
  const what = await understood(intent, app)
  return { ...what, args: { ...what.args, ...call.options } }
}

/** What is confirmed is the whole of it: `kill --state on` is no look at the switch. */
async function withOptions(intent: Extract<Intent, { via: string }>, { options }: Call, app: App): Promise<Intent> {
  const args = { ...intent.args, ...options }
  const twice = Object.keys(options).find(
    (name) => Object.hasOwn(intent.args, name) && isOther(intent.args[name], args[name]),
  )
  if (twice !== undefined) throw contradiction(intent.command, twice, [intent.args[twice], args[twice]])
  return { ...intent, args, echo: echoOf(await app.registry.card(intent.command), args) }
}

const isOther = (one: unknown, other: unknown): boolean => String(one).toLowerCase() !== String(other).toLowerCase()

const contradiction = (command: string, name: string, values: readonly unknown[]): OperatorError => {
  const said = values.map((value) => `"${inertLine(String(value), 60)}"`).join(' and ')
  return new OperatorError('ARGS_INVALID', `"${command}" cannot be told two things as its ${name}: ${said}.`, {
    hint: `help ${command}`,
    data: { argument: name },
  })
}

async function typedForm({ command, options }: Call, line: string, app: App): Promise<Intent | null> {
  if (command === null) return null
  const card = await app.registry.card(command)
  const isName = line.toLowerCase() === command
  // A command's bare name needs no reading where it is its first form, or has its arguments as options.
  if (isName && (Object.keys(options).length > 0 || card.usage[0] === command))
    return { command, args: {}, via: 'typed', confidence: 1, echo: command }
  const usage = [...card.usage, ...card.usage.map((form) => withoutSlots(form, options))]
  return matchTypedForm({ ...card, usage }, line.replace(/^\//, ''), await app.vocabulary())
}

/** `scale {pool} {to}` with `--to 5` is spoken `scale {pool}`. */
const withoutSlots = (form: string, options: Call['options']): string =>
  form.replace(/\s*\{(\w+)(?:\.\.\.)?\}/g, (slot, name: string) => (Object.hasOwn(options, name) ? '' : slot))

/** An intent with what its command's effect means for confirmation. */
export async function understood(intent: Intent, app: App): Promise<Understood> {
  if (intent.command === null) {
    const args = { ask: intent.question }
    return { command: 'task', args, echo: 'task', interpreted: false, confirm: false, grave: false }
  }
  const { command, args, echo, via } = intent
  const { effectOf, isGrave } = await app.registry.load(command)
  const effect = effectOf(args)
  const interpreted = via !== 'typed'
  const confirm = effect === 'destroys' || (effect === 'changes' && interpreted)
  return { command, args, echo, interpreted, confirm, grave: isGrave(args) }
}

/** What stands against it already, so that nobody is asked to confirm what cannot be done. @throws OperatorError as `run` would. */
export async function checkUnderstood(
  { command, args }: Understood,
  { registry, controller, caller }: App,
): Promise<void> {
  await (await registry.load(command)).check(args, { controller, caller })
}

/** Runs what was understood. */
export async function runUnderstood({ command, args }: Understood, app: App, call: ContextCall): Promise<Outcome> {
  return (await app.registry.load(command)).execute(args, app.contextFor(call))
}

/** A failure as a report, so that a conversation has one thing to draw. */
export function failureReport(thrown: unknown): Report {
  const { code, message, hint } = toOperatorError(thrown)
  return report(code.replaceAll('_', ' '), note('bad', message), ...(hint ? [note('plain', `try: ${hint}`)] : []))
}

/** Says a line for the caller, already confirmed: for demos. A failure is a report too. */
export async function speakLine(
  line: string,
  app: App,
  call: { readonly signal: AbortSignal; readonly attachment: string | null },
): Promise<Spoken> {
  try {
    const what = await understandLine(line, app, call.attachment !== null)
    const outcome = await runUnderstood(what, app, { ...call, tell: () => undefined })
    return { ok: true, echo: what.interpreted ? what.echo : null, report: outcome.report }
  } catch (thrown) {
    call.signal.throwIfAborted()
    return { ok: false, echo: null, report: failureReport(thrown) }
  }
}
