import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/compound-growth.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const plan = (
  ...[start, monthlyAddition, annualRate, months, more = {}]: readonly [number, number, number, number, object?]
) => ({
  use: { start, monthlyAddition, annualRate, months, currency: '', ...more },
})
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number>

describe('compound-growth', () => {
  it.each([
    ['if I save 200 a month at 5% for 20 years how much will I have', plan(0, 200, 0.05, 240)],
    ['how much will 1000 grow to in 10 years at 5 percent', plan(1000, 0, 0.05, 120)],
    ['grow 5000 at 7 percent for 20 years', plan(5000, 0, 0.07, 240)],
    ['1000 at 5 % for 10 years with 50 a month', plan(1000, 50, 0.05, 120)],
    [
      'what would $10k invested at 7% be worth in 30 years, adding $100 monthly?',
      plan(10_000, 100, 0.07, 360, { currency: '$' }),
    ],
    ['invest 10000 at 4% compounded daily for 5 years', plan(10_000, 0, 0.04, 60, { compounding: 'daily' })],
    ['if I earn 3000 a month and save 200 a month at 5% for 20 years, how much will I have', plan(0, 200, 0.05, 240)],
    ['how much will I have if I invest 2400 a year at 6% for a decade', plan(0, 200, 0.06, 120)],
    ['500 dollars invested monthly at 7 percent for 25 years', plan(0, 500, 0.07, 300, { currency: 'dollars' })],
    ['how much interest does 20000 make at 5% over 10 years', plan(20_000, 0, 0.05, 120)],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual(use))

  it('what is still missing is said', () => {
    expect(hear('if I save 200 a month how much will I have in 30 years')).toEqual({
      missing: ['the yearly rate of growth or interest, such as 5%'],
    })
    expect(hear('how much will I have if I save 200 a month')).toMatchObject({ missing: { length: 2 } })
  })

  it.each([
    'what is compound interest?',
    'should I invest 10000 at 5% for 10 years?',
    'how much should i have saved by 40',
    'how much do people have saved by 50',
    'I want to invest 10000 for 5 years',
    'what will 100 be worth in 20 years at 3% inflation',
    'how much should I save a month to have 50000 in 5 years at 5%',
    '1000 at 5% for 10 years',
    'they promise 10 percent a month guaranteed is it real',
    'how many years to double an investment at 7%',
    'difference between 0.2 and 1.5 percent fee over 30 years',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    [{ monthlyAddition: 200, annualRate: 0.05, months: 240 }, 82_206.73],
    [{ start: 1000, annualRate: 0.05, months: 120 }, 1628.89],
    [{ start: 1000, annualRate: 0.05, months: 360 }, 4321.94],
    [{ start: 1000, annualRate: 0.05, months: 120, compounding: 'monthly' }, 1647.01],
    [{ start: 1000, annualRate: -0.5, months: 24 }, 250],
    [{ start: 1000, monthlyAddition: 10, annualRate: 0, months: 12 }, 1120],
  ])('%o ends with %d', async (input, end) => expect((await compute(input)).end).toBeCloseTo(end, 2))

  it('what is there at the end is what was paid in and what it grew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(100_000),
        fc.nat(1000),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 480 }),
        async (start, monthlyAddition, annualRate, months) => {
          const { end = 0, paidIn = 0, growth = 0 } = await compute({ start, monthlyAddition, annualRate, months })
          expect(paidIn).toBe(start + monthlyAddition * months)
          expect(end).toBeCloseTo(paidIn + growth, 3)
          expect(growth * annualRate >= -1e-6).toBe(true)
        },
      ),
    )
  })

  it.each([
    [{ start: 5, annualRate: -1, months: 12 }, 'annualRate: it must be more than -1'],
    [{ start: 5, annualRate: 11, months: 12 }, 'annualRate: it must be at most 10'],
    [{ start: -5, annualRate: 0.1, months: 12 }, 'start: it must not be negative'],
    [{ start: 1e9, annualRate: 10, months: 1200, compounding: 'daily' }, 'too large to compute'],
  ])('%o is refused in one sentence', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(message),
    }),
  )

  it('says how often interest is added and shows the growth as a chart', async () => {
    const { blocks } = await tool.call(
      { monthlyAddition: 200, annualRate: 0.05, months: 240, currency: 'EUR' },
      toolContext,
    )
    expect(blocks[0]).toMatchObject({ rows: expect.arrayContaining([['Yearly rate', '5 %, interest added monthly']]) })
    expect(blocks[1]).toMatchObject({ rows: expect.arrayContaining([['At the end', '82,206.73 EUR']]) })
    expect(blocks.find(({ kind }) => kind === 'series')).toMatchObject({ shape: 'chart' })
  })
})
