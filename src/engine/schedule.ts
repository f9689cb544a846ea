import { DateTime } from 'luxon'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../base/units.ts'
import { nextTimes, timeOfWall, wallOf } from './next-times.ts'

/**
 * When something is to happen: once; at the times of cron expressions; or every so many minutes or hours (as they pass) or
 * days, weeks or months (by the calendar, at the wall clock's time of `fromMs`).
 */
export type Rule =
  | { readonly kind: 'once'; readonly atMs: number }
  | { readonly kind: 'cron'; readonly lines: readonly string[] }
  | { readonly kind: 'every'; readonly n: number; readonly unit: Unit; readonly fromMs: number }

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months'

/** What happens with times that came while nobody was there. */
export const CATCH_UPS = ['skip', 'once', 'all'] as const
export type CatchUp = (typeof CATCH_UPS)[number]

/** The next times of a rule after a time: ascending, at most `limit`; none when it has ended or never happens. */
export function timesAfter(rule: Rule, zone: string, afterMs: number, limit: number): number[] {
  if (rule.kind === 'once') return rule.atMs > afterMs ? [rule.atMs] : []
  if (rule.kind === 'every') return everyAfter(rule, zone, afterMs, limit)
  const all = rule.lines.flatMap((line) => nextTimes(line, zone, afterMs, limit))
  return [...new Set(all)].sort((a, b) => a - b).slice(0, limit)
}

/** At least so long, so that a count begins before the time that is looked for. */
const AT_MOST_MS: Readonly<Record<Unit, number>> = {
  minutes: MINUTE_MS,
  hours: HOUR_MS,
  days: DAY_MS,
  weeks: 7 * DAY_MS,
  months: 31 * DAY_MS,
}

const everyAfter = (rule: Count, zone: string, afterMs: number, limit: number): number[] =>
  stepsAfter(rule, zone, afterMs, { limit, least: 0 })

type Count = Extract<Rule, { kind: 'every' }>

/** The times of a count after a time, from its `least` step on; below 0 are those before it begins. */
function stepsAfter(
  rule: Count,
  zone: string,
  afterMs: number,
  { limit, least }: { readonly limit: number; readonly least: number },
): number[] {
  const { n, unit, fromMs } = rule
  const times: number[] = []
  // Two early: by the calendar a day may be an hour longer, and zones move.
  const begun = Math.floor((afterMs - fromMs) / (n * AT_MOST_MS[unit])) - 2
  for (let k = Math.max(least, begun); times.length < limit; k += 1) {
    const ms = stepOf(rule, zone, k)
    if (ms > afterMs) times.push(ms)
  }
  return times
}

/** The k-th time. Months are counted from the first, so that the 31st becomes the 30th and the 31st again. */
function stepOf({ n, unit, fromMs }: Count, zone: string, k: number): number {
  if (unit === 'minutes' || unit === 'hours') return fromMs + k * n * AT_MOST_MS[unit]
  const wall = DateTime.fromMillis(wallOf(fromMs, zone), { zone: 'utc' }).plus({ [unit]: k * n })
  return timeOfWall(wall.toMillis(), zone)
}

/** A schedule as it waits: its next time, and when it was made. */
export interface Waiting {
  readonly rule: Rule
  readonly zone: string
  readonly nextMs: number
  readonly createdMs: number
}

/**
 * Where a clock that was ahead has left a next time that lies further away than the rule's own times: the rule, counted from
 * now where it counts, and its next time. Null for a next time that is right. A clock that only stepped back behind the last
 * run waits for no more than the second time from now, and is left alone.
 */
export function setAnew(
  { rule, zone, nextMs, createdMs }: Waiting,
  nowMs: number,
): { rule: Rule; nextMs: number } | null {
  if (rule.kind === 'once') return null
  // "every 2 days on friday" begins with its first Friday, however far that is.
  if (rule.kind === 'every' && nextMs <= rule.fromMs && createdMs <= nowMs) return null
  const [first, second] = nextTwo(rule, zone, nowMs)
  if (first === undefined || second === undefined || nextMs <= second) return null
  return { rule: rule.kind === 'every' && rule.fromMs > nowMs ? { ...rule, fromMs: first } : rule, nextMs: first }
}

const nextTwo = (rule: Rule, zone: string, nowMs: number): number[] =>
  rule.kind === 'every'
    ? stepsAfter(rule, zone, nowMs, { limit: 2, least: Number.NEGATIVE_INFINITY })
    : timesAfter(rule, zone, nowMs, 2)

/** A schedule that is due: `dueMs` is the first time that nobody has decided on. */
export interface Due {
  readonly rule: Rule
  readonly zone: string
  readonly dueMs: number
  readonly catchUp: CatchUp
}

/**
 * What to do now: the due times to run, oldest first, how many are left out, and the next time (null: it has ended).
 * `missed` counts up to a thousand.
 */
export interface Decision {
  readonly runs: readonly number[]
  readonly missed: number
  readonly nextMs: number | null
}

/** A time that came this long ago at most is not missed, only late. */
export const ON_TIME_MS = MINUTE_MS
/** Of more times than this that were missed only the last are caught up on. */
export const MOST_CAUGHT_UP = 100
const MOST_COUNTED = 1_000

/** Decides on all times from `dueMs` to now. Pure. */
export function decide({ rule, zone, dueMs, catchUp }: Due, nowMs: number): Decision {
  const times = lastTimes(rule, zone, { fromMs: dueMs, toMs: nowMs })
  const runs = chosen(times, catchUp, nowMs)
  return { runs, missed: times.length - runs.length, nextMs: timesAfter(rule, zone, nowMs, 1)[0] ?? null }
}

function chosen(times: readonly number[], catchUp: CatchUp, nowMs: number): readonly number[] {
  if (catchUp === 'all') return times.slice(-MOST_CAUGHT_UP)
  const last = times.slice(-1)
  return catchUp === 'once' ? last : last.filter((ms) => nowMs - ms <= ON_TIME_MS)
}

/** The last times of a stretch, ascending, at most a thousand. It looks back further and further, so a long stretch costs little. */
function lastTimes(rule: Rule, zone: string, { fromMs, toMs }: { fromMs: number; toMs: number }): number[] {
  for (let backMs = HOUR_MS; ; backMs *= 2) {
    const sinceMs = Math.max(fromMs - 1, toMs - backMs)
    const times = within(rule, zone, { sinceMs, toMs })
    if (times.length >= MOST_COUNTED || sinceMs < fromMs) return times.slice(-MOST_COUNTED)
  }
}

/** As many as there are in a stretch; asked for in larger and larger portions. */
function within(rule: Rule, zone: string, { sinceMs, toMs }: { sinceMs: number; toMs: number }): number[] {
  for (let limit = 8; ; limit *= 4) {
    const times = timesAfter(rule, zone, sinceMs, limit)
    const inside = times.filter((ms) => ms <= toMs)
    if (inside.length < times.length || times.length < limit) return inside
  }
}
