import * as z from 'zod'
import { type Block, facts, known, note, number, table } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { removeMargin } from '../fair-odds.ts'
import { findOdds } from '../find-odds.ts'
import { heardText } from '../heard-text.ts'
import { readOdds } from '../odds.ts'
import { percent } from '../percent-text.ts'
import { defineTool, type Heard } from '../tool.ts'

const Output = z.object({
  margin_ratio: z.number(),
  hold_ratio: z.number(),
  power_exponent: z.number(),
  outcomes: z.array(
    z.object({
      said: z.string(),
      decimal: z.number(),
      implied_probability: z.number(),
      fair_probability_proportional: z.number(),
      fair_probability_power: z.number(),
      /** Null without a margin. */
      fair_probability_shin: z.number().nullable(),
      fair_decimal_proportional: z.number(),
      fair_decimal_power: z.number(),
    }),
  ),
})

/** The margin in a set of odds, and what is left without it. Formulas and sources stand in `fair-odds.ts`. */
export default defineTool({
  name: 'odds-margin',
  summary: 'Finds the bookmaker’s margin in the odds of all outcomes, and the fair odds and chances without it.',
  example: 'fair odds for 2.10, 3.40 and 3.60',
  effect: 'read',
  input: z.object({
    odds: z
      .array(z.string().max(40))
      .min(2, 'the odds of every outcome are needed, at least two')
      .max(50, 'at most 50 outcomes')
      .describe('The prices of all outcomes of one event, as written: +150, 2.5, 5/2, evens'),
  }),
  output: Output,
  hear: (said) => hearBook(heardText(said)),
  run({ odds }) {
    const prices = odds.map((said) => ({ said, decimal: readOdds(said).decimal }))
    const book = removeMargin(prices.map(({ decimal }) => decimal))
    return {
      margin_ratio: book.margin,
      hold_ratio: book.hold,
      power_exponent: book.exponent,
      outcomes: prices.map(({ said, decimal }, place) => {
        const [proportional, power] = [book.proportional[place] ?? Number.NaN, book.power[place] ?? Number.NaN]
        return {
          said,
          decimal,
          implied_probability: book.implied[place] ?? Number.NaN,
          fair_probability_proportional: proportional,
          fair_probability_power: power,
          fair_probability_shin: book.shin?.[place] ?? null,
          fair_decimal_proportional: 1 / proportional,
          fair_decimal_power: 1 / power,
        }
      }),
    }
  },
  show: showBook,
})

function showBook({ margin_ratio, hold_ratio, power_exponent, outcomes }: z.output<typeof Output>): readonly Block[] {
  return [
    facts('Margin', {
      'Implied chances sum to': percent(1 + margin_ratio),
      'Margin (overround, vig)': percent(margin_ratio),
      'Hold (share of all stakes kept)': percent(hold_ratio),
    }),
    table(
      ['Outcome', 'Decimal', 'Implied', 'Proportional', 'Power', 'Shin'],
      outcomes.map((one) => [
        one.said,
        number(one.decimal),
        percent(one.implied_probability),
        percent(one.fair_probability_proportional),
        percent(one.fair_probability_power),
        known(one.fair_probability_shin, percent),
      ]),
      'Fair chances by three methods',
    ),
    table(
      ['Outcome', 'Fair odds (proportional)', 'Fair odds (power)'],
      outcomes.map((one) => [one.said, two(one.fair_decimal_proportional), two(one.fair_decimal_power)]),
      'Fair odds, decimal',
    ),
    note(
      'plain',
      `Margin = Σ(1 ÷ odds) − 1; hold = 1 − 1 ÷ Σ. Proportional: implied ÷ Σ. Power: implied^k, here k = ${power_exponent.toFixed(4)}, so that they sum to 100 %. Shin: the share of insiders that explains the margin. The last two take more from outsiders, as real margins do; where the methods differ, the truth is that uncertain.`,
    ),
    margin_ratio < 0
      ? note(
          'warn',
          'The implied chances sum to less than 100 %: probably an outcome is missing, or the prices come from several bookmakers. The fair figures mean something only if these are all outcomes of one event.',
        )
      : note(
          'plain',
          'This holds only if these are all outcomes of one event, and exactly one of them wins. Fair odds are the market’s opinion, not an edge.',
        ),
  ]
}

const two = (decimal: number) => number(Math.round(decimal * 100) / 100)

const TOPIC =
  /\b(?:margins?|vig|vigorish|juice|over[- ]?round|(?:bookie|bookmaker|sportsbook)s? (?:is |are )?(?:tak|keep|mak|charg)(?:e|es|ing)|hold|(?:bookies?|bookie's|bookmakers?|bookmaker's) cut|real (?:odds|chances|prob\w{4,9}es)|house edge|no[- ]vig|de-?vig(?:ged|ging)?|vig[- ]?free|fair (?:odds|price|prices|line|value|probabilit(?:y|ies)|chances?|percentages?)|true (?:odds|probabilit(?:y|ies)|chances?|price))\b/
const MARKET = /\b(?:odds|bet|betting|bookmaker|bookie|sportsbook|vig|vigorish|juice|overround|de-?vig)\b/
const OTHER_TOOL =
  /\b(?:expected value|ev|kelly|parlay|accumulator|acca|mean|profit|gross|operating|sales|loan|customers?|clients?|subscribers?|ltv|cac)\b/

function hearBook(text: string): Heard {
  if (!TOPIC.test(text) || OTHER_TOOL.test(text)) return null
  const odds = pricesIn(text)
  if (odds.length > 1) return { use: { odds } }
  const need = ['the price of every outcome of the event, such as 2.10, 3.40 and 3.60']
  if (odds.length === 1) return MARKET.test(text) || /^[+-]/.test(odds[0] ?? '') ? { missing: need } : null
  return !asksToUnderstand(text) && MARKET.test(text) && asksToCompute(text.replace(REMOVE, 'calculate '), TOPIC)
    ? { missing: need }
    : null
}

const REMOVE = /\b(?:remove|strip|take out) (?=(?:the )?(?:vig|margin|juice|overround)\b)/

/** The prices of a book; where only one is written with a point or sign, whole numbers in the list count too: "2.1, 3.4, 4". */
function pricesIn(text: string): readonly string[] {
  const plain = text
    .replace(/([+-]\d{3,6}|\d\.\d{1,3})\/(?=[+-]\d{3,6}|\d{1,2}\.\d)/g, '$1 / ')
    .replace(/\bat \d{1,2}(?::\d\d)? ?[ap]m\b/g, ' ')
  const odds = findOdds(plain)
  if (odds.some((price) => /^\d+\.\d+$/.test(price))) {
    const withWhole = [...plain.matchAll(/(?<![\w.$£€/+-])\d{1,4}(?:\.\d{1,4})?(?![\w%/]|\.\d|-way)/g)].map(
      ([price]) => price,
    )
    if (withWhole.every((price) => Number(price) > 1)) return withWhole
  }
  return odds
}
