import type { Figure } from './figure.ts'

const PERCENT =
  /(?<![\w.,])([-+]?\d{1,15}(?:[.,]\d{1,12})?) ?(?:%|percent\b|per ?cent\b|pct\b)(?: (?:apr|apy|aer|interest|nominal|effective))?(?: ?(?:\/|a |per |each |every )(month|mo|year|annum|yr|day)\b| (monthly)\b(?! (?:re)?pay| instal| fees?\b))?/g
const BARE_RATE =
  /\b(?:at|(?:rate|interest|apr) (?:of|is|at)|interest|apr) (\d{1,2}(?:\.\d{1,6})?)(?= (?:over|for|across|interest|apr)\b)|(?<!\b(?:on|in|since|from|by|until|till|before|after|due) )\bapr (?:of |is |at )?(\d{1,2}(?:\.\d{1,6})?)(?=$|, | (?:paying|pay|with|and|min)\b)/g

/**
 * The yearly rates in a heard text, as ratios: "at 4.5%" → 0.045, "2 percent a month" → 0.24, "at 4.5 over 30 years" → 0.045.
 * A rate by the day is left out, for nobody compounds it alike.
 */
export function readRates(text: string): Figure[] {
  const marked = [...text.matchAll(PERCENT)].flatMap((match) => {
    const [whole, digits = '', every, adverb] = match
    if (every === 'day') return []
    // APR, APY and AER are yearly by their names: "29.9% apr a month" asks for the cost of a month.
    const isYearly = /\b(?:apr|apy|aer)\b/.test(whole)
    const perYear = !isYearly && (every === 'month' || every === 'mo' || adverb) ? 12 : 1
    return [figureAt(match.index, whole, (Number(digits.replace(',', '.')) / 100) * perYear)]
  })
  if (marked.length > 0) return marked
  return [...text.matchAll(BARE_RATE)].map(({ index, 0: whole, 1: before, 2: digits = before }) =>
    figureAt(index, whole, Number(digits) / 100),
  )
}

const figureAt = (from: number, whole: string, value: number): Figure => ({
  value: Number(value.toPrecision(12)),
  from,
  to: from + whole.length,
})
