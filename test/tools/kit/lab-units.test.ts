import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/lab-units.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const convert = async (substance: string, value: number, from: string, to: string) =>
  ((await tool.call({ substance, value, from, to }, toolContext)).output as { result: number }).result

async function resultOf(text: string) {
  const heard = hear(text)
  if (!heard || !('use' in heard)) throw new Error(`"${text}" was not heard`)
  return ((await tool.call(heard.use, toolContext)).output as { result: number }).result
}

describe('lab-units', () => {
  // Known pairs: laboratory tables round to these digits.
  it.each([
    ['glucose 100 mg/dL in mmol/L', 5.55, 2],
    ['convert blood sugar 5.5 mmol/l to mg/dl', 99.1, 1],
    ['what is 48 mmol/mol hba1c in percent', 6.5, 1],
    ['a1c 6.5% to mmol/mol', 48, -1],
    ['a1c of 7 percent in mmol', 53, 0],
    ['LDL 3.4 mmol/L in mg/dL', 131, 0],
    ['convert creatinine 1.2 mg/dl to umol/l', 106, 0],
    ["my creatinine is 88 µmol/L what's that in mg/dl", 1, 1],
    ['BUN 20 mg/dl to mmol/l', 7.14, 2],
    ['uric acid 7 mg/dl in µmol/l', 416, 0],
    ['vitamin d 30 ng/ml to nmol/l', 75, 0],
    ['vit b12 400 pg/ml in pmol/l', 295, 0],
    ['hemoglobin 14 g/dl in g/l', 140, 6],
    ['bilirubin 17 umol/l to mg/dl', 1, 1],
    ['triglycerides 150 mg/dl = mmol/l', 1.69, 2],
    ['CRP 12 mg/L in mg/dL', 1.2, 6],
    ['tsh 2.5 mIU/L in uIU/mL', 2.5, 6],
    ['calcium 9.5 mg/dl to mmol/l', 2.37, 2],
    ['iron 100 ug/dl to umol/l', 17.9, 1],
    ['ferritin 80 ng/ml to ug/l', 80, 6],
    ['convert my glucose of 126 mg/dl to uk units', 7, 1],
    ['cholestrol 5 mmol/l to mg/dl', 193, 0],
  ])('"%s" is %d', async (text, result, places) => expect(await resultOf(text)).toBeCloseTo(result, places))

  it.each([
    ['convert 100 mg/dl to mmol/l', 'substance'],
    ['convert glucose mg/dl to mmol/l', 'value'],
  ])('"%s" asks for the %s', (text, word) =>
    expect(hear(text)).toMatchObject({ missing: [expect.stringContaining(word)] }),
  )

  it.each([
    'is 100 mg/dl glucose normal?',
    'my glucose is 250 mg/dl',
    'how do I lower my ldl',
    'my a1c is 6.5 percent is that bad',
    'how much iron in mg in 100 g spinach',
    'how many mg of magnesium should i take',
    'how much sugar in mg per l of cola',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([
    ['glucose', '%'],
    ['HbA1c', 'mg/dL'],
    ['TSH', 'mmol/L'],
  ])('%s is not given in %s', (substance, unit) =>
    expect(convert(substance, 5, unit, unit)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: `${substance === 'glucose' ? 'Glucose' : substance} is not converted to or from ${unit}.`,
    }),
  )

  it('a substance it does not know is named', () =>
    expect(convert('unobtainium', 5, 'mg/dL', 'mmol/L')).rejects.toMatchObject({
      message: 'I know no units of "unobtainium".',
    }))

  it('there and back is the value again', async () => {
    const pairs = fc.constantFrom(
      ['glucose', 'mg/dL', 'mmol/L'],
      ['creatinine', 'mg/dL', 'µmol/L'],
      ['HbA1c', 'mmol/mol', '%'],
      ['vitamin D', 'ng/mL', 'nmol/L'],
      ['haemoglobin', 'g/dL', 'mmol/L'],
    )
    await fc.assert(
      fc.asyncProperty(
        pairs,
        fc.double({ min: 1, max: 1000, noNaN: true }),
        async ([name = '', one = '', other = ''], n) => {
          expect(await convert(name, await convert(name, n, one, other), other, one)).toBeCloseTo(n, 6)
        },
      ),
    )
  })

  it('stands alone: a page about low sugar beside it would be a judgement', () => expect(tool.alone).toBe(true))

  it('judges no value', async () => {
    const { blocks } = await tool.call({ substance: 'glucose', value: 400, from: 'mg/dL', to: 'mmol/L' }, toolContext)
    expect(JSON.stringify(blocks)).toContain('the lab’s own range')
    expect(JSON.stringify(blocks)).not.toMatch(/\b(?:high|normal|dangerous)\b/)
  })
})
