import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, series, table } from '../../report/report.ts'
import { futureValue } from '../annuity.ts'
import { finiteResult } from '../finite-result.ts'
import { hearRetirement } from '../hear-retirement.ts'
import { currencyField, moneyField, moneyOrNothing, monthsField } from '../money-fields.ts'
import { moneyText, rateText, termText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

/** A middle way between bonds and shares; said to be an assumption wherever it is used. */
const ASSUMED_RETURN = 0.05
const ASSUMED_SPREAD = 0.02

const yearlyRate = z
  .number('it must be a yearly rate')
  .gt(-0.5, 'it must be more than -0.5, which loses half')
  .max(1, 'it must be at most 1, which is 100 % a year; 5 % is 0.05')

const input = z.object({
  savings: moneyOrNothing.default(0).describe('what is saved already'),
  monthlyContribution: moneyOrNothing.default(0).describe('paid in at the end of every month'),
  months: monthsField.describe('until retirement'),
  annualReturn: yearlyRate
    .optional()
    .describe('expected return over a whole year as a ratio; without it 0.05 is assumed'),
  spread: z
    .number()
    .min(0, 'it must not be negative')
    .max(0.3, 'it must be at most 0.3, which is 30 points')
    .optional()
    .describe('how far the low and the high return lie from the expected one; without it 0.02'),
  inflation: yearlyRate.optional().describe('yearly, as a ratio; with it the result is told in the money of today too'),
  contributionGrowth: yearlyRate
    .default(0)
    .describe('by how much the monthly contribution rises each year, as a ratio'),
  annualFee: z.number().min(0).max(0.2, 'it must be at most 0.2, which is 20 %').default(0),
  goal: moneyField.optional().describe('a sum to compare the result with'),
  ageNow: z.int().min(0).max(120).optional(),
  currency: currencyField,
})

const scenario = z.object({
  name: z.enum(['low', 'middle', 'high']),
  /** What is reckoned with, less the fee. */
  annualReturn: z.number(),
  end: z.number(),
  /** In the money of today; null without inflation. */
  realEnd: z.number().nullable(),
  reachesGoal: z.boolean().nullable(),
  /** At the end of each year and at the end. */
  course: z.array(z.number()),
})

const output = z.object({
  currency: z.string(),
  annualReturn: z.number(),
  spread: z.number(),
  paidIn: z.number(),
  /** Months after which the places of each course stand. */
  monthsAt: z.array(z.int()),
  scenarios: z.array(scenario),
})

type Asked = z.output<typeof input>
type Projected = z.output<typeof output>

/** Savings until retirement at a low, a middle and a high return; the formula of each year stands in `annuity.ts`. */
export default defineTool({
  name: 'retirement-projection',
  summary: 'What retirement savings come to by a low, a middle and a high return, with or without inflation.',
  example: "I'm 35 with 40k saved and put in 500 a month, what will I have when I retire at 67",
  effect: 'read',
  input,
  output,
  hear: hearRetirement,
  run(asked) {
    if (asked.savings === 0 && asked.monthlyContribution === 0) throw nothingSaved()
    const { annualReturn = ASSUMED_RETURN, spread = ASSUMED_SPREAD } = asked
    const monthsAt = Array.from({ length: Math.ceil(asked.months / 12) }, (_, year) =>
      Math.min(asked.months, year * 12 + 12),
    )
    const rates = [
      ['low', annualReturn - spread],
      ['middle', annualReturn],
      ['high', annualReturn + spread],
    ] as const
    return {
      currency: asked.currency,
      annualReturn,
      spread,
      paidIn: finiteResult(courseOf(asked, 0, monthsAt).at(-1) ?? 0),
      monthsAt,
      scenarios: rates.map(([name, rate]) => ({ name, ...scenarioOf(asked, rate - asked.annualFee, monthsAt) })),
    }
  },
  show(result, asked): Block[] {
    const money = (n: number) => moneyText(n, result.currency)
    return [
      facts('Plan', planOf(result, asked, money)),
      table(
        ['Return', 'A year', 'At the end', ...(asked.inflation === undefined ? [] : ['In the money of today'])],
        result.scenarios.map((one) => [
          one.name,
          rateText(one.annualReturn),
          money(one.end),
          ...(one.realEnd === null ? [] : [money(one.realEnd)]),
        ]),
        'Result',
      ),
      facts('To compare', { 'Saved already and paid in': money(result.paidIn), ...goalOf(result, asked, money) }),
      yearsTable(result, asked, money),
      ...(result.monthsAt.length > MOST_ROWS
        ? [series('Middle, by year', [asked.savings, ...(result.scenarios[1]?.course ?? [])], 'chart')]
        : []),
      ...notesOf(asked),
    ]
  },
})

const nothingSaved = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'The retirement-projection tool needs savings or a monthly contribution.', {
    hint: 'Say what is saved or paid in, such as "40k saved and 500 a month".',
  })

/** What is there at each of the months: year by year, for the contribution rises once a year. */
function courseOf(asked: Asked, annualReturn: number, monthsAt: readonly number[]): number[] {
  const monthlyRate = Math.expm1(Math.log1p(annualReturn) / 12)
  let value = asked.savings
  return monthsAt.map((months, year) => {
    const contribution = asked.monthlyContribution * (1 + asked.contributionGrowth) ** year
    value = futureValue(value, contribution, monthlyRate, months - year * 12)
    return value
  })
}

function scenarioOf(asked: Asked, annualReturn: number, monthsAt: readonly number[]) {
  const course = courseOf(asked, annualReturn, monthsAt)
  const end = finiteResult(course.at(-1) ?? asked.savings)
  const { inflation, goal } = asked
  const realEnd = inflation === undefined ? null : end / (1 + inflation) ** (asked.months / 12)
  return { annualReturn, end, realEnd, reachesGoal: goal === undefined ? null : end >= goal, course }
}

const planOf = (result: Projected, asked: Asked, money: (n: number) => string) => ({
  'Saved already': money(asked.savings),
  'Paid in every month': `${money(asked.monthlyContribution)}${asked.contributionGrowth === 0 ? '' : `, ${rateText(asked.contributionGrowth)} more each year`}`,
  Time: `${termText(asked.months)}${asked.ageNow === undefined ? '' : `, from age ${asked.ageNow} to ${asked.ageNow + Math.floor(asked.months / 12)}`}`,
  'Expected return': `${rateText(result.annualReturn)} a year${asked.annualReturn === undefined ? ', assumed, as none was said' : ''}`,
  Spread: `${pointsText(result.spread)} less and more${asked.spread === undefined ? ', assumed, as none was said' : ''}`,
  ...(asked.annualFee > 0 && { Fee: `${rateText(asked.annualFee)} a year, taken off the return` }),
  Inflation: asked.inflation === undefined ? 'not counted' : `${rateText(asked.inflation)} a year`,
})

const pointsText = (share: number): string =>
  `${(share * 100).toLocaleString('en-US', { maximumFractionDigits: 4 })} points`

function goalOf({ scenarios }: Projected, { goal }: Asked, money: (n: number) => string) {
  if (goal === undefined) return {}
  const reaching = scenarios.filter(({ reachesGoal }) => reachesGoal).map(({ name }) => name)
  return { [`Goal of ${money(goal)}`]: reaching.length === 0 ? 'reached by none' : `reached by ${reaching.join(', ')}` }
}

/** Beyond so many years the table shows every fifth. */
const MOST_ROWS = 12

function yearsTable({ monthsAt, scenarios }: Projected, { ageNow }: Asked, money: (n: number) => string): Block {
  const every = monthsAt.length > MOST_ROWS ? 5 : 1
  const places = monthsAt.map((_, place) => place)
  const shown = places.filter((place) => (place + 1) % every === 0 || place === monthsAt.length - 1)
  const rows = shown.map((place) => {
    const years = (monthsAt[place] ?? 0) / 12
    const label = years.toLocaleString('en-US', { maximumFractionDigits: 1 })
    return [
      ageNow === undefined ? label : `${label} (age ${Math.floor(ageNow + years)})`,
      ...scenarios.map(({ course }) => money(course[place] ?? 0)),
    ]
  })
  return table(['Year', ...scenarios.map(({ name }) => name)], rows, 'By year')
}

const notesOf = (asked: Asked): Block[] => [
  ...(asked.annualReturn === undefined
    ? [note('warn', 'The return is an assumption, not a forecast. Say your own, such as “at 6% plus or minus 3”.')]
    : []),
  note(
    'plain',
    'Formula: each year V·(1+i)^12 + C·((1+i)^12−1)/i, with i = (1+return)^(1/12)−1 and C paid at the end of each month; money of today = V ÷ (1+inflation)^years.',
  ),
  note(
    'plain',
    'It does not say how even the returns are, what taxes take, what a state pension or an employer adds, or how long the money lasts. Returns below the low and above the high one are possible.',
  ),
]
