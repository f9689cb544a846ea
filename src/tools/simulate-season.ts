import { expectedGoals, type GoalStrengths } from './goal-strengths.ts'
import type { Fixture, Match } from './match-results.ts'
import { seededRandom } from './seeded-random.ts'

/** A season so far and what is left of it. Every side of matches and fixtures stands once in `sides`. */
export interface Season {
  readonly sides: readonly string[]
  readonly matches: readonly Match[]
  readonly fixtures: readonly Fixture[]
  readonly strengths: GoalStrengths
}

/** `runs` seasons are played from `seed` on; points are whole numbers. */
export interface SimulationSettings {
  readonly runs: number
  readonly seed: number
  readonly winPoints: number
  readonly drawPoints: number
}

/** How a side ended over all simulated seasons. */
export interface SideOutlook {
  readonly side: string
  readonly played: number
  readonly points: number
  /** Share of the seasons that ended at each place, champion first; sums to 1. */
  readonly positions: readonly number[]
  readonly meanPoints: number
  readonly deviation: number
  /** Points that 5% and 95% of the seasons do not exceed. */
  readonly low: number
  readonly high: number
}

// Goals of one side beyond these do not happen at the means that results give.
const MOST_GOALS = 30

/**
 * Plays the rest of a season many times; goals are Poisson by the strengths. Places go by points, goal difference, goals,
 * then lot. Sides come back by mean points, best first. The same seed gives the same figures.
 */
export function simulateSeason(season: Season, settings: SimulationSettings): readonly SideOutlook[] {
  const n = season.sides.length
  const start = standings(season, settings)
  const fixtures = prepare(season)
  const random = seededRandom(settings.seed)
  const mostPoints = Math.max(...start.points) + Math.max(settings.winPoints, settings.drawPoints) * fixtures.length
  const tally = { places: new Uint32Array(n * n), points: new Uint32Array(n * (mostPoints + 1)) }
  const now = { points: new Float64Array(n), difference: new Float64Array(n), goals: new Float64Array(n) }
  const [lots, order] = [new Float64Array(n), new Uint16Array(n)]
  for (let run = 0; run < settings.runs; run += 1) {
    now.points.set(start.points)
    now.difference.set(start.difference)
    now.goals.set(start.goals)
    for (const fixture of fixtures) play(now, fixture, random, settings)
    for (let i = 0; i < n; i += 1) lots[i] = random()
    rank(now, lots, order)
    for (let place = 0; place < n; place += 1) bump(tally.places, at(order, place) * n + place)
    for (let i = 0; i < n; i += 1) bump(tally.points, i * (mostPoints + 1) + at(now.points, i))
  }
  return season.sides
    .map((side, i) => ({
      ...{ side, played: at(start.played, i), points: at(start.points, i) },
      positions: Array.from(tally.places.subarray(i * n, (i + 1) * n), (times) => times / settings.runs),
      ...spread(tally.points.subarray(i * (mostPoints + 1), (i + 1) * (mostPoints + 1)), settings.runs),
    }))
    .sort((a, b) => b.meanPoints - a.meanPoints || (b.positions[0] ?? 0) - (a.positions[0] ?? 0))
}

interface Standings {
  readonly points: Float64Array
  readonly difference: Float64Array
  readonly goals: Float64Array
}

const at = (numbers: Float64Array | Uint16Array, place: number): number => numbers[place] ?? 0

function bump(counts: Uint32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1
}

const placesOf = (sides: readonly string[]) => new Map(sides.map((side, place) => [side.toLowerCase(), place]))

function standings({ sides, matches }: Season, settings: SimulationSettings) {
  const n = sides.length
  const table = { points: new Float64Array(n), difference: new Float64Array(n), goals: new Float64Array(n) }
  const played = new Float64Array(n)
  const places = placesOf(sides)
  for (const { home, away, homeGoals, awayGoals, score } of matches) {
    const [host, guest] = [places.get(home.toLowerCase()) ?? 0, places.get(away.toLowerCase()) ?? 0]
    played[host] = at(played, host) + 1
    played[guest] = at(played, guest) + 1
    settle(
      table,
      { host, guest, scored: homeGoals ?? 0, conceded: awayGoals ?? 0, won: Math.sign(score - 0.5) },
      settings,
    )
  }
  return { ...table, played }
}

interface Settled {
  readonly host: number
  readonly guest: number
  readonly scored: number
  readonly conceded: number
  /** 1, 0 or -1 from the host's side. */
  readonly won: number
}

function settle(table: Standings, { host, guest, scored, conceded, won }: Settled, settings: SimulationSettings): void {
  const { winPoints, drawPoints } = settings
  table.points[host] = at(table.points, host) + (won > 0 ? winPoints : won === 0 ? drawPoints : 0)
  table.points[guest] = at(table.points, guest) + (won < 0 ? winPoints : won === 0 ? drawPoints : 0)
  table.difference[host] = at(table.difference, host) + scored - conceded
  table.difference[guest] = at(table.difference, guest) + conceded - scored
  table.goals[host] = at(table.goals, host) + scored
  table.goals[guest] = at(table.goals, guest) + conceded
}

interface Prepared {
  readonly host: number
  readonly guest: number
  readonly homeGoals: Float64Array
  readonly awayGoals: Float64Array
}

function prepare({ sides, fixtures, strengths }: Season): readonly Prepared[] {
  const places = placesOf(sides)
  return fixtures.map(({ home, away }) => {
    const [homeMean, awayMean] = expectedGoals(strengths, home, away)
    return {
      host: places.get(home.toLowerCase()) ?? 0,
      guest: places.get(away.toLowerCase()) ?? 0,
      homeGoals: cumulative(homeMean),
      awayGoals: cumulative(awayMean),
    }
  })
}

/** P(goals <= k) for k = 0..30, so that a draw is a look-up. */
function cumulative(mean: number): Float64Array {
  const chances = new Float64Array(MOST_GOALS + 1)
  let [chance, sum] = [Math.exp(-mean), 0]
  for (let goals = 0; goals <= MOST_GOALS; goals += 1) {
    sum += chance
    chances[goals] = sum
    chance *= mean / (goals + 1)
  }
  return chances
}

function draw(chances: Float64Array, random: () => number): number {
  const dice = random()
  let goals = 0
  while (goals < MOST_GOALS && dice >= at(chances, goals)) goals += 1
  return goals
}

function play(now: Standings, fixture: Prepared, random: () => number, settings: SimulationSettings): void {
  const { host, guest } = fixture
  const scored = draw(fixture.homeGoals, random)
  const conceded = draw(fixture.awayGoals, random)
  settle(now, { host, guest, scored, conceded, won: Math.sign(scored - conceded) }, settings)
}

/** Best side first, by insertion: a table is short. */
function rank(table: Standings, lots: Float64Array, order: Uint16Array): void {
  const keys = [table.points, table.difference, table.goals, lots]
  const isBetter = (one: number, other: number): boolean => {
    for (const key of keys) if (at(key, one) !== at(key, other)) return at(key, one) > at(key, other)
    return false
  }
  for (let i = 0; i < order.length; i += 1) {
    let place = i
    while (place > 0 && isBetter(i, at(order, place - 1))) {
      order[place] = at(order, place - 1)
      place -= 1
    }
    order[place] = i
  }
}

function spread(times: Uint32Array, runs: number) {
  let [sum, squares] = [0, 0]
  times.forEach((count, points) => {
    sum += count * points
    squares += count * points ** 2
  })
  const mean = sum / runs
  const quantile = (share: number) => {
    let seen = 0
    return times.findIndex((count) => {
      seen += count
      return seen >= share * runs
    })
  }
  return {
    meanPoints: mean,
    deviation: Math.sqrt(Math.max(0, squares / runs - mean ** 2)),
    low: quantile(0.05),
    high: quantile(0.95),
  }
}
