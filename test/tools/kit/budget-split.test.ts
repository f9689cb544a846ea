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
