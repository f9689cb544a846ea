import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitStrengths } from '../../src/tools/goal-strengths.ts'
import type { Match } from '../../src/tools/match-results.ts'
import { rankLeague } from '../../src/tools/rank-league.ts'
import { type Season, simulateSeason } from '../../src/tools/simulate-season.ts'

const SETTINGS = { runs: 400, seed: 1, winPoints: 3, drawPoints: 1 }
const RULES = {
  win: 3,
  draw: 1,
  tieBreaker: 'goal-difference',
  deductions: new Map<string, number>(),
  ground: 'all',
} as const

const pairings = (n: number) => {
  const sides = Array.from({ length: n }, (_, i) => `team ${i}`)
  return { sides, all: sides.flatMap((home) => sides.filter((away) => away !== home).map((away) => ({ home, away }))) }
}

/** A double round robin of which the first `played` matches have the given goals. */
function season(n: number, goals: readonly (readonly [number, number])[]): Season {
  const { sides, all } = pairings(n)
  const matches: Match[] = all.slice(0, goals.length).map((pair, i) => {
    const [homeGoals = 0, awayGoals = 0] = goals[i] ?? []
    return { ...pair, homeGoals, awayGoals, score: homeGoals === awayGoals ? 0.5 : homeGoals > awayGoals ? 1 : 0 }
  })
  const flat = { averageGoals: 1.3, homeFactor: 1, attack: new Map(), leakiness: new Map() }
  return { sides, matches, fixtures: all.slice(goals.length), strengths: fitStrengths(matches, true) ?? flat }
}

const someGoals = (most: number) => fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: most })
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

describe('simulateSeason', () => {
  it('the shares of a side sum to 1, and so do those of a place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), someGoals(30), (n, goals) => {
        const outlook = simulateSeason(season(n, goals.slice(0, n * (n - 1))), SETTINGS)
        for (const side of outlook) expect(sum(side.positions)).toBeCloseTo(1, 9)
        for (let place = 0; place < n; place += 1) {
          expect(sum(outlook.map(({ positions }) => positions[place] ?? Number.NaN))).toBeCloseTo(1, 9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('the same seed gives the same figures, another one others', () => {
    const half = season(6, [
      [1, 0],
      [2, 2],
      [0, 3],
    ])
    expect(simulateSeason(half, SETTINGS)).toEqual(simulateSeason(half, SETTINGS))
    expect(simulateSeason(half, { ...SETTINGS, seed: 2 })).not.toEqual(simulateSeason(half, SETTINGS))
  })

  it('a finished season is certain: each side is at its place of the league table, unless all is level', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 12, maxLength: 12 }), (goals) => {
        const finished = season(4, goals)
        const outlook = simulateSeason(finished, SETTINGS)
        rankLeague(finished.matches, RULES).forEach((row, place, rows) => {
          const side = outlook.find((one) => one.side === row.team)
          expect([side?.meanPoints, side?.deviation, side?.low, side?.high]).toEqual([
            row.points,
            0,
            row.points,
            row.points,
          ])
          const isLevel = rows.some(
            (one) =>
              one !== row &&
              one.points === row.points &&
              one.goal_difference === row.goal_difference &&
              one.goals_for === row.goals_for,
          )
          if (!isLevel) expect(side?.positions[place]).toBe(1)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('points stay between what a side has and what it can still win', () => {
    const half = season(5, [
      [1, 0],
      [2, 2],
      [0, 3],
      [1, 1],
      [4, 0],
    ])
    for (const side of simulateSeason(half, SETTINGS)) {
      const left = half.fixtures.filter(({ home, away }) => [home, away].includes(side.side)).length
      expect(side.low).toBeGreaterThanOrEqual(side.points)
      expect(side.high).toBeLessThanOrEqual(side.points + 3 * left)
      expect(side.meanPoints).toBeGreaterThan(side.points)
    }
  })

  it('equal sides have equal chances, within what chance allows', () => {
    const { sides, all } = pairings(4)
    const strengths = { averageGoals: 1.3, homeFactor: 1.2, attack: new Map(), leakiness: new Map() }
    const outlook = simulateSeason({ sides, matches: [], fixtures: all, strengths }, { ...SETTINGS, runs: 20_000 })
    for (const { positions } of outlook) expect(Math.abs((positions[0] ?? 0) - 0.25)).toBeLessThan(0.015)
  })

  it('the mean points of one match are those that the Poisson model says', () => {
    const strengths = { averageGoals: 1, homeFactor: 1, attack: new Map(), leakiness: new Map() }
    const one = { sides: ['A', 'B'], matches: [], fixtures: [{ home: 'A', away: 'B' }], strengths }
    const [best] = simulateSeason(one, { ...SETTINGS, runs: 100_000 })
    // Two Poisson counts of mean 1 are equal with the chance e^-2 · I0(2) = 0.3085.
    expect(Math.abs((best?.meanPoints ?? 0) - (3 * ((1 - 0.3085) / 2) + 0.3085))).toBeLessThan(0.01)
  })

  it('10,000 seasons of 20 sides take about a second', () => {
    const { sides, all } = pairings(20)
    const strengths = { averageGoals: 1.35, homeFactor: 1.2, attack: new Map(), leakiness: new Map() }
    const before = performance.now()
    simulateSeason({ sides, matches: [], fixtures: all, strengths }, { ...SETTINGS, runs: 10_000 })
    // It takes a quarter of a second; the rest is for a busy machine.
    expect(performance.now() - before).toBeLessThan(3_000)
  })
})
