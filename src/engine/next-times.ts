import { IANAZone } from 'luxon'
import { DAY_MS, MINUTE_MS } from '../base/units.ts'
import { type Cron, parseCron } from './cron.ts'

/** A 29 February that must be a Sunday comes every 28 years, over a century without a leap day every 40. */
const LONGEST_GAP_DAYS = 366 * 41

/**
 * The next times of a cron expression in a time zone, after a time: Unix milliseconds, ascending, at most `limit`. Fewer or
 * none when it never happens ("0 0 30 2 *").
 *
 * When clocks change, an expression with fixed minutes and hours runs once a day: at the first of two equal times, and
 * where its time is left out, as much later as the clock is put forward (2:30 at 3:30). One whose minute or hour begins with
 * `*` follows the hours that really pass. Source of the two kinds: cron(8) of Vixie cron, which runs what is left out at once.
 *
 * @throws OperatorError ARGS_INVALID for what is no cron expression.
 */
export function nextTimes(cron: string, zone: string, afterMs: number, limit = 1): number[] {
  const fields = parseCron(cron)
  const minutes = fields.hours.flatMap((hour) => fields.minutes.map((minute) => hour * 60 + minute))
  // A day early: a change of clocks at midnight moves times into the day after.
  const first = Math.floor(wallOf(afterMs, zone) / DAY_MS) - 1
  const found = new Set<number>()
  const last = first + LONGEST_GAP_DAYS
  for (let day = first; day <= last && found.size < limit; day = nextDay(fields, day)) {
    if (!fitsDate(fields, day)) continue
    for (const ms of timesOfDay(minutes, day, { zone, wild: fields.wild })) if (ms > afterMs) found.add(ms)
  }
  return [...found].sort((a, b) => a - b).slice(0, limit)
}

/** Days are counted from 1 January 1970. A month that does not fit is left out whole. */
function nextDay({ months }: Cron, day: number): number {
  const date = new Date((day + 1) * DAY_MS)
  if (months.has(date.getUTCMonth() + 1)) return day + 1
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MS
}

function fitsDate({ months, fitsDay }: Cron, day: number): boolean {
  const date = new Date(day * DAY_MS)
  return months.has(date.getUTCMonth() + 1) && fitsDay(date.getUTCDate(), date.getUTCDay())
}

/** The minutes of a day on the wall clock as times; on a day without a change of clocks without a look at each. */
function timesOfDay(
  minutes: readonly number[],
  day: number,
  { zone, wild }: { zone: string; wild: boolean },
): number[] {
  const wallMs = day * DAY_MS
  const { before, after } = offsetsAround(wallMs, zone)
  if (before === after) return minutes.map((minute) => wallMs + minute * MINUTE_MS - before)
  return minutes.flatMap((minute) => {
    const wall = wallMs + minute * MINUTE_MS
    const real = timesOf(wall, zone)
    return wild ? real : [real[0] ?? wall - before]
  })
}

/** Milliseconds by which the wall clock is ahead of UTC. */
const offsetAt = (ms: number, zone: string): number => Math.round(IANAZone.create(zone).offset(ms)) * MINUTE_MS

const offsetsAround = (wallMs: number, zone: string) => ({
  before: offsetAt(wallMs - DAY_MS, zone),
  after: offsetAt(wallMs + 2 * DAY_MS, zone),
})

/** The times at which a wall clock shows this: one, two when clocks go back, none when they leave it out. */
function timesOf(wallMs: number, zone: string): number[] {
  const { before, after } = offsetsAround(wallMs, zone)
  const real = [before, after].filter((offset) => offsetAt(wallMs - offset, zone) === offset)
  return [...new Set(real.map((offset) => wallMs - offset))].sort((a, b) => a - b)
}

/** What a wall clock in the zone shows, as if it were UTC. */
export const wallOf = (ms: number, zone: string): number => ms + offsetAt(ms, zone)

/** The first time at which a wall clock shows this; where clocks leave it out, as much later as they are put forward. */
export const timeOfWall = (wallMs: number, zone: string): number =>
  timesOf(wallMs, zone)[0] ?? wallMs - offsetsAround(wallMs, zone).before
