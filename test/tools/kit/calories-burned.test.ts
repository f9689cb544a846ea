import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/calories-burned.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const of = (sport: string, weight_kg: number, minutes: number) => ({ sport, weight_kg, minutes })
const burned = async (input: object) =>
  (await tool.call(input, toolContext)).output as { easy_kcal: number; hard_kcal: number }

describe('calories-burned', () => {
  it.each([
    ['how many calories do i burn cycling 1 hour 80kg', of('cycling', 80, 60)],
    ['how many calories do i burn cycling 1 hour 80 kg', of('cycling', 80, 60)],
    ['calories burned running 30 min, I weigh 70 kg', of('running', 70, 30)],
    ['80 kilos, walked for an hour, how many kcal did I burn', of('walking', 80, 60)],
    ['how many calories does half an hour of swimming burn at 65kg', of('swimming', 65, 30)],
    ['kcal burned lifting weights 45 minutes 90 kg', of('strength training', 90, 45)],
    ['calories burnt on a bike for 1h30, 75 kg', of('cycling', 75, 90)],
    ['how many calories will a man of 200 lbs burn jogging for twenty minutes', of('running', 90.7185, 20)],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it('asks for the time when only the weight is told', () =>
    expect(hear('how many calories do I burn running at 80 kg')).toEqual({
      missing: [expect.stringContaining('how long')],
    }))

  it.each([
    'how many calories do I burn walking an hour',
    'which sport burns the most calories',
    'how many calories should I eat a day, 80 kg, I run 1 hour',
    'I cycled for 1 hour and weigh 80 kg, is that good',
    'calories burned cycling',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('an hour of cycling at 80 kg uses 544 to 800 kcal', async () =>
    expect(await burned(of('cycling', 80, 60))).toEqual({ easy_kcal: 544, hard_kcal: 800 }))

  it('doubles with the time and with the weight, and the hard end is above the easy one', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('walking', 'running', 'cycling', 'swimming', 'strength training'),
        fc.integer({ min: 30, max: 150 }),
        fc.integer({ min: 1, max: 700 }),
        async (sport, weight, minutes) => {
          const { easy_kcal, hard_kcal } = await burned(of(sport, weight, minutes))
          expect((await burned(of(sport, weight, minutes * 2))).easy_kcal).toBeCloseTo(easy_kcal * 2, 6)
          expect((await burned(of(sport, weight * 2, minutes))).hard_kcal).toBeCloseTo(hard_kcal * 2, 6)
          expect(hard_kcal).toBeGreaterThan(easy_kcal)
        },
      ),
    ))

  it.each([of('chess', 80, 60), of('cycling', 5, 60), of('cycling', 80, 0)])('%j is refused', (input) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
