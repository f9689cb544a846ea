import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, number, series, table } from '../../report/report.ts'
import { findPairing } from '../find-pairing.ts'
import { expectedGoals, fitStrengths, PRIOR_MATCHES } from '../goal-strengths.ts'
import { hearScores } from '../hear-scores.ts'
import { readMatchResults } from '../match-results.ts'
import { percent } from '../percent-text.ts'
import { scoreChances } from '../poisson-scores.ts'
import { sidesOf } from '../season-fixtures.ts'
import { defineTool } from '../tool.ts'

/** Scores that are shown: 0 to 5 goals a side. */
const SHOWN = 6
const MOST_TOTAL = 8
const LINES = [0.5, 1.5, 2.5, 3.5, 4.5] as const
const goals = (side: string) =>
  z
    .number()
    .min(0, `the expected goals of the ${side} side cannot be negative`)
    .max(10, `the expected goals of the ${side} side can be at most 10`)
    .optional()

const Input = z.object({
  home_expected_goals: goals('first'),
  away_expected_goals: goals('second'),
  csv: z.string().optional().describe('Results to take the expected goals from: date,home,away,home_goals,away_goals'),
  pairing: z.string().max(2_000).optional().describe('With csv: the sides, home first, such as "Lions vs Tigers"'),
  neutral: z.boolean().default(false).describe('With csv: no side plays at home'),
})
type Input = z.output<typeof Input>

const Output = z.object({
  first: z.string(),
  second: z.string(),
  first_expected_goals: z.number(),
  second_expected_goals: z.number(),
  /** Matches that the expected goals were taken from; null when they were given. */
  from_matches: z.number().nullable(),
  home_win_probability: z.number(),
  draw_probability: z.number(),
  away_win_probability: z.number(),
  over_2_5_goals_probability: z.number(),
  over_probabilities: z.array(z.object({ line_goals: z.number(), probability: z.number() })),
  both_score_probability: z.number(),
  total_goals_probabilities: z.array(z.number()),
  /** `[home][away]`, 0 to 5 goals a side. */
  score_probabilities: z.array(z.array(z.number())),
  higher_scores_probability: z.number(),
  likely_scores: z.array(z.object({ score: z.string(), probability: z.number() })),
})
type Output = z.output<typeof Output>

/** Score chances from two expected goals, given or taken from results, by independent Poisson distributions (Maher, 1982). */
export default defineTool({
  name: 'poisson-score',
  summary: 'Computes the chances of win, draw, loss and each score, from two expected goals or from a CSV of results.',
  example: 'poisson score matrix for 1.8 and 1.1 expected goals',
  effect: 'read',
  input: Input,
  output: Output,
  hear: hearScores,
  async run(input) {
    const sides = await sidesAndGoals(input)
    const chances = scoreChances(sides.first_expected_goals, sides.second_expected_goals)
    const shown = chances.matrix.slice(0, SHOWN).map((row) => row.slice(0, SHOWN))
    const all = chances.matrix.flatMap((row, home) =>
      row.map((probability, away) => ({ score: `${home}-${away}`, probability })),
    )
    const over = (line: number) => Math.max(0, 1 - sum(chances.totals.slice(0, Math.ceil(line))))
    return {
      ...sides,
      home_win_probability: chances.homeWin,
      draw_probability: chances.draw,
      away_win_probability: chances.awayWin,
      over_2_5_goals_probability: over(2.5),
      over_probabilities: LINES.map((line) => ({ line_goals: line, probability: over(line) })),
      both_score_probability: chances.bothScore,
      total_goals_probabilities: chances.totals.slice(0, MOST_TOTAL + 1),
      score_probabilities: shown,
      higher_scores_probability: Math.max(0, 1 - sum(shown.flat())),
      likely_scores: all.sort((a, b) => b.probability - a.probability).slice(0, 5),
    }
  },
  show: (output, input) => [...showChances(output, input), ...showScores(output)],
})

const sum = (chances: readonly number[]): number => chances.reduce((total, chance) => total + chance, 0)

async function sidesAndGoals(input: Input) {
  const { home_expected_goals: home, away_expected_goals: away, csv, pairing, neutral } = input
  if (home !== undefined && away !== undefined) {
    const names = { first: 'First side', second: 'Second side', from_matches: null }
    return { ...names, first_expected_goals: home, second_expected_goals: away }
  }
  if (csv === undefined || pairing === undefined) {
    throw invalid('Give the expected goals of both sides, or a CSV of results and two of its sides.')
  }
  const results = await readMatchResults(csv)
  const [first, second] = findPairing(pairing, sidesOf(results))
  const strengths = fitStrengths(results.matches, results.hasHomeSide)
  if (strengths === null) throw invalid('The results name no goals, so no expected goals can be taken from them.')
  const level = neutral ? { ...strengths, homeFactor: 1 } : strengths
  const [homeGoals, awayGoals] = expectedGoals(level, first, second)
  if (Math.max(homeGoals, awayGoals) > 10) {
    throw invalid(
      `${first} and ${second} score more than 10; this model is for football, hockey and the like. Ask for Elo ratings.`,
    )
  }
  return {
    ...{ first, second, from_matches: results.matches.length },
    ...{ first_expected_goals: homeGoals, second_expected_goals: awayGoals },
  }
}

const invalid = (message: string) => new OperatorError('ARGS_INVALID', message)

function showChances(output: Output, { neutral }: Input): readonly Block[] {
  const { first, second, from_matches } = output
  const two = (n: number) => number(Math.round(n * 100) / 100)
  const row = (what: string, chance: number) => [what, percent(chance), chance > 0.000_1 ? two(1 / chance) : null]
  return [
    facts('Expected goals', {
      [from_matches === null || neutral ? first : `${first} (at home)`]: number(output.first_expected_goals),
      [second]: number(output.second_expected_goals),
      ...(from_matches === null ? {} : { 'Taken from': `${from_matches} matches` }),
    }),
    table(
      ['Outcome', 'Chance', 'Fair odds'],
      [
        row(`${first} wins`, output.home_win_probability),
        row('Draw', output.draw_probability),
        row(`${second} wins`, output.away_win_probability),
        ...output.over_probabilities.map(({ line_goals, probability }) =>
          row(`More than ${line_goals} goals`, probability),
        ),
        row('Both score', output.both_score_probability),
      ],
      'Chances',
    ),
  ]
}

function showScores(output: Output): readonly Block[] {
  const likely = output.likely_scores.map(({ score, probability }) => `${score} (${percent(probability)})`)
  const model =
    output.from_matches === null
      ? ''
      : ` Expected goals = average × attack × other side’s leakiness × home factor, fitted to the results and drawn to the middle by ${PRIOR_MATCHES} average matches.`
  return [
    facts(undefined, { 'Likeliest scores': likely.join(', ') }),
    table(
      ['First \\ second', ...Array.from({ length: SHOWN }, (_, away) => String(away))],
      output.score_probabilities.map((row, home) => [String(home), ...row.map(percent)]),
      'Scores',
    ),
    series(
      `Chance in percent of 0, 1, 2 … ${MOST_TOTAL} goals in all`,
      output.total_goals_probabilities.map((chance) => chance * 100),
      'chart',
    ),
    note(
      'plain',
      `P(k goals) = e^−m · m^k ÷ k!, both sides independent (Maher, 1982).${model} Fair odds = 1 ÷ chance. Scores not in the table: ${percent(output.higher_scores_probability)}.`,
    ),
    note(
      'warn',
      'The model is only as good as the two expected goals. It has no cards, injuries or tactics, and real football has somewhat more draws and low scores than it says.',
    ),
  ]
}
