import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/blood-pressure.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const rangeOf = async (upper_mmhg: number, lower_mmhg: number) =>
  ((await tool.call({ upper_mmhg, lower_mmhg }, toolContext)).output as { range: string }).range

describe('blood-pressure', () => {
  it.each([
    ['my bp was 142/91 this morning is that high', 142, 91],
    ['is a blood pressure of 142/91 high', 142, 91],
    ['blood pressure 150 over 95 ok?', 150, 95],
    ['bp 118/76', 118, 76],
    ['is 135 over 85 a normal blood pressure', 135, 85],
    ['BP: 160/100 should i worry', 160, 100],
    ['88/55 blood pressure too low?', 88, 55],
    ['what does a bloodpressure of 128 / 79 mean', 128, 79],
  ])('"%s" is heard', (text, upper_mmhg, lower_mmhg) => expect(hear(text)).toEqual({ use: { upper_mmhg, lower_mmhg } }))

  it.each([
    'how do i lower my blood pressure of 150/95',
    'bp 150/95 and 30 weeks pregnant, is that high',
    'what is blood pressure',
    'my son has a bp of 120/80 is that normal',
    'tire pressure 32/35 ok?',
    'is 20/20 vision good',
    'odds of 5/2, is that high',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    [185, 100, 'very high'],
    [150, 121, 'very high'],
    [142, 85, 'high'],
    [128, 91, 'high'],
    [125, 85, 'raised (high by the limits of the USA)'],
    [125, 75, 'slightly raised'],
    [118, 76, 'normal'],
    [88, 62, 'low'],
    [105, 55, 'low'],
  ])('%d over %d is %s', async (upper, lower, range) => expect(await rangeOf(upper, lower)).toBe(range))

  it.each([
    [150, 95],
    [118, 76],
    [88, 55],
  ])(
    '%d over %d names the signs that need the emergency number, and the figures of pregnancy',
    async (upper, lower) => {
      const shown = JSON.stringify((await tool.call({ upper_mmhg: upper, lower_mmhg: lower }, toolContext)).blocks)
      expect(shown).toMatch(/chest pain.*emergency number/)
      expect(shown).toMatch(/140\/90, and go to hospital now from 160\/110/)
      expect(shown).toMatch(/American Heart Association.*NHS/)
    },
  )

  it('a very high reading sends people with signs to help before it asks for rest', async () => {
    const { blocks } = await tool.call({ upper_mmhg: 185, lower_mmhg: 121 }, toolContext)
    expect(JSON.stringify(blocks)).toMatch(/call your emergency number now.*sit quietly/)
  })

  it('an upper figure far below the limit is not called fine', async () => {
    const shown = async (upper_mmhg: number) =>
      JSON.stringify((await tool.call({ upper_mmhg, lower_mmhg: 40 }, toolContext)).blocks)
    expect(await shown(79)).toMatch(/call a doctor today/)
    expect(await shown(79)).not.toMatch(/Fine for many/)
    expect(await shown(80)).toMatch(/Fine for many/)
  })

  it('a higher reading is never in a lower range', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 60, max: 250 }),
        fc.integer({ min: 40, max: 150 }),
        fc.integer({ min: 0, max: 50 }),
        async (upper, lower, more) => {
          const order = [
            'low',
            'normal',
            'slightly raised',
            'raised (high by the limits of the USA)',
            'high',
            'very high',
          ]
          const place = async (a: number, b: number) => order.indexOf(await rangeOf(a, b))
          expect(await place(upper + more, lower + more)).toBeGreaterThanOrEqual(await place(upper, lower))
        },
      ),
    ))
})
