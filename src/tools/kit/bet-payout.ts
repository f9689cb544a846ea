import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearBetPayout } from '../hear-bet-payout.ts'
import { currencyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { oddsOf, printAmerican, readOdds } from '../odds.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

/** A common margin on one price; only to show how margins multiply in a combination. */
const MARGIN_SHOWN = 0.05

const input = z.object({
  odds: z
    .array(z.string().max(40))
    .min(1, 'at least one price is needed, such as -150')
    .max(20, 'at most 20 prices in one combination')
    .describe('Prices as written: -150, 2.5, 5/2, evens; several are one combination'),
  stake: z.number().positive('the stake must be above 0').max(1e9, 'the stake is too large').optional(),
  currency: currencyField,
})

const output = z.object({
  legs: z.array(z.object({ said: z.string(), decimal: z.number(), implied_probability: z.number() })),
  /** The product of the decimal odds of all legs. */
  decimal: z.number(),
  american: z.number(),
  implied_probability: z.number(),
  /** For the stake, or for each 1 staked where none was named. */
  profit: z.number(),
  returned: z.number(),
})

/** Return = stake × decimal odds, profit = return − stake; the odds of a combination multiply. Source: UK Gambling Commission, "Understanding odds". */
export default defineTool({
  name: 'bet-payout',
  summary: 'What a stake that you name would return at its odds, alone or combined in a parlay (accumulator).',
  example: 'what does a $40 bet at -150 pay',
  effect: 'read',
  input,
  output,
  hear: hearBetPayout,
  run({ odds, stake = 1 }) {
    const legs = odds.map((said) => {
      const { decimal, impliedProbability } = readOdds(said)
      return { said: said.trim(), decimal, implied_probability: impliedProbability }
    })
    const decimal = Number(legs.reduce((product, leg) => product * leg.decimal, 1).toPrecision(12))
    const { american, impliedProbability } = oddsOf(decimal)
    const returned = stake * decimal
    return { legs, decimal, american, implied_probability: impliedProbability, profit: returned - stake, returned }
  },
  show(told, { stake, currency }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const isCombined = told.legs.length > 1
    return [
      ...(isCombined ? [legsTable(told.legs)] : []),
      facts(isCombined ? 'All legs together' : 'The bet', {
        ...(isCombined ? {} : { Odds: told.legs[0]?.said ?? null }),
        'Decimal odds': decimalText(told.decimal),
        'American odds': printAmerican(told.american),
        'Chance that the odds imply': percent(told.implied_probability),
      }),
      facts(isCombined ? 'If every leg wins' : 'If it wins', {
        ...(stake === undefined ? { 'For each staked': money(1) } : { 'Stake, as you named it': money(stake) }),
        Profit: money(told.profit),
        'Return, with the stake': money(told.returned),
      }),
      note('plain', isCombined ? COMBINED_FORMULA : 'Formula: return = stake × decimal odds; profit = return − stake.'),
      note('warn', warning(told.legs.length)),
    ]
  },
})

const COMBINED_FORMULA =
  'Formula: the decimal odds of all legs multiplied; return = stake × that; profit = return − stake. It holds for legs that do not depend on each other.'

type Legs = z.output<typeof output>['legs']

const legsTable = (legs: Legs): Block =>
  table(
    ['Leg', 'Odds', 'Decimal', 'Implied chance'],
    legs.map((leg, place) => [String(place + 1), leg.said, decimalText(leg.decimal), percent(leg.implied_probability)]),
    'Legs',
  )

const decimalText = (decimal: number): string =>
  decimal.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 3 })

function warning(legs: number): string {
  const start =
    'If it loses, the whole stake is gone. The odds hold the bookmaker’s margin, so the true chance is lower'
  if (legs === 1) return `${start}, and on average such a bet loses money. This is arithmetic, not advice to bet.`
  const kept = 1 - (1 + MARGIN_SHOWN) ** -legs
  return `${start}, and margins multiply: with ${percent(MARGIN_SHOWN)} on each price, ${legs} legs lose ${percent(kept)} of the stakes on average. This is arithmetic, not advice to bet.`
}
