import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/sports-figures.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const call = async (measure: string, amount: number, over: number) => tool.call({ measure, amount, over }, toolContext)

describe('sports-figures', () => {
  it.each([
    ['era: 14 earned runs in 37 innings', 'era', 14, 37],
    ['compute era 5 er 18 ip', 'era', 5, 18],
    ['34 hits in 120 at bats', 'batting-average', 34, 120],
    ['batting average 34 for 120 at bats', 'batting-average', 34, 120],
    ['batting avg: 120 ab 34 hits', 'batting-average', 34, 120],
    ['my kid has 12 hits in 40 at-bats what is his average', 'batting-average', 12, 40],
    ['points per game 412 in 19 games', 'per-game', 412, 19],
    ['412 points in 19 games, whats the average', 'per-game', 412, 19],
    ['ppg if he scored 412 in 19 games', 'per-game', 412, 19],
    ['goals per match 23 goals in 30 matches', 'per-game', 23, 30],
    ['cricket batting average 450 runs 9 outs', 'cricket-average', 450, 9],
    ['strike rate 45 off 30 balls', 'cricket-strike-rate', 45, 30],
    ['economy rate 38 runs in 7 overs', 'economy-rate', 38, 7],
    ['free throw percentage 45 of 60', 'success-rate', 45, 60],
    ['player made 17 of 23 free throws whats the pct', 'success-rate', 17, 23],
    ['won 7 of my last 10 matches what % is that', 'success-rate', 7, 10],
    ['hit 9 out of 14 putts, percentage?', 'success-rate', 9, 14],
  ])('"%s" is heard', (text, measure, amount, over) =>
    expect(hear(text)).toMatchObject({ use: { measure, amount, over } }),
  )

  it('thirds of an inning are counted as thirds', () =>
    expect(hear('era for 22 earned runs over 61.2 innings')).toMatchObject({ use: { over: 61.6666666667 } }))

  it('half of it asks for the rest', () =>
    expect(hear('era with 14 earned runs')).toEqual({ missing: ['the innings pitched'] }))

  it.each([
    'what is a good era',
    'the era of 90s football',
    'how do I calculate batting average',
    'who has the most points per game',
    'i win 40 games of 60, is that good',
    'win rate 12 of 40 deals',
    'economy in 2 words',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    ['era', 14, 37, '3.41'],
    ['batting-average', 34, 120, '.283'],
    ['batting-average', 5, 5, '1.000'],
    ['per-game', 412, 19, '21.68'],
    ['cricket-strike-rate', 45, 30, '150.00'],
    ['success-rate', 45, 60, '75.0 %'],
  ])('%s of %d in %d is written %s', async (measure, amount, over, written) =>
    expect((await call(measure, amount, over)).blocks[0]).toMatchObject({ rows: { 2: { 1: written } } }),
  )

  it('an average times what it is divided by is the count again', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e5 }), async (amount, over) => {
        const { value } = (await call('per-game', amount, over)).output as { value: number }
        expect(value * over).toBeCloseTo(amount, 4)
      }),
    ))

  it('more hits than at bats are refused', () =>
    expect(call('batting-average', 9, 5)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
