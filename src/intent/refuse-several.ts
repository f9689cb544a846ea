import { OperatorError } from '../base/errors.ts'
import type { SlotWords } from './read-args.ts'

const OF_POOLS = ['scale', 'restart', 'pause', 'resume']
const OF_ONE = ['cancel', 'retry', 'wait', 'why', 'watch', 'approvals']
const TWO_NUMBERS =
  /\d(?:\s*,\s+|,(?!\d{3}\b)|\s+(?:and|&|plus)\s+|\s*&\s*)(?:and\s+)?(?:(?:tasks?|jobs?|requests?|number|no\.?)\s+)?#?\d/i
const EVERY = /\b(?:all|every|everything)\b.*\b(?:tasks?|jobs?|queued?|failed|waiting|running)\b/i

/**
 * Half of what a sentence asks for is not done in silence: "cancel tasks 4, 5 and 6" is not "cancel 4".
 *
 * @throws OperatorError ARGS_INVALID for several pools or tasks where a command takes one.
 */
export function refuseSeveral(command: string, text: string, slots: SlotWords): void {
  if (OF_POOLS.includes(command) && namesSeveralPools(text, slots)) {
    throw several(`"${command}" takes one pool, or all of them.`, `one sentence for each, such as: ${command} sports …`)
  }
  if (OF_ONE.includes(command) && TWO_NUMBERS.test(text)) {
    throw several(`"${command}" takes one number at a time.`, `one line for each: ${command} …`)
  }
  if ((command === 'cancel' || command === 'retry' || command === 'tasks') && asksForEvery(text)) {
    throw several(
      'Tasks are cancelled and retried one at a time.',
      'tasks queued  or  tasks failed, then: cancel <task>',
    )
  }
}

const asksForEvery = (text: string): boolean =>
  /^(?:please )?(?:cancel|abort|retry|rerun)\b/i.test(text) && EVERY.test(text) && !/\d/.test(text)

const EXCEPT = /\b(?:except|but not|other than|apart from|all but|without)\b/i
const AND = /^(?:\s+(?:agents|pool|team|experts|people))?\s*(?:,|and|&|plus|as well as|\/)\s*(?:and\s+)?(?:the\s+)?$/i

/** Two pools beside each other, one that is left out, or two with a number each. */
function namesSeveralPools(text: string, { pools }: SlotWords): boolean {
  const names = [...pools.keys()].filter((name) => pools.get(name) !== 'all').sort((a, b) => b.length - a.length)
  const named = [...text.matchAll(new RegExp(`\\b(?:${names.join('|')})\\b`, 'gi'))]
  const isOther = (i: number): boolean => poolAt(named[i], pools) !== poolAt(named[i - 1], pools)
  const beside = named.some((one, i) => i > 0 && isOther(i) && AND.test(between(text, named[i - 1], one)))
  const except = named.some((one) => EXCEPT.test(text.slice(0, one.index)))
  const each = named.some((_, i) => i > 0 && isOther(i)) && (text.match(A_SIZE) ?? []).length > 1
  return beside || except || each
}

const A_SIZE = /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/gi

const poolAt = (found: RegExpMatchArray | undefined, pools: SlotWords['pools']): string | undefined =>
  pools.get(found?.[0].toLowerCase() ?? '')

const between = (text: string, from: RegExpMatchArray | undefined, to: RegExpMatchArray): string =>
  text.slice((from?.index ?? 0) + (from?.[0].length ?? 0), to.index)

const several = (message: string, hint: string): OperatorError => new OperatorError('ARGS_INVALID', message, { hint })
