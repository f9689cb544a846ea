import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/purchasing-power.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output

describe('purchasing-power', () => {
  it.each([
    [
      'How much is left of 5000 after 10 years with 3% inflation',
      { sum: 5000, inflation_ratio_per_year: 0.03, months: 120, currency: '' },
    ],
    [
      'what will 100k be worth in 20 years at 2.5% inflation',
      { sum: 100000, inflation_ratio_per_year: 0.025, months: 240, currency: '' },
    ],
    [
      '$20,000 in 15 years with inflation of 2 percent, what is it worth',
      { sum: 20000, inflation_ratio_per_year: 0.02, months: 180, currency: '$' },
    ],
    [
      'if inflation is 4% what will 1000 euros buy in 5 years',
      { sum: 1000, inflation_ratio_per_year: 0.04, months: 60, currency: 'euros' },
    ],
    [
      'how much will I need in 10 years to buy what 5000 buys today at 3% inflation',
      { sum: 5000, inflation_ratio_per_year: 0.03, months: 120, currency: '' },
    ],
    [
      'purchasing power of 50000 after 30 years at 3%',
      { sum: 50000, inflation_ratio_per_year: 0.03, months: 360, currency: '' },
    ],
    [
      'inflation 3% 10 years 5000 how much value lost',
      { sum: 5000, inflation_ratio_per_year: 0.03, months: 120, currency: '' },
    ],
    [
      '5000 today with 3 percent inflation a year for a decade, real value?',
      { sum: 5000, inflation_ratio_per_year: 0.03, months: 120, currency: '' },
    ],
    [
      'how much less is 10k worth in 8 years, inflation 3.5',
      { sum: 10000, inflation_ratio_per_year: 0.035, months: 96, currency: '' },
    ],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('without the time it is half there', () =>
    expect(hear('what will 5000 be worth with 3% inflation')).toHaveProperty('missing'))

  it.each([
    'what is inflation',
    'how does inflation affect my 5000 savings',
    'if I invest 10000 at 7% for 20 years with 2.5% inflation what will I have',
    'is 3% inflation high',
    'what is 5000 worth in 10 years',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('at 3% for ten years 5,000 buys 3,720.47, and 6,719.58 are needed', async () =>
    expect(await compute({ sum: 5000, inflation_ratio_per_year: 0.03, months: 120 })).toMatchObject({
      worth_then: expect.closeTo(3720.47, 2),
      needed_then: expect.closeTo(6719.58, 2),
    }))

  it('the worth times what is needed is the square of the sum', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 600 }),
        async (sum, inflation_ratio_per_year, months) => {
          const told = (await compute({ sum, inflation_ratio_per_year, months })) as Record<string, number>
          expect(((told.worth_then ?? 0) * (told.needed_then ?? 0)) / sum ** 2).toBeCloseTo(1, 9)
        },
      ),
    ))

  it.each([{}, { sum: 0, inflation_ratio_per_year: 0.03, months: 12 }])('%j is refused', (input) =>
    expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
