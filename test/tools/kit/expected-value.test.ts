import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/expected-value.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const value = async (input: unknown) => (await tool.call(input, toolContext)).output as Record<string, number>

describe('expected-value', () => {
  it.each([
    ['is +120 good value if the chance is 50%', { odds: '+120', win_probability: 0.5 }],
    ['EV of 2.10 at 50%', { odds: '2.10', win_probability: 0.5 }],
    [
      'expected value of a $20 bet at -110 with 55% win probability',
      { odds: '-110', win_probability: 0.55, stake: 20 },
    ],
    ['expected value: bet 20 at 2.10, chance 0.5', { odds: '2.10', win_probability: 0.5, stake: 20 }],
    ['ev of a bet 2.10 at 50%', { odds: '2.10', win_probability: 0.5 }],
    ['expected return of a bet at 2.1 with fifty percent', { odds: '2.1', win_probability: 0.5 }],
    ['is 3.5 value if they win 30% of the time', { odds: '3.5', win_probability: 0.3 }],
    ['should i take +150 with a 42% chance', { odds: '+150', win_probability: 0.42 }],
    ['edge at 2.1 with 52%', { odds: '2.1', win_probability: 0.52 }],
    ['ev of a 50/50 bet at 2.1', { odds: '2.1', win_probability: 0.5 }],
    ['is 5/2 a value bet if they win 1 in 3', { odds: '5/2', win_probability: 1 / 3 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each(['is +120 good value?', 'ev of a bet with a 55% chance', 'calculate the expected value of my bet'])(
    '"%s" is half there',
    (text) => expect(hear(text)).toHaveProperty('missing'),
  )

  it.each([
    'what is expected value',
    'how much should I bet on a 50% chance at 2.2',
    'does the edge of a 2.5 bet matter',
    'expected value in betting',
    'do evs hold their value',
    'is betting worth it',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('+120 at 50% gives 0.10 per unit and says that most bettors lose', async () => {
    const { output, blocks } = await tool.call({ odds: '+120', win_probability: 0.5, stake: 10 }, toolContext)
    expect(output).toMatchObject({ ev_per_unit_staked: expect.closeTo(0.1), ev_of_stake: expect.closeTo(1) })
    expect(JSON.stringify(blocks)).toContain('Most bettors lose')
  })

  it('the value is linear in the stake and zero at the break-even chance', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1.02, max: 500, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (decimal, stake, chance) => {
          const odds = decimal.toFixed(6)
          const one = await value({ odds, win_probability: chance, stake })
          const two = await value({ odds, win_probability: chance, stake: stake * 2 })
          expect(two.ev_of_stake).toBeCloseTo((one.ev_of_stake ?? Number.NaN) * 2, 3)
          const even = await value({ odds, win_probability: 1 / Number(odds) })
          expect(even.ev_per_unit_staked).toBeCloseTo(0, 9)
        },
      ),
      { numRuns: 50 },
    )
  })

  it.each([
    { odds: '+120', win_probability: 1.5 },
    { odds: '+120', win_probability: -0.1 },
    { odds: '+120', win_probability: Number.NaN },
    { odds: '+120', win_probability: 0.5, stake: 0 },
    { odds: '+120', win_probability: 0.5, stake: 1e300 },
    { odds: 'free', win_probability: 0.5 },
  ])('%j is refused', (input) => expect(value(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
