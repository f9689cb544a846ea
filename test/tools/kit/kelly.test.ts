import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/kelly.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const call = (odds: string, win_probability: number) => tool.call({ odds, win_probability }, toolContext)
const compute = async (odds: string, chance: number) => (await call(odds, chance)).output as Record<string, number>

describe('kelly', () => {
  it.each([
    ['kelly at 2.2 with 50% chance', { odds: '2.2', win_probability: 0.5 }],
    ['kelly fraction for +120 if I think 50%', { odds: '+120', win_probability: 0.5 }],
    ['kelly criterion 2.5 odds 45 percent', { odds: '2.5', win_probability: 0.45 }],
    ['calculate kelly stake -110 54%', { odds: '-110', win_probability: 0.54 }],
    ['full kelly at evens with a 1 in 2 chance', { odds: 'evens', win_probability: 0.5 }],
    ['kelly formula with odds 1.9 and probability 0.6', { odds: '1.9', win_probability: 0.6 }],
    ['kelley criterion at 6/5, fifty percent', { odds: '6/5', win_probability: 0.5 }],
    ['with a $1000 bankroll what does kelly give at 2.2 with 50% chance', { odds: '2.2', win_probability: 0.5 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each(['kelly at 2.2', 'kelly with 55% chance', 'calculate my kelly fraction', 'kelly at 2.2 with a 5% edge'])(
    '"%s" is half there',
    (text) => expect(hear(text)).toHaveProperty('missing'),
  )

  it.each([
    'what is the kelly criterion',
    'how does kelly betting work',
    'is half kelly safe',
    'who is Kelly Clarkson',
    'how much should I bet at 2.2',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('2.2 at 50% gives a twelfth, and half of that', async () => {
    expect(await compute('2.2', 0.5)).toMatchObject({
      kelly_fraction: expect.closeTo(1 / 12, 9),
      half_kelly_fraction: expect.closeTo(1 / 24, 9),
    })
  })

  it('without an edge it says no bet and draws no curve', async () => {
    const { output, blocks } = await call('1.8', 0.5)
    expect(output).toMatchObject({ kelly_fraction: 0, growth_percent_by_share: [] })
    expect(JSON.stringify(blocks)).toContain('no bet by this formula')
  })

  it('every answer warns, tells where help is, and names no money', async () => {
    for (const chance of [0.3, 0.5, 0.9]) {
      const text = JSON.stringify((await call('2.2', chance)).blocks)
      expect(text).toContain('WARNING')
      expect(text).toMatch(
        /National Council on Problem Gambling, 1-800-MY-RESET.*National Gambling Helpline, 0808 8020 133/,
      )
      expect(text).not.toMatch(/[$£€]/)
    }
  })

  it('no other share grows faster, and at the break-even chance the fraction is zero', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 1.1, max: 50, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (decimal, chance, share) => {
          const odds = decimal.toFixed(6)
          const { log_growth_per_bet: best, kelly_fraction: kelly } = await compute(odds, chance)
          const growth = chance * Math.log1p(share * (Number(odds) - 1)) + (1 - chance) * Math.log1p(-share)
          expect(best).toBeGreaterThanOrEqual(growth - 1e-12)
          expect(kelly).toBeLessThanOrEqual(chance)
          expect((await compute(odds, 1 / Number(odds))).kelly_fraction).toBeCloseTo(0, 9)
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    ['2.2', 0],
    ['2.2', 1],
    ['2.2', Number.NaN],
    ['free', 0.5],
  ])('%s at %d is refused', (odds, chance) =>
    expect(call(odds, chance)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
