import * as z from 'zod'
import { type Block, facts, note } from '../../report/report.ts'
import { hearFreelanceRate } from '../hear-freelance-rate.ts'
import { currencyField, moneyField, moneyOrNothing } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const WEEKS = 46
const HOURS = 25

const input = z.object({
  income_per_year: moneyField,
  weeks_per_year: z
    .number()
    .positive('the weeks must be above 0')
    .max(53, 'a year has no more than 53 weeks')
    .optional(),
  billable_hours_per_week: z
    .number()
    .positive('the hours must be above 0')
    .max(112, 'a week has no more than 112 waking hours')
    .optional(),
  costs_per_year: moneyOrNothing.optional(),
  tax_ratio: z.number().min(0).lt(1, 'the tax must be below 100 %').optional().describe('share of income, 0..1'),
  currency: currencyField,
})
type Asked = z.output<typeof input>

/** Rate = (income ÷ (1 − tax) + costs) ÷ (weeks × billable hours). Source: the definition; see SCORE, pricing a service. */
export default defineTool({
  name: 'freelance-rate',
  summary: 'The hourly and daily rate that a freelancer must charge to reach an income in a year.',
  example: 'hourly rate to earn 70000 a year as a freelancer',
  effect: 'read',
  input,
  output: z.object({
    hourly_rate: z.number(),
    rate_of_8_hours: z.number(),
    billable_hours_per_year: z.number(),
    revenue_per_year: z.number(),
  }),
  hear: hearFreelanceRate,
  run({ income_per_year, weeks_per_year = WEEKS, billable_hours_per_week = HOURS, costs_per_year = 0, tax_ratio = 0 }) {
    const hours = weeks_per_year * billable_hours_per_week
    const revenue = income_per_year / (1 - tax_ratio) + costs_per_year
    return {
      hourly_rate: revenue / hours,
      rate_of_8_hours: (8 * revenue) / hours,
      billable_hours_per_year: hours,
      revenue_per_year: revenue,
    }
  },
  show(told, asked): Block[] {
    const money = (n: number) => moneyText(n, asked.currency)
    return [
      facts('Reckoned with', shownInputs(asked, money)),
      facts('Rate', {
        'An hour': money(told.hourly_rate),
        'A day of 8 billable hours': money(told.rate_of_8_hours),
        'Billable hours a year': told.billable_hours_per_year.toLocaleString('en-US', { maximumFractionDigits: 1 }),
        'To invoice in a year': money(told.revenue_per_year),
      }),
      note('plain', 'Formula: (income ÷ (1 − tax) + costs) ÷ (weeks × billable hours).'),
      note('plain', changeable(asked)),
    ]
  },
})

const shownInputs = (asked: Asked, money: (n: number) => string) => ({
  'Income wanted a year': money(asked.income_per_year),
  'Weeks of work a year': `${asked.weeks_per_year ?? WEEKS}${asked.weeks_per_year === undefined ? ' (assumed)' : ''}`,
  'Billable hours a week': `${asked.billable_hours_per_week ?? HOURS}${asked.billable_hours_per_week === undefined ? ' (assumed)' : ''}`,
  'Costs a year': asked.costs_per_year === undefined ? 'not included' : money(asked.costs_per_year),
  Tax: asked.tax_ratio === undefined ? 'not included' : percent(asked.tax_ratio),
})

function changeable({ weeks_per_year, billable_hours_per_week, costs_per_year, tax_ratio }: Asked): string {
  const words = [
    ...(weeks_per_year === undefined ? ['“44 weeks”'] : []),
    ...(billable_hours_per_week === undefined ? ['“30 billable hours a week”'] : []),
    ...(costs_per_year === undefined ? ['“costs 8000”'] : []),
    ...(tax_ratio === undefined ? ['“tax 30%”'] : []),
  ]
  const own = words.length > 0 ? `Say your own figures to change it: ${words.join(', ')}. ` : ''
  return `${own}Not every working hour can be billed: offers, accounts, travel, illness and gaps between orders take their part.`
}
