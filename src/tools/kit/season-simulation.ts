import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, count, facts, gauge, note, number, table } from '../../report/report.ts'
import { fitStrengths, type GoalStrengths, PRIOR_MATCHES } from '../goal-strengths.ts'
import { hearSeason } from '../hear-season.ts'
import { readMatchResults } from '../match-results.ts'
import { percent } from '../percent-text.ts'
import { restOfSeason, sidesOf } from '../season-fixtures.ts'
import { simulateSeason } from '../simulate-season.ts'
import { defineTool } from '../tool.ts'

const SEED = 20_260
const RUNS = 10_000
const MOST_SIDES = 100
const MOST_MATCHES = 10_000
/** Runs times fixtures; about five seconds of work. */
const MOST_WORK = 100_000_000
/** Poisson goals do not fit sports with more. */
const MOST_GOALS = 10
const MOST_ROWS = 40
const MOST_GAUGES = 6
const places = (what: string) => z.int(`${what} must be a whole number`).min(1, `${what} must be at least 1`).max(50)
const points = z.int('points must be whole').min(0, 'points cannot be negative').max(10, 'at most 10 points')

const Input = z.object({
  csv: z
    .string()
    .min(1, 'a results table is needed')
    .describe('date,home,away,home_goals,away_goals; empty goals: to come'),
  remaining: z.enum(['listed', 'double-round-robin', 'single-round-robin']).optional().describe('What is left to play'),
  runs: z
    .int('runs must be a whole number')
    .min(100, 'at least 100 seasons')
    .max(1_000_000, 'at most 1,000,000 seasons')
    .default(RUNS),
  seed: z
    .int('the seed must be a whole number')
    .min(0, 'the seed cannot be negative')
    .max(4_294_967_295, 'the seed is too large')
    .default(SEED),
  top_places: places('top places').optional(),
  bottom_places: places('bottom places').optional(),
  points_for_win: points.default(3),
  points_for_draw: points.default(1),
})

const Output = z.object({
  simulated: z.literal(true),
  runs: z.number(),
  seed: z.number(),
  matches_played: z.number(),
  matches_simulated: z.number(),
  remaining: z.enum(['listed', 'double-round-robin', 'single-round-robin']),
  pairings_repeat: z.boolean(),
  top_places: z.number(),
  bottom_places: z.number(),
  home_factor: z.number(),
  sides: z.array(
    z.object({
      side: z.string(),
      played: z.number(),
      points_now: z.number(),
      expected_points: z.number(),
      standard_deviation_points: z.number(),
      points_5_percent: z.number(),
      points_95_percent: z.number(),
      champion_probability: z.number(),
      top_probability: z.number(),
      bottom_probability: z.number(),
      /** Champion first; sums to 1. */
      position_probabilities: z.array(z.number()),
    }),
  ),
})
type Output = z.output<typeof Output>

/** The rest of a season played many times at random. Models and sources stand in `goal-strengths.ts` and `simulate-season.ts`. */
export default defineTool({
  name: 'season-simulation',
  summary: 'Simulates the rest of a season from a CSV of results: chances of the title, the top and the bottom places.',
  example: 'simulate the rest of the season from this results file',
  effect: 'read',
  input: Input,
  output: Output,
  hear: hearSeason,
  run: simulate,
  show: (output) => [...showSetting(output), ...showSides(output), ...showLimits(output)],
})

async function simulate(input: z.output<typeof Input>): Promise<Output> {
  const results = await readMatchResults(input.csv)
  const sides = sidesOf(results)
  refuseTooMany(sides.length, results.matches.length + results.fixtures.length)
  const rest = restOfSeason(results, input.remaining)
  refuseTooMuch(rest.fixtures.length, input.runs)
  const strengths = strengthsOf(results.matches, results.hasHomeSide)
  const [top, bottom] = [input.top_places ?? usualTop(sides.length), input.bottom_places ?? usualBottom(sides.length)]
  const outlook = simulateSeason(
    { sides, matches: results.matches, fixtures: rest.fixtures, strengths },
    { runs: input.runs, seed: input.seed, winPoints: input.points_for_win, drawPoints: input.points_for_draw },
  )
  return {
    simulated: true,
    runs: input.runs,
    seed: input.seed,
    matches_played: results.matches.length,
    matches_simulated: rest.fixtures.length,
    remaining: rest.how,
    pairings_repeat: rest.repeated,
    top_places: Math.min(top, sides.length),
    bottom_places: Math.min(bottom, sides.length),
    home_factor: strengths.homeFactor,
    sides: outlook.map((one) => ({
      side: one.side,
      played: one.played,
      points_now: one.points,
      expected_points: one.meanPoints,
      standard_deviation_points: one.deviation,
      points_5_percent: one.low,
      points_95_percent: one.high,
      champion_probability: one.positions[0] ?? 0,
      top_probability: sum(one.positions.slice(0, top)),
      bottom_probability: sum(one.positions.slice(-bottom)),
      position_probabilities: [...one.positions],
    })),
  }
}

const sum = (shares: readonly number[]): number =>
  Math.min(
    1,
    shares.reduce((total, share) => total + share, 0),
  )

/** Four and three as in large leagues; in a league of seven or fewer these would be almost all. */
const usualTop = (sides: number): number => (sides >= 8 ? 4 : 2)
const usualBottom = (sides: number): number => (sides >= 8 ? 3 : 1)

function refuseTooMany(sides: number, rows: number): void {
  if (sides > MOST_SIDES)
    throw invalid(`The file has ${sides} sides; a league of at most ${MOST_SIDES} can be simulated.`)
  if (rows > MOST_MATCHES) {
    throw invalid(`The file has ${rows.toLocaleString('en-US')} matches, more than a season; send one season.`)
  }
}

function refuseTooMuch(fixtures: number, runs: number): void {
  if (fixtures * runs > MOST_WORK) {
    const most = Math.floor(MOST_WORK / fixtures).toLocaleString('en-US')
    throw invalid(`${fixtures} matches times ${runs} seasons is too much; ask for at most ${most} seasons.`)
  }
}

function strengthsOf(...results: Parameters<typeof fitStrengths>): GoalStrengths {
  const strengths = fitStrengths(...results)
  if (strengths === null) {
    throw invalid(
      'The results name no goals, so goals cannot be simulated.',
      'Give the columns home_goals and away_goals.',
    )
  }
  if (strengths.averageGoals > MOST_GOALS) {
    throw invalid(
      `The sides score ${strengths.averageGoals.toFixed(0)} on average; this model is for sports with up to ${MOST_GOALS} goals, such as football, hockey or handball by half.`,
      'For basketball and the like ask for Elo ratings from the same file.',
    )
  }
  return strengths
}

const invalid = (message: string, hint?: string) =>
  new OperatorError('ARGS_INVALID', message, hint === undefined ? {} : { hint })

const HOW = {
  listed: 'the rows without a score',
  'double-round-robin': 'all pairings that a double round robin still lacks',
  'single-round-robin': 'all pairings that a single round robin still lacks',
} as const

const showSetting = (output: Output): readonly Block[] => [
  facts('SIMULATED season', {
    'Seasons simulated': count(output.runs),
    Seed: String(output.seed),
    'Matches played': count(output.matches_played),
    'Matches simulated': `${output.matches_simulated.toLocaleString('en-US')} (${HOW[output.remaining]})`,
    'Home factor on goals': number(Math.round(output.home_factor * 1_000) / 1_000),
  }),
]

function showSides(output: Output): readonly Block[] {
  const { sides, top_places, bottom_places } = output
  const hidden = sides.length - MOST_ROWS
  const contenders = sides
    .filter((one) => one.champion_probability >= 0.005)
    .toSorted((a, b) => b.champion_probability - a.champion_probability)
    .slice(0, MOST_GAUGES)
  return [
    ...contenders.map((one) => gauge(`${one.side} champion`, one.champion_probability)),
    table(
      ['Side', 'P', 'Pts', 'Exp. pts', '±', '5-95 %', 'Champion', `Top ${top_places}`, `Last ${bottom_places}`],
      sides
        .slice(0, MOST_ROWS)
        .map((one) => [
          one.side,
          count(one.played),
          count(one.points_now),
          one.expected_points.toFixed(1),
          one.standard_deviation_points.toFixed(1),
          `${one.points_5_percent}-${one.points_95_percent}`,
          percent(one.champion_probability),
          percent(one.top_probability),
          percent(one.bottom_probability),
        ]),
      `Simulated final table, by expected points${hidden > 0 ? ` (the best ${MOST_ROWS}; ${hidden} more)` : ''}`,
    ),
  ]
}

function showLimits(output: Output): readonly Block[] {
  const finished = output.matches_simulated === 0
  const error = Math.sqrt(0.25 / output.runs) * 100
  return [
    note(
      'plain',
      `Goals are Poisson: average × attack × other side’s leakiness × home factor, fitted to the results and drawn to the middle by ${PRIOR_MATCHES} average matches (Maher, 1982). Places by points, goal difference, goals scored, then lot. ± is the standard deviation of the points. Chance error of the simulation: at most ±${error.toFixed(1)} points of percent; the same seed gives the same figures.`,
    ),
    ...(finished
      ? [
          note(
            'warn',
            `Nothing is left to play, so the table is final${output.pairings_repeat ? ' as far as the file tells (pairings repeat, so no round robin was completed); add the matches to come as rows with empty goals' : ''}.`,
          ),
        ]
      : [
          note(
            'warn',
            'SIMULATED, not a forecast to bet on: the strengths are taken as known, so the real uncertainty is larger. Injuries, transfers, form, head-to-head rules and points deductions are not in it.',
          ),
        ]),
  ]
}
