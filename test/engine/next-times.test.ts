import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { nextTimes } from '../../src/engine/next-times.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A field with the numbers that it stands for, written and counted independently of the reader. */
interface Field {
  readonly text: string
  readonly holds: ReadonlySet<number>
}

const everyNth = (least: number, most: number, n: number) =>
  new Set(Array.from({ length: most - least + 1 }, (_, i) => least + i).filter((value) => (value - least) % n === 0))

const field = (least: number, most: number): fc.Arbitrary<Field> =>
  fc.oneof(
    fc.constant({ text: '*', holds: everyNth(least, most, 1) }),
    fc.integer({ min: 1, max: 20 }).map((n) => ({ text: `*/${n}`, holds: everyNth(least, most, n) })),
    fc
      .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 3 })
      .map((list) => ({ text: list.join(','), holds: new Set(list) })),
    fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })).map(([one, other]) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      return { text: `${from}-${to}`, holds: everyNth(from, to, 1) }
    }),
  )

const fields = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6))

/** Fixed times in the hours in which clocks change. */
const list = (least: number, most: number, n: number): fc.Arbitrary<Field> =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: n })
    .map((values) => ({ text: values.join(','), holds: new Set(values) }))
const any = (least: number, most: number) => fc.constant({ text: '*', holds: everyNth(least, most, 1) })
const fixed = fc.tuple(
  list(0, 59, 3),
  fc.oneof(list(0, 3, 3), list(23, 23, 1)),
  any(1, 31),
  any(1, 12),
  fc.oneof(any(0, 6), list(0, 6, 2)),
)

type Fields = readonly [Field, Field, Field, Field, Field]

function fits([minute, hour, day, month, weekday]: Fields, wall: DateTime): boolean {
  const [inMonth, inWeek] = [day.holds.has(wall.day), weekday.holds.has(wall.weekday % 7)]
  const both = day.text.startsWith('*') || weekday.text.startsWith('*')
  const onDay = both ? inMonth && inWeek : inMonth || inWeek
  return minute.holds.has(wall.minute) && hour.holds.has(wall.hour) && month.holds.has(wall.month) && onDay
}

/** Walks through the minutes that really pass, and looks at the wall clock at each. */
function bruteForce(parts: Fields, zone: string, fromMs: number, untilMs: number): number[] {
  const wild = parts[0].text.startsWith('*') || parts[1].text.startsWith('*')
  const wallAt = (ms: number) => ms + DateTime.fromMillis(ms, { zone }).offset * MINUTE
  const fitsWall = (wall: number) => fits(parts, DateTime.fromMillis(wall, { zone: 'utc' }))
  const found = new Set<number>()
  let highest = wallAt(fromMs - DAY)
  for (let ms = fromMs - DAY + MINUTE; ms <= untilMs; ms += MINUTE) {
    const wall = wallAt(ms)
    const isNew = wall > highest
    if (fitsWall(wall) && (wild || isNew)) found.add(ms)
    // What the clock left out comes as much later.
    const left = wild ? [] : between(highest, wall).filter(fitsWall)
    for (const one of left) found.add(ms + one - highest - MINUTE)
    highest = Math.max(highest, wall)
  }
  return [...found].filter((ms) => ms > fromMs && ms <= untilMs).sort((a, b) => a - b)
}

const between = (one: number, other: number): number[] =>
  Array.from({ length: Math.max(0, (other - one) / MINUTE - 1) }, (_, i) => one + (i + 1) * MINUTE)

/** Zones with the days on which their clocks change: by an hour, half an hour, at midnight, never. */
const CHANGES = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2026-11-01'],
  ['America/Nuuk', '2026-03-28'],
  ['America/Nuuk', '2026-10-24'],
  ['Asia/Kolkata', '2026-03-29'],
  ['UTC', '2028-02-29'],
] as const

test('the next times are those at which a clock that is watched minute by minute fits', () => {
  fc.assert(
    fc.property(
      fc.oneof(fields, fixed),
      fc.constantFrom(...CHANGES),
      fc.integer({ min: -1_440, max: 1_440 }),
      (parts, [zone, day], n) => {
        const fromMs = DateTime.fromISO(day, { zone }).toMillis() + n * MINUTE
        const expected = bruteForce(parts, zone, fromMs, fromMs + 2 * DAY)
        const found = nextTimes(parts.map(({ text }) => text).join(' '), zone, fromMs, expected.length + 1)
        expect(found.filter((ms) => ms <= fromMs + 2 * DAY)).toEqual(expected)
      },
    ),
    { numRuns: 150 },
  )
}, 120_000)

const at = (iso: string, zone: string) => DateTime.fromISO(iso, { zone }).toMillis()
const local = (times: readonly number[], zone: string) =>
  times.map((ms) => DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd HH:mm 'UTC'Z"))

describe('when clocks change', () => {
  test('a daily time that is left out is run an hour later, once', () => {
    const from = at('2026-03-28T12:00', 'Europe/Berlin')
    expect(local(nextTimes('30 2 * * *', 'Europe/Berlin', from, 2), 'Europe/Berlin')).toEqual([
      '2026-03-29 03:30 UTC+2',
      '2026-03-30 02:30 UTC+2',
    ])
  })

  test('a time before midnight that is left out is run after midnight', () => {
    const from = at('2026-03-29T00:10', 'America/Nuuk')
    expect(local(nextTimes('30 23 * * *', 'America/Nuuk', from, 2), 'America/Nuuk')).toEqual([
      '2026-03-29 00:30 UTC-1',
      '2026-03-29 23:30 UTC-1',
    ])
  })

  test('a daily time that comes twice is run at the first', () => {
    const from = at('2026-10-24T12:00', 'Europe/Berlin')
    expect(local(nextTimes('30 2 * * *', 'Europe/Berlin', from, 2), 'Europe/Berlin')).toEqual([
      '2026-10-25 02:30 UTC+2',
      '2026-10-26 02:30 UTC+1',
    ])
  })

  test('every half hour stays every half hour', () => {
    const from = at('2026-10-25T01:45', 'Europe/Berlin')
    const times = nextTimes('*/30 * * * *', 'Europe/Berlin', from, 6)
    expect(times.slice(1).map((ms, i) => ms - (times[i] ?? 0))).toEqual(Array(5).fill(HOUR / 2))
  })

  test('nine o’clock stays nine o’clock', () => {
    const from = at('2026-03-27T12:00', 'America/New_York')
    const times = nextTimes('0 9 * * *', 'America/New_York', from, 400)
    expect(new Set(times.map((ms) => DateTime.fromMillis(ms, { zone: 'America/New_York' }).hour))).toEqual(new Set([9]))
  })
})

test('a 29 February is found across years, and a 30 February never', () => {
  const from = at('2026-11-20', 'UTC')
  expect(local(nextTimes('0 0 29 2 *', 'UTC', from, 2), 'UTC')).toEqual([
    '2028-02-29 00:00 UTC+0',
    '2032-02-29 00:00 UTC+0',
  ])
  expect(nextTimes('0 0 30 2 *', 'UTC', from, 1)).toEqual([])
  expect(local(nextTimes('0 0 29 2 */7', 'UTC', from, 1), 'UTC')).toEqual(['2032-02-29 00:00 UTC+0'])
})
