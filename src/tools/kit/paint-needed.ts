import * as z from 'zod'
import { type Block, facts, note, number } from '../../report/report.ts'
import { hearPaint } from '../hear-paint.ts'
import { defineTool } from '../tool.ts'

const side = (what: string) =>
  z.number().positive(`${what} must be above 0`).max(1000, `${what} must be at most 1,000 m`)

/** A usual inside door of 2.0 × 0.9 m and window of 1.2 × 1.2 m, where only their number is said. */
const DOOR_M2 = 1.8
const WINDOW_M2 = 1.44
const US_GALLON_L = 3.785411784

/** Litres = (walls + ceiling − openings) × coats ÷ coverage; walls of a room = 2 × (length + width) × height. */
export default defineTool({
  name: 'paint-needed',
  summary: 'How much paint the walls of a room need, from its sizes, the coats and what a litre covers.',
  example: 'how much paint for a room 4.2 by 3.6 m, 2.5 m high, two coats, one litre covers 10 m2',
  effect: 'read',
  input: z
    .object({
      length_m: side('the length').optional(),
      width_m: side('the width').optional(),
      height_m: side('the height').optional(),
      area_m2: z.number().positive('the area must be above 0').max(1e6, 'the area is too large').optional(),
      with_ceiling: z.boolean().default(false),
      doors: z.number().int().min(0).max(100).default(0),
      windows: z.number().int().min(0).max(100).default(0),
      coats: z.number().int('the coats must be a whole number').min(1).max(10).default(2),
      coats_said: z.boolean().default(false),
      coverage_m2_per_l: z.number().min(0.5, 'the coverage must be 0.5 to 50 m² a litre').max(50).default(10),
      coverage_said: z.boolean().default(false),
    })
    .refine((it) => it.area_m2 !== undefined || (it.length_m && it.width_m && it.height_m), {
      message: 'give the length, width and height of the room, or the area of the walls',
    })
    .refine((it) => netArea(it) > 0, { message: 'the doors and windows are larger than the walls' }),
  output: z.object({
    walls_m2: z.number(),
    ceiling_m2: z.number(),
    openings_m2: z.number(),
    painted_m2: z.number(),
    litres: z.number(),
  }),
  hear: hearPaint,
  run: (asked) => ({
    walls_m2: wallsOf(asked),
    ceiling_m2: ceilingOf(asked),
    openings_m2: openingsOf(asked),
    painted_m2: netArea(asked),
    litres: (netArea(asked) * asked.coats) / asked.coverage_m2_per_l,
  }),
  show(told, asked): Block[] {
    const assumed = (said: boolean) => (said ? '' : ' (assumed)')
    return [
      facts('Area, m²', {
        ...(asked.area_m2 === undefined && {
          Room: `${asked.length_m} × ${asked.width_m} m, ${asked.height_m} m high`,
        }),
        Walls: number(two(told.walls_m2)),
        ...(told.ceiling_m2 > 0 && { Ceiling: number(two(told.ceiling_m2)) }),
        ...(told.openings_m2 > 0 && { 'Doors and windows': number(-two(told.openings_m2)) }),
        'To paint': number(two(told.painted_m2)),
      }),
      facts('Paint', {
        Coats: `${asked.coats}${assumed(asked.coats_said)}`,
        'A litre covers': `${two(asked.coverage_m2_per_l)} m²${assumed(asked.coverage_said)}`,
        'Paint, litres': number(two(told.litres)),
        'Paint, US gallons': number(two(told.litres / US_GALLON_L)),
      }),
      note(
        'plain',
        `Formula: walls = 2 × (length + width) × height; litres = area × coats ÷ coverage. ${openingsNote(told.openings_m2)}`,
      ),
      note('plain', 'What a litre covers stands on the tin; rough or fresh plaster takes more. Buy about 10 % over.'),
    ]
  },
})

interface Surface {
  readonly length_m?: number | undefined
  readonly width_m?: number | undefined
  readonly height_m?: number | undefined
  readonly area_m2?: number | undefined
  readonly with_ceiling: boolean
  readonly doors: number
  readonly windows: number
}

const wallsOf = ({ length_m = 0, width_m = 0, height_m = 0, area_m2 }: Surface): number =>
  area_m2 ?? 2 * (length_m + width_m) * height_m

const ceilingOf = ({ length_m = 0, width_m = 0, with_ceiling }: Surface): number =>
  with_ceiling ? length_m * width_m : 0

const openingsOf = ({ doors, windows }: Surface): number => doors * DOOR_M2 + windows * WINDOW_M2

const netArea = (it: Surface): number => wallsOf(it) + ceilingOf(it) - openingsOf(it)

const openingsNote = (openings: number): string =>
  openings > 0
    ? `A door counts as ${DOOR_M2} m², a window as ${WINDOW_M2} m².`
    : 'Doors and windows are not taken off unless you say how many.'

const two = (n: number): number => Math.round(n * 100) / 100
