import { withoutFigures, wordsAfter, wordsBefore } from './figure.ts'
import { heardMoney } from './heard-money.ts'
import { digitsForWords } from './number-words.ts'
import { wordSet } from './only-words.ts'
import { type Amount, readAmounts } from './read-amounts.ts'
import { perMonth } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const ASKS =
  /\b(?:what(?:'s|s| is| do i have| will be| would be)?|how much(?: money)?(?: is| do (?:i|we) have| will (?:i|we) have| have i got)?)\b.{0,30}\b(?:left(?: over)?|leftover|remain(?:s|ing|der)?|spare|to spare|disposable)\b|\b(?:left over|whats left|what's left|remaining)\b|\bhow much can (?:i|we) (?:save|put (?:away|aside))\b/
const INCOME_BEFORE =
  /\b(?:earn(?:s|ing|ings)?|income|salary|wages?|pay ?che(?:ck|que)s?|take[- ]?home(?: pay)?|bring(?:s|ing)? home|(?:i|we) (?:make|get|have)|get paid|(?<!\b(?:i|we|they) )(?:paid|pay)|pension|benefits)(?: (?:is|of|are|comes? to|about|around|roughly|i get|after tax))* ?(?:[:=] ?)?$/
const INCOME_AFTER =
  /^ ?(?:a month |per month |monthly )?(?:of |is |in )?(?:my |the )?(?:income|salary|wages?|pay\b|take[- ]?home|coming in|after tax|net)/
/** Sums that grow, are owed or run a business are for other tools. */
const OTHER =
  /%|\b(?:inflation|net worth|in \d+ years?|after \d+ years?|burn|runway|revenue|turnover|profit|break[ -]?even|interest|retire\w*|invest\w*|mortgage left|left (?:on|to pay|of) (?:my|the|our)|bank|savings? account|gave|give away)\b/
const APART = /[,;\n]|\.\s|\band\b|\bplus\b|&/
/** Words beside an amount that do not name what it is for. */
const NO_NAME = wordSet(
  `and my our the is are of for on a an i we spend pay paying cost costs goes to about around roughly month per each every monthly then
  with at it its it's in minus less after have there come comes going what whats what's left over how much do also another`,
)

/** Hears "I earn 2300 a month, rent 900, food 350, car 210, what's left": an income and what goes off it, by the month. */
export function hearMoneyLeft(said: Utterance): Heard {
  const text = digitsForWords(spokenText(said.text)).replace(/[?!]/g, ' ')
  if (!ASKS.test(text) || OTHER.test(text)) return null
  const amounts = readAmounts(text).filter(({ value }) => value > 0)
  const income = amounts.find((amount) => isIncome(text, amount))
  if (!income) return null
  const costs = amounts.filter((amount) => amount !== income)
  const isOneIncome = !costs.some((amount) => isIncome(text, amount))
  const names = costs.map((amount) => namesBeside(text, amount, amounts))
  // "pay 1100 rent 180 electric": how the first one is named tells on which side the names stand.
  const side = names[0]?.[0] === '' ? 1 : 0
  const items = costs.map((amount, place) => ({
    name: names[place]?.[side] || names[place]?.[1 - side] || `cost ${place + 1}`,
    amount,
  }))
  if (costs.length === 0 || !isOneIncome) return null
  const isYearly = income.value >= YEARLY_FROM && income.value >= 12 * Math.max(...costs.map(perMonth))
  const every = income.every ?? (isYearly ? 'year' : 'month')
  return {
    use: {
      income_per_month: perMonth({ ...income, every }),
      costs: items.map(({ name, amount }) => ({ name, per_month: perMonth(amount) })),
      ...heardMoney(text),
    },
  }
}

/** A bare income from here on, and of a year's worth of the largest monthly cost, is one of a year. */
const YEARLY_FROM = 15_000

const isIncome = (text: string, amount: Amount): boolean =>
  INCOME_BEFORE.test(wordsBefore(text, amount)) || INCOME_AFTER.test(wordsAfter(text, amount))

/** The words before and behind the amount in its part of the list: "rent 900", "900 for rent" → "rent". */
function namesBeside(text: string, amount: Amount, all: readonly Amount[]): readonly [before: string, behind: string] {
  const blanked = withoutFigures(text, all)
  const last = all.findLast(({ to }) => to <= amount.from)?.to ?? 0
  const next = all.find(({ from }) => from >= amount.to)?.from
  const before = blanked.slice(last, amount.from).split(APART).at(-1) ?? ''
  const behind = blanked.slice(amount.to, next).split(APART)[0] ?? ''
  return [wordsOfName(before), wordsOfName(behind)]
}

const wordsOfName = (words: string): string =>
  words
    .split(/[^\p{L}'-]+/u)
    .filter((word) => /\p{L}/u.test(word) && !NO_NAME.has(word))
    .join(' ')
    .slice(-40)
