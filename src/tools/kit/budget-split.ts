import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearBudgetSplit } from '../hear-budget-split.ts'
import { currencyField, moneyField, moneyOrNothing } from '../money-fields.ts'
import { moneyText, rateText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const shareField = z.number().min(0, 'a share must not be negative').max(1, 'a share must be at most 1, the whole')

const input = z.object({
  income: moneyField.describe('income after tax'),
  every: z.enum(['week', 'month', 'year', 'unknown']).default('month').describe('how often the income comes'),
  needs: shareField.default(0.5),
  wants: shareField.default(0.3),
  savings: shareField.default(0.2),
  needs_paid: moneyOrNothing
    .default(0)
    .describe('what of the needs is already fixed, such as the rent, as often as the income'),
  currency: currencyField,
})

const output = z.object({
  currency: z.string(),
  needs: z.number(),
  wants: z.number(),
  savings: z.number(),
  /** What is left of each part after the needs that are already paid; sums to income − paid. Null when none were named. */
  left: z.object({ needs: z.number(), wants: z.number(), savings: z.number() }).nullable(),
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
  run({ income, every, needs, wants, savings, needs_paid, currency }) {
    if (Math.abs(needs + wants + savings - 1) > 1e-9) throw notWhole(needs + wants + savings)
    if (needs_paid > income) throw tooLittle(needs_paid, income, currency)
    const split = (whole: number) => ({ needs: whole * needs, wants: whole * wants, savings: whole * savings })
    const byMonth = every === 'week' || every === 'year'
    const left = needs_paid > 0 ? leftAfter(split(income), needs_paid) : null
    return { currency, ...split(income), left, monthly: byMonth ? split(income / MONTHS_IN[every]) : null }
  },
  show({ currency, monthly, left, ...split }, asked): Block[] {
    const money = (n: number) => moneyText(n, currency)
    const every = asked.every === 'unknown' ? '' : ` a ${asked.every}`
    const rows = ROWS.map(([key, title, holds]) => [
      `${title} (${rateText(asked[key])})`,
      money(split[key]),
      ...(monthly ? [money(monthly[key])] : []),
      ...(left ? [money(left[key])] : []),
      holds,
    ])
    return [
      facts('Income', {
        'After tax': `${money(asked.income)}${every}`,
        ...(left
          ? {
              'Already paid (needs)': money(asked.needs_paid),
              'Left to split': money(asked.income - asked.needs_paid),
            }
          : {}),
      }),
      table(
        [
          'Part',
          every ? `Amount${every}` : 'Amount',
          ...(monthly ? ['A month'] : []),
          ...(left ? ['Left'] : []),
          'For',
        ],
        rows,
        'Split',
      ),
      ...(asked.needs_paid > split.needs
        ? [
            note(
              'warn',
              `What is paid already is ${money(asked.needs_paid - split.needs)} more than the part for needs, and the other needs come on top; wants and savings were cut in proportion.`,
            ),
          ]
        : []),
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

type Split = Readonly<Record<'needs' | 'wants' | 'savings', number>>

/** Paid needs come off the needs; what they exceed these by comes off wants and savings in proportion. */
function leftAfter({ needs, wants, savings }: Split, paid: number): Split {
  const over = Math.max(0, paid - needs)
  const kept = wants + savings > 0 ? Math.max(0, 1 - over / (wants + savings)) : 0
  const cut = (part: number) => Number((part * kept).toPrecision(12))
  return { needs: Math.max(0, needs - paid), wants: cut(wants), savings: cut(savings) }
}

const tooLittle = (paid: number, income: number, currency: string): OperatorError =>
  new OperatorError(
    'ARGS_INVALID',
    `What is paid already (${moneyText(paid, currency)}) is more than the income (${moneyText(income, currency)}), so nothing is left to split.`,
  )

const notWhole = (sum: number): OperatorError =>
  new OperatorError('ARGS_INVALID', `The shares make ${rateText(sum)} of the income; they must make 100 %.`)
