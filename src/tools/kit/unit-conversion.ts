import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note } from '../../report/report.ts'
import { convertUnits } from '../convert-units.ts'
import { finiteResult } from '../finite-result.ts'
import { hearConversion } from '../hear-conversion.ts'
import { defineTool } from '../tool.ts'
import { findUnits } from '../unit-words.ts'

const input = z.object({
  value: z.number('it must be a number'),
  from: z.string().min(1).max(40).describe('unit in words or as a symbol: "miles", "F", "fl oz"'),
  to: z.string().min(1).max(40),
})

const output = z.object({
  value: z.number(),
  from: z.string(),
  /** The value in the unit `to`. */
  result: z.number(),
  to: z.string(),
  /** One of `from` in `to`; null for temperatures and fuel use, which are no multiples of each other. */
  factor: z.number().nullable(),
})

/** Physical units, not currencies; sources of the factors stand in `convert-units.ts`. */
export default defineTool({
  name: 'unit-conversion',
  summary: 'A length, weight, volume, temperature, speed or other measure in another unit.',
  example: 'convert 5 miles to km',
  effect: 'read',
  input,
  output,
  hear: hearConversion,
  async run({ value, from, to }) {
    const units = findUnits(from.trim(), to.trim())
    if (!units) throw unknownUnit(from, to)
    const [one, other] = units
    const result = finiteResult((await convertUnits(value, one, other)).toNumber())
    const linear = one.dimension !== 'temperature' && one.dimension !== 'fuel'
    const factor = linear ? (await convertUnits(1, one, other)).toNumber() : null
    return { value, from: one.label, result, to: other.label, factor }
  },
  show({ value, from, result, to, factor }): Block[] {
    return [
      facts('Conversion', { From: measure(value, from), Result: measure(result, to) }),
      note(
        'plain',
        factor === null
          ? (FORMULAS[`${from} ${to}`] ?? 'Formula: by way of the common unit.')
          : `Formula: ${measure(1, from)} = ${exact(factor)} ${to}`,
      ),
      ...(/\bUS\b/.test(`${from} ${to}`)
        ? [note('plain', 'US measures are meant; say “UK” or “metric” for the others.')]
        : []),
    ]
  },
})

const FORMULAS: Readonly<Record<string, string>> = {
  '°F °C': 'Formula: °C = (°F − 32) × 5/9',
  '°C °F': 'Formula: °F = °C × 9/5 + 32',
  '°C K': 'Formula: K = °C + 273.15',
  'K °C': 'Formula: °C = K − 273.15',
}

const measure = (n: number, label: string): string => `${digits(n)} ${n === 1 ? singular(label) : label}`

const singular = (label: string): string =>
  label
    .replace(/feet$/, 'foot')
    .replace(/inches$/, 'inch')
    .replace(/(?<=[a-z]{2})s$/, '')

/** Six digits, or all of a larger whole number: 22.2222, 1,609,344. */
const digits = (n: number): string =>
  Math.abs(n) >= 1e15 || (n !== 0 && Math.abs(n) < 1e-4)
    ? n.toLocaleString('en-US', { notation: 'scientific', maximumFractionDigits: 5 })
    : n.toLocaleString('en-US', { maximumFractionDigits: decimalsFor(n) })

const decimalsFor = (n: number): number => Math.max(0, Math.min(8, 5 - Math.floor(Math.log10(Math.abs(n) || 1))))

const exact = (n: number): string => String(Number(n.toPrecision(12)))

const unknownUnit = (from: string, to: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `I do not know the unit "${findUnits(from, from) ? to : from}".`, {
    hint: 'Name a unit of length, weight, volume, temperature, speed, area, time, energy, power, pressure, data or fuel use.',
  })
