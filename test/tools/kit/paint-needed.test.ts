import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/paint-needed.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output

const room = (length_m: number, width_m: number, height_m: number) => ({ length_m, width_m, height_m })

describe('paint-needed', () => {
  it.each([
    [
      'How much paint do I need for a room 4.2 by 3.6 m, 2.5 m high, two coats, one litre covers 10 m2',
      { ...room(4.2, 3.6, 2.5), coats: 2, coverage_m2_per_l: 10 },
    ],
    ['paint for a 4x5 m room with 2.4 m ceilings, how many litres', { ...room(4, 5, 2.4), with_ceiling: false }],
    [
      'how many gallons of paint for a 12 x 10 ft room 8 ft high, one coat, 350 sq ft per gallon',
      { ...room(3.6576, 3.048, 2.4384), coats: 1, coverage_m2_per_l: expect.closeTo(8.58984, 4) },
    ],
    ['how much paint for 39 m2 of wall, 2 coats, 12 m² per litre', { area_m2: 39, coats: 2, coverage_m2_per_l: 12 }],
    [
      'I want to paint my bedroom 3.5m x 4m x 2.6m, one door and two windows, how much paint?',
      { ...room(3.5, 4, 2.6), doors: 1, windows: 2 },
    ],
    ['how much paint to cover a wall 5 m by 2.5 m with three coats', { area_m2: 12.5, coats: 3 }],
    [
      'calculate paint needed: 6 by 4 metres, height 2.7, 2 coats, coverage 11 m2 per l',
      { ...room(6, 4, 2.7), coverage_m2_per_l: 11 },
    ],
    [
      'how many litres of paint for 4,2 x 3,6 and 2,5 high including the ceiling',
      { ...room(4.2, 3.6, 2.5), with_ceiling: true },
    ],
    ['how much paint for all 4 walls of a room 4 x 3 m, 2.5 m high', room(4, 3, 2.5)],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toMatchObject({ use }))

  it('a room without its height is half there', () =>
    expect(hear('how much paint for a room 4 by 5 m')).toHaveProperty('missing'))

  it.each([
    'how do I paint a room',
    'how much does it cost to paint a room 4 by 5 m',
    'is paint bad for a baby',
    'how much carpet for a room 4 by 5 m',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('a room of 4.2 × 3.6 m, 2.5 m high, has 39 m² of wall: two coats take 7.8 litres', async () => {
    const told = await compute({ ...room(4.2, 3.6, 2.5), coats: 2, coverage_m2_per_l: 10 })
    expect(told).toMatchObject({ walls_m2: expect.closeTo(39, 9), litres: expect.closeTo(7.8, 9) })
  })

  it('a room takes as much as its walls one by one, and every door takes something off', () => {
    const side = fc.integer({ min: 2, max: 50 })
    return fc.assert(
      fc.asyncProperty(side, side, side, async (long, wide, high) => {
        const litres = async (input: object) => ((await compute(input)) as { litres: number }).litres
        const whole = await litres(room(long, wide, high))
        const walls = 2 * ((await litres({ area_m2: long * high })) + (await litres({ area_m2: wide * high })))
        expect(whole).toBeCloseTo(walls, 9)
        expect(await litres({ ...room(long, wide, high), doors: 1 })).toBeLessThan(whole)
      }),
    )
  })

  it.each([{}, { length_m: 4 }, { ...room(1, 1, 1), doors: 9 }])('%j is refused', (input) =>
    expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
