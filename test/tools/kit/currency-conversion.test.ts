import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/currency-conversion.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })

async function resultOf(text: string) {
  const heard = hear(text)
  if (!heard || !('use' in heard)) throw new Error(`"${text}" was not heard`)
  const { output } = await tool.call(heard.use, toolContext)
  return (output as { result: number }).result
}

describe('currency-conversion', () => {
  it.each([
    ['250 usd in eur at 0.92', 230],
    ['convert $250 to euros at a rate of 0.92', 230],
    ['how many euros do I get for 250 dollars at .92', 230],
    ['2k usd to eur @0.92', 1840],
    ['$1,500 to £ at 0.79', 1185],
    ['500 eur → usd at 1.1', 550],
    ['exchange rate 1.27, 500 gbp to usd', 635],
    ['convert 100 usd to cad rate 1.37', 137],
    ['change 300 swiss francs into euros, the rate is 1.05', 315],
    ['how many yen is 20 pounds at 190', 3800],
  ])('"%s" is %d: a bare rate is the price of what is given', async (text, result) =>
    expect(await resultOf(text)).toBeCloseTo(result, 9),
  )

  it.each([
    ['if 1 EUR = 1.08 USD what is 300 USD in EUR', 300 / 1.08],
    ["what's £200 in $ if the pound is 1.27 dollars", 254],
    ['1000 inr to usd, 1 usd is 83.5 inr', 1000 / 83.5],
    ['10000 yen to usd if 100 yen = 0.67 usd', 67],
    ['50 euros in dollars at 1.08 dollars per euro', 54],
    ['300 EUR in USD, EUR/USD 1.08', 324],
    ['250 usd in eur at 1.08 usd', 250 / 1.08],
    ['40 dollars in euros when 1 eur is 1.1 dollars', 40 / 1.1],
  ])('"%s" is %d: the direction that is said is kept', async (text, result) =>
    expect(await resultOf(text)).toBeCloseTo(result, 9),
  )

  it.each([
    'how much is 100 pounds in dollars',
    'usd to eur',
    'what is the exchange rate of usd to eur',
    '250 dollars in euros',
  ])('"%s" is answered by asking for the rate', (text) =>
    expect(hear(text)).toMatchObject({ missing: [expect.stringContaining('none is known here')] }),
  )

  it.each([
    '150 pounds in kg',
    'I won 300 dollars',
    'I have 5000 dollars and want to move to europe',
    'what affects the exchange rate of usd to eur',
    'should I invest 5000 dollars in euros or gold',
    '5 miles to km',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('there and back at the same rate is what one began with', async () => {
    const amounts = fc.integer({ min: 1, max: 1e6 }).map((n) => n / 100)
    const rates = fc.integer({ min: 1, max: 1e6 }).map((n) => n / 1000)
    await fc.assert(
      fc.asyncProperty(amounts, rates, async (amount, rate) => {
        const call = async (use: object) => ((await tool.call(use, toolContext)).output as { result: number }).result
        const there = await call({ amount, from: 'USD', to: 'EUR', rate, rate_for: 'from' })
        const back = await call({ amount: there, from: 'EUR', to: 'USD', rate, rate_for: 'to' })
        expect(back / amount).toBeCloseTo(1, 9)
      }),
      { numRuns: 50 },
    )
  })

  it('says the other result when the direction of the rate was not said', async () => {
    const heard = hear('300 usd in eur at 1.08')
    if (!heard || !('use' in heard)) throw new Error('not heard')
    const { blocks } = await tool.call(heard.use, toolContext)
    expect(JSON.stringify(blocks)).toContain('If you meant 1 EUR = 1.08 USD, it is 277.78 EUR.')
  })
})
