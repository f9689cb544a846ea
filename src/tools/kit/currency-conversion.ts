import * as z from 'zod'
import { type Block, facts, note } from '../../report/report.ts'
import { currencyCode } from '../currency-words.ts'
import { evaluateArithmetic } from '../evaluate-arithmetic.ts'
import { hearExchange } from '../hear-exchange.ts'
import { moneyText } from '../money-text.ts'
import { defineTool } from '../tool.ts'

const MOST = 1e12
const amountField = z.number().positive('it must be more than 0').max(MOST, 'it must be at most 1,000,000,000,000')
const currency = z
  .string()
  .refine((word) => currencyCode(word) !== undefined, 'it is no currency I know')
  .transform((word) => currencyCode(word) ?? word)
  .describe('ISO code, sign or word: "EUR", "€", "euros"')

const input = z.object({
  amount: amountField,
  from: currency,
  to: currency,
  rate: amountField.describe('as the person said it; there is no other source of rates'),
  per: amountField.default(1).describe('the rate is for so many: 100 in "100 yen = 0.67 usd"'),
  rate_for: z.enum(['from', 'to']).describe('the currency that the rate is the price of'),
  said_for: z.boolean().default(true).describe('false when the person gave a bare number and no direction'),
})

const output = z.object({
  result: z.number(),
  computed: z.string(),
  exact: z.boolean(),
  /** The result if the rate was meant the other way round; null when its direction was said. */
  other_way: z.number().nullable(),
})

/** The person's own exchange rate applied to an amount. No rate is known to the program, and none is guessed. */
export default defineTool({
  name: 'currency-conversion',
  summary: 'An amount in another currency, at an exchange rate that you give.',
  example: '250 USD in EUR at 0.92',
  effect: 'read',
  input,
  output,
  hear: hearExchange,
  async run({ amount, rate, per, rate_for, said_for }) {
    const unit = per === 1 ? '' : per
    const times = `${amount} * ${rate}${unit && ` / ${unit}`}`
    const divided = `${amount} / ${rate}${unit && ` * ${unit}`}`
    const [computed, turned] = rate_for === 'from' ? [times, divided] : [divided, times]
    const { value, exact } = await evaluateArithmetic(computed)
    const other = said_for ? null : Number((await evaluateArithmetic(turned)).value)
    return { result: Number(value), computed, exact, other_way: other }
  },
  show({ result, computed, exact, other_way }, { amount, from, to, rate, per, rate_for }): Block[] {
    const [base, quoted] = rate_for === 'from' ? [from, to] : [to, from]
    return [
      facts('Exchange', {
        Amount: sumText(amount, from),
        'Your rate': `${digits(per)} ${base} = ${digits(rate)} ${quoted}`,
        Result: sumText(result, to),
      }),
      note('plain', `Formula: ${computed} = ${digits(result)}${exact ? '' : ', rounded'}`),
      ...(other_way === null
        ? []
        : [
            note(
              'plain',
              `If you meant 1 ${to} = ${digits(rate)} ${from}, it is ${sumText(other_way, to)}. Say “1 ${to} = ${digits(rate)} ${from}” to be sure.`,
            ),
          ]),
      note('plain', 'The rate is yours: no exchange rate is known here. A bank adds its margin and fees.'),
    ]
  },
})

/** Cents for most sums; a few digits of what is less than a cent, such as rupees in bitcoin. */
const sumText = (sum: number, code: string): string =>
  sum < 1 || code === 'BTC' || code === 'ETH' ? `${digits(sum)} ${code}` : moneyText(sum, code)

const digits = (n: number): string => n.toLocaleString('en-US', { maximumSignificantDigits: n < 1 ? 6 : 12 })
