import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedGoals, fitStrengths } from '../../src/tools/goal-strengths.ts'
import type { Match } from '../../src/tools/match-results.ts'

const match = (home: string, away: string, homeGoals: number, awayGoals: number): Match => ({
  ...{ home, away, homeGoals, awayGoals },
  score: homeGoals === awayGoals ? 0.5 : homeGoals > awayGoals ? 1 : 0,
})
const strengthsFrom = (matches: readonly Match[], hasHomeSide = true) => {
  const strengths = fitStrengths(matches, hasHomeSide)
  if (strengths === null) throw new Error('no goals')
  return strengths
}
const sides = ['A', 'B', 'C', 'D']
const pairs = sides.flatMap((home) => sides.filter((away) => away !== home).map((away) => [home, away] as const))

describe('fitStrengths', () => {
  it('a league in which every match ends alike has equal sides', () => {
    const strengths = strengthsFrom(pairs.map(([home, away]) => match(home, away, 2, 1)))
    for (const side of ['a', 'b', 'c', 'd']) {
      expect(strengths.attack.get(side)).toBeCloseTo(1, 6)
      expect(strengths.leakiness.get(side)).toBeCloseTo(1, 6)
    }
    expect(strengths.homeFactor).toBeGreaterThan(1)
  })

  it('many matches give back the goals that a pairing had', () => {
    const played = Array.from({ length: 200 }).flatMap(() => pairs.map(([home, away]) => match(home, away, 2, 1)))
    const [home, away] = expectedGoals(strengthsFrom(played), 'A', 'B')
    expect(home).toBeCloseTo(2, 1)
    expect(away).toBeCloseTo(1, 1)
  })

  it('who scores more attacks better, and who concedes more leaks more', () => {
    const strengths = strengthsFrom(
      pairs.map(([home, away]) => match(home, away, home === 'A' ? 4 : 1, away === 'A' ? 4 : 1)),
    )
    expect(strengths.attack.get('a')).toBeGreaterThan(strengths.attack.get('b') ?? 9)
    const leaky = strengthsFrom(
      pairs.map(([home, away]) => match(home, away, away === 'A' ? 4 : 1, home === 'A' ? 4 : 1)),
    )
    expect(leaky.leakiness.get('a')).toBeGreaterThan(leaky.leakiness.get('b') ?? 9)
  })

  it('without a home side nobody has an advantage, and a stranger is average', () => {
    const strengths = strengthsFrom([match('A', 'B', 3, 0)], false)
    expect(strengths.homeFactor).toBe(1)
    const [one, other] = expectedGoals(strengths, 'X', 'Y')
    expect(one).toBeCloseTo(other, 12)
  })

  it('no goals give no strengths', () => {
    expect(fitStrengths([match('A', 'B', 0, 0)], true)).toBeNull()
    expect(fitStrengths([{ home: 'A', away: 'B', homeGoals: null, awayGoals: null, score: 1 }], true)).toBeNull()
  })

  it('expected goals are above zero and finite, whatever the results', () => {
    const goals = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: pairs.length, maxLength: pairs.length })
    fc.assert(
      fc.property(goals, (scores) => {
        const played = pairs.map(([home, away], i) => match(home, away, scores[i]?.[0] ?? 0, scores[i]?.[1] ?? 0))
        const strengths = fitStrengths(played, true)
        if (strengths === null) return
        for (const [home, away] of pairs) {
          for (const mean of expectedGoals(strengths, home, away)) {
            expect(mean).toBeGreaterThan(0)
            expect(mean).toBeLessThan(60)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})
