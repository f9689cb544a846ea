import { OperatorError } from '../base/errors.ts'
import { checkLine } from './check-line.ts'
import type { Io } from './one-shot.ts'
import type { App } from './open-app.ts'
import type { Call } from './parse-call.ts'
import { checkUnderstood, helpOf, type Understood, understandWords } from './speak-line.ts'

/**
 * A command line → what is to be run, checked and confirmed where that is needed.
 *
 * @throws OperatorError ARGS_INVALID, COMMAND_UNKNOWN, CONFIRMATION_NEEDED, CANCELLED (the person said no).
 */
export async function understandCall(call: Call, app: App, io: Io): Promise<Understood> {
  if (call.help) return helpOf(call)
  const line = await readLine(call, io)
  if (line === '') return withoutWords(call, io)
  checkLine(line)
  const isPiped = async () => !call.inputIsInstruction && (await io.readInput()) !== null
  const what = await understandWords(call, line, app, isPiped)
  if (what.confirm && !call.yes && what.args.dryRun !== true) {
    await checkUnderstood(what, app)
    await confirm(what, io)
  }
  return what
}

/** No words ask for help; a pipe without them was meant for a question that is not there. */
async function withoutWords(call: Call, io: Io): Promise<Understood> {
  if (call.inputIsInstruction || (await io.readInput()) === null) return helpOf(call)
  throw new OperatorError('ARGS_INVALID', 'A question is missing: what is piped in is only material for it.', {
    hint: 'operatoros "what does this say" < file  or, where the pipe itself is the question: operatoros -',
  })
}

async function readLine(call: Call, io: Io): Promise<string> {
  const words = call.words.join(' ').trim()
  if (!call.inputIsInstruction) return words
  const input = (await io.readInput())?.trim() ?? ''
  return `${words} ${input}`.trim()
}

async function confirm(what: Understood, io: Io): Promise<void> {
  if (io.confirm === null) {
    throw new OperatorError('CONFIRMATION_NEEDED', `This would run "${what.echo}".`, {
      hint: `operatoros ${what.echo} --yes`,
      data: { echo: what.echo },
    })
  }
  if (await io.confirm(`Run "${what.echo}"?`)) return
  throw new OperatorError('CANCELLED', 'Nothing was changed.')
}
