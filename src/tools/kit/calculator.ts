import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note } from '../../report/report.ts'
import { evaluateArithmetic } from '../evaluate-arithmetic.ts'
import { moneyText } from '../money-text.ts'
import { readArithmetic } from '../read-arithmetic.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  expression: z
    .string()
    .min(1, 'it is empty')
    .max(300, 'it must have at most 300 characters')
    .describe('arithmetic in signs or words: "(3+4)*2", "15% of 240", "what percent of 80 is 20"'),
})

const output = z.object({
  /** What was computed, in signs. */
  computed: z.string(),
  /** In full when exact, else 20 significant digits; with " %" when it is a percentage. */
  result: z.string(),
  exact: z.boolean(),
  fraction: z.string().nullable(),
  /** As the person wrote it ("$", "euros"); empty when the numbers are no money. */
  currency: z.string(),
})

/** Exact arithmetic; which operators and functions exist stands in `evaluate-arithmetic.ts`. */
export default defineTool({
  name: 'calculator',
  summary: 'Exact arithmetic with fractions, percentages and the usual functions.',
  example: 'what is 15% of 240',
  effect: 'read',
  input,
  output,
  hear(said) {
    const arithmetic = readArithmetic(said.text)
    if (arithmetic && arithmetic.currencies.length > 1) return { missing: [rateBetween(arithmetic.currencies)] }
    return arithmetic ? { use: { expression: said.text.trim() } } : null
  },
  async run({ expression }) {
    const arithmetic = readArithmetic(`calculate ${expression}`)
    if (!arithmetic) throw notArithmetic()
    if (arithmetic.currencies.length > 1) throw mixedMoney(arithmetic.currencies)
    const { expression: computed, percent, currency } = arithmetic
    const { value, exact, fraction } = await evaluateArithmetic(computed)
    return { computed, result: percent ? `${value} %` : value, exact, fraction, currency }
  },
  show({ computed, result, exact, fraction, currency }): Block[] {
    const rows = { Computed: computed, Result: `${exact ? '' : '≈ '}${grouped(result)}` }
    return [
      facts('Calculation', {
        ...rows,
        ...(result.endsWith(' %') ? roundedPercent(result, exact) : fraction && { 'As a fraction': fraction }),
        ...(currency && {
          'In money': moneyText(Number(result), /[a-z]{4}/.test(currency) ? currency : currency.toUpperCase()),
        }),
      }),
      note('plain', `Formula: ${computed}${exact ? ', computed exactly.' : ', rounded to 20 significant digits.'}`),
      ...(/\blog ?\(/.test(computed)
        ? [note('plain', 'log has base 10 and ln base e; angles are radians, or degrees with deg.')]
        : []),
    ]
  },
})

/** 280/23 is no help to whoever asks for a percentage; two decimals are. */
const roundedPercent = (result: string, exact: boolean): Readonly<Record<string, string>> =>
  exact ? {} : { Rounded: `${grouped(Number.parseFloat(result).toFixed(2))} %` }

const rateBetween = (currencies: readonly string[]): string =>
  `the exchange rate between ${currencies.join(' and ')}, for none is known here; then turn one into the other first`

const mixedMoney = (currencies: readonly string[]): OperatorError =>
  new OperatorError('ARGS_INVALID', `${currencies.join(' and ')} cannot be computed with each other without a rate.`, {
    hint: 'Turn one into the other first, such as “250 USD in EUR at 0.92”.',
  })

const notArithmetic = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'This is not arithmetic that I can read.', {
    hint: 'Write it with digits and signs, such as (3 + 4) * 2, or as "15% of 240".',
  })

/** "1234567.891" → "1,234,567.891"; powers of ten stay as they are. */
const grouped = (result: string): string =>
  result.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
