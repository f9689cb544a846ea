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

describe('break-even without its name', () => {
  it.each([
    [
      'I sell mugs for 14, they cost me 5.50 and my fixed costs are 2,100 per month. how many do I have to sell?',
      costs(2100, 14, 5.5),
    ],
    ['how many coffees must I sell to cover rent of 1500 if a cup is 3 and costs 0.80', costs(1500, 3, 0.8)],
    ['i sell t-shirts at 25, buy them for 9, rent 800. how many sales do i need', costs(800, 25, 9)],
    ['how many cakes do we need to sell each month? overheads £1.2k, price £25, ingredients £9', costs(1200, 25, 9)],
    [
      'running costs 3000 a month, each pizza sells at 12 and costs 4 to make, how many must we sell',
      costs(3000, 12, 4),
    ],
    ['fixed costs are 900, I sell candles for 12 and they cost 4. how many before I make a profit?', costs(900, 12, 4)],
    ['rent 1500, price 30, products 5 - how many customers do I need', costs(1500, 30, 5)],
    ['how many mugs do I have to sell, fixed costs 900 and i make 10 on each one', { fixed_costs: 900 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toMatchObject({ use }))

  it.each([
    'how many mugs do I have to sell',
    'how many mugs do I have to sell to pay the rent',
    'how many shares must I sell at 40 to pay my rent of 1500',
    'how many clients do I need to earn 4000 a month after rent of 900',
    'I sold 40 mugs for 14 each, how much did I make',
    'how many customers did we lose in June, of 400, at a rent of 30?',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())
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

describe('break-even by the profit on a unit', () => {
  it('is the break-even by price and cost, without their revenue', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e4 }),
        fc.integer({ min: 0, max: 1e4 }),
        async (fixed, profit, variable) => {
          const both = await compute(fixed, profit + variable, variable)
          const { output } = await tool.call({ fixed_costs: fixed, profit_per_unit: profit }, toolContext)
          expect(output).toEqual({
            ...both,
            contribution_margin_ratio: null,
            break_even_revenue: null,
            break_even_revenue_whole: null,
          })
        },
      ),
    ))

  it('shows the profit that was told and no price', async () => {
    const shown = JSON.stringify((await tool.call({ fixed_costs: 900, profit_per_unit: 3 }, toolContext)).blocks)
    expect(shown).toContain('Profit per unit')
    expect(shown).not.toContain('Price per unit')
  })

  it.each([
    ['3 euros contribution per unit, fixed costs 900, break even', 3],
    ['break even: profit per unit of 4, fixed 900', 4],
    ['profit of 2.50 per item and fixed costs 900: break-even', 2.5],
    ['we clear 6 on every sale, 900 fixed costs, when do we break even', 6],
  ])('"%s" is heard', (text, profit) =>
    expect(hear(text)).toMatchObject({ use: { fixed_costs: 900, profit_per_unit: profit } }),
  )

  it('a cost beside the sum makes it a price', () =>
    expect(hear('fixed 3000, make 15 per sale and it costs me 4, break even?')).toEqual({ use: costs(3000, 15, 4) }))

  it('the fixed costs are asked for', () =>
    expect(hear('i make 10 on each one, when do i break even')).toEqual({
      missing: ['the fixed costs per month or year'],
    }))

  it('a profit wanted in a month is none of a unit', () =>
    expect(hear('how many to break even if i want 3000 profit a month and fixed costs are 900')).toEqual({
      missing: ['the price of one unit', 'the variable cost of one unit'],
    }))

  it('neither price nor profit is refused', () =>
    expect(tool.call({ fixed_costs: 900, price_per_unit: 5 }, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    }))
})
