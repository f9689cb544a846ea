import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearMoneyLeft } from '../hear-money-left.ts'
import { currencyField, moneyField } from '../money-fields.ts'
import { moneyText, rateText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

/** A month's income less a month's costs: what is left is the income minus their sum. */
export default defineTool({
  name: 'money-left',
  summary: 'What is left of a month’s income after the costs that you name, and the share that each one takes.',
  example: 'I earn 2300 a month, rent 900, food 350, car 210, what is left',
  effect: 'read',
  input: z.object({
    income_per_month: moneyField,
    costs: z
      .array(z.object({ name: z.string().min(1).max(60), per_month: moneyField }))
      .min(1, 'it needs at least one cost')
      .max(50, 'it takes at most 50 costs'),
    currency: currencyField,
  }),
  output: z.object({
    currency: z.string(),
    costs_per_month: z.number(),
    /** Negative when the costs are more than the income. */
    left_per_month: z.number(),
    left_per_year: z.number(),
  }),
  hear: hearMoneyLeft,
  run({ income_per_month, costs, currency }) {
    const spent = costs.reduce((sum, { per_month }) => sum + per_month, 0)
    const left = income_per_month - spent
    return { currency, costs_per_month: spent, left_per_month: left, left_per_year: left * 12 }
  },
  show({ currency, costs_per_month, left_per_month, left_per_year }, { income_per_month, costs }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const share = (n: number) => rateText(Number((n / income_per_month).toFixed(3)))
    return [
      table(
        ['', 'A month', 'Of the income'],
        [
          ['Income', money(income_per_month), share(income_per_month)],
          ...costs.map(({ name, per_month }) => [name, money(per_month), share(per_month)]),
          ['All costs', money(costs_per_month), share(costs_per_month)],
        ],
        'The month',
      ),
      facts('Result', { 'Left a month': money(left_per_month), 'Left a year': money(left_per_year) }),
      ...(left_per_month < 0
        ? [note('warn', `The costs are ${money(-left_per_month)} a month more than the income.`)]
        : []),
      note('plain', 'Formula: income − costs, all by the month (a week counts as 52 ÷ 12 months, a year as 12).'),
    ]
  },
})
