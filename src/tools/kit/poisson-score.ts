import * as z from 'zod'
import { facts, note, number, ratio, table } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { scoreChances } from '../poisson-scores.ts'
import { defineTool, type Heard } from '../tool.ts'

/** Scores that are shown: 0 to 5 goals a side. */
const SHOWN = 6
const goals = (side: string) =>
  z
    .number()
    .min(0, `the expected goals of the ${side} side cannot be negative`)
    .max(10, `the expected goals of the ${side} side can be at most 10`)

/** Score chances from two expected goals by independent Poisson distributions (Maher, 1982). */
export default defineTool({
  name: 'poisson-score',
  summary: 'Computes the chances of win, draw, loss and each score from the expected goals of two sides.',
  example: 'poisson score matrix for 1.8 and 1.1 expected goals',
  effect: 'read',
  input: z.object({ home_expected_goals: goals('first'), away_expected_goals: goals('second') }),
  output: z.object({
    home_win_probability: z.number(),
    draw_probability: z.number(),
    away_win_probability: z.number(),
    over_2_5_goals_probability: z.number(),
    both_score_probability: z.number(),
    /** `[home][away]`, 0 to 5 goals a side. */
    score_probabilities: z.array(z.array(z.number())),
    higher_scores_probability: z.number(),
    likely_scores: z.array(z.object({ score: z.string(), probability: z.number() })),
  }),
  hear: (said) => hearGoals(heardText(said)),
  run({ home_expected_goals, away_expected_goals }) {
    const chances = scoreChances(home_expected_goals, away_expected_goals)
    const shown = chances.matrix.slice(0, SHOWN).map((row) => row.slice(0, SHOWN))
    const all = chances.matrix.flatMap((row, home) =>
      row.map((probability, away) => ({ score: `${home}-${away}`, probability })),
    )
    return {
      home_win_probability: chances.homeWin,
      draw_probability: chances.draw,
      away_win_probability: chances.awayWin,
      over_2_5_goals_probability: chances.overTwoAndAHalf,
      both_score_probability: chances.bothScore,
      score_probabilities: shown,
      higher_scores_probability: Math.max(0, 1 - shown.flat().reduce((sum, chance) => sum + chance, 0)),
      likely_scores: all.sort((a, b) => b.probability - a.probability).slice(0, 5),
    }
  },
  show: (output, input) => [
    facts('Expected goals', {
      'First side': number(input.home_expected_goals),
      'Second side': number(input.away_expected_goals),
    }),
    facts('Chances', {
      'First side wins': ratio(output.home_win_probability),
      Draw: ratio(output.draw_probability),
      'Second side wins': ratio(output.away_win_probability),
      'More than 2.5 goals': ratio(output.over_2_5_goals_probability),
      'Both score': ratio(output.both_score_probability),
      'Likeliest scores': output.likely_scores
        .map(({ score, probability }) => `${score} (${(probability * 100).toFixed(1)}%)`)
        .join(', '),
    }),
    table(
      ['First \\ second', ...Array.from({ length: SHOWN }, (_, away) => String(away))],
      output.score_probabilities.map((row, home) => [String(home), ...row.map(ratio)]),
      'Scores',
    ),
    note(
      'plain',
      `P(k goals) = e^−m · m^k ÷ k!, both sides independent (Maher, 1982). Scores not in the table: ${(output.higher_scores_probability * 100).toFixed(1)}%.`,
    ),
    note(
      'warn',
      'The model is only as good as the two expected goals. It has no cards, injuries or tactics, and real football has somewhat more draws and low scores than it says.',
    ),
  ],
})

const TOPIC = /\bpoisson\b|\bscore (?:matrix|probabilit(?:y|ies)|chances)\b|\b(?:expected goals|xg)\b/
const CHANCES =
  /\bpoisson\b|\bscore (?:matrix|probabilit(?:y|ies)|chances)\b|\b(?:win|draw|loss|lose|probabilit(?:y|ies)|chances?|predict|likely|likeliest|odds)\b/
const NUMBER = /(?<![\w.,/+-])(?<!\b(?:over|under) )-?\d{1,3}(?:\.\d{1,4})?(?![\w%/]|\.\d)/g

function hearGoals(text: string): Heard {
  if (!TOPIC.test(text) || !CHANCES.test(text)) return null
  const [home, away, third] = [...text.matchAll(NUMBER)].map(Number)
  if (home !== undefined && away !== undefined && third === undefined) {
    return { use: { home_expected_goals: home, away_expected_goals: away } }
  }
  return asksToCompute(text, TOPIC) ? { missing: ['the expected goals of both sides, such as 1.8 and 1.1'] } : null
}
