import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearPlayingTime } from '../hear-playing-time.ts'
import { defineTool } from '../tool.ts'

const output = z.object({
  minutes_each: z.number(),
  stint_minutes: z.number(),
  /** Who sits out in each stint, players numbered from 1. */
  rotation: z.array(z.object({ from_minute: z.number(), bench: z.array(z.int()) })),
})

/**
 * Equal time by turns: minutes each = places × minutes ÷ players. With g the greatest common divisor of players and places
 * there are players ÷ g stints of equal length, and the bench moves on by g players each time, so that everybody sits equally often.
 */
export default defineTool({
  name: 'playing-time',
  summary: 'Fair playing time for a squad: minutes for each player, and a rotation that gives everybody the same.',
  example: 'fair playing time: 11 kids, 7 on the field, 40 minutes',
  effect: 'read',
  input: z.object({
    players: z.int('the players must be a whole number').min(1).max(40, 'at most 40 players'),
    on_field: z.int('the places must be a whole number').min(1).max(40, 'at most 40 places'),
    minutes: z.number().positive('the match must be longer than 0 minutes').max(600, 'at most 600 minutes'),
  }),
  output,
  hear: hearPlayingTime,
  run({ players, on_field, minutes }) {
    if (players < on_field)
      throw new OperatorError('ARGS_INVALID', `${on_field} places cannot be filled by ${players} players.`)
    const step = commonDivisor(players, on_field)
    const stints = players === on_field ? 1 : players / step
    return {
      minutes_each: (on_field * minutes) / players,
      stint_minutes: minutes / stints,
      rotation: Array.from({ length: stints }, (_, stint) => ({
        from_minute: (stint * minutes) / stints,
        bench: Array.from({ length: players - on_field }, (_, seat) => ((stint * step + seat) % players) + 1).sort(
          (a, b) => a - b,
        ),
      })),
    }
  },
  show(told, { players, on_field, minutes }): Block[] {
    return [
      facts('Playing time', {
        Players: String(players),
        'On the field': String(on_field),
        'Minutes of the match': clock(minutes),
        'Minutes for each': clock(told.minutes_each),
        ...(told.rotation.length > 1 ? { 'Change every': `${clock(told.stint_minutes)} min` } : {}),
      }),
      ...(told.rotation.length > 1
        ? [
            table(
              ['From', 'On the bench', 'Come on', 'Go off'],
              told.rotation.map(({ from_minute, bench }, place) => {
                const before = told.rotation[place - 1]?.bench ?? bench
                const [on, off] = [without(before, bench), without(bench, before)]
                return [clock(from_minute), listed(bench), listed(on), listed(off)]
              }),
              'Rotation: give each player a number',
            ),
          ]
        : [note('plain', 'Everybody plays the whole match: nobody has to sit out.')]),
      note(
        'plain',
        'Formula: minutes each = places × minutes ÷ players. A fixed goalkeeper plays the whole match: take one player and one place off and ask again.',
      ),
    ]
  },
})

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

const without = (some: readonly number[], others: readonly number[]): number[] =>
  some.filter((one) => !others.includes(one))

const listed = (numbers: readonly number[]): string => numbers.join(', ') || '–'

/** Minutes as minutes and seconds: 25.4545 → "25:27". */
function clock(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
