import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/budget-split.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const rule = { needs: 0.5, wants: 0.3, savings: 0.2 }

describe('budget-split', () => {
  it.each([
    ['split my salary of 3200 a month by 50/30/20', { income: 3200, every: 'month', ...rule, currency: '' }],
    ['50/30/20 on €2,500', { income: 2500, every: 'unknown', ...rule, currency: '€' }],
    [
      'budget 60/20/20 with 48000 a year',
      { income: 48_000, every: 'year', needs: 0.6, wants: 0.2, savings: 0.2, currency: '' },
    ],
    ['how should I split my pay of 3000', { income: 3000, every: 'unknown', currency: '' }],
    ['make me a budget for 4k a month', { income: 4000, every: 'month', currency: '' }],
    ['50 30 20 budget on 3000', { income: 3000, every: 'unknown', ...rule, currency: '' }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('the rule without an income asks for it', () =>
    expect(hear('apply 50/30/20 to my salary')).toEqual({ missing: ['your income after tax, such as 3200 a month'] }))

  it.each([
    'what is the 50/30/20 rule',
    'is the 50/30/20 rule realistic on 2000 a month',
    'how do I make a budget',
    'I budget 300 a month for food',
    'marketing budget of 5000',
    '12/11/2026',
    'split the bill of 60',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('a yearly income is split by the month too', async () =>
    expect((await tool.call({ income: 48_000, every: 'year' }, toolContext)).output).toMatchObject({
      needs: 24_000,
      monthly: { needs: 2000, wants: 1200, savings: 800 },
    }))

  it('the parts make the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.01, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 100 }),
        async (income, percent) => {
          const needs = percent / 100
          const { output } = await tool.call({ income, needs, wants: 1 - needs, savings: 0 }, toolContext)
          const parts = output as { needs: number; wants: number; savings: number }
          expect(parts.needs + parts.wants + parts.savings).toBeCloseTo(income, 4)
        },
      ),
    )
  })

  it('shares that do not make a hundred are refused', async () =>
    expect(tool.call({ income: 100, needs: 0.5, wants: 0.5, savings: 0.5 }, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: 'The shares make 150 % of the income; they must make 100 %.',
    }))
})

describe('budget-split with a rent that is paid', () => {
  const split = async (income: number, paid: number) =>
    (await tool.call({ income, needs_paid: paid, every: 'month' }, toolContext)).output as {
      needs: number
      left: { needs: number; wants: number; savings: number }
    }

  it('what is left sums to the income without what is paid, and no part is below nothing', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 100 }),
        async (income, percentPaid) => {
          const paid = (income * percentPaid) / 100
          const { left } = await split(income, paid)
          expect(left.needs + left.wants + left.savings).toBeCloseTo(income - paid, 4)
          expect(Math.min(left.needs, left.wants, left.savings)).toBeGreaterThanOrEqual(-1e-6)
        },
      ),
    ))

  it('a rent of 1100 of 3200 leaves 500 of the needs', async () =>
    expect((await split(3200, 1100)).left).toEqual({ needs: 500, wants: 960, savings: 640 }))

  it('a rent above the needs is said and cuts the others', async () => {
    const { blocks, output } = await tool.call({ income: 3000, needs_paid: 2000, every: 'month' }, toolContext)
    expect(output).toMatchObject({ left: { needs: 0, wants: 600, savings: 400 } })
    expect(JSON.stringify(blocks)).toContain('500.00 more than the part for needs')
  })

  it('a rent above the income is refused', () => expect(split(1000, 1100)).rejects.toThrow('nothing is left to split'))

  it.each([
    ['I make 3200, rent is 1100, how do I split the rest', 3200, 1100],
    ['split my salary of 3000 a month, 900 rent', 3000, 900],
    ['my income is 4000 and my mortgage 1250, how should I split it', 4000, 1250],
    ['I make 60k, rent is 1100 a month, how do I split the rest', 60_000, 13_200],
    ['help me budget 900 a week, rent is 1300 a month', 900, 300],
  ])('"%s" is heard', (text, income, needs_paid) => expect(hear(text)).toMatchObject({ use: { income, needs_paid } }))
})

describe('bad shares', () => {
  it.each([
    'split 3000 60/30/20',
    'split 4200 by 50/20/20',
    'split my salary of 3000 by 40/30/20',
    '50/30/30 budget for my income of 3000',
  ])('"%s" is refused and not split by 50/30/20', async (text) => {
    const heard = hear(text)
    const use = heard && 'use' in heard ? heard.use : {}
    await expect(tool.call(use, toolContext)).rejects.toThrow(/The shares make (?:110|90) % of the income/)
  })

  it.each(['split my salary of 3000 70/30', 'split my pay of 3000, 60% needs and 40% wants'])(
    '"%s" asks for three shares',
    (text) => expect(hear(text)).toMatchObject({ missing: [expect.stringContaining('make 100 %')] }),
  )

  it.each(['I paid 3000 on 12/11/20', 'split the bill of 60 by 12/11/20'])('the date of "%s" is no rule', (text) =>
    expect(hear(text)).toBeNull(),
  )
})
