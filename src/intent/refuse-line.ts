import { distance } from 'fastest-levenshtein'
import { OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'
import type { CommandCard } from '../command/define.ts'
import { readableForm } from '../command/readable-form.ts'
import { listed } from '../command/say-issue.ts'
import { echoOf } from './echo.ts'
import type { WrongWord } from './wrong-word.ts'

/** The refusals of lines that are surely meant as a command and are not right; each says what to type instead. */

/** A line that names a command and fits none of its forms. */
export const badForm = (card: CommandCard, raw: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${inertLine(raw, 80)}" is not a way to use "${card.name}".`, {
    hint: formsOf(card),
    data: { command: card.name },
  })

/** A name alone, where the command needs more. */
export const bareName = (card: CommandCard): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${card.name}" needs more than its name.`, {
    hint: formsOf(card),
    data: { command: card.name },
  })

const formsOf = ({ usage }: CommandCard): string => usage.slice(0, 3).map(readableForm).join('  or  ')

/** A form with one wrong word. A pool that does not exist is not found; anything else is no argument. */
export function wrongWord(card: CommandCard, raw: string, { args, ...wrong }: WrongWord): OperatorError {
  const meant = args === null ? null : echoOf(card, args)
  const hint = meant ?? `help ${card.name}  or, as a question: task ${inertLine(raw, 80)}`
  const data = { command: card.name, argument: wrong.name }
  const word = inertLine(wrong.word, 60)
  const end = meant === null ? saidChoices(wrong) : `; did you mean "${meant}"?`
  if (wrong.kind === 'pool') return new OperatorError('NOT_FOUND', `There is no pool "${word}"${end}`, { hint, data })
  const message = `"${card.name}" cannot use "${word}" as its ${wrong.name}${end}`
  return new OperatorError('ARGS_INVALID', message, { hint, data })
}

function saidChoices({ kind, choices }: Pick<WrongWord, 'kind' | 'choices'>): string {
  if (kind === 'number') return ': it is a whole number, such as 3.'
  return kind === 'pool' ? `; there are ${choices.join(', ')}.` : `: it can be ${listed(choices)}.`
}

/** @throws OperatorError COMMAND_UNKNOWN for one word that is almost a command: a typing error, not a question. */
export function refuseNearMiss(raw: string, names: readonly string[]): void {
  if (!/^[a-z]{4,20}$/i.test(raw)) return
  const word = raw.toLowerCase()
  const nearest = [...names].sort((a, b) => distance(a, word) - distance(b, word))[0] ?? ''
  if (distance(nearest, word) > (nearest.length > 5 ? 2 : 1)) return
  throw new OperatorError('COMMAND_UNKNOWN', `"${raw}" is not a command; did you mean "${nearest}"?`, { hint: nearest })
}

const DELETE =
  /^(?:delete|erase|wipe|purge|destroy|nuke|drop|remove|clear)(?: out)? (?:everything|all|it all|all of (?:it|them|this)|(?:(?:all|the|my|our|your|every|this|whole|entire|of) )*(?:data|database|db|history|tasks?|(?:task )?queue|agents?|pools?|journal|audit (?:log|trail)|logs|fleet|system|sessions?|conversations?|schedules?|records?|memory)(?: (?:data|history|and everything))?)$/i

/** @throws OperatorError COMMAND_UNKNOWN for a wish to delete: no command does that, and another one is not what was asked for. */
export function refuseDelete(text: string): void {
  if (!DELETE.test(text)) return
  throw new OperatorError('COMMAND_UNKNOWN', 'Nothing was deleted: there is no command that deletes data.', {
    hint: 'kill on (stop everything) · cancel <task> · schedule cancel <id> · scale <pool> <agents> · admin backup',
  })
}
