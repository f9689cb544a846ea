import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, series, table } from '../../report/report.ts'
import { hearDebts } from '../hear-debts.ts'
import { currencyField, moneyField, moneyOrNothing, rateField } from '../money-fields.ts'
import { moneyText, rateText, termText } from '../money-text.ts'
import { avalancheOrder, type Debt, type Repayment, repayDebts, snowballOrder } from '../repay-debts.ts'
import { defineTool } from '../tool.ts'

const debt = z.object({
  name: z.string().min(1).max(60),
  balance: moneyField,
  annualRate: rateField,
  minimum: moneyOrNothing.describe('what is paid on it every month'),
})

const input = z.object({
  debts: z.array(debt).min(1, 'it needs at least one debt').max(50, 'it takes at most 50 debts'),
  extraMonthly: moneyOrNothing.default(0).describe('paid every month on top of the minimums'),
  monthlyTotal: moneyOrNothing.optional().describe('paid every month on all debts together, minimums included'),
  currency: currencyField,
})

const plan = z.object({
  months: z.int(),
  totalInterest: z.number(),
  paidOff: z.array(z.object({ name: z.string(), month: z.int() })),
  /** What is owed in all, at the start and after each month. */
  owed: z.array(z.number()),
})

const output = z.object({ currency: z.string(), avalanche: plan, snowball: plan, interestSavedByAvalanche: z.number() })

/** Two orders of paying off debts, walked month by month; what is freed by one debt goes to the next. */
export default defineTool({
  name: 'debt-payoff',
  summary:
    'When debts are paid off and what they cost, by avalanche (highest rate first) and snowball (smallest first).',
  example: 'card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300',
  effect: 'read',
  input,
  output,
  hear: hearDebts,
  run({ debts, extraMonthly, monthlyTotal, currency }) {
    const extra = monthlyTotal === undefined ? extraMonthly : besideMinimums(debts, monthlyTotal)
    const avalanche = walk(avalancheOrder(debts), extra)
    const snowball = walk(snowballOrder(debts), extra)
    const saved = snowball.totalInterest - avalanche.totalInterest
    return { currency, avalanche, snowball, interestSavedByAvalanche: saved }
  },
  show({ currency, avalanche, snowball, interestSavedByAvalanche }, { debts, extraMonthly, monthlyTotal }): Block[] {
    const money = (n: number) => moneyText(n, currency)
    return [
      table(
        ['Debt', 'Owed', 'Yearly rate', ...(monthlyTotal === undefined ? ['Paid a month'] : [])],
        debts.map((row) => [
          row.name,
          money(row.balance),
          rateText(row.annualRate),
          ...(monthlyTotal === undefined ? [money(row.minimum)] : []),
        ]),
        'Debts',
      ),
      monthlyTotal === undefined
        ? facts(undefined, { 'Extra every month': money(extraMonthly) })
        : facts(undefined, { 'For all together every month': money(monthlyTotal) }),
      ...(debts.length > 1
        ? [planTable('Avalanche: highest rate first', avalanche), planTable('Snowball: smallest first', snowball)]
        : []),
      facts('Result', resultOf(avalanche, snowball, debts.length, money)),
      ...(debts.length > 1 ? [note('plain', savedText(interestSavedByAvalanche, money))] : []),
      series('Owed in all, by month (avalanche)', avalanche.owed, 'chart'),
      note(
        'plain',
        'Formula: each month balance × (1 + rate/12) − payment; a debt that is gone gives its payment to the next.',
      ),
      ...(monthlyTotal === undefined
        ? []
        : [
            note(
              'warn',
              'No minimum payments were named, so the whole sum goes to one debt at a time. In truth each debt needs its minimum every month: add them as “min 25” behind each debt.',
            ),
          ]),
    ]
  },
})

/** @throws OperatorError ARGS_INVALID when the sum does not cover the minimums. */
function besideMinimums(debts: readonly Debt[], total: number): number {
  const minimums = debts.reduce((sum, { minimum }) => sum + minimum, 0)
  if (total >= minimums) return total - minimums
  throw new OperatorError(
    'ARGS_INVALID',
    `${moneyText(total, '')} a month does not cover the minimum payments of ${moneyText(minimums, '')}.`,
  )
}

/** @throws OperatorError ARGS_INVALID when the payments never repay the debts. */
function walk(debts: readonly Debt[], extra: number) {
  const repayment = repayDebts(debts, extra)
  if (!repayment) throw neverPaid(debts, extra)
  return { ...repayment, paidOff: [...repayment.paidOff], owed: [...repayment.owed] }
}

function neverPaid(debts: readonly Debt[], extra: number): OperatorError {
  const interest = debts.reduce((sum, { balance, annualRate }) => sum + (balance * annualRate) / 12, 0)
  const paid = debts.reduce((sum, { minimum }) => sum + minimum, extra)
  return new OperatorError(
    'ARGS_INVALID',
    `With ${moneyText(paid, '')} a month these debts are not paid off within a hundred years: the first month alone bears ${moneyText(interest, '')} of interest.`,
    { hint: 'Say larger monthly payments or an extra amount.' },
  )
}

type Money = (n: number) => string

const planTable = (title: string, { paidOff }: Repayment): Block =>
  table(
    ['Order', 'Debt', 'Paid off after'],
    paidOff.map(({ name, month }, index) => [String(index + 1), name, termText(month)]),
    title,
  )

const resultOf = (avalanche: Repayment, snowball: Repayment, debts: number, money: Money): Record<string, string> =>
  debts === 1
    ? { 'Paid off after': termText(avalanche.months), 'Total interest': money(avalanche.totalInterest) }
    : {
        Avalanche: `${termText(avalanche.months)}, ${money(avalanche.totalInterest)} of interest`,
        Snowball: `${termText(snowball.months)}, ${money(snowball.totalInterest)} of interest`,
      }

const savedText = (saved: number, money: Money): string =>
  saved < 0.005
    ? 'Both orders cost the same here.'
    : `Avalanche saves ${money(saved)} of interest; snowball gives the quicker first win when its first debt is smaller.`
