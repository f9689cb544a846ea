import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, series } from '../../report/report.ts'
import { additionFor, futureValue } from '../annuity.ts'
import { finiteResult } from '../finite-result.ts'
import { hearSavingsGoal } from '../hear-savings-goal.ts'
import { currencyField, moneyField, moneyOrNothing, monthsField, rateField } from '../money-fields.ts'
import { moneyText, rateText, termText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const MOST_MONTHS = 1200

const input = z.object({
  goal: moneyField.describe('what should be there at the end'),
  start: moneyOrNothing.default(0).describe('what is there already'),
  annualRate: rateField.default(0),
  months: monthsField.optional().describe('by when; leave it out to ask how long it takes'),
  monthlyAddition: moneyOrNothing.optional().describe('saved every month; leave it out to ask how much it must be'),
  currency: currencyField,
})

const output = z.object({
  currency: z.string(),
  solved: z.enum(['monthlyAddition', 'months']),
  monthlyAddition: z.number(),
  months: z.int(),
  paidIn: z.number(),
  interest: z.number(),
  end: z.number(),
  /** What is there at the end of each year and at the end. */
  course: z.array(z.number()),
})

type Asked = z.output<typeof input>

/** A goal, and either how much a month or how long. Interest is nominal, a twelfth each month; the formula stands in `annuity.ts`. */
export default defineTool({
  name: 'savings-goal',
  summary: 'How much to save every month for a goal, or how long the saving takes.',
  example: 'how much do I need to save a month to have 50000 in 5 years at 3%',
  effect: 'read',
  input,
  output,
  hear: hearSavingsGoal,
  run(asked) {
    const { goal, start, annualRate, currency } = asked
    const rate = annualRate / 12
    const solved = asked.monthlyAddition === undefined ? ('monthlyAddition' as const) : ('months' as const)
    if ((asked.months === undefined) === (asked.monthlyAddition === undefined)) throw oneOfTwo()
    const monthlyAddition = asked.monthlyAddition ?? Math.max(0, additionFor(goal, start, rate, asked.months ?? 1))
    const months = asked.months ?? monthsUntil(asked, rate, monthlyAddition)
    const endAfter = (month: number) => finiteResult(futureValue(start, monthlyAddition, rate, month))
    const ends = Array.from({ length: Math.ceil(months / 12) }, (_, year) => Math.min(months, year * 12 + 12))
    const paidIn = start + monthlyAddition * months
    const end = endAfter(months)
    return {
      currency,
      solved,
      monthlyAddition,
      months,
      paidIn,
      interest: end - paidIn,
      end,
      course: ends.map(endAfter),
    }
  },
  show(result, asked): Block[] {
    const money = (n: number) => moneyText(n, result.currency)
    return [
      facts('Goal', goalOf(asked, money)),
      facts('Result', resultOf(result, money)),
      ...(result.course.length > 1 ? [series('Saved, by year', [asked.start, ...result.course], 'chart')] : []),
      note(
        'plain',
        'Formula: C = (G−S·(1+i)^n)·i/((1+i)^n−1), with i the yearly rate ÷ 12 and n months; C = (G−S)/n without interest.',
      ),
      ...(asked.annualRate === 0
        ? [note('plain', 'No interest is assumed. Add a rate, such as “at 3%”, to count it.')]
        : []),
    ]
  },
})

const oneOfTwo = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'The savings-goal tool needs either the time or the monthly amount, and not both.')

/** The first month at whose end the goal is there. */
function monthsUntil({ goal, start }: Asked, rate: number, addition: number): number {
  const reached = (months: number) => futureValue(start, addition, rate, months) >= goal * (1 - 1e-12)
  if (!reached(MOST_MONTHS)) throw neverReached()
  let low = 0
  let high = MOST_MONTHS
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (reached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const neverReached = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'At this pace the goal is not reached within a hundred years.', {
    hint: 'Say a larger monthly amount or a smaller goal.',
  })

const goalOf = (asked: Asked, money: (n: number) => string) => ({
  Goal: money(asked.goal),
  'There already': money(asked.start),
  'Yearly rate': asked.annualRate === 0 ? 'none assumed' : rateText(asked.annualRate),
  ...(asked.months !== undefined && { Time: termText(asked.months) }),
  ...(asked.monthlyAddition !== undefined && { 'Saved every month': money(asked.monthlyAddition) }),
})

const resultOf = (result: z.output<typeof output>, money: (n: number) => string) => ({
  ...(result.solved === 'months'
    ? { 'Time needed': `${termText(result.months)} (${result.months} months)` }
    : { 'To save every month': money(result.monthlyAddition) }),
  'Paid in': money(result.paidIn),
  Interest: money(result.interest),
  'At the end': money(result.end),
})
