import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/one-rep-max.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output

describe('one-rep-max', () => {
  it.each([
    ['i did 85 kg for 6 reps what is my 1rm', 85, 'kg', 6],
    ['one rep max 85 kg 6 reps', 85, 'kg', 6],
    ["what's my one rep max if i benched 225 lbs for 5", 225, 'lb', 5],
    ['1rm calculator 100kg x 5', 100, 'kg', 5],
    ['I can squat 140 kilos 3 times, estimate my 1 rep max', 140, 'kg', 3],
    ['bench 80kg 8 reps max bench?', 80, 'kg', 8],
    ['6 reps at 85 kg, how much could I lift for one rep', 85, 'kg', 6],
    ['225x5 one-rep max', 225, '', 5],
    ['deadlift max if I pull 180 kg for four reps', 180, 'kg', 4],
    ['my 1 rm with 12 repetitions of 60,5 kg', 60.5, 'kg', 12],
  ] as const)('"%s" is heard', (text, weight, unit, repetitions) =>
    expect(hear(text)).toEqual({ use: { weight, unit, repetitions } }),
  )

  it.each(['whats my 1rm', 'my one rep max with 85 kg'])('"%s" is half there', (text) =>
    expect(hear(text)).toHaveProperty('missing'),
  )

  it.each([
    'what is a one rep max',
    'how do I increase my bench press max',
    'i benched 85 kg 6 times',
    'is 85 kg a good bench',
    'take one tablet 6 times',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('85 kg for 6 repetitions are 102 kg by Epley and 98.7 by Brzycki', async () =>
    expect(await compute({ weight: 85, unit: 'kg', repetitions: 6 })).toMatchObject({
      epley: 102,
      brzycki: expect.closeTo(98.7097, 4),
    }))

  it('one repetition is the maximum, both formulas meet at ten, and more repetitions never mean less', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 19 }), async (weight, reps) => {
        const of = async (repetitions: number) =>
          (await compute({ weight, unit: '', repetitions })) as { epley: number; brzycki: number }
        const [once, ten, fewer, more] = [await of(1), await of(10), await of(reps), await of(reps + 1)]
        expect([once.epley, once.brzycki]).toEqual([weight, weight])
        expect(ten.epley / ten.brzycki).toBeCloseTo(1, 9)
        expect(more.epley).toBeGreaterThan(fewer.epley)
        expect(more.brzycki).toBeGreaterThan(fewer.brzycki)
      }),
    ))

  it.each([{}, { weight: 85, unit: 'kg', repetitions: 0 }, { weight: 85, unit: 'kg', repetitions: 21 }])(
    '%j is refused',
    (input) => expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
