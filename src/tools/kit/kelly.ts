import * as z from 'zod'
import { type Block, facts, note, number, series } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { findChance } from '../find-chance.ts'
import { findOdds } from '../find-odds.ts'
import { heardText } from '../heard-text.ts'
import { nameMissing } from '../name-missing.ts'
import { readOdds } from '../odds.ts'
import { percent } from '../percent-text.ts'
import { defineTool, type Heard } from '../tool.ts'

/** How much lower the chance is taken for the second look, 0..1. */
const CAUTION = 0.03
const CHART_POINTS = 60

const Output = z.object({
  decimal_odds: z.number(),
  break_even_probability: z.number(),
  ev_per_unit_staked: z.number(),
  /** 0 where the formula says not to bet. */
  kelly_fraction: z.number(),
  half_kelly_fraction: z.number(),
  kelly_fraction_if_chance_is_3_points_lower: z.number(),
  /** Expected logarithm of what one bet multiplies the bankroll by, at the Kelly fraction. */
  log_growth_per_bet: z.number(),
  /** In percent a bet, for shares from 0 to `widest_share`; empty without an edge. */
  growth_percent_by_share: z.array(z.number()),
  widest_share: z.number(),
})

/** The Kelly fraction as mathematics: f = (p × odds − 1) ÷ (odds − 1). Source: Kelly, Bell System Technical Journal 35 (1956). */
export default defineTool({
  name: 'kelly',
  summary: 'Shows what the Kelly formula gives for odds and your own estimate of the chance, and why it misleads.',
  example: 'kelly fraction at 2.2 with a 50% chance',
  effect: 'read',
  input: z.object({
    odds: z.string().max(40).describe('The price: +120, 2.2, 6/5'),
    win_probability: z
      .number()
      .gt(0, 'the chance must be above 0')
      .lt(1, 'the chance must be below 1 (100% is never known)')
      .describe('The person’s own estimate, 0..1'),
  }),
  output: Output,
  hear: (said) => hearKelly(heardText(said)),
  run({ odds, win_probability: chance }) {
    const { decimal, impliedProbability } = readOdds(odds)
    const kelly = kellyFraction(decimal, chance)
    return {
      decimal_odds: decimal,
      break_even_probability: impliedProbability,
      ev_per_unit_staked: chance * decimal - 1,
      kelly_fraction: kelly,
      half_kelly_fraction: kelly / 2,
      kelly_fraction_if_chance_is_3_points_lower: kellyFraction(decimal, Math.max(0, chance - CAUTION)),
      log_growth_per_bet: logGrowth(decimal, chance, kelly),
      growth_percent_by_share: growthCurve(decimal, chance, widestShare(kelly)),
      widest_share: widestShare(kelly),
    }
  },
  show: (output, { odds, win_probability }) => [
    facts('What you gave', {
      Odds: `${odds.trim()} (decimal ${output.decimal_odds.toFixed(3)})`,
      'Your estimate of the chance': percent(win_probability),
      'Chance needed to break even': percent(output.break_even_probability),
      'Expected value per unit staked': number(output.ev_per_unit_staked),
    }),
    ...(output.kelly_fraction > 0 ? showEdge(output) : showNoEdge(output)),
    note(
      'plain',
      'Formula: f = (chance × odds − 1) ÷ (odds − 1), decimal odds (J. L. Kelly, 1956). It maximises the expected logarithm of the bankroll, if the chance is exactly known.',
    ),
    ...WARNINGS.map((text) => note('warn', text)),
  ],
})

const WARNINGS = [
  'WARNING: this is mathematics, not advice to bet and not a stake. No amount of money is computed here. Estimated chances are usually too high: bettors overrate their edge, and the price already holds the bookmaker’s margin. An estimate that is a few points too high turns the formula into a plan for losing.',
  'Losing streaks are certain to come: even with a true edge, full Kelly has about an even chance of halving the bankroll at some time. Never bet money that you need or have borrowed.',
  'If betting causes harm or you cannot stop, help is free and confidential: in the USA the National Council on Problem Gambling, 1-800-MY-RESET; in the UK the National Gambling Helpline, 0808 8020 133; elsewhere search for “gambling helpline” and your country.',
]

type Shown = z.output<typeof Output>

function showEdge(output: Shown): readonly Block[] {
  const cautious = output.kelly_fraction_if_chance_is_3_points_lower
  return [
    facts('What the formula gives, as a share of the bankroll', {
      'Kelly fraction': percent(output.kelly_fraction),
      'Half Kelly (theory)': percent(output.half_kelly_fraction),
      'Kelly fraction if your chance is 3 points too high': cautious > 0 ? percent(cautious) : '0 % (no bet)',
      'Growth per bet at the Kelly fraction': `${(Math.expm1(output.log_growth_per_bet) * 100).toFixed(2)} %`,
    }),
    series(
      `Growth per bet in percent, for shares from 0 to ${(output.widest_share / output.kelly_fraction).toFixed(1)} times Kelly (best at 1)`,
      output.growth_percent_by_share,
      'chart',
    ),
    note(
      cautious > 0 ? 'plain' : 'warn',
      cautious > 0
        ? 'In theory half Kelly gives about three quarters of the growth with half the swings; it creates no edge.'
        : 'With a chance 3 points lower the formula says no bet: the edge is smaller than the usual error of an estimate.',
    ),
  ]
}

const showNoEdge = (output: Shown): readonly Block[] => [
  facts('What the formula gives', { Result: 'no bet by this formula (Kelly fraction 0 %)' }),
  note(
    'warn',
    `Your chance is not above the ${percent(output.break_even_probability)} that these odds need, so there is no edge, and no staking plan makes up for that.`,
  ),
]

/** 0 without an edge. */
const kellyFraction = (decimal: number, chance: number): number => Math.max(0, (chance * decimal - 1) / (decimal - 1))

const logGrowth = (decimal: number, chance: number, share: number): number =>
  chance * Math.log1p(share * (decimal - 1)) + (1 - chance) * Math.log1p(-share)

/** Stops short of the whole bankroll, where the logarithm has no value. */
const widestShare = (kelly: number): number => (kelly === 0 ? 0 : Math.min(2.5 * kelly, (1 + kelly) / 2))

function growthCurve(decimal: number, chance: number, widest: number): number[] {
  if (chance * decimal <= 1) return []
  return Array.from({ length: CHART_POINTS }, (_, place) => {
    const share = (widest * place) / (CHART_POINTS - 1)
    return 100 * Math.expm1(logGrowth(decimal, chance, share))
  })
}

const TOPIC = /\bkel{1,2}(?:y|ey|ys|y's)\b(?! (?:services|clarkson|rowland|slater|green)\b)/
const BANKROLL =
  /(?:\b(?:bankroll|stake|pot|balance|roll)(?: of| is)? ?[$£€]?\d[\d,]*(?:\.\d{1,2})?k?\b(?!\/\d)|[$£€]\d[\d,]*(?:\.\d{1,2})?k?\b)/g
const EDGE = /\bedge\b.{0,12}\d|\d ?% edge\b/

function hearKelly(text: string): Heard {
  if (!TOPIC.test(text)) return null
  const { chance, rest } = findChance(text)
  const [price] = findOdds(rest.replace(BANKROLL, ' '))
  const sure = EDGE.test(text) ? null : chance
  if (price !== undefined && sure !== null) return { use: { odds: price, win_probability: sure } }
  const missing = nameMissing([
    [price, 'the odds, such as 2.20, +120 or 6/5'],
    [sure, 'your own estimate of the chance of winning, such as 50%'],
  ])
  if (price !== undefined || sure !== null) return { missing }
  return !asksToUnderstand(text) && asksToCompute(text, TOPIC) && COMPUTED.test(text) ? { missing } : null
}

const COMPUTED =
  /\bkell(?:y|ey|ys|y's) (?:fraction|criterion|stake|bet|number|percentage|value|formula)\b|\b(?:my|half|full) kell(?:y|ey)\b/
