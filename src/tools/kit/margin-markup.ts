import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note } from '../../report/report.ts'
import { hearMarginMarkup } from '../hear-margin-markup.ts'
import { currencyField, moneyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  cost: moneyField.optional(),
  price: moneyField.optional(),
  margin_ratio: z.number().lt(1, 'a margin is always below 100 % of the price').min(-10).optional(),
  markup_ratio: z.number().gt(-1, 'a markup must be above -100 %').max(1000).optional(),
  fee_ratio: z
    .number()
    .min(0, 'a fee must not be negative')
    .lt(1, 'a fee is always below 100 % of the price')
    .default(0)
    .describe('share of the price that a platform or card firm keeps'),
  currency: currencyField,
})
type Asked = z.output<typeof input>

/** Margin = (price − cost) ÷ price, markup = (price − cost) ÷ cost. Source: OpenStax, Principles of Accounting; see SCORE on pricing. */
export default defineTool({
  name: 'margin-markup',
  summary: 'Profit, margin and markup of one item from its cost and price, or the price for a margin that you want.',
  example: 'bought for 42, sell at 60, what is my margin',
  effect: 'read',
  // The pages that share its words are about firms in trouble.
  alone: true,
  input,
  output: z.object({
    cost: z.number(),
    price: z.number(),
    fee: z.number(),
    profit: z.number(),
    margin_ratio: z.number(),
    markup_ratio: z.number(),
  }),
  hear: hearMarginMarkup,
  run(asked) {
    const { cost, price } = costAndPrice(asked)
    const fee = price * asked.fee_ratio
    const profit = Number((price - fee - cost).toPrecision(12))
    return { cost, price, fee, profit, margin_ratio: profit / price, markup_ratio: profit / cost }
  },
  show(told, asked): Block[] {
    const money = (n: number) => moneyText(n, asked.currency)
    const found = asked.price === undefined ? 'Price' : asked.cost === undefined ? 'Highest cost' : null
    return [
      facts('What you gave', given(asked, money)),
      facts('Result', {
        ...(found ? { [found]: money(found === 'Price' ? told.price : told.cost) } : {}),
        ...(asked.fee_ratio > 0 ? { 'Fees on each sale': money(told.fee) } : {}),
        'Profit on each sale': money(told.profit),
        'Margin (share of the price)': percent(told.margin_ratio),
        'Markup (share of the cost)': percent(told.markup_ratio),
      }),
      ...(told.profit < 0 ? [note('bad', 'Each sale loses money: the price does not cover what it costs.')] : []),
      note('plain', asked.fee_ratio > 0 ? FORMULA_WITH_FEES : FORMULA),
    ]
  },
})

function given({ cost, price, margin_ratio, markup_ratio, fee_ratio }: Asked, money: (n: number) => string) {
  const isWhole = cost !== undefined && price !== undefined
  return {
    ...(cost === undefined ? {} : { Cost: money(cost) }),
    ...(price === undefined ? {} : { Price: money(price) }),
    ...(fee_ratio > 0 ? { 'Fees (share of the price)': percent(fee_ratio) } : {}),
    ...(isWhole || margin_ratio === undefined ? {} : { 'Margin wanted': percent(margin_ratio) }),
    ...(isWhole || markup_ratio === undefined ? {} : { 'Markup wanted': percent(markup_ratio) }),
  }
}

const FORMULA =
  'Formula: margin = (price − cost) ÷ price; markup = (price − cost) ÷ cost; price = cost ÷ (1 − margin) = cost × (1 + markup). Leave sales tax or VAT that you pass on out of the price; rent, wages and fees count only as far as you put them into the cost.'

const FORMULA_WITH_FEES =
  'Formula: profit = price − fees − cost; margin = profit ÷ price; price = cost ÷ (1 − margin − fees) = cost × (1 + markup) ÷ (1 − fees), with margin and fees as shares of the price. Fixed fees for each sale, sales tax and post are not in it.'

/** @throws OperatorError ARGS_INVALID when too little is told, or when fees and margin leave nothing for the cost. */
function costAndPrice({ cost, price, margin_ratio: margin, markup_ratio: markup, fee_ratio: fee }: Asked) {
  if (margin !== undefined && margin + fee >= 1) throw nothingLeft()
  if (cost !== undefined && price !== undefined) return { cost, price }
  if (cost !== undefined && margin !== undefined) return { cost, price: cost / (1 - margin - fee) }
  if (cost !== undefined && markup !== undefined) return { cost, price: (cost * (1 + markup)) / (1 - fee) }
  if (price !== undefined && margin !== undefined && margin > -1) return { cost: price * (1 - margin - fee), price }
  if (price !== undefined && markup !== undefined) return { cost: (price * (1 - fee)) / (1 + markup), price }
  throw new OperatorError(
    'ARGS_INVALID',
    'A margin needs two figures: the cost and the price, or one and the margin.',
    {
      hint: 'Say it as “bought for 42, sell at 60, margin” or “price for a 40 % margin if it costs me 12”.',
    },
  )
}

const nothingLeft = (): OperatorError =>
  new OperatorError('ARGS_INVALID', 'Fees and margin together take the whole price, so nothing is left for the cost.', {
    hint: 'name a smaller margin',
  })
