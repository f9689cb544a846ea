import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { facts, note } from '../../report/report.ts'
import { hearSportsFigures } from '../hear-sports-figures.ts'
import { defineTool } from '../tool.ts'

/** What is divided by what, and how it is written. Sources: MLB glossary (ERA, AVG), Laws of Cricket scoring, FIBA statisticians' manual. */
const MEASURES = {
  era: { title: 'Earned run average', top: 'Earned runs', under: 'Innings', times: 9, digits: 2 },
  'batting-average': { title: 'Batting average', top: 'Hits', under: 'At bats', times: 1, digits: 3 },
  'cricket-average': { title: 'Batting average', top: 'Runs', under: 'Times out', times: 1, digits: 2 },
  'cricket-strike-rate': { title: 'Strike rate', top: 'Runs', under: 'Balls', times: 100, digits: 2 },
  'economy-rate': { title: 'Economy rate', top: 'Runs conceded', under: 'Overs', times: 1, digits: 2 },
  'per-game': { title: 'Per game', top: 'Total', under: 'Games', times: 1, digits: 2 },
  'success-rate': { title: 'Success rate', top: 'Made', under: 'Tried', times: 100, digits: 1 },
} as const

const input = z.object({
  measure: z.enum(Object.keys(MEASURES) as [keyof typeof MEASURES, ...(keyof typeof MEASURES)[]]),
  amount: z.number().min(0, 'the count must not be negative').max(1e9),
  over: z.number().positive('what it is divided by must be above 0').max(1e9),
  /** What is counted, such as `points`. */
  unit: z.string().max(30).default(''),
})

/** The usual averages of sport from two counts, with the formula. */
export default defineTool({
  name: 'sports-figures',
  summary: 'ERA, batting average, points per game, strike rate and other averages of sport from two counts.',
  example: 'era: 14 earned runs in 37 innings',
  effect: 'read',
  input,
  output: z.object({ value: z.number() }),
  hear: hearSportsFigures,
  run({ measure, amount, over }) {
    if (ALL_OF.has(measure) && amount > over)
      throw new OperatorError('ARGS_INVALID', `${amount} cannot be more than the ${over} that were tried.`)
    return { value: (amount * MEASURES[measure].times) / over }
  },
  show({ value }, { measure, amount, over, unit }) {
    const { title, top, under, times, digits } = MEASURES[measure]
    const name = measure === 'per-game' && unit ? `${capital(unit)} per game` : title
    const counted = measure === 'per-game' && unit ? capital(unit) : top
    const plain = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 3 })
    const result = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    return [
      facts(name, {
        [counted]: plain(amount),
        [under]: plain(over),
        [name]: measure === 'batting-average' ? result.replace(/^0/, '') : `${result}${ofHundred(measure)}`,
      }),
      note(
        'plain',
        `Formula: ${times === 9 ? '9 × ' : ''}${counted.toLowerCase()} ÷ ${under.toLowerCase()}${times === 100 ? ' × 100' : ''}.${REMARKS[measure] ?? ''}`,
      ),
    ]
  },
})

const ALL_OF: ReadonlySet<string> = new Set(['batting-average', 'success-rate'])

const REMARKS: Readonly<Record<string, string>> = {
  era: ' An inning has three outs: 37.1 and 37.2 are written for 37⅓ and 37⅔ and counted so. Seven-inning leagues put 7 for 9.',
  'cricket-average': ' Innings that ended not out do not count as out.',
}

const ofHundred = (measure: string): string => (measure === 'success-rate' ? ' %' : '')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
