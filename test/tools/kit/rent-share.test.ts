import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/rent-share.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const of = (rent: number | undefined, income: number, kind = 'not said') => ({
  ...(rent === undefined ? {} : { rent_per_month: rent }),
  income_per_month: income,
  income: kind,
})

describe('rent-share', () => {
  it.each([
    ['rent is 1450 and I take home 3900, is that too much', of(1450, 3900, 'after tax')],
    ['can i afford 1800 rent on 5200 a month', of(1800, 5200)],
    ['what percent of my income is rent: 1200 rent, 4000 income', of(1200, 4000)],
    ['i make 4200 a month after tax and rent is 1700 is that ok', of(1700, 4200, 'after tax')],
    ["my rent's 950, i get 2600 net, too high?", of(950, 2600, 'after tax')],
    ['is 2000 rent too much on a 75k salary', of(2000, 6250)],
    ['rent 1500, gross 60000 a year, can I afford it', of(1500, 5000, 'before tax')],
    ['how much of my income should go on rent if I earn 3900 a month', of(undefined, 3900)],
    ['how much rent can I afford on 60000 a year', of(undefined, 5000)],
    ['is $900 rent ok, I take home $2,500', { ...of(900, 2500, 'after tax'), currency: '$' }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('a rent without an income asks for it', () =>
    expect(hear('my rent is 1450, is that too much')).toMatchObject({ missing: { length: 1 } }))

  it.each([
    'how much of my income should go on rent',
    'rent or buy with 3000 income',
    'is my rent increase of 5% ok, I earn 3000',
    'my landlord put the rent up to 1450, can he do that',
    'how many months rent should i save as emergency fund',
    'break even if rent is 3000, price 3.50 and cost 0.9',
    'how much should I charge my tenant for rent of 900',
    "I can't pay my rent of 900 this month",
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('1450 of 3900 is 37.2 %, above one guide and within two', async () => {
    const { blocks } = await tool.call({ rent_per_month: 1450, income_per_month: 3900 }, toolContext)
    expect(JSON.stringify(blocks[0])).toContain('["Rent as a share of it","37.2 %"]')
    expect(blocks[1]).toMatchObject({ rows: [{ 3: 'above' }, { 3: 'within' }, { 3: 'within' }] })
  })

  it('what is left and the rent make the income', () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        async (rent, income) => {
          const { output } = await tool.call({ rent_per_month: rent, income_per_month: income }, toolContext)
          const told = output as { rent_share_ratio: number; left_per_month: number }
          expect(told.left_per_month + told.rent_share_ratio * income).toBeCloseTo(income, 4)
        },
      ),
    ))
})
