import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import tool from '../../../src/tools/kit/unit-economics.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number | null>
const figures = (revenue: number, margin: number, churn?: number, cac?: number) => ({
  revenue_per_customer_month: revenue,
  gross_margin_ratio: margin,
  ...(churn === undefined ? {} : { churn_ratio_per_month: churn }),
  ...(cac === undefined ? {} : { acquisition_cost: cac }),
})

describe('unit-economics', () => {
  it.each([
    [
      'unit economics: CAC 300, $50 a month per customer, gross margin 80%, churn 4% a month',
      figures(50, 0.8, 0.04, 300),
    ],
    ['ltv with arpu 50, margin 80%, churn 5%', figures(50, 0.8, 0.05)],
    [
      'what is our LTV:CAC if we pay $400 to win a customer who pays $60/month at 75% margin and 3% churn',
      figures(60, 0.75, 0.03, 400),
    ],
    ['cac payback: cac 600, arpu $100, gross margin 70%', figures(100, 0.7, undefined, 600)],
    ['customer lifetime value: $30 monthly, 5% monthly churn, 60% gross margin', figures(30, 0.6, 0.05)],
    [
      'we spent 10k on ads and got 50 new customers, they pay 40 a month, margin 80%, churn 6% - unit economics?',
      figures(40, 0.8, 0.06, 200),
    ],
    ['CAC=250, ARPU=25, churn=2%, margin=90% ltv cac ratio', figures(25, 0.9, 0.02, 250)],
    ['clv for a gym: 45 per month per member, 4 percent churn, margin 60 percent', figures(45, 0.6, 0.04)],
    ['ltv cac payback: arpu $1.2k cac $5k gross margin 80% churn 1.5% monthly', figures(1200, 0.8, 0.015, 5000)],
    ['how long until a customer pays back: cac 200, 25 a month, 80% margin', figures(25, 0.8, undefined, 200)],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('yearly figures and a stay in months become monthly ones', () => {
    expect(hear('ltv: customers pay $1200 a year, margin 85%, annual churn 20%')).toMatchObject({
      use: { revenue_per_customer_month: 100, churn_ratio_per_month: expect.closeTo(1 - 0.8 ** (1 / 12), 9) },
    })
    expect(
      hear('acquisition cost is 120 euros, subscription 20 euros a month, they stay 18 months, margin 70 percent'),
    ).toMatchObject({ use: { churn_ratio_per_month: 1 / 18, acquisition_cost: 120 } })
    expect(hear('lifetime value of a customer who pays 30/mo, cost to serve 6, churn 3%')).toMatchObject({
      use: { gross_margin_ratio: 0.8 },
    })
  })

  it.each(['calculate ltv', 'ltv with arpu 50 and churn 5%', 'unit economics: arpu 50, margin 80%, churn 5%'])(
    '"%s" is half there',
    (text) => expect(hear(text)).toHaveProperty('missing'),
  )

  it.each(['what is ltv', 'how do i lower my cac', 'why is churn high'])('"%s" is left alone', (text) =>
    expect(hear(text)).toBeNull(),
  )

  it('50 a month at 80% and 4% churn are worth 1,000, 3.3 times a cost of 300, back in 7.5 months', async () => {
    expect(await compute(figures(50, 0.8, 0.04, 300))).toMatchObject({
      ltv: 1000,
      lifetime_months: 25,
      payback_months: 7.5,
      ltv_to_cac: expect.closeTo(10 / 3, 9),
    })
  })

  it('the balance after many months is LTV less CAC, and it is zero at the payback with churn', async () => {
    const share = fc.double({ min: 0.15, max: 0.9, noNaN: true })
    const money = fc.double({ min: 1, max: 1e5, noNaN: true })
    await fc.assert(
      fc.asyncProperty(money, share, share, share, async (revenue, margin, churn, part) => {
        const cac = ((revenue * margin) / churn) * part
        const output = await compute(figures(revenue, margin, churn, cac))
        const balances = z.array(z.number()).parse(output.balance_by_month)
        expect((balances.at(-1) ?? 0) / cac).toBeCloseTo((output.ltv ?? 0) / cac - 1, 2)
        const n = output.payback_months_with_churn ?? Number.NaN
        expect((revenue * margin * (1 - (1 - churn) ** n)) / churn / cac).toBeCloseTo(1, 6)
      }),
    )
  })

  it('a customer worth less than the cost never pays back, and without churn there is no lifetime', async () => {
    expect(await compute(figures(10, 0.5, 0.5, 100))).toMatchObject({ payback_months_with_churn: null, ltv: 10 })
    expect(await compute(figures(10, 0.5, 0, 100))).toMatchObject({ ltv: null, payback_months_with_churn: 20 })
  })

  it.each([{}, figures(-1, 0.5), figures(1, 1.5), figures(1, 0.5, 2), figures(Number.NaN, 0.5)])(
    '%j is refused',
    (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})

describe('the cost of winning a customer alone', () => {
  it('times the customers is the spend', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), async (spend, won) => {
        const told = await compute({ acquisition_spend: spend, customers_won: won })
        expect((told.acquisition_cost ?? 0) * won).toBeCloseTo(spend, 3)
        expect(told.ltv).toBeNull()
      }),
    ))

  it.each([
    ['cost per customer 900 dollars ads 36 customers', 900, 36],
    ['spent 900 on ads and got 36 customers', 900, 36],
    ['spent 900 on ads in 2025 and got 36 customers', 900, 36],
    ['in march 2025 we spent $900 on ads and won 36 new customers', 900, 36],
    ['£2,000 on marketing brought 80 new clients, what did each customer cost - cost per client', 2000, 80],
  ])('"%s" is heard', (text, acquisition_spend, customers_won) =>
    expect(hear(text)).toEqual({ use: { acquisition_spend, customers_won } }),
  )

  it.each(['why is my cost per customer so high', 'how do I get 36 customers with 900 on ads'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it.each([
    {},
    { acquisition_spend: 900 },
    { revenue_per_customer_month: 50 },
    { acquisition_spend: 9, customers_won: 0 },
  ])('%j is refused', (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})

describe('customers that were counted', () => {
  const ASKED = figures(40, 0.7, 1 / 14, 125)

  it.each([
    'We spend 6000 on ads per month and win 48 new customers who each bring 40 a month with 70% gross margin and stay about 14 months. CAC, LTV, worth it?',
    'cac and ltv: 6k ads, 48 new clients, each pays 40 a month, margin 70 percent, stay 14 months',
    "we put $6000 a month in google ads and get 48 new subscribers, they pay $40 monthly at 70% margin and cancel after 14 months. what's our ltv to cac",
    'marketing spend 6000, new customers 48, arpu 40, gross margin 70%, average lifetime 14 months - ltv/cac?',
    'spent 6,000 on facebook, won 48 customers who bring in 40 per month, 70% margin, 14 month lifetime. payback?',
    'is it worth it: 48 new customers from 6000 of ad spend, each brings 40/month, 70% margin, they stay 14 months, what is the cac',
    'we got 48 new users for 6000 euros of marketing. Each user pays 40 euros a month, margin 70%, lifetime 14 months. unit economics?',
    'ltv:cac with 48 new clients for 6000 of ads, 40 a month each, 70% margin, leave after 14 months',
  ])('"%s" takes their number for no money', (text) => expect(hear(text)).toEqual({ use: ASKED }))

  it('are worth 392 each, 3.14 times what they cost, back in 4.46 months', async () =>
    expect(await compute(ASKED)).toMatchObject({
      acquisition_cost: 125,
      ltv: expect.closeTo(392, 9),
      ltv_to_cac: expect.closeTo(3.136, 9),
      payback_months: expect.closeTo(4.4643, 4),
    }))
})
