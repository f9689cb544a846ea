import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/bmi.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (weight_kg: number, height_cm: number, more: object = {}) =>
  (await tool.call({ weight_kg, height_cm, ...more }, toolContext)).output as Record<string, number | string>

describe('bmi', () => {
  it.each([
    ['BMI 80 kg 180 cm', { weight_kg: 80, height_cm: 180 }],
    ["i am 5'10 and 180 lbs what is my bmi", { weight_kg: 81.6466, height_cm: 177.8 }],
    ['bmi of 12 stone 4, 1.75m', { weight_kg: 78.0179, height_cm: 175 }],
    ['bmi for 1m80 and 75 kilos', { weight_kg: 75, height_cm: 180 }],
    ['bmi 70kg 1,75 m', { weight_kg: 70, height_cm: 175 }],
    ["5'11 180lbs bmi", { weight_kg: 81.6466, height_cm: 180.34 }],
    ['bmi 6ft2 95kg', { weight_kg: 95, height_cm: 187.96 }],
    ['bmi of 13st 7 and 5ft9', { weight_kg: 85.729, height_cm: 175.26 }],
    ['bmi 6 ft 180 lbs', { weight_kg: 81.6466, height_cm: 182.88 }],
    ['body mas index 160 cm 55 kilos', { weight_kg: 55, height_cm: 160 }],
    ['am i overweight? 175cm 92kg', { weight_kg: 92, height_cm: 175 }],
    ['body mass index of 6 foot 200 lbs', { weight_kg: 90.7185, height_cm: 182.88 }],
    ['my 20 year old son has 70 kg and 180 cm, his bmi?', { weight_kg: 70, height_cm: 180, age_years: 20 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each(['calculate my bmi', 'what is my bmi', 'bmi 80kg', 'bmi of my child: 30 kg, 130 cm'])(
    '"%s" is half there',
    (text) => expect(hear(text)).toHaveProperty('missing'),
  )

  it.each(['is BMI a good measure?', 'what is bmi', 'how is bmi calculated', 'I weigh 80 kg and am 180 cm'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('80 kg at 180 cm is 24.7, a healthy weight', async () => {
    expect(await compute(80, 180)).toMatchObject({ bmi_kg_per_m2: expect.closeTo(24.69, 2), range: 'healthy weight' })
  })

  it.each([
    [18.4, 'underweight'],
    [18.5, 'healthy weight'],
    [24.9, 'healthy weight'],
    [25, 'overweight'],
    [30, 'obesity'],
  ])('a BMI of %f is %s', async (bmi, range) => expect(await compute(bmi * 4, 200)).toMatchObject({ range }))

  it('the ends of the healthy weight have a BMI of 18.5 and 25 at every height', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 110, max: 250, noNaN: true }), async (height) => {
        const { healthy_weight_from_kg: from, healthy_weight_to_kg: to } = await compute(80, height)
        expect(Number(from) / (height / 100) ** 2).toBeCloseTo(18.5, 9)
        expect(Number(to) / (height / 100) ** 2).toBeCloseTo(25, 9)
      }),
    )
  })

  it.each([
    [0, 180],
    [-80, 180],
    [1e300, 180],
    [80, 18],
    [Number.NaN, 180],
  ])('%d kg and %d cm are refused', (weight, height) =>
    expect(compute(weight, height)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it('a child is refused with the reason', () =>
    expect(compute(30, 130, { age_years: 8 })).rejects.toMatchObject({
      message: expect.stringContaining('growth charts'),
    }))
})
