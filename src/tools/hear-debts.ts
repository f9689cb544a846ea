import { wordsAfter, wordsBefore } from './figure.ts'
import { isExtra, largestAmount } from './money-roles.ts'
import type { Amount } from './read-amounts.ts'
import { type Figures, perMonth, readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const CUE =
  /\b(?:debts?|pay(?:ing|ed|s)? (?:\S{1,12} ){0,4}(?:off|down)|pay-?off|snowball|avalanche|owe|debt[- ]free|cards?|min|minimums?|clear)\b/
const ASKS =
  /\b(?:snowball|avalanche|pay-?off (?:plan|time|schedule)|debt[- ]free|how (?:long|many months|many years|soon|quickly|fast)|when (?:will|would|can|am|do))\b/
const BEGINS =
  /^(?:please )?(?:pay(?:ing)? (?:off|down)|clear(?:ing)?|repay(?:ing)?) (?:off |a |an |my |the )*[^ ]{0,3}\d/
const SEPARATOR = /,(?!\d{3}(?!\d))|;|\band\b|\bplus\b|\bor\b| \+ |\.(?!\d)|\?/

/** Hears "card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300"; a plan asked for without rates or payments is half there. */
export function hearDebts(said: Utterance): Heard {
  const text = spokenText(said.text.slice(0, 4_000).replace(/\n+/g, '; '))
  if (!CUE.test(text) || !/\d/.test(text) || /\bshould i\b|\bwhy\b/.test(text)) return null
  const { debts, extra, currency } = debtsIn(text)
  if (debts.length === 0) return null
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
  for (const part of text.split(SEPARATOR)) {
    const figures = readFigures(part)
    const roles = rolesOf(figures)
    const annualRate = figures.rates[0]
    const last = debts.at(-1)
    currency ||= figures.currency
    extra += roles.extra
    if (roles.balance)
      debts.push({ name: nameOf(figures, debts.length), ...roles, balance: roles.balance.value, annualRate })
    else if (last) debts[debts.length - 1] = completed(last, annualRate, roles.minimum)
  }
  return {
    debts: debts.map(({ name, balance, annualRate, minimum }) => ({ name, balance, annualRate, minimum })),
    extra,
    currency,
  }
}

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
  return { extra: extra ? perMonth(extra) : 0, balance, minimum: minimum && perMonth(minimum) }
}

const isMinimum = (text: string, amount: Amount): boolean =>
  amount.every !== null ||
  /\b(?:min|minimums?|min\.|paying|pay|payments?)(?: payments?)?(?: of| is)?[ :=]*$/.test(wordsBefore(text, amount)) ||
  /^ ?(?:min|minimum)\b/.test(wordsAfter(text, amount))

const NO_NAME = new Set(
  `i ive i've have owe a an the my our of on in at with to is for it its it's and or that has interest rate apr balance debt debts
  pay paying payment payments min minimum month monthly per each every off how long will would take until when am be can do if only extra snowball
  avalanche plan method use make compare me show give calculate payoff by using down clear years year months still left another one also one's we what`.split(
    /\s+/,
  ),
)

/** The words of the part that are nobody else's: "my visa card 5000 at 22%" → "visa card"; else "debt 2". */
function nameOf({ rest }: Figures, index: number): string {
  const words = (rest.match(/[\p{L}'-]+/gu) ?? []).filter((word) => !NO_NAME.has(word) && word.length > 1)
  return words.slice(0, 3).join(' ').slice(0, 40) || `debt ${index + 1}`
}
