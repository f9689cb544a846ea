import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/heart-rate-zones.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output

describe('heart-rate-zones', () => {
  it.each([
    ['my max heart rate at 45 and what should zone 2 be', { age_years: 45 }],
    ['max heart rate 45 years old', { age_years: 45 }],
    ['what is my zone 2 heart rate, I am 52', { age_years: 52 }],
    ['calculate heart rate zones age 38 resting 55', { age_years: 38, resting_bpm: 55 }],
    ['hr zones for a 30 year old with resting heart rate of 60', { age_years: 30, resting_bpm: 60 }],
    ["i'm 61 what should my target heart rate be when exercising", { age_years: 61 }],
    ['fat burning heart rate for 40', { age_years: 40 }],
    ['maximum hr 27 yo', { age_years: 27 }],
    ['max hart rate 45', { age_years: 45 }],
    ['my heart rate was 165 bpm at 45, how much of my max heart rate is that', { age_years: 45 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it("what's my max heart rate lacks the age", () => expect(hear("what's my max heart rate")).toHaveProperty('missing'))

  it.each([
    'what is zone 2 training',
    'how do I raise my max heart rate',
    'my heart rate hits 180 at 45, is that over my max heart rate and my chest hurts',
    'zone 3 plants for 40 degrees',
    'is my heart rate of 110 too high',
    'zone 2 heart rate for 45 minutes runs',
    'how many km should i run in zone 2 with 20 km a week',
    'max heart rate in pregnancy at 30',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('at 45 the maximum is 175 or 176.5, and zone 2 of it 105.9 to 123.55', async () =>
    expect(await compute({ age_years: 45 })).toMatchObject({
      max_by_220_bpm: 175,
      max_by_tanaka_bpm: 176.5,
      zones: expect.arrayContaining([
        { zone: 2, from_bpm: expect.closeTo(105.9, 6), to_bpm: expect.closeTo(123.55, 6) },
      ]),
    }))

  it('zones follow each other, end at the maximum, and a resting rate lifts them', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 16, max: 100 }), fc.integer({ min: 30, max: 110 }), async (age, resting) => {
        type Told = { max_by_tanaka_bpm: number; zones: { from_bpm: number; to_bpm: number }[] }
        const plain = (await compute({ age_years: age })) as Told
        const reserve = (await compute({ age_years: age, resting_bpm: resting })) as Told
        for (const { zones, max_by_tanaka_bpm: top } of [plain, reserve]) {
          expect(zones.at(-1)?.to_bpm).toBeCloseTo(top, 9)
          for (const [place, zone] of zones.slice(1).entries())
            expect(zone.from_bpm).toBeCloseTo(zones[place]?.to_bpm ?? 0, 9)
        }
        expect(reserve.zones[1]?.from_bpm).toBeGreaterThan(plain.zones[1]?.from_bpm ?? 0)
      }),
    ))

  it.each([{}, { age_years: 12 }, { age_years: 45, resting_bpm: 200 }])('%j is refused', (input) =>
    expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
