import { withoutFigures } from './figure.ts'
import { digitsForWords } from './number-words.ts'
import { type Amount, readAmounts } from './read-amounts.ts'
import { readRates } from './read-rates.ts'
import { readTerms } from './read-terms.ts'

/** What a sentence about money says in numbers. `rates` are yearly ratios, `terms` months. */
export interface Figures {
  /** The text that the places of the figures refer to. */
  readonly text: string
  readonly amounts: readonly Amount[]
  readonly rates: readonly number[]
  readonly terms: readonly number[]
  /** As the person wrote it: "$", "EUR", "euros"; empty when none was named. */
  readonly currency: string
  /** The words that are left when every figure is blanked out. */
  readonly rest: string
}

/** The figures of a heard text: "mortgage 300k 6% 25 years" → one amount, one rate of 0.06, one term of 300 months. */
export function readFigures(heard: string): Figures {
  const text = digitsForWords(heard)
  const rates = readRates(text)
  const withoutRates = withoutFigures(text, rates)
  const terms = readTerms(withoutRates)
  const withoutTerms = withoutFigures(withoutRates, terms)
  const amounts = readAmounts(withoutTerms)
  return {
    text,
    amounts,
    rates: rates.map((rate) => rate.value),
    terms: terms.map((term) => term.value),
    currency: amounts.find((amount) => amount.currency)?.currency ?? '',
    rest: withoutFigures(withoutTerms, amounts),
  }
}

/** An amount by the month: 2,400 a year → 200, 50 a week → 216.67 (52 weeks ÷ 12). */
export const perMonth = ({ value, every }: Amount): number =>
  every === 'year' ? value / 12 : every === 'week' ? (value * 52) / 12 : value
