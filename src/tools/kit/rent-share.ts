import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { hearRentShare } from '../hear-rent-share.ts'
import { currencyField, moneyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  rent_per_month: moneyField.optional(),
  income_per_month: moneyField,
  income: z.enum(['after tax', 'before tax', 'not said']).default('not said'),
  currency: currencyField,
})
type Asked = z.output<typeof input>

const output = z.object({
  /** Rent ÷ income; null without a rent. */
  rent_share_ratio: z.number().nullable(),
  left_per_month: z.number().nullable(),
})

/** Shares of income that are often named for housing, each with the income it is meant for. */
const GUIDES = [
  { share: 0.3, name: '30 %, US housing department', of: 'before tax' },
  { share: 0.4, name: '40 %, EU statistics office', of: 'after tax' },
  { share: 0.5, name: '50 %, all needs of 50/30/20', of: 'after tax' },
] as const

/** Rent ÷ income. Guides: US HUD, "cost burden"; Eurostat, "housing cost overburden rate"; Warren and Warren Tyagi, All Your Worth (2005). */
export default defineTool({
  name: 'rent-share',
  summary: 'The share of an income that goes on rent, beside the guides that are often named.',
  example: 'rent is 1450 and I take home 3900, is that too much',
  effect: 'read',
  input,
  output,
  hear: hearRentShare,
  run: ({ rent_per_month: rent, income_per_month: income }) => ({
    rent_share_ratio: rent === undefined ? null : rent / income,
    left_per_month: rent === undefined ? null : income - rent,
  }),
  show: ({ rent_share_ratio: share, left_per_month: left }, asked): Block[] => {
    const money = (n: number) => moneyText(n, asked.currency)
    const income = { [`Income a month${kindOf(asked)}`]: money(asked.income_per_month) }
    return [
      asked.rent_per_month === undefined || share === null || left === null
        ? facts('What you gave', income)
        : facts('Rent and income', {
            'Rent a month': money(asked.rent_per_month),
            ...income,
            'Rent as a share of it': percent(share),
            'Left after rent': money(left),
          }),
      guideTable(asked, share, money),
      note(
        'plain',
        'Formula: share = rent ÷ income. Above 30 % the US housing department speaks of a cost burden, above 40 % the EU statistics office of overburden; both count energy and water with the rent. A guide says what is usual, not what is right for you.',
      ),
      note('plain', remark(asked)),
    ]
  },
})

const kindOf = ({ income }: Asked): string => (income === 'not said' ? '' : `, ${income}`)

function guideTable({ income_per_month: income }: Asked, share: number | null, money: (n: number) => string): Block {
  return table(
    ['Guide', 'Meant for income', 'Comes to', ...(share === null ? [] : ['Your rent'])],
    GUIDES.map(({ share: guide, name, of }) => [
      name,
      of,
      money(income * guide),
      ...(share === null ? [] : [share > guide ? 'above' : 'within']),
    ]),
    'Guides',
  )
}

const remark = ({ income }: Asked): string =>
  `${
    income === 'after tax'
      ? 'The 30 % guide counts income before tax, which is higher than what you take home, so it is stricter here than it was meant.'
      : income === 'before tax'
        ? 'Two of the guides count income after tax, which is lower; with take-home pay the share would be higher.'
        : 'It was not said whether the income is before or after tax: say “take home” or “before tax”.'
  } What is left has to carry food, transport, debts and saving; where housing is dear, many people are above these guides.`
