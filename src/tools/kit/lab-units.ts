import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note } from '../../report/report.ts'
import { hearLabUnits } from '../hear-lab-units.ts'
import { type Analyte, analyteIn, convertLab } from '../lab-values.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  substance: z.string().min(1).max(60).describe('as a lab names it: "glucose", "LDL", "HbA1c"'),
  value: z.number('it must be a number').min(0, 'it must not be negative').max(1e6, 'it must be at most 1,000,000'),
  from: z.string().min(1).max(20).describe('unit, such as mg/dL'),
  to: z.string().min(1).max(20).describe('unit, such as mmol/L'),
})

const output = z.object({
  substance: z.string(),
  result: z.number(),
  /** One of `from` in `to`; null for HbA1c, which goes by a formula. */
  factor: z.number().nullable(),
})

/** A lab value in another unit; molar masses and the HbA1c formula stand with their sources in `lab-values.ts`. */
export default defineTool({
  name: 'lab-units',
  summary: 'A lab value in another unit, such as glucose in mmol/L or HbA1c in mmol/mol.',
  example: 'glucose 100 mg/dL in mmol/L',
  effect: 'read',
  alone: true,
  input,
  output,
  hear: hearLabUnits,
  run({ substance, value, from, to }) {
    const analyte = analyteIn(substance.toLowerCase())
    if (!analyte) throw unknownSubstance(substance)
    for (const unit of [from, to]) if (!analyte.units.some(({ label }) => label === unit)) throw noUnitOf(analyte, unit)
    const result = convertLab(analyte, value, from, to)
    if (result < 0) throw tooLow(analyte)
    const factor = analyte.name === 'HbA1c' ? null : convertLab(analyte, 1, from, to)
    return { substance: analyte.name, result, factor }
  },
  show({ substance, result, factor }, { value, from, to }): Block[] {
    return [
      facts('Lab value', {
        Substance: substance,
        Value: `${digits(value)} ${from}`,
        Result: `${rounded(result)} ${to}`,
      }),
      note('plain', formulaOf(substance, factor, from, to)),
      note(
        'warn',
        'Only the unit is changed. Ask for the lab’s own range: what is usual differs by lab, method, age and situation, and a doctor reads the value with the rest.',
      ),
    ]
  },
})

function formulaOf(substance: string, factor: number | null, from: string, to: string): string {
  if (factor === null) return 'Formula: HbA1c in % (NGSP) = 0.09148 × HbA1c in mmol/mol (IFCC) + 2.152 (ngsp.org).'
  const analyte = analyteIn(substance.toLowerCase())
  const of = analyte?.of ? ` of ${analyte.of}` : ''
  const molar = /mol/.test(`${from}${to}`) && analyte?.molar ? `; molar mass${of} ${analyte.molar} g/mol` : ''
  return `Formula: 1 ${from} = ${rounded(factor)} ${to}${molar}.`
}

const digits = (n: number): string => n.toLocaleString('en-US', { maximumSignificantDigits: 10 })
/** Four digits are more than a lab measures. */
const rounded = (n: number): string => n.toLocaleString('en-US', { maximumSignificantDigits: 4 })

const unknownSubstance = (said: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `I know no units of "${said.slice(0, 40)}".`, {
    hint: 'Name a common blood value, such as glucose, LDL, creatinine, HbA1c, calcium or vitamin D.',
  })

const noUnitOf = ({ name, units }: Analyte, unit: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `${name} is not converted to or from ${unit.slice(0, 20)}.`, {
    hint: `Its units here are ${units.map(({ label }) => label).join(', ')}.`,
  })

const tooLow = ({ name }: Analyte): OperatorError =>
  new OperatorError('ARGS_INVALID', `${name} of that size does not exist: the formula gives less than nothing.`)
