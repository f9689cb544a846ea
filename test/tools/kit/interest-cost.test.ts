import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/interest-cost.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const call = async (use: object) =>
  (await tool.call(use, toolContext)).output as {
    interest_per_year: number
    interest_per_month: number
    interest_per_day: number
  }

describe('interest-cost', () => {
  it.each([
    ['how much is 18 percent apr on a 2400 balance per month', 2400, 0.18],
    ['what interest will i pay on 3,000 at 24.9% apr', 3000, 0.249],
    ['how much does 10k at 4.2% earn a year', 10_000, 0.042],
    ['interest on 5000 at 3%', 5000, 0.03],
    ['whats the intrest on £800 at 29.9% apr a month', 800, 0.299],
    ['how much interest a month on a card with 1500 at 22%', 1500, 0.22],
  ])('"%s" is heard', (text, sum, annual_rate) => {
    expect(hear(text)).toMatchObject({ use: { sum, annual_rate } })
  })

  it.each([
    'how does interest work',
    'what is a good interest rate for savings',
    'interest on 250k at 4.5% over 30 years',
    'how much is left of 5000 after 10 years with 3% inflation',
    'card 4200 at 22% paying 150 a month how much interest',
    'what is 15% of 240',
    'is 5% interest better than 4%',
    '20% off 80',
  ])('"%s" is not for it', (text) => expect(hear(text)).toBeNull())

  it('a month of 18 % on 2,400 costs 36', async () => {
    const interest = await call({ sum: 2400, annual_rate: 0.18 })
    expect(interest.interest_per_month).toBeCloseTo(36, 9)
    expect(interest.interest_per_year).toBeCloseTo(432, 9)
  })

  it('twelve months are a year, and so are 365 days', () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        async (sum, annual_rate) => {
          const interest = await call({ sum, annual_rate })
          expect(interest.interest_per_month * 12).toBeCloseTo(interest.interest_per_year, 2)
          expect(interest.interest_per_day * 365).toBeCloseTo(interest.interest_per_year, 2)
        },
      ),
      { numRuns: 50 },
    ))
})
