import * as z from 'zod'
import { facts, note, number } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { findChance } from '../find-chance.ts'
import { findOdds } from '../find-odds.ts'
import { heardText } from '../heard-text.ts'
import { moneyText } from '../money-text.ts'
import { readOdds } from '../odds.ts'
import { percent } from '../percent-text.ts'
import { defineTool, type Heard } from '../tool.ts'

/** How much lower the chance is taken for the second look, 0..1. */
const CAUTION = 0.03

/**
 * Expected value of a bet from its price and one's own chance: EV per unit = p × decimal − 1.
 * Source: the definition of expectation; see OpenStax, Introductory Statistics, section 4.2.
 */
export default defineTool({
  name: 'expected-value',
  summary: 'Computes the expected value of a bet from its odds and your estimate of the chance.',
  example: 'is +120 good value if the chance is 50%',
  effect: 'read',
  input: z.object({
    odds: z.string().max(40).describe('The price: +120, 2.2, 6/5'),
    win_probability: z
      .number()
      .min(0, 'the chance must be from 0 to 1')
      .max(1, 'the chance must be from 0 to 1 (0% to 100%)')
      .describe('Your own estimate, 0..1'),
    stake: z.number().positive('the stake must be above 0').max(1e12, 'the stake is too large').optional(),
  }),
  output: z.object({
    decimal_odds: z.number(),
    break_even_probability: z.number(),
    ev_per_unit_staked: z.number(),
    ev_per_unit_if_chance_is_3_points_lower: z.number(),
    /** In the currency of the stake; null without a stake. */
    ev_of_stake: z.number().nullable(),
    standard_deviation_per_unit: z.number(),
  }),
  hear: (said) => hearBet(heardText(said)),
  run({ odds, win_probability: chance, stake }) {
    const { decimal, impliedProbability } = readOdds(odds)
    const ev = expectedValue(decimal, chance)
    return {
      decimal_odds: decimal,
      break_even_probability: impliedProbability,
      ev_per_unit_staked: ev,
      ev_per_unit_if_chance_is_3_points_lower: expectedValue(decimal, Math.max(0, chance - CAUTION)),
      ev_of_stake: stake === undefined ? null : ev * stake,
      standard_deviation_per_unit: decimal * Math.sqrt(chance * (1 - chance)),
    }
  },
  show(output, { odds, win_probability, stake }) {
    return [
      facts('The bet', {
        Odds: `${odds.trim()} (decimal ${output.decimal_odds.toFixed(3)})`,
        'Your chance of winning': percent(win_probability),
        'Chance needed to break even': percent(output.break_even_probability),
        ...(stake === undefined ? {} : { Stake: moneyText(stake, '') }),
      }),
      facts('Expected value', {
        'Per unit staked': number(output.ev_per_unit_staked),
        'Per unit if your chance is 3 points too high': number(output.ev_per_unit_if_chance_is_3_points_lower),
        ...(output.ev_of_stake === null ? {} : { 'For this stake': moneyText(output.ev_of_stake, '') }),
        'Standard deviation of one bet, per unit': number(output.standard_deviation_per_unit),
      }),
      note(verdictTone(output.ev_per_unit_staked, output.ev_per_unit_if_chance_is_3_points_lower), verdict(output)),
      note('plain', 'EV per unit = chance × decimal odds − 1. Break-even chance = 1 / decimal odds.'),
      note(
        'warn',
        'Most bettors lose money over time: the true chance is unknown, the price contains the bookmaker’s margin, and short runs are luck. A positive figure here is only as good as your estimate. It is not advice to bet.',
      ),
    ]
  },
})

/** EV per unit staked at decimal odds: chance × odds − 1. */
const expectedValue = (decimal: number, chance: number): number => chance * decimal - 1

const verdictTone = (ev: number, cautious: number) => (ev > 0 && cautious > 0 ? 'plain' : 'warn')

function verdict(output: { ev_per_unit_staked: number; ev_per_unit_if_chance_is_3_points_lower: number }): string {
  const { ev_per_unit_staked: ev, ev_per_unit_if_chance_is_3_points_lower: cautious } = output
  if (ev <= 0) return 'At this chance the bet does not pay in the long run: the price is not good value.'
  if (cautious <= 0)
    return 'Positive at your chance, but negative if that is 3 points too high: too uncertain to rely on.'
  return 'Positive if your chance is right, and still positive if it is 3 points too high.'
}

const TOPIC =
  /\b(?:ev|expect(?:e?d)? value|(?:is|be) (?:that|this|it) (?:any )?value|would (?:\S{1,8} ){1,3}be (?:any )?value|good value|value bet|any value|good bet|worth (?:it|betting|taking)|positive expectation|expected (?:return|profit|winnings)|is [\d./+-]+ (?:any )?value)\b|\+ev\b/
// These ask for it only with a price and a chance.
const LOOSE =
  /\bshould i (?:take|back)\b|\bedge\b|\bpays? off\b|\bon average\b|\bprofitable\b|\bgood (?:price|odds|deal)\b|\bis [\d./+-]+ (?:a )?good\b/
const MINE = /\b(?:bet|bets|betting|odds|stake|wager|moneyline|chance|probability|win)\b/
const STAKE_IN_WORDS = /\b(?:of|on|with|betting|bet) (\d{1,9}(?:\.\d{1,2})?) ?(?=quid|bucks|dollars?|euros?|pounds?)/
const STAKE =
  /(?:\b(?:stake|staking|wager|wagering|risking|bet|betting)(?: of| is)? |(?=[$£€]))[$£€]?(\d{1,9}(?:\.\d{1,2})?)(?![\w%/]|\.\d| ?%)/
function hearBet(text: string): Heard {
  if (!TOPIC.test(text) && !LOOSE.test(text)) return null
  const { chance, rest } = findChance(text.replace(STAKE_IN_WORDS, 'staking $1 '))
  const { price, stake } = priceIn(rest)
  if (price !== undefined && chance !== null) {
    return { use: { odds: price, win_probability: chance, ...(stake === null ? {} : { stake }) } }
  }
  if (!TOPIC.test(text)) return null
  if (price !== undefined) return { missing: ['your own estimate of the chance of winning, such as 50%'] }
  if (chance !== null && MINE.test(text)) return { missing: ['the odds, such as +120, 2.20 or 6/5'] }
  return asksToCompute(text, /\bexpected value\b|\bev\b/) && /\bbet\b/.test(text)
    ? { missing: ['the odds, such as +120', 'your own estimate of the chance of winning, such as 50%'] }
    : null
}

/** "bet 2.10 at 50%" has a price and no stake, "bet 20 at 2.10" has both: the stake may not be the only price. */
function priceIn(plain: string): { price: string | undefined; stake: number | null } {
  const stake = STAKE.exec(plain)
  const [besides] = findOdds(stake ? plain.replace(STAKE, ' stake ') : plain)
  if (besides !== undefined || !stake) return { price: besides, stake: stake ? Number(stake[1]) : null }
  return { price: findOdds(plain)[0], stake: null }
}
