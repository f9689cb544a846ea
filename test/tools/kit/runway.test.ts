import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/runway.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) =>
  (await tool.call(input, toolContext)).output as { runway_months: number | null; cash_by_month: number[] }

describe('runway', () => {
  it.each([
    ['runway with 120k cash and 15k monthly burn', { cash: 120_000, spending_per_month: 15_000 }],
    [
      'we have 500k in the bank, spend 60k a month and revenue is 20k growing 5% a month, how long will our cash last?',
      { cash: 500_000, spending_per_month: 60_000, income_per_month: 20_000, income_growth_ratio_per_month: 0.05 },
    ],
    [
      'runway cash 100k burn 10k growing 3% monthly',
      { cash: 100_000, spending_per_month: 10_000, spending_growth_ratio_per_month: 0.03 },
    ],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    ['what is our runway', 2],
    ['runway: 100k cash', 1],
    ['runway 100k cash burn 120k per year', 1],
  ])('"%s" lacks %i thing(s)', (text, lacking) => expect(hear(text)).toMatchObject({ missing: { length: lacking } }))

  it.each([
    'what is runway',
    'how do I extend my runway',
    'how much runway do startups need',
    'we landed on the runway',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('120,000 at 15,000 a month last 8 months', async () => {
    expect((await compute({ cash: 120_000, spending_per_month: 15_000 })).runway_months).toBeCloseTo(8, 9)
  })

  it('without growth the runway is cash divided by net burn', async () => {
    const amount = fc.double({ min: 1, max: 1e6, noNaN: true })
    await fc.assert(
      fc.asyncProperty(amount, amount, fc.double({ min: 0, max: 0.9, noNaN: true }), async (cash, spending, share) => {
        const net = spending * (1 - share)
        const { runway_months } = await compute({
          cash,
          spending_per_month: spending,
          income_per_month: spending * share,
        })
        if (cash / net < 590) expect((runway_months ?? Number.NaN) / (cash / net)).toBeCloseTo(1, 6)
        if (cash / net > 610) expect(runway_months).toBeNull()
      }),
    )
  })

  it('growing spending shortens the runway and growing income lengthens it', async () => {
    const flat = { cash: 1000, spending_per_month: 100, income_per_month: 20 }
    const months = async (more: object) =>
      (await compute({ ...flat, ...more })).runway_months ?? Number.POSITIVE_INFINITY
    const usual = await months({})
    expect(await months({ spending_growth_ratio_per_month: 0.1 })).toBeLessThan(usual)
    expect(await months({ income_growth_ratio_per_month: 0.1 })).toBeGreaterThan(usual)
  })

  it('cash that never runs out has no runway, and no cash has none left', async () => {
    expect((await compute({ cash: 100, spending_per_month: 0 })).runway_months).toBeNull()
    expect((await compute({ cash: 0, spending_per_month: 5 })).runway_months).toBe(0)
  })

  it.each([
    { cash: -1, spending_per_month: 1 },
    { cash: 1e300, spending_per_month: 1 },
    { cash: Number.NaN, spending_per_month: 1 },
    { cash: 1, spending_per_month: 1, spending_growth_ratio_per_month: 5 },
  ])('%j is refused', (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})

describe('runway in other words', () => {
  it.each([
    ['how long will 120k last if we burn 15k a month', 120_000, 15_000],
    ["we've got 250,000 euro and lose 20,000 a month when do we run out of money", 250_000, 20_000],
    ["how long until we're broke with 60k and 7k monthly costs", 60_000, 7_000],
    ['my startup has 2 million and burns 150 thousand per month, runway?', 2_000_000, 150_000],
    ['i have 30k savings and my business costs 2.5k a month, how long can i keep going', 30_000, 2_500],
    ['burn rate 25k, bank balance 300k - how many months left', 300_000, 25_000],
  ])('"%s" is heard', (text, cash, spending) =>
    expect(tool.hear({ text, attachment: null })).toMatchObject({ use: { cash, spending_per_month: spending } }),
  )

  it('growth belongs to the word before it', () => {
    const text = 'cash 80k expenses 12k income 5k growing 10% a month runway?'
    expect(tool.hear({ text, attachment: null })).toMatchObject({ use: { income_growth_ratio_per_month: 0.1 } })
  })
})

describe('runway as people say it', () => {
  it.each([
    ['how many months have i got left with 85000 in the bank and spending 12k and making 4500 a month', 85, 12, 4.5],
    ['when are we out of money: 180k, lose 22k a month', 180, 22, undefined],
    ['i have 40k saved and spend 3k a month, how long does my money last', 40, 3, undefined],
    ['how long can we survive on 200k if we burn 18k a month', 200, 18, undefined],
    ['bank 60k, out 9k a month, in 4k a month, how many months left', 60, 9, 4],
    ["we've 90k cash, costs 14k, sales 6k, when do we go broke", 90, 14, 6],
    ['how long till im broke with 20k and 2500 a month spending', 20, 2.5, undefined],
    ['when will we be out of cash? $300k, burning $25k a month', 300, 25, undefined],
  ])('"%s" is heard', (text, cash, spending, income) =>
    expect(hear(text)).toMatchObject({
      use: {
        cash: cash * 1000,
        spending_per_month: spending * 1000,
        ...(income === undefined ? {} : { income_per_month: income * 1000 }),
      },
    }),
  )

  it('money is shown in cents and in the currency that was said', async () => {
    expect(hear('runway with $120k cash and $15k monthly burn')).toMatchObject({ use: { currency: '$' } })
    const { blocks } = await tool.call({ cash: 120_000, spending_per_month: 15_000, currency: '$' }, toolContext)
    expect(blocks[0]).toMatchObject({
      rows: [
        ['Cash', '$120,000.00'],
        ['Spending a month', '$15,000.00'],
        ['Income a month', '$0.00'],
      ],
    })
  })
})
