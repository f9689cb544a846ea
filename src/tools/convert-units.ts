import type { BigNumber, MathJsInstance, Unit } from 'mathjs'
import { OperatorError } from '../base/errors.ts'
import { loadMaths } from './load-maths.ts'
import type { NamedUnit } from './unit-words.ts'

/**
 * Units that mathjs lacks or rounds. Sources: NIST Special Publication 811, appendix B; UK Weights and Measures Act 1985 for the
 * gallon of 4.54609 L. The thermochemical calorie (4.184 J) is meant.
 */
const OWN_UNITS: Readonly<Record<string, string>> = {
  nauticalmile: '1852 m',
  knot: '1852 m/hour',
  shortton: '2000 lbm',
  longton: '2240 lbm',
  uscup: '236.5882365 mL',
  metriccup: '250 mL',
  ustbsp: '14.78676478125 mL',
  ustsp: '4.92892159375 mL',
  usfloz: '29.5735295625 mL',
  uspint: '473.176473 mL',
  usquart: '946.352946 mL',
  usgallon: '3.785411784 L',
  ukfloz: '28.4130625 mL',
  ukpint: '568.26125 mL',
  ukgallon: '4.54609 L',
  cubicfoot: '28.316846592 L',
  ouracre: '4046.8564224 m^2',
  kilocalorie: '4184 J',
  mechanicalhorsepower: '745.69987158227022 W',
  metrichorsepower: '735.49875 W',
  ourmmhg: '133.322387415 Pa',
}

/** Fuel use as km per litre: mathjs cannot turn a length by volume around. */
const FUEL: Readonly<Record<string, string>> = {
  kmperlitre: '1',
  usmpg: '0.425143707430272',
  ukmpg: '0.354006189934647',
}

/**
 * A value in another unit, with 40 digits: 5 miles → "8.04672" km.
 *
 * @throws OperatorError ARGS_INVALID when the units measure different things, or the temperature is below absolute zero.
 */
export async function convertUnits(value: number, from: NamedUnit, to: NamedUnit): Promise<BigNumber> {
  if (from.dimension !== to.dimension) throw notAlike(from, to)
  const math = await loadMaths()
  const start = math.bignumber(String(value))
  if (from.dimension === 'fuel') return convertFuel(math, start, from.symbol, to.symbol)
  define(math)
  const unit: Unit = math.unit(start, from.symbol)
  if (from.dimension === 'temperature' && numberIn(math, unit, 'K').lt('-1e-9')) throw tooCold()
  return numberIn(math, unit, to.symbol)
}

function define(math: MathJsInstance): void {
  if (math.Unit.isValuelessUnit('ouracre')) return
  for (const [name, definition] of Object.entries(OWN_UNITS)) math.createUnit(name, definition)
}

function numberIn(math: MathJsInstance, unit: Unit, symbol: string): BigNumber {
  return math.bignumber(String(unit.toNumeric(symbol))).toSignificantDigits(40)
}

function convertFuel(math: MathJsInstance, value: BigNumber, from: string, to: string): BigNumber {
  if (value.lte(0)) throw new OperatorError('ARGS_INVALID', 'A fuel use must be more than 0 to be converted.')
  const distance = from in FUEL ? value.mul(FUEL[from] ?? '1') : math.bignumber(100).div(value)
  const result = to in FUEL ? distance.div(FUEL[to] ?? '1') : math.bignumber(100).div(distance)
  return result.toSignificantDigits(15)
}

const notAlike = (from: NamedUnit, to: NamedUnit): OperatorError =>
  new OperatorError(
    'ARGS_INVALID',
    `${from.label} measure ${from.dimension} and ${to.label} measure ${to.dimension}, so one cannot become the other.`,
    MASS_AND_VOLUME.has(from.dimension) && MASS_AND_VOLUME.has(to.dimension)
      ? { hint: 'Look up how heavy a cup or litre of that ingredient is: flour, sugar and water differ.' }
      : {},
  )

const MASS_AND_VOLUME = new Set(['mass', 'volume'])

const tooCold = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'There is no temperature below absolute zero (−273.15 °C, −459.67 °F).')
