import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/margin-markup.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number>

describe('margin-markup', () => {
  it('stands without a handbook page', () => expect(tool.alone).toBe(true))

  it.each([
    ["bought for 42, sell at 60, what's my margin", { cost: 42, price: 60 }],
    ['bought for 42, sell at 60, whats my markup', { cost: 42, price: 60 }],
    ['cost 8 price 20 margin?', { cost: 8, price: 20 }],
    ['if i buy at $5 and sell at $9 how much profit do i make', { cost: 5, price: 9, currency: '$' }],
    ['i pay 3.20 wholesale and retail it at 7.99, margin', { cost: 3.2, price: 7.99 }],
    ['margin on something that costs 15 and sells for 22.50', { cost: 15, price: 22.5 }],
    ['what price for a 40% margin if it costs me 12', { cost: 12, margin_ratio: 0.4 }],
    ['what should i charge for 60% margin, cost is £18', { cost: 18, margin_ratio: 0.6, currency: '£' }],
    ['how much can it cost me if i sell at 100 and want 35% margin', { price: 100, margin_ratio: 0.35 }],
    ['30% markup on 50', { cost: 50, markup_ratio: 0.3 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('what lacks is said', () => {
    expect(hear('margin if I sell at 60')).toEqual({ missing: ['what it costs you'] })
    expect(hear('calculate my margin')).toMatchObject({ missing: { length: 2 } })
  })

  it.each([
    'what is the difference between margin and markup',
    'how do I improve my profit margin',
    'what is a good margin for a cafe',
    'margin call on my account at 5000',
    'fair odds for 2.10, 3.40 and 3.60 without margin',
    'break even units for 20k fixed costs and 40% margin on a 50 dollar product',
    'I bought a house for 200k and sold for 300k, do I pay tax on the profit',
    'LTV for $50 a month, margin 80%, churn 4%',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('42 sold at 60 has a margin of 30 % and a markup of 42.9 %', async () => {
    const told = await compute({ cost: 42, price: 60 })
    expect(told).toMatchObject({ profit: 18, margin_ratio: 0.3 })
    expect(told.markup_ratio).toBeCloseTo(0.428571, 6)
  })

  it('the price for a margin has that margin', () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: -0.9, max: 0.95, noNaN: true }),
        async (cost, margin) => {
          const { price = 0 } = await compute({ cost, margin_ratio: margin })
          expect((await compute({ cost, price })).margin_ratio).toBeCloseTo(margin, 6)
        },
      ),
    ))

  it.each([{ cost: 5 }, { price: 5 }, { cost: -1, price: 5 }, { cost: 5, margin_ratio: 1 }])('%j is refused', (input) =>
    expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})

describe('margin-markup with fees', () => {
  it.each([
    [
      'i sell candles, 6.20 to make, fees 10%, want 40% margin, what price',
      { cost: 6.2, margin_ratio: 0.4, fee_ratio: 0.1 },
    ],
    ['i sell mugs for 18, cost 7, etsy takes 12% fees, how much profit', { cost: 7, price: 18, fee_ratio: 0.12 }],
    ['bought for 8, sell at 20, 15% etsy fees, whats my margin', { cost: 8, price: 20, fee_ratio: 0.15 }],
    [
      'what price for a 30% margin if it costs me 12 and the commission is 8%',
      { cost: 12, margin_ratio: 0.3, fee_ratio: 0.08 },
    ],
  ])('"%s" is heard with them', (text, use) => expect(tool.hear({ text, attachment: null })).toMatchObject({ use }))

  it('the price covers cost, fees and margin', async () => {
    const { output } = await tool.call({ cost: 6.2, margin_ratio: 0.4, fee_ratio: 0.1 }, toolContext)
    expect(output).toMatchObject({ price: 12.4, profit: 4.96, margin_ratio: expect.closeTo(0.4, 9) })
  })

  it.each([{ cost: 6 }, { price: 20 }])(
    'the markup that was asked for with %j is what is left after fees',
    async (told) => {
      const { output } = await tool.call({ ...told, markup_ratio: 0.5, fee_ratio: 0.1 }, toolContext)
      expect(output).toMatchObject({ markup_ratio: expect.closeTo(0.5, 9) })
    },
  )

  it('fees and margin that take the whole price are refused', () =>
    expect(tool.call({ cost: 6, margin_ratio: 0.6, fee_ratio: 0.4 }, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    }))
})
