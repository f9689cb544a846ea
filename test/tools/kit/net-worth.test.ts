import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/net-worth.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
const compute = async (input: object) => (await tool.call(input, toolContext)).output
const asset = (name: string, amount: number) => ({ name, amount, kind: 'asset' as const })
const debt = (name: string, amount: number) => ({ name, amount, kind: 'debt' as const })

describe('net-worth', () => {
  it.each([
    ['assets: house 300k, savings 20k; debts: mortgage 220k, card 3k', 4],
    ["what's my net worth: house 300k, mortgage 220k", 2],
    ['what am I worth? flat €250,000, pension €40,000, car loan €8,000', 3],
    ['networth house 450000 car 15000 mortgage 310000 student loan 22000', 4],
    ['net worth if i have 10k cash, 5k bitcoin and owe my brother 2k', 3],
    ['house is worth 300k with 220k mortgage, what is our net worth', 2],
    ['we own a condo 180k but owe 120k on it', 2],
    ['net worth with only savings of 5k', 1],
  ])('"%s" is heard with %d items', (text, n) => expect(hear(text)).toMatchObject({ use: { items: { length: n } } }))

  it('a table goes to the tool, and a list of lines is read like a sentence', () => {
    expect(hear('what is my net worth', 'name,amount\nhouse,3')).toEqual({ use: { csv: 'name,amount\nhouse,3' } })
    expect(hear('what is my net worth', 'house 300k\nmortgage 200k')).toEqual({
      use: { items: [asset('house', 300_000), debt('mortgage', 200_000)], currency: '' },
    })
  })

  it.each(['calculate my net worth', "what's my net worth", 'what is our networth?'])(
    '"%s" asks what is owned and owed',
    (text) => expect(hear(text)).toMatchObject({ missing: [expect.stringContaining('what you own')] }),
  )

  it.each([
    'what is net worth',
    'how do I work out my net worth',
    'net worth of elon musk',
    'what is the average net worth at 40',
    'how can I increase my net worth',
    'is my house worth 300k',
    'my company has assets of 5m and liabilities of 3m',
    'should I count my car in my net worth',
    'card 5000 at 22% min 150, loan 8000 at 9% min 200, extra 300',
    'what would I pay monthly on 250k at 4.5% over 30 years',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('adds up both sides and takes one from the other', async () =>
    expect(
      await compute({ items: [asset('savings', 20), asset('house', 300), debt('mortgage', 220), debt('card', 3)] }),
    ).toMatchObject({
      totalAssets: 320,
      totalDebts: 223,
      netWorth: 97,
      debtRatio: 223 / 320,
      assets: [
        { name: 'house', share: 300 / 320 },
        { name: 'savings', share: 20 / 320 },
      ],
    }))

  it('what is owned less what is owed is the net worth, and shares of a side make one', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(amounts, amounts, async (owned, owed) => {
        const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)
        const items = [...owned.map((amount) => asset('a', amount)), ...owed.map((amount) => debt('d', amount))]
        expect(await compute({ items })).toMatchObject({
          netWorth: sum(owned) - sum(owed),
          assets: expect.toSatisfy(
            (all: Array<{ share: number }>) => Math.abs(sum(all.map(({ share }) => share)) - 1) < 1e-9,
          ),
        })
      }),
    )
  })

  it.each([
    ['name,type,amount\nHouse,asset,"300,000"\nMortgage,liability,220000', 300_000, 220_000],
    ['item;value\nHaus;300.000,50\nVisa;-1.000,50', 300_000.5, 1000.5],
    ['Account,Balance\nChecking,$1500\nCar loan,(8000)\nEmpty,', 1500, 8000],
    ['name,amount\nsavings,100\nmortgage,80\nnothing,0', 100, 80],
  ])('%j is read as a table', async (csv, totalAssets, totalDebts) =>
    expect(await compute({ csv })).toMatchObject({ totalAssets, totalDebts }),
  )

  it.each([
    [{ csv: 'a,b\n1,2' }, 'The table needs a name and an amount column; it has a, b.'],
    [{ csv: 'name,amount\nhouse,much' }, 'Line 2: "much" is no amount of money.'],
    [{ items: [] }, 'There is nothing owned or owed to add up.'],
  ])('%j is refused', async (input, message) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID', message }),
  )

  it('one side alone is pointed out', async () =>
    expect((await tool.call({ items: [asset('house', 3)] }, toolContext)).blocks).toContainEqual({
      kind: 'note',
      tone: 'warn',
      text: 'No debts were named; if there are some, say them too.',
    }))
})
