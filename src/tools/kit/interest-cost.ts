import * as z from 'zod'
import { type Block, facts, note } from '../../report/report.ts'
import { hearInterestCost } from '../hear-interest-cost.ts'
import { currencyField, moneyField, rateField } from '../money-fields.ts'
import { moneyText, rateText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const DAYS_PER_YEAR = 365

/** Simple interest of one day, month and year: sum × rate, and its 12th and 365th part. */
export default defineTool({
  name: 'interest-cost',
  summary: 'The interest that a sum costs or brings in a day, a month and a year at a yearly rate.',
  example: 'how much interest is 18% apr on a balance of 2400 a month',
  effect: 'read',
  input: z.object({ sum: moneyField, annual_rate: rateField, currency: currencyField }),
  output: z.object({
    currency: z.string(),
    interest_per_year: z.number(),
    interest_per_month: z.number(),
    interest_per_day: z.number(),
  }),
  hear: hearInterestCost,
  run({ sum, annual_rate, currency }) {
    const year = sum * annual_rate
    return { currency, interest_per_year: year, interest_per_month: year / 12, interest_per_day: year / DAYS_PER_YEAR }
  },
  show({ currency, ...interest }, { sum, annual_rate }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    return [
      facts('Given', { Sum: money(sum), 'Yearly rate': rateText(annual_rate) }),
      facts('Interest', {
        'A month': money(interest.interest_per_month),
        'A year': money(interest.interest_per_year),
        'A day': money(interest.interest_per_day),
      }),
      note('plain', 'Formula: sum × yearly rate, ÷ 12 for a month, ÷ 365 for a day; the sum stays the same.'),
      note(
        'plain',
        'Banks count days, and interest that is not paid out is added to the sum, so that a statement can differ a little. Fees and tax are not in it.',
      ),
    ]
  },
})
