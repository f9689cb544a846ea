import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearBudgetSplit } from '../hear-budget-split.ts'
import { currencyField, moneyField } from '../money-fields.ts'
import { moneyText, rateText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const shareField = z.number().min(0, 'a share must not be negative').max(1, 'a share must be at most 1, the whole')

const input = z.object({
  income: moneyField.describe('income after tax'),
  every: z.enum(['week', 'month', 'year', 'unknown']).default('month').describe('how often the income comes'),
  needs: shareField.default(0.5),
  wants: shareField.default(0.3),
  savings: shareField.default(0.2),
  currency: currencyField,
})

const output = z.object({
  currency: z.string(),
  needs: z.number(),
  wants: z.number(),
  savings: z.number(),
  /** The same by the month, when the income comes by the week or the year; else null. */
  monthly: z.object({ needs: z.number(), wants: z.number(), savings: z.number() }).nullable(),
})

const MONTHS_IN = { week: 12 / 52, month: 1, year: 12, unknown: 1 } as const

/** An income by shares. Source of 50/30/20: Warren and Warren Tyagi, All Your Worth (2005). */
export default defineTool({
  name: 'budget-split',
  summary: 'An income after tax split into needs, wants and savings, 50/30/20 or in other shares.',
  example: 'split my salary of 3200 a month by 50/30/20',
  effect: 'read',
  input,
  output,
  hear: hearBudgetSplit,
  run({ income, every, needs, wants, savings, currency }) {
    if (Math.abs(needs + wants + savings - 1) > 1e-9) throw notWhole(needs + wants + savings)
    const split = (whole: number) => ({ needs: whole * needs, wants: whole * wants, savings: whole * savings })
    const byMonth = every === 'week' || every === 'year'
    return { currency, ...split(income), monthly: byMonth ? split(income / MONTHS_IN[every]) : null }
  },
  show({ currency, monthly, ...split }, asked): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const every = asked.every === 'unknown' ? '' : ` a ${asked.every}`
    const rows = ROWS.map(([key, title, holds]) => [
      `${title} (${rateText(asked[key])})`,
      money(split[key]),
      ...(monthly ? [money(monthly[key])] : []),
      holds,
    ])
    return [
      facts('Income', { 'After tax': `${money(asked.income)}${every}` }),
      table(['Part', every ? `Amount${every}` : 'Amount', ...(monthly ? ['A month'] : []), 'For'], rows, 'Split'),
      note(
        'plain',
        'Formula: income × share. 50/30/20 is a rule of thumb (Warren and Warren Tyagi, All Your Worth), not a law.',
      ),
    ]
  },
})

const ROWS = [
  ['needs', 'Needs', 'housing, food, energy, transport, insurance, minimum debt payments'],
  ['wants', 'Wants', 'eating out, hobbies, travel, subscriptions'],
  ['savings', 'Savings', 'emergency fund, retirement, extra debt payments'],
] as const

const notWhole = (sum: number): OperatorError =>
  new OperatorError('ARGS_INVALID', `The shares make ${rateText(sum)} of the income; they must make 100 %.`)
