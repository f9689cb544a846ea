import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedScore, rateTeams } from '../../src/tools/elo.ts'
import type { Match } from '../../src/tools/match-results.ts'

const matches: fc.Arbitrary<readonly Match[]> = fc.array(
  fc
    .tuple(fc.nat(7), fc.integer({ min: 1, max: 7 }), fc.constantFrom(0 as const, 0.5 as const, 1 as const))
    .map(([home, gap, score]) => ({
      home: `team ${home}`,
      away: `team ${(home + gap) % 8}`,
      homeGoals: null,
      awayGoals: null,
      score,
    })),
  { minLength: 1, maxLength: 60 },
)

describe('Elo', () => {
  it.each([
    [0, 0.5],
    [100, 0.64],
    [200, 0.76],
    [400, 0.909],
  ])('a gap of %i points expects %f', (gap, share) => expect(expectedScore(1500 + gap, 1500)).toBeCloseTo(share, 2))

  it('1500 that beats 1600 at K 20 gains 12.8', () => {
    expect(20 * (1 - expectedScore(1500, 1600))).toBeCloseTo(12.8, 1)
  })

  it('the expected scores of both sides sum to 1', () => {
    const rating = fc.double({ min: -5000, max: 5000, noNaN: true })
    fc.assert(
      fc.property(rating, rating, (a, b) => {
        expect(expectedScore(a, b) + expectedScore(b, a)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('the sum of the ratings stays what it was, with any K and home advantage', () => {
    fc.assert(
      fc.property(
        matches,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: -400, max: 400 }),
        (played, k, homeAdvantage) => {
          const ratings = rateTeams(played, { start: 1500, k, homeAdvantage })
          const sum = ratings.reduce((total, { rating }) => total + rating, 0)
          expect(sum).toBeCloseTo(1500 * ratings.length, 6)
        },
      ),
    )
  })
})
