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
    profit: z.number(),
    margin_ratio: z.number(),
    markup_ratio: z.number(),
  }),
  hear: hearMarginMarkup,
  run(asked) {
    const { cost, price } = costAndPrice(asked)
    const profit = Number((price - cost).toPrecision(12))
    return { cost, price, profit, margin_ratio: profit / price, markup_ratio: profit / cost }
  },
  show(told, asked): Block[] {
    const money = (n: number) => moneyText(n, asked.currency)
    const found = asked.price === undefined ? 'Price' : asked.cost === undefined ? 'Highest cost' : null
    return [
      facts('What you gave', given(asked, money)),
      facts('Result', {
        ...(found ? { [found]: money(found === 'Price' ? told.price : told.cost) } : {}),
        'Profit on each sale': money(told.profit),
        'Margin (share of the price)': percent(told.margin_ratio),
        'Markup (share of the cost)': percent(told.markup_ratio),
      }),
      ...(told.profit < 0 ? [note('bad', 'Each sale loses money: the price is below the cost.')] : []),
      note('plain', FORMULA),
    ]
  },
})

function given({ cost, price, margin_ratio, markup_ratio }: Asked, money: (n: number) => string) {
  const isWhole = cost !== undefined && price !== undefined
  return {
    ...(cost === undefined ? {} : { Cost: money(cost) }),
    ...(price === undefined ? {} : { Price: money(price) }),
    ...(isWhole || margin_ratio === undefined ? {} : { 'Margin wanted': percent(margin_ratio) }),
    ...(isWhole || markup_ratio === undefined ? {} : { 'Markup wanted': percent(markup_ratio) }),
  }
}

const FORMULA =
  'Formula: margin = (price − cost) ÷ price; markup = (price − cost) ÷ cost; price = cost ÷ (1 − margin) = cost × (1 + markup). Leave sales tax or VAT that you pass on out of the price; rent, wages and fees count only as far as you put them into the cost.'

function costAndPrice({ cost, price, margin_ratio: margin, markup_ratio: markup }: Asked) {
  if (cost !== undefined && price !== undefined) return { cost, price }
  if (cost !== undefined && margin !== undefined) return { cost, price: cost / (1 - margin) }
  if (cost !== undefined && markup !== undefined) return { cost, price: cost * (1 + markup) }
  if (price !== undefined && margin !== undefined && margin > -1) return { cost: price * (1 - margin), price }
  if (price !== undefined && markup !== undefined) return { cost: price / (1 + markup), price }
  throw new OperatorError(
    'ARGS_INVALID',
    'A margin needs two figures: the cost and the price, or one and the margin.',
    {
      hint: 'Say it as “bought for 42, sell at 60, margin” or “price for a 40 % margin if it costs me 12”.',
    },
  )
}
