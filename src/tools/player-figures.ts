import type { PlayerLine } from './player-table.ts'

/** What one stat of one player comes to. `per` is by the minutes asked for, null without minutes. */
export interface StatFigures {
  readonly stat: string
  /** Games in which it was recorded. */
  readonly games: number
  readonly total: number
  readonly average: number
  readonly per: number | null
  /** Sample standard deviation; null for a single game. */
  readonly deviation: number | null
  readonly highest: { readonly value: number; readonly when: string }
  readonly lowest: { readonly value: number; readonly when: string }
  /** Average of the last five games, or of fewer where there are no five. */
  readonly lastFive: number
  /** In the order of play. */
  readonly course: readonly number[]
}

/** The figures of a player for every stat that was recorded at least once; `perMinutes` is 90, 36 or what a sport counts by. */
export async function measurePlayer(
  lines: readonly PlayerLine[],
  stats: readonly string[],
  perMinutes: number | null,
): Promise<readonly StatFigures[]> {
  const { mean, sampleStandardDeviation, sum } = await import('simple-statistics')
  return stats.flatMap((stat, place) => {
    const told = lines.flatMap(({ when, minutes, stats: values }) => {
      const value = values[place]
      return value === null || value === undefined ? [] : [{ when, minutes, value }]
    })
    const [first] = told
    if (!first) return []
    const course = told.map(({ value }) => value)
    return [
      {
        stat,
        games: told.length,
        total: sum(course),
        average: mean(course),
        per: perMinutes === null ? null : rate(told, perMinutes),
        deviation: course.length > 1 ? sampleStandardDeviation(course) : null,
        highest: told.reduce((best, one) => (one.value > best.value ? one : best), first),
        lowest: told.reduce((best, one) => (one.value < best.value ? one : best), first),
        lastFive: mean(course.slice(-5)),
        course,
      },
    ]
  })
}

/** Games without minutes do not count for a rate. */
function rate(
  told: ReadonlyArray<{ readonly minutes: number | null; readonly value: number }>,
  per: number,
): number | null {
  const timed = told.flatMap(({ minutes, value }) => (minutes === null ? [] : [{ minutes, value }]))
  const minutes = timed.reduce((sum, one) => sum + one.minutes, 0)
  return minutes > 0 ? (timed.reduce((sum, one) => sum + one.value, 0) / minutes) * per : null
}

const BASKETBALL = /^(?:points|pts|rebounds|reb|trb|ast|stl|blk|tov|fg|fga|fgm|3p|3pm|ft|fta|ftm|three_pointers)$/
const FOOTBALL =
  /^(?:goals|xg|xa|npxg|shots_on_target|sot|key_passes|tackles|crosses|dribbles|clean_sheet|goals_conceded)$/
const LONGEST_BASKETBALL_GAME = 60

/** The minutes that a sport counts rates by: 36 for basketball, 90 for football, by the stats' names and else by the longest game. */
export function usualMinutes(stats: readonly string[], longest: number): number {
  const named = (pattern: RegExp) => stats.filter((stat) => pattern.test(stat)).length
  const [basketball, football] = [named(BASKETBALL), named(FOOTBALL)]
  if (basketball !== football) return basketball > football ? 36 : 90
  return longest > LONGEST_BASKETBALL_GAME ? 90 : 36
}
