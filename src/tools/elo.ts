import type { Match } from './match-results.ts'

/** `k` is the most points one match can move; `homeAdvantage` is added to the home side before a match, in points. */
export interface EloSettings {
  readonly start: number
  readonly k: number
  readonly homeAdvantage: number
}

/** A side's rating after its last match. `course` are its ratings after each of its matches, in order. */
export interface Rating {
  readonly team: string
  readonly rating: number
  readonly played: number
  readonly course: readonly number[]
}

/**
 * Expected score of A against B, 0..1, a draw counted as half: 1 / (1 + 10^((B - A) / 400)).
 * Source: Arpad Elo, "The Rating of Chessplayers, Past and Present" (1978).
 */
export const expectedScore = (ratingA: number, ratingB: number): number => 1 / (1 + 10 ** ((ratingB - ratingA) / 400))

/** Ratings after all matches in order, best first. What one side gains the other loses, so the sum stays. */
export function rateTeams(matches: readonly Match[], { start, k, homeAdvantage }: EloSettings): readonly Rating[] {
  const teams = new Map<string, { team: string; rating: number; played: number; course: number[] }>()
  const ratingOf = (team: string) => {
    const key = team.toLowerCase()
    const known = teams.get(key) ?? { team, rating: start, played: 0, course: [] }
    teams.set(key, known)
    return known
  }
  for (const match of matches) {
    const home = ratingOf(match.home)
    const away = ratingOf(match.away)
    const gain = k * (match.score - expectedScore(home.rating + homeAdvantage, away.rating))
    home.rating += gain
    away.rating -= gain
    home.played += 1
    away.played += 1
    home.course.push(home.rating)
    away.course.push(away.rating)
  }
  return [...teams.values()].sort((a, b) => b.rating - a.rating || a.team.localeCompare(b.team))
}
