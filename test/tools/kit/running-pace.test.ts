import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/running-pace.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const [HALF, FULL] = [21.0975, 42.195]

describe('running-pace', () => {
  it.each([
    ['5k in 27:30 what pace per km and mile', 5, 1650],
    ['running pace for a 4 hour marathon', FULL, 14_400],
    ['pace for sub 2 half marathon', HALF, 7200],
    ['pace for a 1:45 half', HALF, 6300],
    ['what pace for 10k in 50 minutes', 10, 3000],
    ['i ran 8 km in 45 min how fast is that', 8, 2700],
    ['3:45 marathon pace', FULL, 13_500],
    ["what's my pace if i run 6 miles in 54 minutes", 9.656064, 3240],
    ['parkrun in 24:10 pace?', 5, 1450],
    ['marathon in 3 hours 30 what pace', FULL, 12_600],
  ])('"%s" is heard', (text, distance_km, time_s) => expect(hear(text)).toEqual({ use: { distance_km, time_s } }))

  it.each([
    ['i ran 5 miles at 8:45 pace how long did it take', 8.04672, 525 / 1.609344],
    ['10k at a 5:30 pace, finish time', 10, 330],
    ['8 km with an average 6:10 min pace how long', 8, 370],
  ])('the pace of "%s" has the unit of the distance', (text, distance_km, pace_s_per_km) =>
    expect(hear(text)).toEqual({ use: { distance_km, pace_s_per_km } }),
  )

  it('a pace and a distance ask for the time', () => {
    expect(hear('marathon at 5:30 per km how long will it take')).toEqual({
      use: { distance_km: FULL, pace_s_per_km: 330 },
    })
    expect(hear('10 miles at 8:30 a mile finish time')).toMatchObject({ use: { distance_km: 16.09344 } })
  })

  it.each([
    'how do I pace a marathon',
    'training plan for a 4 hour marathon',
    'how much should I run a week',
    'how fast does a cheetah run',
    'how many calories burn 5k in 30 minutes, how fast',
    'my car does 100 km in 50 minutes, how fast is it',
    '5 miles in km',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('5 km in 27:30 are 5:30 a kilometre and 8:51 a mile', async () => {
    const { blocks } = await tool.call({ distance_km: 5, time_s: 1650 }, toolContext)
    expect(blocks[1]).toMatchObject({
      rows: [
        ['Per kilometre', '5:30 min'],
        ['Per mile', '8:51 min'],
        ['Speed', '10.91 km/h (6.78 mph)'],
      ],
    })
  })

  it('the pace that a time gives leads back to that time', () =>
    fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.integer({ min: 1, max: 500_000 }),
        async (distance_km, time_s) => {
          const { output } = await tool.call({ distance_km, time_s }, toolContext)
          const { pace_s_per_km } = output as { pace_s_per_km: number }
          fc.pre(pace_s_per_km < 1e5)
          const back = await tool.call({ distance_km, pace_s_per_km }, toolContext)
          expect((back.output as { time_s: number }).time_s).toBeCloseTo(time_s, 4)
        },
      ),
    ))

  it.each([{ distance_km: 5 }, { distance_km: 5, time_s: 100, pace_s_per_km: 20 }, { distance_km: 0, time_s: 5 }])(
    '%j is refused',
    (input) => expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})

it('only a swimmer is told the time of 100 m', async () => {
  const shown = async (time_s: number) =>
    JSON.stringify((await tool.call({ distance_km: 1.5, time_s }, toolContext)).blocks)
  expect(await shown(1920)).toContain('["Per 100 m","2:08 min"]')
  expect(await shown(480)).not.toContain('Per 100 m')
})

describe('pace and speed without a distance', () => {
  const hearAlone = (text: string) => tool.hear({ text, attachment: null })

  it.each([
    ['running: what speed is 5:30 per km', 330],
    ['5:00/km how many km/h', 300],
    ['4:30 per km in km/h', 270],
    ['12 km/h what pace is that', 300],
    ['treadmill at 10 kph what is my pace per km', 360],
    ['what speed is 8 min per mile in mph', 480 / 1.609344],
  ])('"%s" is told of one kilometre', (text, pace) =>
    expect(hearAlone(text)).toEqual({ use: { distance_km: 1, pace_s_per_km: expect.closeTo(pace, 6) } }),
  )

  it.each(['12 km/h in mph', 'what speed do trains run at', 'drive at 100 km/h what pace'])(
    '"%s" is left alone',
    (text) => expect(hearAlone(text)).toBeNull(),
  )
})
