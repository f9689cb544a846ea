import type { BigNumber, MathJsInstance } from 'mathjs'
import { type ArithmeticRules, byZero, factorialOf, notKnown, notReal, tooLarge } from './arithmetic-rules.ts'

/** Arithmetic with 64 significant digits, for what fractions cannot do. Angles are radians; `log` has base 10, `ln` base e. */
export function roundedRules(math: MathJsInstance): ArithmeticRules<BigNumber> {
  const pi = () => math.bignumber(-1).acos()
  const constants = new Map<string, () => BigNumber>([
    ['pi', pi],
    ['tau', () => pi().mul(2)],
    ['deg', () => pi().div(180)],
    ['e', () => math.bignumber(1).exp()],
  ])
  return {
    constant: (digits) => real(math.bignumber(digits)),
    symbol: (name) => {
      const constant = constants.get(name)
      if (!constant) throw notKnown(name)
      return constant()
    },
    unary: new Map<string, (a: BigNumber) => BigNumber>([
      ...FUNCTIONS,
      ['factorial', (a) => math.bignumber(String(factorialOf(BigInt(wholeOf(a).toFixed()))))],
    ]),
    binary: OPERATORS,
    many: new Map<string, (first: BigNumber, rest: readonly BigNumber[]) => BigNumber>([
      ['min', (first, rest) => rest.reduce((a, b) => (a.lte(b) ? a : b), first)],
      ['max', (first, rest) => rest.reduce((a, b) => (a.gte(b) ? a : b), first)],
      ['mean', (first, rest) => real(rest.reduce((a, b) => a.plus(b), first).div(rest.length + 1))],
      ['median', medianOf],
    ]),
  }
}

const FUNCTIONS: ReadonlyArray<readonly [string, (a: BigNumber) => BigNumber]> = [
  ['unaryMinus', (a) => a.neg()],
  ['unaryPlus', (a) => a],
  ['unaryPercentage', (a) => a.div(100)],
  ['abs', (a) => a.abs()],
  ['floor', (a) => a.floor()],
  ['ceil', (a) => a.ceil()],
  ['round', (a) => a.round()],
  ['sqrt', (a) => real(a.sqrt())],
  ['cbrt', (a) => a.cbrt()],
  ['exp', (a) => real(modest(a).exp())],
  ['ln', (a) => real(a.ln())],
  ['log', (a) => real(a.log(10))],
  ['log10', (a) => real(a.log(10))],
  ['log2', (a) => real(a.log(2))],
  ['sin', (a) => modest(a).sin()],
  ['cos', (a) => modest(a).cos()],
  ['tan', (a) => real(modest(a).tan())],
  ['asin', (a) => real(a.asin())],
  ['acos', (a) => real(a.acos())],
  ['atan', (a) => a.atan()],
]

const OPERATORS: ReadonlyMap<string, (a: BigNumber, b: BigNumber) => BigNumber> = new Map([
  ['add', (a: BigNumber, b: BigNumber) => real(a.plus(b))],
  ['subtract', (a: BigNumber, b: BigNumber) => real(a.minus(b))],
  ['multiply', (a: BigNumber, b: BigNumber) => real(a.times(b))],
  ['divide', (a: BigNumber, b: BigNumber) => real(a.div(notZero(b)))],
  ['mod', (a: BigNumber, b: BigNumber) => real(a.mod(notZero(b)))],
  ['pow', (a: BigNumber, b: BigNumber) => real(a.pow(b))],
  ['round', (a: BigNumber, b: BigNumber) => a.toDecimalPlaces(Math.max(0, Math.min(60, wholeOf(b).toNumber())))],
  ['log', (a: BigNumber, b: BigNumber) => real(a.log(b))],
])

/** The number itself, when it is one and not beyond 10^1,000,000. */
function real(n: BigNumber): BigNumber {
  if (n.isNaN()) throw notReal()
  if (!n.isFinite() || Math.abs(n.e) > 1_000_000) throw tooLarge()
  return n
}

/** Beyond a few millions the digits of a circle or of e are lost, and the library takes seconds to say so. */
function modest(n: BigNumber): BigNumber {
  if (!n.isZero() && n.e > 6) throw tooLarge()
  return n
}

function notZero(n: BigNumber): BigNumber {
  if (n.isZero()) throw byZero()
  return n
}

function wholeOf(n: BigNumber): BigNumber {
  if (!n.isInteger()) throw notReal()
  if (n.e > 6) throw tooLarge()
  return n
}

function medianOf(first: BigNumber, rest: readonly BigNumber[]): BigNumber {
  const sorted = [first, ...rest].sort((a, b) => a.comparedTo(b))
  const middle = sorted.length / 2
  const [low = first, high = first] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low.plus(high).div(2)
}
