import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/freelance-rate.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number>

describe('freelance-rate', () => {
  it.each([
    ['hourly rate to earn 70000 a year as a freelancer', { income_per_year: 70_000 }],
    ['what should i charge per hour to make 80k a year freelancing', { income_per_year: 80_000 }],
    [
      'freelance rate for 60k a year, 40 weeks, 30 hours a week, costs 8k, tax 30%',
      {
        ...{ income_per_year: 60_000, weeks_per_year: 40, billable_hours_per_week: 30 },
        ...{ costs_per_year: 8_000, tax_ratio: 0.3 },
      },
    ],
    ['i want to make $100k contracting what hourly rate do i need', { income_per_year: 100_000, currency: '$' }],
    [
      'as a consultant i want to clear 120000, 5 weeks off, 6 hours a day, what day rate',
      { income_per_year: 120_000, weeks_per_year: 47, billable_hours_per_week: 30 },
    ],
    ['what hourly rate should a freelancer charge to earn 5000 a month', { income_per_year: 60_000 }],
    ['self employed, need 45k, what do I charge an hour', { income_per_year: 45_000 }],
    ['freelancer hourly rate 90k 20 billable hours a week', { income_per_year: 90_000, billable_hours_per_week: 20 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    'how do I price my freelance work',
    'what should I charge as a freelancer',
    'meeting cost: 8 people, $60 per hour, 45 minutes, weekly',
    'my heart rate is 90 an hour after running',
    'savings account interest rate to earn 5000 a year',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('70,000 in 46 weeks of 25 hours need 60.87 an hour, and what was assumed is said', async () => {
    const { output, blocks } = await tool.call({ income_per_year: 70_000 }, toolContext)
    expect((output as Record<string, number>).hourly_rate).toBeCloseTo(60.8696, 4)
    expect(blocks[0]).toMatchObject({
      rows: expect.arrayContaining([
        ['Weeks of work a year', '46 (assumed)'],
        ['Costs a year', 'not included'],
      ]),
    })
  })

  it('what is invoiced covers income, tax and costs', () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: 100, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        async (income, tax, costs) => {
          const told = await compute({ income_per_year: income, tax_ratio: tax, costs_per_year: costs })
          const invoiced = (told.hourly_rate ?? 0) * (told.billable_hours_per_year ?? 0)
          expect((invoiced - costs) * (1 - tax)).toBeCloseTo(income, 4)
        },
      ),
    ))
})
