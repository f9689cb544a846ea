import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/energy-need.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const person = { weight_kg: 70, height_cm: 168, age_years: 35, sex: 'female' }
const compute = async (input: object) =>
  (await tool.call(input, toolContext)).output as {
    resting_kcal_per_day: number
    daily_need_kcal: Record<string, number>
  }

describe('energy-need', () => {
  it.each([
    ['calorie need of a 35 year old woman, 70 kg, 168 cm', person],
    [
      'how many calories does a 30m 80kg 180cm need, lightly active',
      { weight_kg: 80, height_cm: 180, age_years: 30, sex: 'male', activity: 'light' },
    ],
    ["tdee male 30 years 180 lbs 5'10", { weight_kg: 81.6466, height_cm: 177.8, age_years: 30, sex: 'male' }],
    [
      'how many calories do i need a day male 35 180cm 80kg',
      { weight_kg: 80, height_cm: 180, age_years: 35, sex: 'male' },
    ],
    ['calories to maintain weight: woman, 34, 170 cm, 70 kg', { ...person, height_cm: 170, age_years: 34 }],
    ['how much should i eat a day, im a 35 year old woman 70 kg 168 cm', person],
    [
      'how many calories to eat to lose 1 pound a week, female 35, 168cm 70kg, desk job',
      { ...person, activity: 'sedentary', lose_kg_per_week: 0.4536 },
    ],
    [
      'calories a day to lose 2 kg a month, woman 35 years 154 lbs 168 cm',
      { ...person, weight_kg: 69.8532, lose_kg_per_week: 0.46 },
    ],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('a pound a week is 500 kcal a day less, and more than a kilo a week is refused', async () => {
    const shown = JSON.stringify((await tool.call({ ...person, lose_kg_per_week: 0.45359237 }, toolContext)).blocks)
    expect(shown).toContain('To lose 0.45 kg a week')
    expect(shown).toContain('["Less than the daily need, kcal a day",{"unit":"number","n":500}]')
    await expect(tool.call({ ...person, lose_kg_per_week: 1.5 }, toolContext)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    })
  })

  it('what is missing is named', () => {
    expect(hear('my bmr: 70kg 170cm female')).toEqual({ missing: ['the age in years'] })
    expect(hear('calculate my calorie needs')).toMatchObject({ missing: { length: 4 } })
  })

  it.each(['calorie need 30 years 1.65 m 60 kg', 'calorie need 30 years 1 m 65 60 kg'])(
    'the metres of "%s" make nobody a man',
    (text) => expect(hear(text)).toMatchObject({ missing: [expect.stringContaining('the sex')] }),
  )

  it.each(['how many calories do I need a day', 'calories in a banana', 'what is tdee', 'how do calories work'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('a woman of 35, 70 kg and 168 cm uses 1414 kcal at rest', async () => {
    expect((await compute(person)).resting_kcal_per_day).toBeCloseTo(1414, 6)
  })

  it('men use 166 kcal more at rest, and every year takes 5', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 120, max: 230 }),
        fc.integer({ min: 18, max: 99 }),
        async (weight_kg, height_cm, age_years) => {
          const woman = await compute({ weight_kg, height_cm, age_years, sex: 'female' })
          const man = await compute({ weight_kg, height_cm, age_years, sex: 'male' })
          const older = await compute({ weight_kg, height_cm, age_years: age_years + 1, sex: 'male' })
          expect(man.resting_kcal_per_day - woman.resting_kcal_per_day).toBeCloseTo(166, 6)
          expect(man.resting_kcal_per_day - older.resting_kcal_per_day).toBeCloseTo(5, 6)
        },
      ),
      { numRuns: 50 },
    )
  })

  it.each([
    { weight_kg: 0 },
    { weight_kg: 1e300 },
    { height_cm: -1 },
    { age_years: 12 },
    { age_years: Number.NaN },
    { sex: 'x' },
  ])('%j is refused', (change) =>
    expect(compute({ ...person, ...change })).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
