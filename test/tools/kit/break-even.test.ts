import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/break-even.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const costs = (fixed: number, price: number, variable: number) => ({
  fixed_costs: fixed,
  price_per_unit: price,
  variable_cost_per_unit: variable,
})
const compute = async (fixed: number, price: number, variable: number) =>
  (await tool.call(costs(fixed, price, variable), toolContext)).output as Record<string, number | null>

describe('break-even', () => {
  it.each([
    ['break even with fixed costs 5000, price 20, cost 8', costs(5000, 20, 8)],
    ['5000 fixed costs, 20 price, 8 cost: break-even?', costs(5000, 20, 8)],
    ['for 5000 fixed costs, price 20, cost 8, where do I break even', costs(5000, 20, 8)],
    [
      'my fixed costs are $5k a month, I sell mugs for $20 and they cost me $8 to make, when do I break even?',
      costs(5000, 20, 8),
    ],
    ['how many coffees to break even if rent is 3,000, price 3.50 and cost per cup 0.9', costs(3000, 3.5, 0.9)],
    ['Breakeven: fixed 1.2 million; price: 99; variable: 49', costs(1_200_000, 99, 49)],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toMatchObject({ use }))

  it('what is still missing is said', () => {
    expect(hear('break-even at price 20 and variable cost of 8')).toEqual({
      missing: ['the fixed costs per month or year'],
    })
    expect(hear('calculate my break-even')).toMatchObject({ missing: { length: 3 } })
  })

  it.each([
    'how do I break even in life',
    'what is break-even',
    'how do I calculate my break-even point',
    'price 20, cost 8',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('5000 of fixed costs at a contribution of 12 need 417 sales', async () => {
    expect(await compute(5000, 20, 8)).toMatchObject({ break_even_units_whole: 417, contribution_margin_ratio: 0.6 })
  })

  it('cents do not add a sale: 0.30 of costs at a contribution of 0.10 is 3', async () => {
    expect((await compute(0.3, 0.3, 0.2)).break_even_units_whole).toBe(3)
  })

  it('no number of sales covers the costs when a unit costs its price', async () => {
    expect((await compute(10, 5, 5)).break_even_units).toBeNull()
    expect((await compute(10, 5, 9)).break_even_units).toBeNull()
    expect((await compute(0, 5, 9)).break_even_units).toBe(0)
  })

  it('at the break-even the profit is zero, and one whole sale less does not reach it', async () => {
    const amount = fc.double({ min: 0.5, max: 1e6, noNaN: true })
    await fc.assert(
      fc.asyncProperty(amount, amount, amount, async (fixed, variable, contribution) => {
        const price = variable + contribution
        const output = await compute(fixed, price, variable)
        const units = output.break_even_units ?? Number.NaN
        expect((units * (price - variable)) / fixed).toBeCloseTo(1, 6)
        expect(output.break_even_units_whole).toBeGreaterThanOrEqual(units * (1 - 1e-8))
        expect((output.break_even_units_whole ?? 0) - 1).toBeLessThan(units)
      }),
    )
  })

  it.each([
    [-1, 5, 1],
    [1, 0, 1],
    [1, -5, 1],
    [1, 1e300, 1],
    [Number.NaN, 5, 1],
    [1, 5, -1],
  ])('%j is refused', (...input) =>
    expect(compute(...(input as [number, number, number]))).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})

describe('break-even in other words', () => {
  it.each([
    [
      'how many cakes do i need to sell to cover rent of 1200 if each sells for 25 and costs 9 to make',
      costs(1200, 25, 9),
    ],
    ['i pay 3k a month fixed, make 15 per sale and it costs me 4, when do i break even?', costs(3000, 15, 4)],
    ['rent is 800, i sell candles at 12, materials are 4 each. how many to break even', costs(800, 12, 4)],
    ['how many haircuts to cover my costs: 2500 rent, 30 per cut, 5 of products per cut', costs(2500, 30, 5)],
    ['break even units for 20k fixed costs and 40% margin on a 50 dollar product', costs(20_000, 50, 30)],
    [
      "what's the break even point if overhead is $4,500/mo, average sale $35 and cost per sale $14",
      costs(4500, 35, 14),
    ],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toMatchObject({ use }))
})

describe('what break-even shows', () => {
  it('money in cents and in the currency that was said, for the exact and the whole units', async () => {
    expect(hear('break even with fixed costs $5400, price 23, cost 8.20')).toMatchObject({ use: { currency: '$' } })
    const { blocks } = await tool.call({ ...costs(5400, 23, 8.2), currency: '$' }, toolContext)
    expect(blocks[1]).toMatchObject({
      rows: expect.arrayContaining([
        ['Contribution margin', '64.3 %'],
        ['Revenue at break-even, exactly', '$8,391.89'],
        ['Revenue of the whole units', '$8,395.00'],
      ]),
    })
  })

  it('losses below the break-even have a sign, and no chart without a zero line is drawn', async () => {
    const { blocks } = await tool.call(costs(5000, 20, 8), toolContext)
    expect(blocks.map(({ kind }) => kind)).not.toContain('series')
    expect(blocks[2]).toMatchObject({ kind: 'table', rows: expect.arrayContaining([['0', '0.00', '-5,000.00']]) })
  })
})
