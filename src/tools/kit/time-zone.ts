import type { DateTime } from 'luxon'
import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note } from '../../report/report.ts'
import { hearTime } from '../hear-time.ts'
import { defineTool } from '../tool.ts'
import { zoneOfPlace } from '../zone-of-place.ts'

const input = z.object({
  ask: z.enum(['now', 'at']).describe('the time now, or a given clock time in the first place'),
  places: z
    .array(z.string().min(1).max(60))
    .min(1, 'it needs a place')
    .max(10, 'it takes at most 10 places')
    .describe('cities, countries with one zone, or IANA zones; "here" is the person\'s own zone'),
  clock: z.string().max(12).optional().describe('"3pm" or "15:30", for "at"'),
})

const placeTime = z.object({
  place: z.string(),
  zone: z.string(),
  /** With its offset: 2026-11-20T15:00:00+09:00. */
  time: z.string(),
  /** Such as UTC+9. */
  offset: z.string(),
})

const output = z.object({
  times: z.array(placeTime),
  /** How many hours the second place is ahead of the first; null for one place. */
  hoursAhead: z.number().nullable(),
})

/** Times by the IANA time zone database that the program's runtime carries. */
export default defineTool({
  name: 'time-zone',
  summary: 'The time in a city or time zone, now or for a given clock time elsewhere, and time differences.',
  example: 'what time is it in Tokyo',
  effect: 'read',
  input,
  output,
  hear: hearTime,
  async run({ ask, places, clock }, context) {
    const { DateTime } = await import('luxon')
    const zones = places.map((place) => ({ place, zone: zoneNamed(place, context.timeZone) }))
    const now = DateTime.fromMillis(context.now(), { zone: zones[0]?.zone ?? 'UTC' })
    const moment = ask === 'at' ? atClock(now, clock) : now
    const times = zones.map(({ place, zone }) => timeAt(moment.setZone(zone), place))
    const offsets = zones.map(({ zone }) => moment.setZone(zone).offset)
    return { times, hoursAhead: offsets[1] === undefined ? null : (offsets[1] - (offsets[0] ?? 0)) / 60 }
  },
  show({ times, hoursAhead }): Block[] {
    const rows = Object.fromEntries(
      times.map(({ place, time, offset, zone }) => [
        titled(place),
        `${weekdayOf(time)} ${time.slice(0, 10)} ${time.slice(11, 16)} (${zone}, ${offset})`,
      ]),
    )
    return [
      facts(times.length > 1 ? 'Times' : 'Time', rows),
      ...(hoursAhead === null ? [] : [note('plain', differenceText(hoursAhead, times))]),
    ]
  },
})

const isHere = (place: string): boolean => /^(?:here|my time(?: ?zone)?|local time)$/i.test(place)

function zoneNamed(place: string, own: string): string {
  if (isHere(place)) return own
  const found = zoneOfPlace(place)
  if (found === 'several')
    throw new OperatorError('ARGS_INVALID', `${titled(place)} has several time zones.`, { hint: 'Name a city.' })
  if (!found)
    throw new OperatorError('NOT_FOUND', `I do not know the time zone of "${place}".`, {
      hint: 'Name a larger city nearby, or an IANA zone such as Europe/Paris.',
    })
  return found.zone
}

/** The clock time on the day that it is in the first place. */
function atClock(now: DateTime, clock = ''): DateTime {
  const minutes = minutesOf(clock)
  if (minutes === undefined)
    throw new OperatorError('ARGS_INVALID', `"${clock.slice(0, 12)}" is no time of day.`, {
      hint: 'Write it as 3pm or 15:30.',
    })
  return now.startOf('day').set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
}

/** "3pm" → 900, "15:30" → 930, "noon" → 720; undefined for what no clock shows. */
function minutesOf(clock: string): number | undefined {
  if (clock === 'noon') return 720
  if (clock === 'midnight') return 0
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?::([0-5]\d))? ?([ap]?)\.?m?\.?$/.exec(clock) ?? []
  const hour = Number(hours)
  const possible = half ? hour >= 1 && hour <= 12 : hour <= 23
  if (!possible) return undefined
  return (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 60 + Number(minutes)
}

function timeAt(moment: DateTime, place: string): z.output<typeof placeTime> {
  const time = moment.toISO({ suppressMilliseconds: true })
  if (time === null) throw new OperatorError('ARGS_INVALID', `The time zone of "${place}" cannot be used here.`)
  return { place, zone: moment.zoneName ?? '', time, offset: `UTC${moment.toFormat('Z')}` }
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const weekdayOf = (time: string): string => WEEKDAYS[new Date(`${time.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''

/** "new york" → "New York", "pst" → "PST". */
function titled(place: string): string {
  if (isHere(place)) return 'Here'
  const name = place.replace(/ time$/i, '')
  if (/^(?:utc|gmt|us|usa|uk|uae|nyc|la|sf|[a-z]{1,3}t|z)\b/i.test(name)) return name.toUpperCase()
  return name.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())
}

function differenceText(hours: number, times: ReadonlyArray<z.output<typeof placeTime>>): string {
  const [one = '', other = ''] = times.map(({ place }) => titled(place))
  if (hours === 0) return `${other} has the same time as ${one} on this day.`
  return `${other} is ${Math.abs(hours)} ${Math.abs(hours) === 1 ? 'hour' : 'hours'} ${hours > 0 ? 'ahead of' : 'behind'} ${one} on this day.`
}
