import * as z from 'zod'
import { type Block, facts, note, number, table } from '../../report/report.ts'
import { findOdds } from '../find-odds.ts'
import { heardText } from '../heard-text.ts'
import { printAmerican, readOdds } from '../odds.ts'
import { percent } from '../percent-text.ts'
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
})

/** Turns prices from one odds format into all others. */
export default defineTool({
  name: 'odds-conversion',
  summary: 'Converts betting odds between American, decimal, fractional and implied probability.',
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
  run: ({ odds }) => ({
    prices: odds.map((said) => {
      const { impliedProbability, ...price } = readOdds(said)
      return { said, ...price, implied_probability: impliedProbability }
    }),
  }),
  show: (output) => (output.prices.length === 1 ? showOne(output) : showSeveral(output)),
})

const WISH = /\b(?:convert|conversion|in|to|into|as|what(?:'s| is| are)|implied|calculate|remove|margin|vig|fair)\b/
const FORMAT =
  /\b(?:american|moneyline|us odds|fractional|fraction odds|implied|probabilit(?:y|ies)|odds|vig|vigorish|juice|overround|no-vig)\b/
const SIGNED_TO =
  /^.{0,60}[+-]\d{3,6}\b.{0,20}\b(?:in|to|into|as)\b.{0,12}\b(?:decimal|fraction|fractional|percent|percentage)\b/
const PERCENT_OF =
  /^what does [+-]\d{3,6} mean as a percent|^what (?:chance|probability) (?:is|are|does|do) (?:odds of )?\d{1,2}\.\d{1,3}(?: odds)?[?. ]*$|^(?:what|which) (?:percentage|percent|%|chance) (?:is|are|does|for) (?:odds of )?[+-]\d{3,6}\b/
const TELEGRAM =
  /^(?:(?:[+-]\d{3,6}|\d{1,4}\/\d{1,4} odds) (?:odds )?(?:decimal|fractional|implied|probability|percent|percentage|american)(?: odds| probability)?|(?:decimal|fractional|american|probability|percentage)(?: odds)? (?:of|for) (?:[+-]\d{3,6}|\d{1,4}\/\d{1,4}))[?.! ]*$/
// "what are fractional odds like 5/2" asks what they are.
const ABOUT_FORMAT = /^(?:what (?:are|is)|how do|explain) (?:american|decimal|fractional|moneyline|betting) odds\b/
const TO_FORMAT = /\b(?:to|in|into|as) (?:american|decimal|fractional|moneyline|odds)\b/
const ABOUT_BOOK =
  /\b(?:margin|vig|vigorish|juice|overround|(?:fair|true) (?:odds|price|prices|probabilit(?:y|ies)|chances?)|no[- ]vig|de-?vig)\b/
const OTHER_TOOL =
  /\b(?:expected value|\bev\b|kelly|stake|parlay|accumulator|good value|good bet|value bet|worth|xg|expected goals|poisson|mean(?! as a percent))\b/

function hearOdds(text: string): Heard {
  if (OTHER_TOOL.test(text)) return null
  if (ABOUT_FORMAT.test(text) && !TO_FORMAT.test(text)) return null
  if (ABOUT_BOOK.test(text)) return null
  if (BARE_FRACTION.test(text))
    return { missing: ['the word “odds”, if it is a price and no plain fraction: “convert 5/2 odds to decimal”'] }
  if (
    !(WISH.test(text) && FORMAT.test(text)) &&
    !SIGNED_TO.test(text) &&
    !PERCENT_OF.test(text) &&
    !TELEGRAM.test(text)
  )
    return null
  const odds = findOdds(text, { chances: TO_FORMAT.test(text) })
  if (odds.length > 0) return { use: { odds } }
  return THESE_ODDS.test(text) ? { missing: ['the odds, such as +150, 2.50 or 5/2'] } : null
}

// 5/2 is 2.5 as a number and 3.5 as a price.
const BARE_FRACTION =
  /^(?:please |can you )?(?:convert |turn |change |what(?:'s|s| is) )?\d{1,4}\/\d{1,4} (?:in|into|to|as)(?: an?)? (?:decimals?|percent|percentage)[?.! ]*$/

const THESE_ODDS = /^(?:please |can you |could you )?convert (?:my|these|this|some) /

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
      'Implied probability': percent(price.implied_probability),
      'Profit on a stake of 100': number((price.decimal - 1) * 100),
    }),
    note(
      'plain',
      'Decimal = fraction + 1 = 1 + A/100 (American plus) = 1 + 100/A (American minus). Implied probability = 1 / decimal; it still contains the bookmaker’s margin. American and fractional values are rounded.',
    ),
  ]
}

const showSeveral = ({ prices }: Shown): readonly Block[] => [
  table(
    ['As given', 'Decimal', 'American', 'Fractional', 'Implied'],
    prices.map((price) => [
      price.said,
      number(price.decimal),
      printAmerican(price.american),
      price.fractional,
      percent(price.implied_probability),
    ]),
    'Odds',
  ),
  note(
    'plain',
    'Implied probability = 1 / decimal; it still contains the bookmaker’s margin. For the odds of all outcomes of one event, ask for the fair odds.',
  ),
]
