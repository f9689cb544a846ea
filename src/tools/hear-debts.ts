import { wordsAfter, wordsBefore } from './figure.ts'
import { isExtra, largestAmount } from './money-roles.ts'
import type { Amount } from './read-amounts.ts'
import { type Figures, perMonth, readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const CUE =
  /\b(?:debts?|pay(?:ing|ed|s)? (?:\S{1,12} ){0,4}(?:off|down)|pay-?off|snowball|avalanche|owe|debt[- ]free|cards?|min|minimums?|clear|visa|master ?card|amex|which order|when is it gone|paid off|(?:on|of) (?:a|my|the) \S{1,12} balance)\b|\b(?:loans|pay off)\b/
const ASKS =
  /\b(?:snowball|avalanche|pay-?off (?:plan|time|schedule)|debt[- ]free|how (?:long|many months|many years|soon|quickly|fast)|when (?:will|would|can|am|do|is it (?:gone|paid|clear\w*|done)))\b/
const BEGINS =
  /^(?:please )?(?:pay(?:ing)? (?:off|down)|clear(?:ing)?|repay(?:ing)?) (?:off |a |an |my |the )*[^ ]{0,3}\d/
const SEPARATOR = /,(?!\d{3}(?!\d))|;|\band\b|\bplus\b|\bor\b| \+ |\.(?!\d)|\?/

/**
 * Hears "card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300" and, with one sum a month for all of them,
 * "3 cards: 900 at 29%, 2400 at 19%, 5000 at 9%, 350 a month". A plan asked for without rates or payments is half there.
 */
export function hearDebts(said: Utterance): Heard {
  const text = spokenText(said.text.slice(0, 4_000).replace(/\n+/g, '; '))
  if (!CUE.test(text) || !/\d/.test(text) || /\bshould i\b|\bwhy\b/.test(text)) return null
  const { debts, extra, currency, total } = debtsIn(text)
  if (debts.length === 0) return null
  if (total !== null && debts.every(({ annualRate }) => annualRate !== undefined)) {
    const shared = debts.map((debt) => ({ ...debt, minimum: 0 }))
    return { use: { debts: shared, monthlyTotal: total + extra, currency } }
  }
  const missing = debts.flatMap(missingOf)
  const asks = ASKS.test(text)
  if (missing.length > 0) return asks && debts.some(isHalfThere) ? { missing } : null
  return asks || debts.length > 1 || BEGINS.test(text) ? { use: { debts, extraMonthly: extra, currency } } : null
}

interface HeardDebt {
  readonly name: string
  readonly balance: number
  readonly annualRate: number | undefined
  readonly minimum: number | undefined
}

const isHalfThere = ({ annualRate, minimum }: HeardDebt): boolean => annualRate !== undefined || minimum !== undefined

const missingOf = ({ name, annualRate, minimum }: HeardDebt): string[] => [
  ...(annualRate === undefined ? [`the yearly rate of the ${name}, such as 22%`] : []),
  ...(minimum === undefined ? [`what you pay on the ${name} every month, such as min 150`] : []),
]

/** A part with a balance opens a debt; a part without one says more about the debt before it. */
function debtsIn(text: string) {
  const debts: HeardDebt[] = []
  let extra = 0
  let currency = ''
  let total: number | undefined
  const noun = nounIn(text)
  for (const part of text.replace(COUNTED, '$1').split(SEPARATOR)) {
    const figures = readFigures(part)
    const roles = rolesOf(figures)
    const annualRate = figures.rates[0]
    currency ||= figures.currency
    extra += roles.extra
    if (roles.isMonthly || (!roles.balance && debts.length > 0)) total = roles.minimum ?? total
    if (roles.balance)
      debts.push({ name: nameOf(figures, debts.length, noun), ...roles, balance: roles.balance.value, annualRate })
    else debts.push(...debts.splice(-1).map((last) => completed(last, annualRate, roles.minimum)))
  }
  const shared = !/\bmin/.test(text) && isForAll(debts, total) ? (total ?? null) : null
  return {
    total: shared,
    debts: debts.map(({ name, balance, annualRate, minimum }, place) => ({
      ...{ name: numbered(name, place, debts), balance, annualRate },
      minimum: shared === null ? minimum : undefined,
    })),
    extra,
    currency,
  }
}

/** "…, 350 a month" behind several debts without a payment of their own is what there is for all of them. */
const isForAll = (debts: readonly HeardDebt[], sum: number | undefined): boolean =>
  debts.length > 1 && debts.at(-1)?.minimum === sum && debts.slice(0, -1).every(({ minimum }) => minimum === undefined)

/** "card 900 at 29%, card 2400 at 19%" are card 1 and card 2. */
function numbered(name: string, place: number, debts: readonly HeardDebt[]): string {
  const same = debts.filter((debt) => debt.name === name)
  return same.length === 1 ? name : `${name} ${debts.slice(0, place + 1).filter((debt) => debt.name === name).length}`
}

/** "3 cards" is no sum. */
const COUNTED = /(?<![\d.,$£€])\b\d{1,2} ((?:credit |store )?(?:cards|loans|debts))\b/g

const completed = (debt: HeardDebt, rate: number | undefined, minimum: number | undefined): HeardDebt => ({
  ...debt,
  annualRate: debt.annualRate ?? rate,
  minimum: debt.minimum ?? minimum,
})

function rolesOf({ text, amounts, rates }: Figures) {
  const extra = amounts.find((amount) => isExtra(text, amount))
  const named = amounts.find((amount) => amount !== extra && isMinimum(text, amount))
  const others = amounts.filter((amount) => amount !== extra && amount !== named)
  const balance = largestAmount(others)
  // "card 5000 22% 150": of two bare sums beside a rate the smaller one is the payment.
  const bare = named || rates.length === 0 ? undefined : others.find((amount) => amount !== balance)
  const minimum = named ?? bare
  return {
    extra: extra ? perMonth(extra) : 0,
    balance,
    minimum: minimum && perMonth(minimum),
    isMonthly: minimum !== undefined && minimum.every !== null,
  }
}

const isMinimum = (text: string, amount: Amount): boolean =>
  amount.every !== null ||
  /\b(?:min|minimums?|min\.|paying|pay|payments?)(?: payments?)?(?: of| is)?[ :=]*$/.test(wordsBefore(text, amount)) ||
  /^ ?(?:min|minimum)\b/.test(wordsAfter(text, amount))

const NO_NAME = new Set(
  `i ive i've have owe a an the my our of on in at with to is for it its it's and or that has interest rate apr balance debt debts
  pay paying payment payments min minimum month monthly per each every off how long will would take until when am be can do if only extra snowball
  avalanche plan method use make compare me show give calculate payoff by using down clear years year months still left another one also one's we what total all together altogether them budget put towards toward cards loans afford got which order first other others till since paid gone done credit-card balance`.split(
    /\s+/,
  ),
)

/** The words of the part that are nobody else's: "my visa card 5000 at 22%" → "visa card"; else "card 2" or "debt 2". */
function nameOf({ rest }: Figures, index: number, noun: string): string {
  const words = (rest.match(/[\p{L}'-]+/gu) ?? []).filter((word) => !NO_NAME.has(word) && word.length > 1)
  const name = words.slice(0, 3).join(' ').slice(0, 40)
  return !name || GENERIC.test(name) ? `${noun} ${index + 1}` : name
}

/** "3 cards: …" are card 1, card 2, card 3; without such a word they are debts. */
const nounIn = (text: string): string =>
  /\b(?:\d{1,2}|my|these) (?:credit )?(card|loan)s\b|\bcredit (card)s\b/.exec(text)?.slice(1).find(Boolean) ?? 'debt'

const GENERIC = /^(?:credit|store)$/
