import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { readWhen } from '../../src/engine/read-when.ts'
import { timesAfter } from '../../src/engine/schedule.ts'

const ZONE = 'Europe/Berlin'
/** A Friday. */
const NOW = DateTime.fromISO('2026-11-20T13:00', { zone: ZONE }).toMillis()

function read(words: string, n = 1): string {
  const times = timesAfter(readWhen(words, { nowMs: NOW, zone: ZONE }), ZONE, NOW, n)
  return times.map((ms) => DateTime.fromMillis(ms, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm')).join(' · ')
}

describe('once', () => {
  test.each([
    ['in 2h', '2026-11-20 15:00'],
    ['in 1h30m', '2026-11-20 14:30'],
    ['in 1h 30 min', '2026-11-20 14:30'],
    ['in half an hour', '2026-11-20 13:30'],
    ['in an hour and a half', '2026-11-20 14:30'],
    ['in a couple of hours', '2026-11-20 15:00'],
    ['in two days', '2026-11-22 13:00'],
    ['in 2 days at 9', '2026-11-22 09:00'],
    ['2 hours from now', '2026-11-20 15:00'],
    ['at 18:00', '2026-11-20 18:00'],
    ['18:00', '2026-11-20 18:00'],
    ['6pm', '2026-11-20 18:00'],
    ['at 6 p.m.', '2026-11-20 18:00'],
    ['at 9', '2026-11-21 09:00'],
    ['at 930', '2026-11-21 09:30'],
    ['at 1745', '2026-11-20 17:45'],
    ['at noon', '2026-11-21 12:00'],
    ['at midnight', '2026-11-21 00:00'],
    ['at 12am', '2026-11-21 00:00'],
    ['at 8 in the evening', '2026-11-20 20:00'],
    ['in the morning', '2026-11-21 08:00'],
    ['tonight', '2026-11-20 20:00'],
    ['tonight at 8', '2026-11-20 20:00'],
    ['this evening', '2026-11-20 18:00'],
    ['Tomorrow', '2026-11-21 09:00'],
    ['tomorrow at 9:30', '2026-11-21 09:30'],
    ['tomorrow evening', '2026-11-21 18:00'],
    ['the day after tomorrow at 7', '2026-11-22 07:00'],
    ['monday', '2026-11-23 09:00'],
    ['on friday at 18', '2026-11-20 18:00'],
    ['on friday at 8', '2026-11-27 08:00'],
    ['next friday at 18', '2026-11-27 18:00'],
    ['on 2026-12-01 at 9', '2026-12-01 09:00'],
    ['2026-12-01T09:00', '2026-12-01 09:00'],
    ['2026-12-01 09:00', '2026-12-01 09:00'],
    ['on 3 march at 9:30', '2027-03-03 09:30'],
    ['March 3rd, 2028 at noon', '2028-03-03 12:00'],
    ['on 25.12.2026', '2026-12-25 09:00'],
    ['at 9 on monday', '2026-11-23 09:00'],
  ])('"%s" is %s', (words, expected) => {
    expect(read(words, 3)).toBe(expected)
  })
})

describe('again and again', () => {
  test.each([
    ['every day at 9', '2026-11-21 09:00 · 2026-11-22 09:00'],
    ['at 9 every day', '2026-11-21 09:00 · 2026-11-22 09:00'],
    ['daily at 17:30 and 9', '2026-11-20 17:30 · 2026-11-21 09:00'],
    ['every day at 9am and 5pm', '2026-11-20 17:00 · 2026-11-21 09:00'],
    ['every morning', '2026-11-21 08:00 · 2026-11-22 08:00'],
    ['every evening at 7', '2026-11-20 19:00 · 2026-11-21 19:00'],
    ['every monday at 8', '2026-11-23 08:00 · 2026-11-30 08:00'],
    ['mondays at 8', '2026-11-23 08:00 · 2026-11-30 08:00'],
    ['every friday afternoon', '2026-11-20 14:00 · 2026-11-27 14:00'],
    ['every mon, wed and fri at 7', '2026-11-23 07:00 · 2026-11-25 07:00'],
    ['monday to friday at 9', '2026-11-23 09:00 · 2026-11-24 09:00'],
    ['every weekday at 9', '2026-11-23 09:00 · 2026-11-24 09:00'],
    ['every weekend at 10', '2026-11-21 10:00 · 2026-11-22 10:00'],
    ['every friday to sunday at 10', '2026-11-21 10:00 · 2026-11-22 10:00'],
    ['every 15 minutes', '2026-11-20 13:15 · 2026-11-20 13:30'],
    ['every two hours', '2026-11-20 15:00 · 2026-11-20 17:00'],
    ['every 120 seconds', '2026-11-20 13:02 · 2026-11-20 13:04'],
    ['every 1.5 hours', '2026-11-20 14:30 · 2026-11-20 16:00'],
    ['every 7.5 hours', '2026-11-20 20:30 · 2026-11-21 04:00'],
    ['every hour and a half', '2026-11-20 14:30 · 2026-11-20 16:00'],
    ['hourly', '2026-11-20 14:00 · 2026-11-20 15:00'],
    ['every other day', '2026-11-21 09:00 · 2026-11-23 09:00'],
    ['every 2 weeks on monday at 9', '2026-11-23 09:00 · 2026-12-07 09:00'],
    ['every other tuesday at 10', '2026-11-24 10:00 · 2026-12-08 10:00'],
    ['weekly', '2026-11-23 09:00 · 2026-11-30 09:00'],
    ['on the 1st of every month at 9', '2026-12-01 09:00 · 2027-01-01 09:00'],
    ['every month on the 31st', '2026-12-31 09:00 · 2027-01-31 09:00'],
    ['every 3 months', '2026-11-21 09:00 · 2027-02-21 09:00'],
    ['quarterly', '2027-01-01 09:00 · 2027-04-01 09:00'],
    ['every year on 3 march at 9', '2027-03-03 09:00 · 2028-03-03 09:00'],
    ['0 9 * * 1-5', '2026-11-23 09:00 · 2026-11-24 09:00'],
    ['"0 9 * * MON-FRI"', '2026-11-23 09:00 · 2026-11-24 09:00'],
    ['@daily', '2026-11-21 00:00 · 2026-11-22 00:00'],
  ])('"%s" is %s', (words, expected) => {
    expect(read(words, 2)).toBe(expected)
  })
})

describe('what cannot be a time', () => {
  test.each([
    ['whenever', 'cannot read'],
    ['', 'cannot read'],
    ['every first monday of the month', 'cannot read'],
    ['at 25:00', 'no time of day'],
    ['at 9:75', 'no time of day'],
    ['at 2560', '"2560" is no time of day'],
    ['every 999999999 days', 'cannot read'],
    ['at 13pm', 'no time of day'],
    ['on 2020-01-01', 'has passed'],
    ['yesterday at 9', 'has passed'],
    ['today at 8', 'has passed'],
    ['in 0 minutes', 'has passed'],
    ['in 1000 years', 'ten years'],
    ['every 10 seconds', 'once a minute'],
    ['every 90s', 'no whole number of minutes'],
    ['every 2.5 minutes', 'no whole number of minutes'],
    ['every hour at 15', 'only one of them can be kept'],
    ['every 2 hours on weekdays', 'only one of them can be kept'],
    ['every 30 minutes on monday', 'only one of them can be kept'],
    ['every month on monday', 'cannot read'],
    ['every week on the 15th', 'cannot read'],
    ['every day at 9 and every monday at 10', 'cannot read'],
    ['in 2 days at 9 and 17', 'several times'],
    ['0 0 30 2 *', 'never happens'],
    ['61 9 * * *', 'minute'],
    ['on 31 february', 'no day 31'],
    ['on 3/4/2027', 'can mean'],
    ['tomorrow at 9 and 17', 'several times'],
  ])('"%s" is refused with a sentence: %s', (words, sentence) => {
    expect(() => read(words)).toThrow(expect.objectContaining({ code: 'ARGS_INVALID' }))
    expect(() => read(words)).toThrow(sentence)
  })
})

test('a time that clocks leave out is moved behind the gap', () => {
  const said = { nowMs: DateTime.fromISO('2026-03-28T12:00', { zone: ZONE }).toMillis(), zone: ZONE }
  expect(readWhen('tomorrow at 2:30', said)).toEqual({
    kind: 'once',
    atMs: DateTime.fromISO('2026-03-29T03:30', { zone: ZONE }).toMillis(),
  })
})
