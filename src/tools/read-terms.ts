import type { Figure } from './figure.ts'

const TERM =
  /(?<![\w.,/])(\d{1,6}(?:[.,]\d{1,4})?)(?: ?-? ?(years?|yrs?|months?|mos?|mths?|decades?)|(y))\b(?! ?-?olds?\b| ago\b)/g
const IN_WORDS = /\b(?:for|in|over|within|after) (half a|a|one) (year|decade)( and a half)?\b/g

/**
 * The lengths of time in a heard text, as months: "30 years" → 360, "18 mo" → 18, "1 year and 6 months" → 18,
 * "over a year and a half" → 18. Ages ("a 5 year old") and "5 years ago" are no terms.
 */
export function readTerms(text: string): Figure[] {
  const digits = [...text.matchAll(TERM)].map(({ index, 0: whole, 1: many, 2: unit = 'years' }) => ({
    value: Number(many?.replace(',', '.')) * monthsOf(unit),
    from: index,
    to: index + whole.length,
  }))
  const words = [...text.matchAll(IN_WORDS)].map(({ index, 0: whole, 1: many, 2: unit = 'year', 3: half }) => ({
    value: monthsOf(unit) * ((many === 'half a' ? 0.5 : 1) + (half ? 0.5 : 0)),
    from: index,
    to: index + whole.length,
  }))
  return join([...digits, ...words], text)
}

const monthsOf = (unit: string): number => (unit.startsWith('d') ? 120 : unit.startsWith('y') ? 12 : 1)

/** "1 year" and "6 months" side by side are one term. */
function join(terms: readonly Figure[], text: string): Figure[] {
  const joined: Figure[] = []
  for (const term of terms) {
    const last = joined.at(-1)
    const gap = last && text.slice(last.to, term.from)
    if (last && gap !== undefined && /^(?:,? and |, | )$/.test(gap) && term.value < last.value && term.value < 12)
      joined[joined.length - 1] = { value: last.value + term.value, from: last.from, to: term.to }
    else joined.push(term)
  }
  return joined
}
