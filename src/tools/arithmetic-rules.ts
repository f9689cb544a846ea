import { OperatorError } from '../base/errors.ts'

/** What numbers of one kind can do. Names are those of the parsed tree: `add`, `unaryMinus`, `sqrt`. */
export interface ArithmeticRules<N> {
  constant(digits: string): N
  symbol(name: string): N
  readonly unary: ReadonlyMap<string, (a: N) => N>
  readonly binary: ReadonlyMap<string, (a: N, b: N) => N>
  /** Functions of one number or more. */
  readonly many: ReadonlyMap<string, (first: N, rest: readonly N[]) => N>
}

/** Thrown by rules that cannot go on with this kind of number; only changes from fractions to rounded digits. */
export class NotRational extends Error {}

/** Applies an operator or a function. @throws OperatorError ARGS_INVALID when the rules do not know it with so many numbers. */
export function applyRule<N>(rules: ArithmeticRules<N>, name: string, args: readonly N[]): N {
  const [first, second, ...others] = args
  const many = rules.many.get(name)
  if (first !== undefined && many) return many(first, args.slice(1))
  const binary = rules.binary.get(name)
  if (first !== undefined && second !== undefined && others.length === 0 && binary) return binary(first, second)
  const unary = rules.unary.get(name)
  if (first !== undefined && second === undefined && unary) return unary(first)
  throw notKnown(name)
}

export const notKnown = (name: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `The calculator does not know "${name.slice(0, 40)}" in this place.`, {
    hint: 'It knows + - * / ^ % ! and functions such as sqrt, round, log, ln, sin, min and max.',
  })
export const byZero = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'This divides by zero, which has no result.')
export const tooLarge = (): OperatorError => new OperatorError('ARGS_INVALID', 'The result is too large to compute.')
export const notReal = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'This has no result among the real numbers.')

const MOST_FACTORIAL = 400n

/** n! of a whole number. @throws OperatorError ARGS_INVALID when it is negative or above 400. */
export function factorialOf(n: bigint): bigint {
  if (n < 0n) throw notReal()
  if (n > MOST_FACTORIAL) throw tooLarge()
  let product = 1n
  for (let factor = 2n; factor <= n; factor += 1n) product *= factor
  return product
}
