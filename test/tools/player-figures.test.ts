import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurePlayer, usualMinutes } from '../../src/tools/player-figures.ts'

const lines = (values: readonly (number | null)[], minutes: number | null = 30) =>
  values.map((value, i) => ({ when: `game ${i + 1}`, minutes, stats: [value] }))

describe('measurePlayer', () => {
  it('gives the figures of known games', async () => {
    expect(await measurePlayer(lines([10, 20, 30, 20, 10, 30]), ['points'], 36)).toMatchObject([
      {
        games: 6,
        total: 120,
        average: 20,
        per: 24,
        deviation: expect.closeTo(Math.sqrt(80), 9),
        highest: { value: 30, when: 'game 3' },
        lowest: { value: 10, when: 'game 1' },
        lastFive: 22,
      },
    ])
  })

  it('a game in which the stat is not told is no zero, and a single game has no deviation', async () => {
    expect(await measurePlayer(lines([null, 4]), ['goals'], null)).toMatchObject([
      { games: 1, average: 4, per: null, deviation: null },
    ])
    expect(await measurePlayer(lines([null]), ['goals'], 90)).toEqual([])
  })

  it('the average lies between the extremes, and average × games is the total', async () => {
    const values = fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(values, async (told) => {
        const [one] = await measurePlayer(lines(told, 36), ['points'], 36)
        if (!one) throw new Error('nothing was measured')
        expect(one.average).toBeGreaterThanOrEqual(one.lowest.value - 1e-9)
        expect(one.average).toBeLessThanOrEqual(one.highest.value + 1e-9)
        expect(one.average * one.games).toBeCloseTo(one.total, 6)
        expect(one.per).toBeCloseTo(one.average, 9)
      }),
    )
  })

  it.each([
    [['points', 'rebounds'], 38, 36],
    [['goals', 'xg'], 90, 90],
    [['goals'], 20, 90],
    [['saves'], 90, 90],
    [['saves'], 45, 36],
  ])('%j with a longest game of %i minutes are counted by %i', (stats, longest, per) =>
    expect(usualMinutes(stats, longest)).toBe(per),
  )
})
