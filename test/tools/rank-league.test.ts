import { describe, expect, it } from 'vitest'
import type { Match } from '../../src/tools/match-results.ts'
import { type LeagueRules, rankLeague } from '../../src/tools/rank-league.ts'

const RULES: LeagueRules = { win: 3, draw: 1, tieBreaker: 'goal-difference', deductions: new Map(), ground: 'all' }
const match = (home: string, away: string, homeGoals: number, awayGoals: number): Match => ({
  ...{ home, away, homeGoals, awayGoals },
  score: homeGoals === awayGoals ? 0.5 : homeGoals > awayGoals ? 1 : 0,
})
const order = (matches: readonly Match[], over: Partial<LeagueRules> = {}) =>
  rankLeague(matches, { ...RULES, ...over }).map(({ team }) => team)

// A, B and C beat each other in a ring, B highest; D beats all of them, B by most.
const LEVEL = [
  match('A', 'B', 1, 0),
  match('B', 'C', 5, 0),
  match('C', 'A', 1, 0),
  match('C', 'D', 0, 1),
  match('A', 'D', 0, 1),
  match('B', 'D', 0, 9),
]

describe('rankLeague', () => {
  it('level on points, the goal difference decides, or the match between the two', () => {
    const matches = [match('A', 'B', 1, 0), match('B', 'C', 5, 0)]
    expect(order(matches)).toEqual(['B', 'A', 'C'])
    expect(order(matches, { tieBreaker: 'head-to-head' })).toEqual(['A', 'B', 'C'])
  })

  it('three level sides are told apart by a table of their own', () => {
    const rows = rankLeague(LEVEL, { ...RULES, tieBreaker: 'head-to-head' })
    expect(rows.map(({ team }) => team)).toEqual(['D', 'B', 'A', 'C'])
    expect(order(LEVEL)).toEqual(['D', 'A', 'B', 'C'])
  })

  it('with wins as tie-breaker one win beats three draws', () => {
    const matches = [
      match('A', 'B', 1, 0),
      match('C', 'D', 0, 0),
      match('C', 'B', 3, 3),
      match('C', 'A', 0, 0),
      match('A', 'D', 0, 4),
    ]
    const points = new Map([['a', 1]])
    expect(order(matches, { tieBreaker: 'wins', deductions: points }).indexOf('A')).toBeLessThan(
      order(matches, { tieBreaker: 'wins', deductions: points }).indexOf('C'),
    )
  })

  it('a deduction takes points off, and home or away matches can be looked at alone', () => {
    expect(rankLeague(LEVEL, { ...RULES, deductions: new Map([['d', 9]]) }).at(-1)).toMatchObject({
      team: 'D',
      points: 0,
    })
    expect(rankLeague(LEVEL, { ...RULES, ground: 'home' })).toContainEqual(
      expect.objectContaining({ team: 'D', played: 0 }),
    )
    expect(rankLeague(LEVEL, { ...RULES, ground: 'away' })).toContainEqual(
      expect.objectContaining({ team: 'D', played: 3, points: 9 }),
    )
  })

  it('form is the last five, newest last', () => {
    const matches = [3, 0, 1, 1, 2, 0].map((goals) => match('A', 'B', goals, 1))
    expect(rankLeague(matches, RULES).find(({ team }) => team === 'A')?.form).toBe('LDDWL')
  })
})
