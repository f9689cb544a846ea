import * as z from 'zod'
import { type Block, facts, note } from '../../report/report.ts'
import { hearPayPeriod } from '../hear-pay-period.ts'
import { currencyField, moneyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const WEEKS_PER_YEAR = 52

/** Pay by the hour, day, week, month and year before tax, at 52 paid weeks a year and five days a week. */
export default defineTool({
  name: 'pay-period',
  summary: 'Pay by the hour, day, week, month and year, each worked out from the other.',
  example: '18.50 an hour is how much a year',
  effect: 'read',
  input: z.object({
    pay: moneyField,
    per: z.enum(['hour', 'day', 'week', 'month', 'year']),
    hours_per_week: z
      .number('it must be a number of hours')
      .positive('it must be more than 0')
      .max(168, 'a week has 168 hours')
      .default(40),
    days_per_week: z.number().positive('it must be more than 0').max(7, 'a week has 7 days').default(5),
    currency: currencyField,
  }),
  output: z.object({
    currency: z.string(),
    per_hour: z.number(),
    per_day: z.number(),
    per_week: z.number(),
    per_month: z.number(),
    per_year: z.number(),
  }),
  hear: hearPayPeriod,
  run({ pay, per, hours_per_week, days_per_week, currency }) {
    const times = { hour: hours_per_week * WEEKS_PER_YEAR, day: days_per_week * WEEKS_PER_YEAR, week: WEEKS_PER_YEAR }
    const year = pay * { ...times, month: 12, year: 1 }[per]
    return {
      currency,
      per_hour: year / times.hour,
      per_day: year / times.day,
      per_week: year / times.week,
      per_month: year / 12,
      per_year: year,
    }
  },
  show({ currency, ...out }, { pay, per, hours_per_week, days_per_week }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    return [
      facts('Given', {
        Pay: `${money(pay)} ${per === 'hour' ? 'an' : 'a'} ${per}`,
        'Hours a week': String(hours_per_week),
        'Days a week': String(days_per_week),
      }),
      facts('The same pay', {
        'An hour': money(out.per_hour),
        'A day': money(out.per_day),
        'A week': money(out.per_week),
        'A month': money(out.per_month),
        'A year': money(out.per_year),
      }),
      note('plain', 'Formula: a year = hour × hours a week × 52 = day × days a week × 52 = week × 52 = month × 12.'),
      note('plain', 'Before tax, with all 52 weeks paid. Say “35 hours a week” for other hours.'),
    ]
  },
})
