import { OperatorError } from '../base/errors.ts'
import type { SlotWords } from './read-args.ts'

const OF_POOLS = ['scale', 'restart', 'pause', 'resume']
const OF_ONE = ['cancel', 'retry', 'wait', 'why', 'watch', 'approvals']
const TWO_NUMBERS =
  /\d(?:\s*,\s+|,(?!\d{3}\b)|\s+(?=#?\d)|\s+(?:and|&|plus|or|to|through)\s+|\s*[&/–-]\s*|,?\s+(?:but\s+)?not\s+)(?:and\s+|or\s+)?(?:(?:tasks?|jobs?|requests?|number|no\.?)\s+)?#?\d/i
const COUNTED =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const TWO_SPELLED = new RegExp(
  `\\b(?:tasks?|jobs?|requests?) ${COUNTED}(?:,? (?:and|or|to|through)|,) ${COUNTED}\\b`,
  'i',
)
const EVERY = /\b(?:all|every|everything)\b.*\b(?:tasks?|jobs?|queued?|failed|waiting|running)\b/i
const EITHER =
  /\b(?:up|down|double|triple|halve|\d+|one|two|three|four|five) or (?:to )?(?:up|down|double|triple|halve|\d+|two|three|four|five|six)\b/i

const BOTH = /\b(?:up down|down up|\d+ +\d+)\b/i
/** Two ways or sizes in one sentence of these commands, and how to say one. */
const EITHERS: Readonly<Record<string, { readonly said: RegExp; readonly hint: string }>> = {
  scale: {
    said: new RegExp(`${EITHER.source}|${BOTH.source}`, 'i'),
    hint: 'scale <pool> <agents>, such as: scale sports 3',
  },
  kill: { said: /\b(?:on off|off on)\b/i, hint: 'kill on  or  kill off' },
}

/**
 * Half of what a sentence asks for is not done in silence: "cancel tasks 4, 5 and 6" is not "cancel 4".
 *
 * @throws OperatorError ARGS_INVALID for several pools or tasks where a command takes one.
 */
export function refuseSeveral(command: string, text: string, slots: SlotWords): void {
  if (OF_POOLS.includes(command) && namesSeveralPools(text, slots)) {
    const name = OF_POOLS.find((one) => one === text.trim().split(/\s+/)[0]?.toLowerCase()) ?? command
    throw several(
      `"${name}" takes one pool, or all of them.`,
      `one sentence for each, such as: ${linesFor(name, text, slots)}`,
    )
  }
  if (command === 'kill') refuseKillBut(text, slots)
  if (OF_ONE.includes(command) && (TWO_NUMBERS.test(text) || TWO_SPELLED.test(text))) {
    throw several(`"${command}" takes one number at a time.`, `one line for each: ${command} …`)
  }
  if ((command === 'cancel' || command === 'retry' || command === 'tasks') && asksForEvery(text)) throw oneAtATime()
  refuseEither(command, text)
}

function refuseEither(command: string, text: string): void {
  const either = EITHERS[command]
  const found = either?.said.exec(text)
  if (either && found) throw several(`"${found[0]}" can mean either: nothing was done.`, either.hint)
}

function refuseKillBut(text: string, slots: SlotWords): void {
  const isKept = ({ index }: RegExpMatchArray): boolean => KEEPS.test(text.slice(0, index))
  if (!poolsIn(text, slots.pools).some(isKept)) return
  throw several('The kill switch stops every pool, or none.', 'one line for each pool: pause <pool>')
}

const KEEPS = /\b(?:except|but|excluding)(?: for)?(?: the)? $/i

const ALL_BUT =
  /^(?:cancel|abort|stop|kill|drop|retry|rerun)\s+(?:(?:all|every|everything|everyone|of|the|them|tasks?|jobs?)\s+)+(?:except|but|other than|apart from|besides|save|excluding|without)\s+(?:for\s+)?(?:(?:the|tasks?|jobs?|number|no\.?)\s+)*#?\d/i

const ALL_OF_THEM =
  /^(?:cancel|abort|retry|rerun) (?:everything|all|them all|all of (?:it|them|that)|every(?:one| one| last one))$/i

/** @throws OperatorError ARGS_INVALID for "cancel everything", but task 3 or not, whatever else it sounds like. */
export function refuseAllBut(text: string): void {
  if (ALL_BUT.test(text) || ALL_OF_THEM.test(text)) throw oneAtATime()
}

const oneAtATime = (): OperatorError =>
  several('Tasks are cancelled and retried one at a time.', 'tasks queued  or  tasks failed, then: cancel <task>')

const asksForEvery = (text: string): boolean =>
  /^(?:please )?(?:cancel|abort|retry|rerun)\b/i.test(text) && EVERY.test(text) && !/\d/.test(text)

const EXCEPT =
  /\b(?:except|(?:everything|everyone|everybody|all agents|agents|pools|teams) but|but not|other than|apart from|all but|without)\b/i
const AND =
  /^(?:\s+(?:agents|pool|team|experts|people))?\s*(?:,|and|&|plus|or|nor|as well as|\/)\s*(?:and\s+|or\s+)?(?:the\s+)?$/i

/** Two pools beside each other, one that is left out, or two with a number or a way each. */
function namesSeveralPools(text: string, { pools }: SlotWords): boolean {
  const named = poolsIn(text, pools)
  const isOther = (i: number): boolean => poolAt(named[i], pools) !== poolAt(named[i - 1], pools)
  const beside = named.some((one, i) => i > 0 && isOther(i) && AND.test(between(text, named[i - 1], one)))
  const except = named.some((one) => EXCEPT.test(text.slice(0, one.index)))
  const both = named.some((_, i) => i > 0 && isOther(i))
  const each = [A_SIZE, A_WAY].some((sizes) => (text.match(sizes) ?? []).length > 1)
  return beside || except || (both && (each || FROM_TO.test(text) || TOO.test(text)))
}

function poolsIn(text: string, pools: SlotWords['pools']): RegExpMatchArray[] {
  const names = [...pools.keys()].filter((name) => pools.get(name) !== 'all').sort((a, b) => b.length - a.length)
  return [...text.matchAll(new RegExp(`\\b(?:${names.join('|')})\\b`, 'gi'))]
}

/** The two lines that a sentence of two pools stands for, as near as its own words can make them. */
function linesFor(name: string, text: string, { pools }: SlotWords): string {
  const [one, two, ...more] = poolsIn(text, pools)
  if (!one || !two || more.length > 0 || EXCEPT.test(text) || /\s(?:in|over )?to\s/i.test(between(text, one, two)))
    return `${name} sports …`
  const gap = between(text, one, two)
  const [before, after] = [text.slice(0, one.index), text.slice((two.index ?? 0) + two[0].length)]
  if (AND.test(gap)) return [one, two].map(([pool]) => `${before}${pool}${after}`.trim()).join('  ·  ')
  const joint = /,?\s+(?:and|but|while|then)\s+|[,;]\s*/i.exec(gap)
  if (joint === null) return `${name} sports …`
  const first = `${before}${one[0]}${gap.slice(0, joint.index)}`.trim()
  const second = `${gap.slice(joint.index + joint[0].length)}${two[0]}${after}`.trim()
  return `${first}  ·  ${second.startsWith(two[0]) && first.startsWith(name) ? `${name} ${second}` : second}`
}

const A_SIZE = /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/gi
const A_WAY = /\b(?:up|down|double|triple|halve)\b/gi
const TOO = /,? and\b.*\b(?:too|as well|also|likewise)$/i
const FROM_TO = /\b(?:move|shift|transfer|reassign)\b.*\bfrom\b.*\bto\b/i

const poolAt = (found: RegExpMatchArray | undefined, pools: SlotWords['pools']): string | undefined =>
  pools.get(found?.[0].toLowerCase() ?? '')

const between = (text: string, from: RegExpMatchArray | undefined, to: RegExpMatchArray): string =>
  text.slice((from?.index ?? 0) + (from?.[0].length ?? 0), to.index)

const several = (message: string, hint: string): OperatorError => new OperatorError('ARGS_INVALID', message, { hint })
