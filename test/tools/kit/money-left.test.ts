import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/money-left.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const call = (use: object) => tool.call(use, toolContext)
const costs = (...named: ReadonlyArray<readonly [string, number]>) =>
  named.map(([name, per_month]) => ({ name, per_month }))

describe('money-left', () => {
  it.each([
    [
      'i earn 2300 a month, rent 900, food 350, car 210. whats left',
      2300,
      costs(['rent', 900], ['food', 350], ['car', 210]),
    ],
    ['with 1800 income and 1200 rent plus 700 food how much is left', 1800, costs(['rent', 1200], ['food', 700])],
    [
      'take home is 3,150 and rent 1200, bills 240. how much do i have left over',
      3150,
      costs(['rent', 1200], ['bills', 240]),
    ],
    [
      "my salary is 42000 a year, rent is 1100 a month and 300 for the car, what's left each month",
      3500,
      costs(['rent', 1100], ['car', 300]),
    ],
    [
      'my pay is 2850 and i pay 1100 rent 180 electric, whats left over',
      2850,
      costs(['rent', 1100], ['electric', 180]),
    ],
    ['income 2300, phone 60, gym 40, what is left', 2300, costs(['phone', 60], ['gym', 40])],
    ['my salary is 42000, rent 1100, what is left a month', 3500, costs(['rent', 1100])],
    ['we get 2.1k pension, 640 rent, what remains', 2100, costs(['rent', 640])],
    ["i earn 2300, it's 900 rent and bills of 200, what's left", 2300, costs(['rent', 900], ['bills', 200])],
    ["I earn 2300, what's left after 900 rent", 2300, costs(['rent', 900])],
    ['I make $5200 a month, mortgage 1900, how much can I save', 5200, costs(['mortgage', 1900])],
  ])('"%s" is heard by the month', (text, income_per_month, list) => {
    expect(hear(text)).toMatchObject({ use: { income_per_month, costs: list } })
  })

  it('a week is 52 twelfths of a month', () => {
    const heard = hear('I make 600 a week, rent 900 a month, what is left')
    expect(heard && 'use' in heard ? heard.use.income_per_month : 0).toBeCloseTo((600 * 52) / 12, 9)
  })

  it.each([
    'how much is left of 5000 after 10 years with 3% inflation',
    'how do i budget on 2300 a month',
    'what is left on my mortgage of 180k',
    'we have 180k in the bank and burn 22k a month how long do we last',
    'rent is 1450 and I take home 3900, is that too much',
    'I have no money left',
    'who is left handed',
  ])('"%s" is not for it', (text) => expect(hear(text)).toBeNull())

  it('more costs than income are said', async () => {
    const { blocks, output } = await call({ income_per_month: 1800, costs: costs(['rent', 1200], ['food', 700]) })
    expect(output).toMatchObject({ left_per_month: -100, left_per_year: -1200 })
    expect(JSON.stringify(blocks)).toContain('The costs are 100.00 a month more than the income.')
  })

  it('what is left and all costs make the income', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(fc.integer({ min: 1, max: 1e5 }), { minLength: 1, maxLength: 20 }),
        async (income_per_month, sums) => {
          const { output } = await call({
            income_per_month,
            costs: sums.map((n, i) => ({ name: `c${i}`, per_month: n })),
          })
          const { costs_per_month, left_per_month } = output as { costs_per_month: number; left_per_month: number }
          expect(costs_per_month + left_per_month).toBe(income_per_month)
        },
      ),
      { numRuns: 50 },
    ))
})
