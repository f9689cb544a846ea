import { withoutFigures, wordsAfter, wordsBefore } from './figure.ts'
import { isExtra, largestAmount } from './money-roles.ts'
import { onlyWords, wordSet } from './only-words.ts'
import type { Amount } from './read-amounts.ts'
import { type Figures, perMonth, readFigures } from './read-figures.ts'
import { readRates } from './read-rates.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPIC =
  /\b(?:mor(?:tg|t|g)a?d?ges?|loans?|borrow(?:ing|ed)?|amorti[sz]\w{1,6}|(?:monthly|month's) (?:re)?payments?|emi|financ(?:e|ed|ing)|pay (?:\w{1,8} ){0,2}(?:monthly|a month|per month|each month|every month)|payments? on|\d{1,2} ?% down)\b/
// Advice, other computations and other people's stories.
const OTHER =
  /\b(?:why|every two weeks|bi-?weekly|fortnightly|should (?:i|we)|afford|salary|qualify|refinanc\w{1,4}|how (?:do|can|to|does) (?:i |you |we |one )?(?:calculate|compute|work out|figure|get|apply)|how much can (?:i|we)|how (?:long|quickly|soon|fast)|debts?|credit cards?|snowball|avalanche|missed|late|behind|lost my|scam|invest|save|savings)\b/
const ASKS =
  /\b(?:what(?:'s|s)?|how much|how expensive|calculate|compute|work out|figure out|tell me|show|give me|estimate|find)\b[^.?!]{0,70}\b(?:payments?|repayments?|instal?lments?|emi|pay|cost|amorti[sz]\w{1,6}|interest|schedule|mortgage|loan)\b|\b(?:monthly|mortgage|loan) (?:re)?payments? (?:on|for|of)\b|\bhow much (?:a|per|each|every) month\b|\bemi (?:for|on|of)\b/
const ORDERS = /^(?:please |can you |could you )?(?:calculate|compute|work out|figure out|estimate) (?:my|a|the|our) /
const OWN_PAYMENT =
  /\b(?:what|how much) (?:would|will|is|are) (?:my|our|the) (?:monthly )?(?:mortgage |loan |car |home )?(?:re)?payments?(?: be)?\b[^.!]{0,4}$/
const TELEGRAM = wordSet(
  `mortgage morgage mortage loan overpay overpaying home house car personal student at for over of a an the in with and on to interest rate apr term fixed years months
  amortisation amortization schedule payment payments monthly per month repayment repayments calculate calculator compute calc down
  deposit extra`,
)

/** Hears "mortgage 300000 6% 25 years" and its like; a payment asked for without its figures is half there. */
export function hearLoan(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (!TOPIC.test(text) || OTHER.test(text)) return null
  const { figures, downRate } = withoutDownShare(text)
  const { amount, down, extra } = rolesOf(figures)
  const [annualRate] = figures.rates
  const [months] = figures.terms
  const missing = missingOf(amount, annualRate, months)
  if (missing.length > 0) return isClear(text, missing.length) ? { missing } : null
  if (!ASKS.test(text) && !onlyWords(figures.rest, TELEGRAM)) return null
  const downPayment = down?.value ?? (amount?.value ?? 0) * downRate
  const extraMonthly = extra ? perMonth(extra) : 0
  return { use: { amount: amount?.value, annualRate, months, downPayment, extraMonthly, currency: figures.currency } }
}

/** Without any figure only a plain order or the person's own payment is clear; three figures make a loan. */
const isClear = (text: string, missing: number): boolean =>
  missing < 3 ? ASKS.test(text) : ORDERS.test(text) || OWN_PAYMENT.test(text)

const missingOf = (amount: Amount | undefined, rate: number | undefined, months: number | undefined): string[] => [
  ...(amount ? [] : ['the amount you would borrow, such as 250k']),
  ...(rate === undefined ? ['the yearly interest rate, such as 4.5%'] : []),
  ...(months === undefined ? ['the length of the loan, such as 30 years'] : []),
]

const DOWN_SHARE = /^ ?(?:down|deposit)\b/

/** "20% down" is a share of the price, not the rate of the loan. */
function withoutDownShare(text: string): { figures: Figures; downRate: number } {
  const share = readRates(text).find((rate) => DOWN_SHARE.test(wordsAfter(text, rate)))
  if (!share) return { figures: readFigures(text), downRate: 0 }
  return { figures: readFigures(withoutFigures(text, [share])), downRate: share.value }
}

function rolesOf({ text, amounts }: Figures) {
  const extra = amounts.find((amount) => isExtra(text, amount))
  const down = amounts.find((amount) => amount !== extra && isDown(text, amount))
  const rest = amounts.filter((amount) => amount !== extra && amount !== down && amount.every === null)
  return { extra, down, amount: largestAmount(rest) }
}

const isDown = (text: string, amount: Amount): boolean =>
  /\b(?:down ?payment|deposit|down)(?: of)? ?$/.test(wordsBefore(text, amount)) ||
  DOWN_SHARE.test(wordsAfter(text, amount))
