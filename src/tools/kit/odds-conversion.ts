import * as z from 'zod'
import { type Block, facts, note, number, ratio, table } from '../../report/report.ts'
import { findOdds } from '../find-odds.ts'
import { heardText } from '../heard-text.ts'
import { printAmerican, readOdds, removeMargin } from '../odds.ts'
import { defineTool, type Heard } from '../tool.ts'

const Output = z.object({
  prices: z.array(
    z.object({
      said: z.string(),
      decimal: z.number(),
      american: z.number(),
      fractional: z.string(),
      implied_probability: z.number(),
    }),
  ),
  /** What the implied chances sum to above 1, and the chances without it; null for a single price. */
  margin_ratio: z.number().nullable(),
  fair_probabilities: z.array(z.number()).nullable(),
})

/** Turns prices from one odds format into all others; several prices also give the margin and fair chances. */
export default defineTool({
  name: 'odds-conversion',
  summary:
    'Converts betting odds between American, decimal, fractional and implied probability, and removes the margin.',
  example: 'convert +150 to decimal',
  effect: 'read',
  input: z.object({
    odds: z
      .array(z.string().max(40))
      .min(1, 'at least one price is needed, such as +150')
      .max(50, 'at most 50 prices at once')
      .describe('Prices as written: +150, 2.5, 5/2, evens, 40%'),
  }),
  output: Output,
  hear: (said) => hearOdds(heardText(said)),
  run({ odds }) {
    const prices = odds.map((said) => ({ said, ...readOdds(said) }))
    const book = prices.length > 1 ? removeMargin(prices.map((price) => price.decimal)) : null
    return {
      prices: prices.map(({ impliedProbability, ...price }) => ({ ...price, implied_probability: impliedProbability })),
      margin_ratio: book?.margin ?? null,
      fair_probabilities: book ? [...book.fair] : null,
    }
  },
  show: (output) => (output.margin_ratio === null ? showOne(output) : showBook(output)),
})

const WISH = /\b(?:convert|conversion|in|to|into|as|what(?:'s| is| are)|implied|calculate|remove|margin|vig|fair)\b/
const FORMAT =
  /\b(?:american|moneyline|us odds|fractional|fraction odds|implied|probabilit(?:y|ies)|odds|vig|vigorish|juice|overround|no-vig)\b/
const SIGNED_TO =
  /^.{0,60}[+-]\d{3,6}\b.{0,20}\b(?:in|to|into|as)\b.{0,12}\b(?:decimal|fraction|fractional|percent|percentage)\b/
// "what are fractional odds like 5/2" asks what they are.
const ABOUT_FORMAT = /^(?:what (?:are|is)|how do|explain) (?:american|decimal|fractional|moneyline|betting) odds\b/
const TO_FORMAT = /\b(?:to|in|into|as) (?:american|decimal|fractional|moneyline|odds)\b/
const ABOUT_BOOK =
  /\b(?:margin|vig|vigorish|juice|overround|fair (?:odds|price|prices|probabilit(?:y|ies)|chances?)|no-vig)\b/
const OTHER_TOOL =
  /\b(?:expected value|\bev\b|kelly|stake|parlay|accumulator|good value|value bet|worth|does [+-]\d+ mean|mean)\b/

function hearOdds(text: string): Heard {
  if (OTHER_TOOL.test(text)) return null
  if (ABOUT_FORMAT.test(text) && !TO_FORMAT.test(text)) return null
  const isBook = ABOUT_BOOK.test(text)
  const asks = (WISH.test(text) && FORMAT.test(text)) || SIGNED_TO.test(text) || isBook
  if (!asks) return null
  const odds = findOdds(text, { chances: TO_FORMAT.test(text) })
  if (odds.length > 0 && (!isBook || odds.length > 1)) return { use: { odds } }
  if (isBook && odds.length === 1)
    return { missing: ['the price of every outcome of the event, such as 2.10, 3.40 and 3.60'] }
  return THESE_ODDS.test(text) ? { missing: ['the odds, such as +150, 2.50 or 5/2'] } : null
}

const THESE_ODDS =
  /^(?:please |can you |could you )?(?:convert|remove the margin from|calculate the margin of) (?:my|these|this|some) /

type Shown = z.output<typeof Output>

function showOne({ prices }: Shown): readonly Block[] {
  const [price] = prices
  if (!price) return []
  return [
    facts('Odds', {
      'As given': price.said,
      Decimal: number(price.decimal),
      American: printAmerican(price.american),
      Fractional: price.fractional,
      'Implied probability': ratio(price.implied_probability),
      'Profit on a stake of 100': number((price.decimal - 1) * 100),
    }),
    note(
      'plain',
      'Decimal = fraction + 1 = 1 + A/100 (American plus) = 1 + 100/A (American minus). Implied probability = 1 / decimal; it still contains the bookmaker’s margin. American and fractional values are rounded.',
    ),
  ]
}

function showBook({ prices, margin_ratio, fair_probabilities }: Shown): readonly Block[] {
  const rows = prices.map((price, place) => [
    price.said,
    number(price.decimal),
    printAmerican(price.american),
    price.fractional,
    ratio(price.implied_probability),
    ratio(fair_probabilities?.[place] ?? 0),
  ])
  const margin = margin_ratio ?? 0
  return [
    table(['As given', 'Decimal', 'American', 'Fractional', 'Implied', 'Without margin'], rows, 'Odds'),
    facts(undefined, { 'Implied chances sum to': ratio(1 + margin), Margin: ratio(margin) }),
    note(
      margin < 0 ? 'warn' : 'plain',
      margin < 0
        ? 'The implied chances sum to less than 100%: probably an outcome is missing, or the prices come from several bookmakers. The last two columns mean something only if these are all outcomes of one event.'
        : 'Margin = sum of implied probabilities − 1; without margin = implied ÷ sum (proportional method). This holds only if these are all outcomes of one event.',
    ),
  ]
}
