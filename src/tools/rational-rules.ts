import type { Fraction, MathJsInstance } from 'mathjs'
import { type ArithmeticRules, byZero, factorialOf, NotRational, notReal } from './arithmetic-rules.ts'

const MOST_DIGITS = 1_000

/** Exact arithmetic with fractions. What fractions cannot do (roots, names, huge powers) throws NotRational. */
export function rationalRules(math: MathJsInstance): ArithmeticRules<Fraction> {
  const least = (a: Fraction, b: Fraction) => (a.compare(b) <= 0 ? a : b)
  const greatest = (a: Fraction, b: Fraction) => (a.compare(b) >= 0 ? a : b)
  const sum = (first: Fraction, rest: readonly Fraction[]) => rest.reduce((total, n) => total.add(n), first)
  return {
    constant: (digits) => {
      if (/e[+-]?\d{4,}/.test(digits)) throw new NotRational()
      return math.fraction(math.bignumber(digits).toFixed())
    },
    symbol: leave,
    unary: new Map([
      ['unaryMinus', (a: Fraction) => a.neg()],
      ['unaryPlus', (a: Fraction) => a],
      ['unaryPercentage', (a: Fraction) => a.div(100)],
      ['factorial', (a: Fraction) => math.fraction(String(factorialOf(wholeOf(a))))],
      ['abs', (a: Fraction) => a.abs()],
      ['floor', (a: Fraction) => a.floor()],
      ['ceil', (a: Fraction) => a.ceil()],
      ['round', (a: Fraction) => a.round()],
      ['sqrt', (a: Fraction) => math.fraction(`${rootOf(a.s * a.n)}/${rootOf(a.d)}`)],
      ['cbrt', (a: Fraction) => math.fraction(`${cubeRootOf(a.s * a.n)}/${cubeRootOf(a.d)}`)],
      ...OF_REALS.map((name) => [name, leave] as const),
    ]),
    binary: new Map([
      ['add', (a: Fraction, b: Fraction) => a.add(b)],
      ['subtract', (a: Fraction, b: Fraction) => a.sub(b)],
      ['multiply', (a: Fraction, b: Fraction) => a.mul(b)],
      ['divide', (a: Fraction, b: Fraction) => a.div(notZero(b))],
      ['mod', (a: Fraction, b: Fraction) => a.mod(notZero(b))],
      ['pow', power],
      ['round', (a: Fraction, b: Fraction) => a.round(Number(wholeOf(b)))],
      ['log', leave],
    ]),
    many: new Map([
      ['min', (first: Fraction, rest: readonly Fraction[]) => rest.reduce(least, first)],
      ['max', (first: Fraction, rest: readonly Fraction[]) => rest.reduce(greatest, first)],
      ['gcd', (first: Fraction, rest: readonly Fraction[]) => rest.reduce((a, b) => a.gcd(b), first)],
      ['lcm', (first: Fraction, rest: readonly Fraction[]) => rest.reduce((a, b) => a.lcm(b), first)],
      ['mean', (first: Fraction, rest: readonly Fraction[]) => sum(first, rest).div(rest.length + 1)],
      ['median', medianOf],
    ]),
  }
}

const OF_REALS = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'log', 'log2', 'log10', 'ln', 'exp']

function leave(): never {
  throw new NotRational()
}

/** The whole root of a square number, by Newton's method on whole numbers; every other number leaves the fractions. */
function rootOf(square: bigint): bigint {
  if (square < 0n) return leave()
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2))
  for (let next = root; ; root = next) {
    next = root === 0n ? 0n : (root + square / root) / 2n
    if (next >= root) break
  }
  return root * root === square ? root : leave()
}

/** The whole root of a cube that a number holds exactly; every other number leaves the fractions. */
function cubeRootOf(cube: bigint): bigint {
  const root = BigInt(Math.round(Math.cbrt(Number(cube))))
  return root ** 3n === cube ? root : leave()
}

function power(base: Fraction, exponent: Fraction): Fraction {
  if (exponent.d !== 1n) return leave()
  const times = Number(exponent.s * exponent.n)
  if (times < 0) notZero(base)
  if ((String(base.n).length + String(base.d).length) * Math.abs(times) > 2 * MOST_DIGITS) return leave()
  return base.pow(times) ?? leave()
}

function notZero(n: Fraction): Fraction {
  if (n.n === 0n) throw byZero()
  return n
}

function wholeOf(n: Fraction): bigint {
  if (n.d !== 1n) throw notReal()
  return n.s * n.n
}

function medianOf(first: Fraction, rest: readonly Fraction[]): Fraction {
  const sorted = [first, ...rest].sort((a, b) => a.compare(b))
  const middle = sorted.length / 2
  const [low = first, high = first] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low.add(high).div(2)
}
