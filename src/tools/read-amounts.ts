import { type Figure, wordsAfter, wordsBefore } from './figure.ts'
import { isYear } from './is-year.ts'

/** An amount of money. `currency` is as the person wrote it ("$", "EUR", "euros"), empty when they named none. */
export interface Amount extends Figure {
  readonly currency: string
  /** How often, when they said so: "200 a month". */
  readonly every: 'week' | 'month' | 'year' | null
}

const SYMBOL = '(?:us|ca|c|au|a|nz|hk|s)?[$€£¥₹]'
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,12})?|\d{1,3}(?:\.\d{3}){1,6},\d{1,12}|\d{1,3}(?: \d{3}){1,6}(?![\d.,])|\d+(?:[.,]\d{1,12})?(?:e\+?\d{1,3})?`
const SCALE = 'thousand|million|billion|grand|lakhs?|crores?|mn|bn|k|m'
const CODE =
  'usd|eur|gbp|chf|jpy|cad|aud|inr|sek|nok|dkk|pln|nzd|zar|dollars?|euros?|pounds?|bucks|quid|francs?|rupees?|yen|[$€£¥₹]'
const AMOUNT = new RegExp(
  `(?<![\\w.,/:^])(-(?=[$€£¥₹]))?(${SYMBOL})? ?(-?(?:${DIGITS}))(?: ?(${SCALE})(?![\\w(]))?(?: ?(${CODE})(?!\\w))?(?![\\w%°]|[.,/:]\\d)`,
  'g',
)
/** "200 invested monthly" is told by the month too. */
const EVERY =
  /^(?: (?:invested|saved|deposited|contributed|added|put (?:in|away|aside)))? ?(?:(?:\/|a |per |each |every |p)(week|wk|month|mo|m|year|yr|annum|a)\b|(weekly|monthly|yearly|annually|pcm)\b)/
const EVERY_BEFORE =
  /\b(weekly|monthly|yearly|annual) (?:(?:deposit|contribution|saving|payment|addition|investment|income|pay|salary|wage|budget|amount)s? )?(?:of |is )?$/
const PERCENT = /^ ?(?:%|per ?cent\b|pct\b)/
const NO_MONEY =
  /^ ?-?(?:years?|days?|hours?|hrs?|minutes?|mins?|weeks?|seconds?|km|kg|lbs?|miles?|people|persons?|times|points?|followers|calories|steps|shares|debts|cards|loans|kids|children|st|nd|rd|th)\b/
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  crore: 1e7,
  crores: 1e7,
  bn: 1e9,
  billion: 1e9,
}

/**
 * The amounts in a heard text, in order: "$250k" → 250000 in "$", "1.200,50 euros" → 1200.5 in "euros",
 * "200 a month" → 200 every month. Percentages, times, counts of other things and years are no
 * amounts.
 */
export function readAmounts(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const [whole, minus, symbol, digits = '', scale, code] = match
    if (/^401 ?k$|^403 ?b$/.test(whole.trim())) return []
    const from = match.index + (whole.length - whole.trimStart().length)
    const figure = {
      value: (minus ? -1 : 1) * numberOf(digits) * (SCALES[scale ?? ''] ?? 1),
      from,
      to: match.index + whole.length,
    }
    const isCounted = !symbol && !code && !scale && NO_MONEY.test(wordsAfter(text, figure))
    if (isCounted || PERCENT.test(wordsAfter(text, figure)) || isYear(text, figure)) return []
    const every = everyOf(text, figure)
    return [{ ...figure, to: figure.to + every.length, currency: currencyOf(symbol ?? code), every: every.period }]
  })
}

/** `1.200,50`, `1,200.50`, `300 000` and `250.000` (three zeros after a point are thousands to those who write so). */
function numberOf(written: string): number {
  const digits = written.replaceAll(' ', '')
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''))
  if (/^-?[1-9]\d{0,2}\.000$/.test(digits)) return Number(digits.replace('.', ''))
  return Number(digits.replace(',', '.'))
}

function everyOf(text: string, figure: Figure): { period: Amount['every']; length: number } {
  const after = EVERY.exec(wordsAfter(text, figure))
  if (after) return { period: periodOf(after[1] ?? after[2] ?? ''), length: after[0].length }
  const before = EVERY_BEFORE.exec(wordsBefore(text, figure))
  return { period: before ? periodOf(before[1] ?? '') : null, length: 0 }
}

const periodOf = (word: string): 'week' | 'month' | 'year' =>
  word.startsWith('w') ? 'week' : word.startsWith('m') || word.startsWith('p') ? 'month' : 'year'

const currencyOf = (word: string | undefined): string =>
  word === undefined ? '' : /^(?:[a-z]{3}|[a-z]{0,2}\$)$/.test(word) ? word.toUpperCase() : word
