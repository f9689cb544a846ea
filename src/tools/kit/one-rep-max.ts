import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { nameMissing } from '../name-missing.ts'
import { digitsForWords } from '../number-words.ts'
import { defineTool, type Heard } from '../tool.ts'

const UNITS = ['kg', 'lb', ''] as const
const MOST_REPS = 20
/** Beyond ten repetitions the formulas drift apart. */
const SURE_REPS = 10

/**
 * Epley: w × (1 + r/30); Brzycki: w × 36 ÷ (37 − r); one repetition is the maximum itself. Sources: B. Epley, Poundage Chart, Boyd
 * Epley Workout (1985); M. Brzycki, J. Physical Education, Recreation & Dance 64 (1993) 88-90.
 */
export default defineTool({
  name: 'one-rep-max',
  summary: 'Estimates the weight that can be lifted once from a weight and its repetitions, and the loads below it.',
  example: 'one rep max 85 kg 6 reps',
  effect: 'read',
  input: z.object({
    weight: z.number().positive('the weight must be above 0').max(1500, 'the weight must be at most 1,500'),
    unit: z.enum(UNITS).describe('empty when it was not said: the formulas hold in any unit'),
    repetitions: z
      .number()
      .int('the repetitions must be a whole number')
      .min(1, 'at least 1 repetition')
      .max(MOST_REPS, `the formulas hold for at most ${MOST_REPS} repetitions; use a heavier set`),
  }),
  output: z.object({ unit: z.enum(UNITS), epley: z.number(), brzycki: z.number(), middle: z.number() }),
  hear: (said) => hearOneRepMax(digitsForWords(heardText(said))),
  run({ weight, unit, repetitions }) {
    const epley = repetitions === 1 ? weight : weight * (1 + repetitions / 30)
    const brzycki = (weight * 36) / (37 - repetitions)
    return { unit, epley, brzycki, middle: (epley + brzycki) / 2 }
  },
  show({ unit, epley, brzycki, middle }, { weight, repetitions }): Block[] {
    const load = (n: number) => `${n.toLocaleString('en-US', { maximumFractionDigits: 1 })} ${unit}`.trim()
    return [
      facts('One-repetition maximum', {
        Set: `${load(weight)} × ${repetitions}`,
        'By Epley': load(epley),
        'By Brzycki': load(brzycki),
        'Middle of both': load(middle),
      }),
      table(
        ['Share of the maximum', 'Load'],
        SHARES.map((share) => [`${share} %`, load((middle * share) / 100)]),
        'Loads from the middle of both',
      ),
      note('plain', 'Formulas: Epley w × (1 + r ÷ 30), Brzycki w × 36 ÷ (37 − r), with r repetitions of weight w.'),
      note(
        repetitions > SURE_REPS ? 'warn' : 'plain',
        repetitions > SURE_REPS
          ? 'An estimate, and a rough one: above 10 repetitions endurance counts as much as strength. A set of 3 to 6 says more.'
          : 'An estimate: people and exercises differ by several percent. Test a true maximum only when warmed up, with a spotter, and not with pain.',
      ),
    ]
  },
})

const SHARES = [95, 90, 85, 80, 75, 70, 65, 60] as const

const TOPIC =
  /\b1 ?-?rms?\b|\b(?:one|1|single)[- ]?rep(?:etition)?s?[- ]?max(?:imum)?\b|\brep max\b|\bmax(?:imum)? (?:bench|squat|deadlift|dead lift|press|lift|single)\b|\b(?:bench|squat|deadlift|press|lift)(?: press)? max\b|\bmax (?:for|on|at) (?:1|one|a single) rep\b|\b(?:lift|bench|squat|deadlift|press) (?:for )?(?:once|one time|1 time|for (?:one|1|a single)(?: rep)?)\b/
const WEIGHT = /(?<![\w.,])(\d{1,4}(?:[.,]\d{1,2})?) ?(kgs?|kilos?|kilograms?|lbs?|pounds?)\b/
const REPS = /(?<![\w.,])(\d{1,2})(?: clean| full| good| hard)? ?(?:reps?|repetitions?|times)\b/
/** "225x5", "100 kg for 5": the number behind a weight. */
const TIMES = /^ ?(?:for|x|×|\*|by|@) ?(\d{1,2})(?![\d.,]| ?(?:kg|lb|week|month|day|min|sets?\b))/
const BARE_WEIGHT = /(?<![\w.,])(\d{2,4}(?:[.,]\d{1,2})?)(?= ?(?:x|×|\*|for) ?\d{1,2}(?![\d.,]))/

function hearOneRepMax(text: string): Heard {
  if (!TOPIC.test(text)) return null
  const rest = text.replace(/\b(?:1|one)[- ]?(?:rm|rep(?:etition)?)s?\b/g, ' ')
  const [weight, unit] = weightIn(rest)
  const reps = repsIn(rest)
  if (weight !== null && reps !== null) return { use: { weight, unit, repetitions: reps } }
  const isHalf = (weight ?? reps) !== null && !asksToUnderstand(text)
  return isHalf || asksToCompute(text.replace(/^whats\b/, "what's"), TOPIC)
    ? {
        missing: nameMissing([
          [weight, 'the weight with its unit, such as 85 kg or 185 lb'],
          [reps, 'how many repetitions, such as 6 reps'],
        ]),
      }
    : null
}

function weightIn(text: string): readonly [weight: number | null, unit: (typeof UNITS)[number]] {
  const named = WEIGHT.exec(text)
  if (named) return [numberOf(named[1]), named[2]?.startsWith('k') ? 'kg' : 'lb']
  const bare = BARE_WEIGHT.exec(text)
  return [bare && numberOf(bare[1]), '']
}

function repsIn(text: string): number | null {
  const said = REPS.exec(text)
  if (said) return Number(said[1])
  const weight = WEIGHT.exec(text) ?? BARE_WEIGHT.exec(text)
  const behind = weight && TIMES.exec(text.slice(weight.index + weight[0].length))
  if (behind) return Number(behind[1])
  const before = /(?<![\w.,])(\d{1,2}) ?(?:x|×|at|@|with) ?\d{2,4}/.exec(text)
  return before ? Number(before[1]) : null
}

const numberOf = (digits = ''): number => Number(digits.replace(',', '.'))
