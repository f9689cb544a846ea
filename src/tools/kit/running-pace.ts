import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { clockText } from '../clock-text.ts'
import { hearRunningPace } from '../hear-running-pace.ts'
import { KM_PER_MILE } from '../running-figures.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  distance_km: z.number().positive('the distance must be above 0').max(1000, 'at most 1,000 km'),
  time_s: z.number().positive('the time must be above 0').max(1e6, 'the time is too long').optional(),
  pace_s_per_km: z.number().positive('the pace must be above 0').max(1e5, 'the pace is too slow').optional(),
})

/** Slower than this it is a walk or a swim, and swimmers count in 100 m. */
const SWIMMING_S_PER_KM = 13 * 60

/** Pace = time ÷ distance; 1 mile = 1.609344 km (international yard and pound agreement, 1959). */
export default defineTool({
  name: 'running-pace',
  summary: 'The pace per kilometre and mile for a distance and a time, or the time for a pace.',
  example: '5k in 27:30 what pace per km and mile',
  effect: 'read',
  input: input.refine((asked) => (asked.time_s === undefined) !== (asked.pace_s_per_km === undefined), {
    message: 'a time or a pace is needed, and not both',
  }),
  output: z.object({
    distance_km: z.number(),
    time_s: z.number(),
    pace_s_per_km: z.number(),
    pace_s_per_mile: z.number(),
    speed_km_per_h: z.number(),
  }),
  hear: hearRunningPace,
  run({ distance_km, time_s, pace_s_per_km }) {
    const time = time_s ?? (pace_s_per_km ?? 0) * distance_km
    const pace = time / distance_km
    return {
      distance_km,
      time_s: time,
      pace_s_per_km: pace,
      pace_s_per_mile: pace * KM_PER_MILE,
      speed_km_per_h: (distance_km / time) * 3600,
    }
  },
  show(told): Block[] {
    const two = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 2 })
    const marks = MARKS.filter((km) => km < told.distance_km)
    return [
      facts('Distance and time', {
        Distance: `${two(told.distance_km)} km (${two(told.distance_km / KM_PER_MILE)} miles)`,
        Time: clockText(told.time_s),
      }),
      facts('Pace', {
        'Per kilometre': `${clockText(told.pace_s_per_km)} min`,
        'Per mile': `${clockText(told.pace_s_per_mile)} min`,
        ...(told.pace_s_per_km > SWIMMING_S_PER_KM ? { 'Per 100 m': `${clockText(told.pace_s_per_km / 10)} min` } : {}),
        Speed: `${two(told.speed_km_per_h)} km/h (${two(told.speed_km_per_h / KM_PER_MILE)} mph)`,
      }),
      ...(marks.length > 0
        ? [
            table(
              ['At', 'Clock'],
              marks.map((km) => [`${km} km`, clockText(km * told.pace_s_per_km)]),
              'Even splits',
            ),
          ]
        : []),
      note('plain', 'Formula: pace = time ÷ distance, at an even speed; 1 mile = 1.609344 km.'),
    ]
  },
})

const MARKS = [5, 10, 15, 20, 21.0975, 25, 30, 35, 40] as const
