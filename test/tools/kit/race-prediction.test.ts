import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/race-prediction.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output

describe('race-prediction', () => {
  it.each([
    ['10k in 52 min what would my half marathon be', { run_km: 10, time_s: 3120, race_km: 21.0975 }],
    ["if I run 5k in 25:00 what's my marathon time", { run_km: 5, time_s: 1500, race_km: 42.195 }],
    ['predict my half marathon from a 52 minute 10k', { run_km: 10, time_s: 3120, race_km: 21.0975 }],
    ['what marathon time can I expect with a 1:45 half', { run_km: 21.0975, time_s: 6300, race_km: 42.195 }],
    ['10k in 52 what would my half be', { run_km: 10, time_s: 3120, race_km: 21.0975 }],
    ['i ran 5 miles in 40 minutes how fast could I run 10 miles', { run_km: 8.04672, time_s: 2400, race_km: 16.09344 }],
    ['half marathon 1:50:30, what would my 10k be', { run_km: 21.0975, time_s: 6630, race_km: 10 }],
    ['parkrun in 24:10, predict 10k', { run_km: 5, time_s: 1450, race_km: 10 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    'what training plan gets me from 5k to a half marathon in 60 minutes a day',
    'how long is a half marathon compared with a 10k',
    '5k in 27:30 what pace per km and mile',
    'what would my half marathon be',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('10 km in 52:00 are 1:54:44 over a half marathon', async () =>
    expect(await compute({ run_km: 10, time_s: 3120, race_km: 21.0975 })).toMatchObject({
      time_s: expect.closeTo(3120 * Math.exp(1.06 * Math.log(2.10975)), 6),
    }))

  it('there and back again is the same time, and twice as far takes 2^1.06 as long', () => {
    const km = fc.double({ min: 1, max: 20, noNaN: true })
    return fc.assert(
      fc.asyncProperty(km, km, fc.integer({ min: 60, max: 5000 }), async (run_km, race_km, time_s) => {
        const predict = async (input: object) => ((await compute(input)) as { time_s: number }).time_s
        const there = await predict({ run_km, time_s, race_km })
        expect((await predict({ run_km: race_km, time_s: there, race_km: run_km })) / time_s).toBeCloseTo(1, 9)
        expect((await predict({ run_km, time_s, race_km: 2 * run_km })) / time_s).toBeCloseTo(2 ** 1.06, 9)
      }),
    )
  })

  it.each([{}, { run_km: 0, time_s: 100, race_km: 10 }])('%j is refused', (input) =>
    expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
