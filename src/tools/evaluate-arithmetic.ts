import type { BigNumber, Fraction, MathJsInstance, MathNode } from 'mathjs'
import { OperatorError } from '../base/errors.ts'
import { type ArithmeticRules, applyRule, NotRational, notKnown } from './arithmetic-rules.ts'
import { loadMaths } from './load-maths.ts'
import { rationalRules } from './rational-rules.ts'
import { roundedRules } from './rounded-rules.ts'

/** A computed value. */
export interface Evaluated {
  /** Whole numbers and ending decimals in full when exact, else 20 significant digits. */
  readonly value: string
  readonly exact: boolean
  /** "1/3" for what no decimal can write; null else, and when it would have more than 40 characters. */
  readonly fraction: string | null
}

const MOST_DECIMALS = 40
const LONGEST_FRACTION = 40

/**
 * Arithmetic, exactly where fractions can, else with 64 digits. mathjs only reads the text; the tree is walked here, so a name such
 * as `import`, an assignment or an index is refused and nothing of the library's own language can run.
 *
 * @throws OperatorError ARGS_INVALID when it is no arithmetic, has no real result, or is too large.
 */
export async function evaluateArithmetic(expression: string): Promise<Evaluated> {
  const math = await loadMaths()
  const tree = parse(math, expression)
  try {
    return describeFraction(math, walk(math, tree, rationalRules(math)))
  } catch (thrown) {
    if (!(thrown instanceof NotRational)) throw thrown
    return { value: roundedText(walk(math, tree, roundedRules(math))), exact: false, fraction: null }
  }
}

function parse(math: MathJsInstance, expression: string): MathNode {
  try {
    return math.parse(expression)
  } catch (cause) {
    throw new OperatorError('ARGS_INVALID', 'This is not arithmetic that I can read.', {
      hint: 'Write it with digits and signs, such as (3 + 4) * 2.',
      cause,
    })
  }
}

function walk<N>(math: MathJsInstance, node: MathNode, rules: ArithmeticRules<N>): N {
  const walkAll = (nodes: readonly MathNode[]) => nodes.map((child) => walk(math, child, rules))
  if (math.isParenthesisNode(node)) return walk(math, node.content, rules)
  // A constant can also be a text or a truth value, which are no numbers.
  if (math.isConstantNode(node) && (math.isBigNumber(node.value) || typeof node.value === 'number'))
    return rules.constant(node.value.toString())
  if (math.isSymbolNode(node)) return rules.symbol(node.name)
  if (math.isOperatorNode(node)) return applyRule(rules, node.fn, walkAll(node.args))
  if (math.isFunctionNode(node)) return applyRule(rules, node.fn.name, walkAll(node.args))
  throw notKnown(node.type)
}

function describeFraction(math: MathJsInstance, { s, n, d }: Fraction): Evaluated {
  const sign = s < 0n ? '-' : ''
  if (d === 1n) return { value: `${n === 0n ? '' : sign}${n}`, exact: true, fraction: null }
  const decimals = decimalsOf(d)
  if (decimals === null || decimals > MOST_DECIMALS) {
    const decimal = math.bignumber(`${sign}${n}`).div(math.bignumber(String(d)))
    const fraction = `${sign}${n}/${d}`
    return { value: roundedText(decimal), exact: false, fraction: fraction.length > LONGEST_FRACTION ? null : fraction }
  }
  const digits = String((n * 10n ** BigInt(decimals)) / d).padStart(decimals + 1, '0')
  return { value: `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`, exact: true, fraction: null }
}

/** How many decimals write 1/d in full: the larger of its powers of 2 and 5; null when it has another factor. */
function decimalsOf(d: bigint): number | null {
  let rest = d
  const powerOf = (factor: bigint): number => {
    let power = 0
    while (rest % factor === 0n) {
      rest /= factor
      power += 1
    }
    return power
  }
  const decimals = Math.max(powerOf(2n), powerOf(5n))
  return rest === 1n ? decimals : null
}

const roundedText = (n: BigNumber): string => n.toSignificantDigits(20).toString()
