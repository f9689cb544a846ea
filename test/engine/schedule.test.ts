import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  CATCH_UPS,
  decide,
  MOST_CAUGHT_UP,
  ON_TIME_MS,
  type Rule,
  setAnew,
  timesAfter,
} from '../../src/engine/schedule.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.UTC(2026, 10, 20, 12)
const hourly: Rule = { kind: 'every', n: 1, unit: 'hours', fromMs: NOON }
const due = (catchUp: 'skip' | 'once' | 'all', rule: Rule = hourly) => ({ rule, zone: 'UTC', dueMs: NOON, catchUp })

describe('what was missed while nobody was there', () => {
  const now = NOON + 3 * HOUR + 10 * 60_000

  test('"skip" runs none of it', () => {
    expect(decide(due('skip'), now)).toEqual({ runs: [], missed: 4, nextMs: NOON + 4 * HOUR })
  })

  test('"once" runs the last of it', () => {
    expect(decide(due('once'), now)).toEqual({ runs: [NOON + 3 * HOUR], missed: 3, nextMs: NOON + 4 * HOUR })
  })

  test('"all" runs all of it, oldest first', () => {
    const runs = [0, 1, 2, 3].map((n) => NOON + n * HOUR)
    expect(decide(due('all'), now)).toEqual({ runs, missed: 0, nextMs: NOON + 4 * HOUR })
  })

  test('of a year of minutes "all" runs the last hundred', () => {
    const rule: Rule = { kind: 'cron', lines: ['* * * * *'] }
    const { runs, missed, nextMs } = decide(due('all', rule), NOON + 365 * DAY)
    expect([runs.length, runs.at(-1), nextMs]).toEqual([MOST_CAUGHT_UP, NOON + 365 * DAY, NOON + 365 * DAY + 60_000])
    expect(missed).toBe(1_000 - MOST_CAUGHT_UP)
  })
})

describe('a next time that a clock which was ahead has left', () => {
  const daily: Rule = { kind: 'cron', lines: ['0 9 * * *'] }
  const waiting = (rule: Rule, nextMs: number, createdMs = NOON - DAY) => ({ rule, zone: 'UTC', nextMs, createdMs })

  test('years away is set to the rule’s next one', () => {
    const nextMs = NOON + 2_000 * DAY - 3 * HOUR
    expect(setAnew(waiting(daily, nextMs), NOON)).toEqual({ rule: daily, nextMs: NOON + 21 * HOUR })
    expect(setAnew(waiting(hourly, NOON + 2_000 * DAY), NOON)).toEqual({ rule: hourly, nextMs: NOON + HOUR })
  })

  test('of a count that began there is counted from now, in the same rhythm', () => {
    const rule: Rule = { ...hourly, n: 2, fromMs: NOON + 2_000 * DAY + HOUR }
    const anew = setAnew(waiting(rule, rule.fromMs, NOON + 2_000 * DAY), NOON)
    expect(anew).toEqual({ rule: { ...rule, fromMs: NOON + HOUR }, nextMs: NOON + HOUR })
  })

  test('is left alone where it is right: the next, a clock that stepped back a little, a first day that is far, a single time', () => {
    const far: Rule = { kind: 'every', n: 1, unit: 'days', fromMs: NOON + 5 * DAY }
    expect(setAnew(waiting(daily, NOON + 21 * HOUR), NOON)).toBeNull()
    expect(setAnew(waiting(daily, NOON + 45 * HOUR), NOON)).toBeNull()
    expect(setAnew(waiting(far, far.fromMs), NOON)).toBeNull()
    expect(setAnew(waiting({ kind: 'once', atMs: NOON + 900 * DAY }, NOON + 900 * DAY), NOON)).toBeNull()
  })

  test('never comes later than it was, and is a time of the rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 4_000 }), (n, days) => {
        const rule: Rule = { kind: 'every', n, unit: 'hours', fromMs: NOON }
        const [nextMs = 0] = timesAfter(rule, 'UTC', NOON + days * DAY, 1)
        const anew = setAnew(waiting(rule, nextMs), NOON + HOUR)
        const [first] = timesAfter(rule, 'UTC', NOON + HOUR, 1)
        expect(anew?.nextMs ?? first).toBe(first)
      }),
    )
  })
})

test.each(CATCH_UPS)('what is only a little late is run under "%s"', (catchUp) => {
  expect(decide(due(catchUp), NOON + ON_TIME_MS).runs).toEqual([NOON])
})

test('a single time that was missed is run once, or never under "skip"', () => {
  const rule: Rule = { kind: 'once', atMs: NOON }
  expect(decide(due('once', rule), NOON + 9 * DAY)).toEqual({ runs: [NOON], missed: 0, nextMs: null })
  expect(decide(due('skip', rule), NOON + 9 * DAY)).toEqual({ runs: [], missed: 1, nextMs: null })
})

test('whatever is decided: it runs only what is due, in order, and goes on after now', () => {
  const rules = fc.oneof(
    fc.record({
      n: fc.integer({ min: 1, max: 50 }),
      unit: fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months'),
    }),
    fc.constantFrom('0 9 * * 1-5', '*/7 * * * *', '30 2 * * *'),
  )
  fc.assert(
    fc.property(rules, fc.constantFrom(...CATCH_UPS), fc.nat(90 * DAY), (given, catchUp, lateMs) => {
      const rule: Rule =
        typeof given === 'string'
          ? { kind: 'cron', lines: [given] }
          : ({ kind: 'every', ...given, fromMs: NOON } as Rule)
      const zone = 'Europe/Berlin'
      const [dueMs = 0] = timesAfter(rule, zone, NOON - 1, 1)
      const nowMs = dueMs + lateMs
      const { runs, missed, nextMs } = decide({ rule, zone, dueMs, catchUp }, nowMs)
      expect(runs.every((ms, i) => ms >= dueMs && ms <= nowMs && (i === 0 || ms > (runs[i - 1] ?? 0)))).toBe(true)
      expect(runs.length + missed).toBeGreaterThan(0)
      expect(nextMs).toBe(timesAfter(rule, zone, nowMs, 1)[0])
    }),
    { numRuns: 200 },
  )
})

describe('every so many', () => {
  const zone = 'Europe/Berlin'
  const from = (iso: string) => DateTime.fromISO(iso, { zone }).toMillis()
  const show = (rule: Rule, after: string, n: number) =>
    timesAfter(rule, zone, from(after), n).map((ms) => DateTime.fromMillis(ms, { zone }).toFormat('MM-dd HH:mm'))

  test('two days keep the time of day when clocks change', () => {
    const rule: Rule = { kind: 'every', n: 2, unit: 'days', fromMs: from('2026-03-27T09:00') }
    expect(show(rule, '2026-03-27T09:00', 2)).toEqual(['03-29 09:00', '03-31 09:00'])
  })

  test('six hours are six hours when clocks change', () => {
    const rule: Rule = { kind: 'every', n: 6, unit: 'hours', fromMs: from('2026-03-28T22:00') }
    expect(show(rule, '2026-03-28T22:00', 1)).toEqual(['03-29 05:00'])
  })

  test('the 31st is the last day of shorter months and the 31st again', () => {
    const rule: Rule = { kind: 'every', n: 1, unit: 'months', fromMs: from('2026-12-31T09:00') }
    expect(show(rule, '2027-01-31T09:00', 3)).toEqual(['02-28 09:00', '03-31 09:00', '04-30 09:00'])
  })

  test('they are found at once after many years', () => {
    const rule: Rule = { kind: 'every', n: 1, unit: 'minutes', fromMs: NOON }
    expect(timesAfter(rule, zone, NOON + 3_650 * DAY, 1)).toEqual([NOON + 3_650 * DAY + 60_000])
  })
})
