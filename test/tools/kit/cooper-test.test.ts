import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/cooper-test.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })

describe('cooper-test', () => {
  it.each([
    ['vo2max from 12 minute run, i ran 2600 m', 2600],
    ['cooper test 2.4 km', 2400],
    ['I ran 1.5 miles in 12 minutes, what is my vo2 max', 2414],
    ['my cooper result is 2800 metres', 2800],
    ['vo2 max 12-min run 3000m', 3000],
  ])('"%s" is heard', (text, distance_m) => expect(hear(text)).toEqual({ use: { distance_m } }))

  it('asks for the distance', () => {
    expect(hear('calculate my vo2max')).toEqual({ missing: [expect.stringContaining('12-minute run')] })
  })

  it.each(['what is a cooper test', 'how do I raise my vo2max', 'I ran 5k in 25 minutes', 'what is a good vo2max'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('2,600 m are a VO2max of 46.8, and each 44.73 m more are one more', async () => {
    const of = async (distance_m: number) =>
      ((await tool.call({ distance_m }, toolContext)).output as { vo2max_ml_per_kg_min: number }).vo2max_ml_per_kg_min
    expect(await of(2600)).toBeCloseTo(46.8388, 3)
    expect((await of(3044.73)) - (await of(3000))).toBeCloseTo(1, 9)
  })

  it('a distance that nobody runs in 12 minutes is refused', () =>
    expect(tool.call({ distance_m: 9000 }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }))
})
