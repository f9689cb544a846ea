import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/bet-payout.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output as Record<string, number>

describe('bet-payout', () => {
  it.each([
    ['what do I win on 40 at -150', { odds: ['-150'], stake: 40 }],
    ['what does a $40 bet at -150 pay', { odds: ['-150'], stake: 40, currency: '$' }],
    ['if i put 20 quid on at 5/1 what do i get back', { odds: ['5/1'], stake: 20, currency: 'quid' }],
    ['bet 100 at 2.5 how much profit', { odds: ['2.5'], stake: 100 }],
    ['tenner on 7/2 what does it return', { odds: ['7/2'], stake: 10, currency: '£' }],
    ['how much would I win betting $25 on +300', { odds: ['+300'], stake: 25, currency: '$' }],
    ['payout for 12.50 at 2.1 odds', { odds: ['2.1'], stake: 12.5 }],
    ['what does +150 pay', { odds: ['+150'] }],
    ['parlay +120 -110 +200 with 25 stake', { odds: ['+120', '-110', '+200'], stake: 25 }],
    ['accumulator 1.5 2.0 3.1 for 10', { odds: ['1.5', '2.0', '3.1'], stake: 10 }],
    ['accumulator 1.5 2 3.1 stake 10', { odds: ['1.5', '2', '3.1'], stake: 10 }],
    ['acca 2/1 4/6 evens £5', { odds: ['2/1', '4/6', 'evens'], stake: 5, currency: '£' }],
    ['3 leg parlay -110 -110 -110 $1,000', { odds: ['-110', '-110', '-110'], stake: 1000, currency: '$' }],
    ['whats the parlay odds of +120 and -150', { odds: ['+120', '-150'] }],
    ['treble 2.0 3.0 1.8 stake 5', { odds: ['2.0', '3.0', '1.8'], stake: 5 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('a parlay of one price lacks the others', () =>
    expect(hear('parlay +120 with $10')).toMatchObject({ missing: { length: 1 } }))

  it.each([
    'what is a parlay',
    'how do parlays work',
    'what does +150 mean',
    'should I bet 50 on the lakers at -150',
    'how much should I bet at +120',
    'is +120 good value if the chance is 50%',
    'kelly fraction at 2.2 with a 50% chance',
    'fair odds for 2.10, 3.40 and 3.60',
    'convert +150 to decimal',
    'I get 3.5 hours of sleep, what do I do',
    'how do I win at tennis',
    'my doubles partner and I lost 6-4',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('40 at -150 win 26.67 and return 66.67', async () => {
    const { profit, returned } = await compute({ odds: ['-150'], stake: 40 })
    expect(profit).toBeCloseTo(26.6667, 4)
    expect(returned).toBeCloseTo(66.6667, 4)
  })

  it('the odds of a combination multiply, and no stake is ever filled in', async () => {
    expect(await compute({ odds: ['+120', '-110', '+200'], stake: 25 })).toMatchObject({ decimal: 12.6, profit: 290 })
    const { blocks } = await tool.call({ odds: ['2.0', '3.0'] }, toolContext)
    expect(JSON.stringify(blocks)).not.toContain('Stake')
  })

  it('profit and stake make the return, and the chance is its inverse', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 1.01, max: 50, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        async (decimals, stake) => {
          const told = await compute({ odds: decimals.map((one) => one.toFixed(4)), stake })
          expect((told.profit ?? 0) + stake).toBeCloseTo(told.returned ?? 0, 4)
          expect((told.decimal ?? 0) * (told.implied_probability ?? 0)).toBeCloseTo(1, 9)
        },
      ),
    ))

  it.each([{ odds: [] }, { odds: ['0.5'] }, { odds: ['+150'], stake: 0 }, { odds: ['+150'], stake: -5 }])(
    '%j is refused',
    (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
