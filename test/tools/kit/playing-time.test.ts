import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/playing-time.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
interface Told {
  readonly minutes_each: number
  readonly stint_minutes: number
  readonly rotation: ReadonlyArray<{ readonly bench: readonly number[] }>
}
const compute = async (players: number, on_field: number, minutes: number) =>
  (await tool.call({ players, on_field, minutes }, toolContext)).output as Told

describe('playing-time', () => {
  it.each([
    ['fair playing time: 11 kids, 7 on the field, 40 minutes', 11, 7, 40],
    ['10 players, 7v7, 2 x 20 minutes, equal playing time', 10, 7, 40],
    ['how many minutes each for 12 kids, 5 on court, 4 quarters of 8', 12, 5, 32],
    ['substitution rotation for 9 girls 5 a side 30 min', 9, 5, 30],
    ['i have 14 players and 9 play at a time for 50 minutes, how do i make it fair playing time', 14, 9, 50],
    ['rotate 8 kids, 5 on the court, 32 minutes', 8, 5, 32],
    ['squad of 13, 9 on the pitch, 60 minutes, sub rotation', 13, 9, 60],
    ['equal minutes: 10 players 6 at a time 48 minutes', 10, 6, 48],
  ])('"%s" is heard', (text, players, on_field, minutes) =>
    expect(hear(text)).toEqual({ use: { players, on_field, minutes } }),
  )

  it('what lacks is said', () =>
    expect(hear('fair playing time for 11 kids, 7 on the field')).toEqual({
      missing: ['how many minutes the match lasts'],
    }))

  it.each([
    'fair playing time for kids',
    'my kid gets no playing time what do I do',
    'how do I rotate tires',
    '5 players and 2 coaches in 40 minutes',
    'screen time for kids, 2 hours a day',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('11 on 7 places in 40 minutes play 25:27 each', async () =>
    expect((await compute(11, 7, 40)).minutes_each).toBeCloseTo(25.4545, 4))

  it('everybody sits out equally often, and the field is always full', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), async (a, b) => {
        const [players, places] = [Math.max(a, b), Math.min(a, b)]
        const { rotation, stint_minutes, minutes_each } = await compute(players, places, 60)
        const sits = Array.from(
          { length: players },
          (_, player) => rotation.filter(({ bench }) => bench.includes(player + 1)).length,
        )
        expect(new Set(sits).size).toBe(1)
        expect(rotation.every(({ bench }) => new Set(bench).size === players - places)).toBe(true)
        expect((rotation.length - (sits[0] ?? 0)) * stint_minutes).toBeCloseTo(minutes_each, 9)
      }),
    ))

  it('more places than players are refused', () =>
    expect(compute(5, 7, 40)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
