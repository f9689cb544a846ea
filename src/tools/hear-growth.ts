import { wordsBefore } from './figure.ts'
import { largestAmount } from './money-roles.ts'
import { onlyWords, wordSet } from './only-words.ts'
import { type Figures, perMonth, readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const SAVES =
  /\b(?:sav(?:e|es|ed|ing|ings)|invest(?:s|ed|ing|ment)?|deposit(?:s|ed|ing)?|put(?:ting)? (?:\S{1,12} ){0,3}(?:away|aside|in|into)|contribut\w{1,5}|compound(?:s|ed|ing)?)\b/
const GROWS =
  /\b(?:grows?|growth|worth|future value|becomes?|accumulate|interest (?:do(?:es)?|will|would|on)|earns?|(?:be|have) (?:in|after) \d{1,2} ?(?:years?|yrs?))\b/
const OTHER =
  /\b(?:mortgages?|loans?|borrow\w{0,4}|debts?|credit cards?|inflation|why|(?:^|[.!?] )should (?:i|we)|how (?:do|can|long|many)|should (?:i|we) have (?:saved|invested|put)|(?:saved|invested) by (?:age )?\d{2}\b|(?:need|have|should|must|do i|do we) (?:to )?(?:save|put|invest|set)|to (?:reach|have|get to)|rent|odds|bet|dividends?|revenue|sales|price of)\b/
const ASKS =
  /\b(?:how much|what(?:'s|s)?|calculate|compute|work out|figure out|show|tell me|project)\b[^.?!]{0,80}\b(?:have|worth|get|got|make|earn|end up|grow|growth|become|be|future value|compound(?:ed|ing)?|amount to)\b|\bhow much (?:in|after) \d/
const BEGINS =
  /^(?:please )?(?:if (?:i|we) |what if (?:i|we) |suppose (?:i|we) )?(?:invest|save|grow|put|deposit|compound(?: growth| interest)?|future value)\b/
const TELEGRAM = wordSet(
  `at for with and plus a an of the per each every month monthly year yearly annual rate interest compounded compounding compound growth
  save saved saving savings invest invested investing investment deposited contributed future value over in start starting from add adding then deposit daily quarterly lump sum`,
)
const NOT_SAVED = /\b(?:earn|earning|make|salary|income|spend|spending|rent|pay|costs?|expenses)(?: is| of)? $/

/** Hears "if I save 200 a month at 5% for 20 years how much will I have"; asked for without a rate or a time it is half there. */
export function hearGrowth(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (OTHER.test(text)) return null
  const figures = readFigures(text)
  const { start, monthly } = rolesOf(figures)
  if (start === undefined && monthly === undefined) return null
  const missing = missingOf(figures)
  if (missing.length > 0) return SAVES.test(text) && ASKS.test(text) ? { missing } : null
  if (!isClear(text) && !isTelegram(figures, monthly)) return null
  const sums = { start: start ?? 0, monthlyAddition: monthly ?? 0, currency: figures.currency }
  return { use: { ...sums, annualRate: figures.rates[0], months: figures.terms[0], ...compoundingOf(text) } }
}

/** "1000 at 5% for 10 years" alone could be a loan; "with 50 a month" or a word of saving settles it. */
const isTelegram = ({ text, rest }: Figures, monthly: number | undefined): boolean =>
  onlyWords(rest, TELEGRAM) && (monthly !== undefined || SAVES.test(text) || GROWS.test(text))

const isClear = (text: string): boolean =>
  (SAVES.test(text) || GROWS.test(text)) && (ASKS.test(text) || BEGINS.test(text))

const missingOf = ({ rates, terms }: Figures): string[] => [
  ...(rates.length === 0 ? ['the yearly rate of growth or interest, such as 5%'] : []),
  ...(terms.length === 0 ? ['for how long, such as 20 years'] : []),
]

function rolesOf({ text, amounts }: Figures) {
  const saved = amounts.filter((amount) => !NOT_SAVED.test(wordsBefore(text, amount)))
  const regular = saved.find((amount) => amount.every !== null)
  return {
    start: largestAmount(saved.filter((amount) => amount.every === null))?.value,
    monthly: regular && perMonth(regular),
  }
}

const COMPOUNDED =
  /\bcompound(?:ed|ing|s)? (?:every |each |per )?(daily|day|monthly|month|quarterly|quarter|yearly|year|annually|annual)\b/

/** "compounded monthly" → `{ compounding: 'monthly' }`; nothing when the person does not say. */
function compoundingOf(text: string): { readonly compounding?: string } {
  const often = COMPOUNDED.exec(text)?.[1]
  if (!often) return {}
  if (often.startsWith('d')) return { compounding: 'daily' }
  if (often.startsWith('m')) return { compounding: 'monthly' }
  return { compounding: often.startsWith('q') ? 'quarterly' : 'yearly' }
}
