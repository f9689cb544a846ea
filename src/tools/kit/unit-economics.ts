import * as z from 'zod'
import { type Block, facts, known, note, number } from '../../report/report.ts'
import { hearUnitEconomics } from '../hear-unit-economics.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const money = (what: string) =>
  z.number(`${what} must be a number`).min(0, `${what} cannot be negative`).max(1e12, `${what} is too large`)
const share = (what: string) =>
  z.number(`${what} must be a share`).min(0, `${what} cannot be negative`).max(1, `${what} cannot be above 100%`)

const Output = z.object({
  /** Spend / customers won, or as given; null when neither was told. */
  acquisition_cost: z.number().nullable(),
  /** Null when only the cost of winning a customer was asked. */
  gross_profit_per_customer_month: z.number().nullable(),
  /** 1 / churn; null when nobody leaves or no churn was given. */
  lifetime_months: z.number().nullable(),
  ltv: z.number().nullable(),
  ltv_to_cac: z.number().nullable(),
  /** CAC / monthly gross profit, of a customer who stays; null without CAC or profit. */
  payback_months: z.number().nullable(),
  /** The same with the customers who leave counted; null when a customer never pays back on average. */
  payback_months_with_churn: z.number().nullable(),
  /** Cumulated gross profit less CAC of an average customer at the end of each month, from month 0. */
  balance_by_month: z.array(z.number()),
})

/** Customer value at a constant churn. Source: Gupta and Lehmann, "Customers as Assets", J. Interactive Marketing 17 (2003), undiscounted. */
export default defineTool({
  name: 'unit-economics',
  summary:
    'Computes customer lifetime value, LTV:CAC and payback from revenue, gross margin, churn and acquisition cost.',
  example: 'unit economics: CAC 300, $50 a month per customer, gross margin 80%, churn 4% a month',
  effect: 'read',
  input: z
    .object({
      revenue_per_customer_month: money('the revenue per customer').optional(),
      gross_margin_ratio: share('the gross margin').optional().describe('0..1'),
      churn_ratio_per_month: share('the churn').optional().describe('Share of customers lost a month, 0..1'),
      acquisition_cost: money('the acquisition cost').optional().describe('CAC: sales and marketing per new customer'),
      acquisition_spend: money('the spend on winning customers').optional(),
      customers_won: z.number().positive('the customers won must be above 0').max(1e12).optional(),
    })
    .refine((it) => costOf(it) !== null || (it.revenue_per_customer_month ?? it.gross_margin_ratio) !== undefined, {
      message: 'give what a customer pays and the gross margin, or what was spent and how many customers that won',
    })
    .refine((it) => (it.revenue_per_customer_month === undefined) === (it.gross_margin_ratio === undefined), {
      message: 'the revenue per customer and the gross margin go together',
    }),
  output: Output,
  hear: hearUnitEconomics,
  run(input) {
    const { revenue_per_customer_month: revenue, gross_margin_ratio: margin, churn_ratio_per_month: churn } = input
    const cac = costOf(input)
    if (revenue === undefined || margin === undefined) return { ...NOTHING_TOLD, acquisition_cost: cac }
    const profit = revenue * margin
    const lifetime = churn ? 1 / churn : null
    const ltv = lifetime === null ? null : profit * lifetime
    return {
      acquisition_cost: cac,
      gross_profit_per_customer_month: profit,
      lifetime_months: lifetime,
      ltv,
      ltv_to_cac: ltv === null || !cac ? null : ltv / cac,
      payback_months: cac === null || profit === 0 ? null : cac / profit,
      payback_months_with_churn: paybackWithChurn(profit, churn ?? null, cac),
      balance_by_month: balances(profit, churn ?? 0, cac ?? 0),
    }
  },
  show: (output, input) => [
    facts('Inputs', {
      ...(input.customers_won === undefined
        ? {}
        : {
            'Spent on winning customers': known(input.acquisition_spend ?? null, number),
            'Customers won': number(input.customers_won),
          }),
      ...(input.gross_margin_ratio === undefined
        ? {}
        : {
            'Revenue per customer a month': known(input.revenue_per_customer_month ?? null, number),
            'Gross margin': percent(input.gross_margin_ratio),
            'Churn a month': known(input.churn_ratio_per_month ?? null, percent),
          }),
      'Cost to win a customer (CAC)': known(output.acquisition_cost, round),
    }),
    ...(output.gross_profit_per_customer_month === null ? [note('plain', COST_ONLY)] : showLifetime(output)),
  ],
})

const COST_ONLY =
  'Cost to win a customer (CAC) = what was spent on winning customers ÷ customers won. Whether it pays depends on what a customer brings: say what they pay a month, the gross margin and the churn.'

interface Winning {
  readonly acquisition_cost?: number | undefined
  readonly acquisition_spend?: number | undefined
  readonly customers_won?: number | undefined
}

/** CAC as it was given, else spend ÷ customers; null without either. */
const costOf = ({ acquisition_cost: cac, acquisition_spend: spend, customers_won: won }: Winning): number | null =>
  cac ?? (spend === undefined || won === undefined ? null : spend / won)

const NOTHING_TOLD = {
  gross_profit_per_customer_month: null,
  lifetime_months: null,
  ltv: null,
  ltv_to_cac: null,
  payback_months: null,
  payback_months_with_churn: null,
  balance_by_month: [],
}

const showLifetime = (output: z.output<typeof Output>): readonly Block[] => [
  ...showValue(output),
  note(
    'plain',
    'Gross profit a month = revenue × gross margin. Lifetime = 1 ÷ churn. LTV = gross profit ÷ churn. Payback = CAC ÷ gross profit. Assumption: churn is the same every month and revenue does not change; in truth new customers leave faster than old ones. Nothing is discounted.',
  ),
]

/** n with p(1 − (1 − c)^n)/c = CAC; the months are the customer's, paid at the start of each. */
function paybackWithChurn(profit: number, churn: number | null, cac: number | null): number | null {
  if (churn === null || cac === null || profit === 0) return null
  if (churn === 0) return cac / profit
  const left = 1 - (cac * churn) / profit
  if (left <= 0) return null
  return churn === 1 ? 1 : Math.log(left) / Math.log(1 - churn)
}

const MOST_MONTHS = 60

function balances(profit: number, churn: number, cac: number): number[] {
  const points = [-cac]
  for (let month = 0; month < MOST_MONTHS; month += 1) points.push((points[month] ?? 0) + profit * (1 - churn) ** month)
  return points
}

const round = (n: number) => number(Math.round(n * 100) / 100)

function showValue(output: z.output<typeof Output>): readonly Block[] {
  const { ltv_to_cac, payback_months, payback_months_with_churn } = output
  return [
    facts('Unit economics', {
      'Gross profit per customer a month': known(output.gross_profit_per_customer_month, round),
      'Lifetime, months': known(output.lifetime_months, round),
      'Lifetime value (LTV)': known(output.ltv, round),
      ...(output.acquisition_cost === null
        ? {}
        : {
            'LTV : CAC': known(ltv_to_cac, round),
            'Payback, months': known(payback_months, round),
            'Payback with churn counted, months': known(payback_months_with_churn, round),
          }),
    }),
    ...verdict(output),
  ]
}

function verdict({ ltv_to_cac }: z.output<typeof Output>): readonly Block[] {
  if (ltv_to_cac === null) return []
  if (ltv_to_cac < 1)
    return [note('bad', 'A customer brings back less than it costs to win one: every new customer adds to the loss.')]
  if (ltv_to_cac < 3)
    return [note('warn', 'Positive, but below 3, the usual rule of thumb that leaves room for the other costs.')]
  return [note('good', 'Above 3, the usual rule of thumb. Check that the payback fits your cash.')]
}
