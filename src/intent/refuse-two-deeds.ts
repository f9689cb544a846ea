import { OperatorError } from '../base/errors.ts'
import { anyVerb } from './deeds.ts'

/** What a part of a sentence asks for. `about` is the pool or the task, as it is said again: "sports", "task 3". */
export interface Deed {
  readonly command: string
  readonly echo: string
  readonly changes: boolean
  readonly about: string | null
}

/**
 * One of two things is not done in silence: "restart sports and cancel task 3" is two lines. `read` tells what a part
 * asks for; null for one that is no command.
 *
 * @throws OperatorError ARGS_INVALID for a sentence of two commands or more, one of which changes something.
 */
export function refuseTwoDeeds(text: string, read: (part: string) => Deed | null): void {
  const parts = text.split(joint())
  if (parts.length < 2) return
  const deeds: Deed[] = []
  for (const part of parts) {
    const about = deeds.findLast((deed) => deed.about !== null)?.about
    const deed = read(about ? part.replace(/\b(?:it|them|that)\b/i, about) : part)
    if (deed !== null) deeds.push(deed)
    else if (ORDERS.test(part)) deeds.push({ command: '', echo: part.trim(), changes: true, about: null })
    else return
  }
  const lines = [...new Set(deeds.map(({ echo }) => echo))]
  if (isOne(deeds) || !isSure(deeds)) return
  throw new OperatorError('ARGS_INVALID', `Nothing was done: that is ${lines.length} things in one sentence.`, {
    hint: `one line for each: ${lines.join('  ·  ')}`,
  })
}

/** A verb that is hardly said but to a command; where the rest is one, such a part is an order too. */
const ORDERS = /^\s*(?:please )?(?:restart|cancel|retry|scale|pause|resume|approve|deny)\b/i

/** One of them is a change that was understood, or each names its number. */
const isSure = (deeds: readonly Deed[]): boolean =>
  deeds.some(({ command, changes }) => changes && command !== '') ||
  deeds.every(({ echo, changes }) => changes && /^(?:please )?\p{L}+ (?:task |request )?#?\d+$/iu.test(echo))

/** "scale sports down, cut it to 3" says one thing twice. */
const isOne = (deeds: readonly Deed[]): boolean =>
  new Set(deeds.map(({ echo }) => echo)).size === 1 ||
  (deeds[0]?.about !== null && new Set(deeds.map(({ command, about }) => `${command} ${about}`)).size === 1)

let found: RegExp | undefined

/** Where one order ends and the next begins with its verb. */
function joint(): RegExp {
  found ??= new RegExp(
    `(?:\\s*[;,.]|\\s+(?=and\\b|then\\b|&|plus\\b|but\\b))\\s*(?:(?:and|then|&|plus|but|also|please|afterwards|after that)\\s+)*(?=${anyVerb()}\\s+\\S)`,
    'iu',
  )
  return found
}
