import * as z from 'zod'
import { type Block, facts, known, note, number, table } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { heardMoney } from '../heard-money.ts'
import { heardText } from '../heard-text.ts'
import { readLabelled } from '../labelled-figures.ts'
import { currencyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { nameMissing } from '../name-missing.ts'
import { percent } from '../percent-text.ts'
import { readAmounts } from '../read-amounts.ts'
import { defineTool, type Heard } from '../tool.ts'

const money = (what: string) =>
  z.number(`${what} must be a number`).min(0, `${what} cannot be negative`).max(1e12, `${what} is too large`)

const Output = z.object({
  contribution_per_unit: z.number(),
  /** Contribution / price, 0..1; negative when each sale loses money; null without a price. */
  contribution_margin_ratio: z.number().nullable(),
  /** Exact and rounded up to whole sales; null when no number of sales covers the costs. */
  break_even_units: z.number().nullable(),
  break_even_units_whole: z.number().nullable(),
  break_even_revenue: z.number().nullable(),
  /** Of the whole sales; both null as above, or without a price. */
  break_even_revenue_whole: z.number().nullable(),
})

/** Units = fixed costs / (price - variable cost). Source: US Small Business Administration, "Break-even point". */
export default defineTool({
  name: 'break-even',
  summary: 'Computes how many sales cover the costs, from fixed costs, price and variable cost per unit.',
  example: 'break even with fixed costs 5000, price 20, cost 8',
  effect: 'read',
  input: z
    .object({
      fixed_costs: money('the fixed costs').describe('Per period, such as a month'),
      price_per_unit: money('the price').positive('the price must be above 0').optional(),
      variable_cost_per_unit: money('the variable cost').optional(),
      profit_per_unit: money('the profit per unit')
        .optional()
        .describe('Price − variable cost, where these are not known'),
      currency: currencyField,
    })
    .refine((it) => contributionOf(it) !== undefined, {
      message: 'give the price and the variable cost of a unit, or the profit on a unit',
    }),
  output: Output,
  hear: (said) => hearCosts(heardText(said)),
  run(input) {
    const { fixed_costs, price_per_unit: price } = input
    const contribution = contributionOf(input) ?? 0
    const units = fixed_costs === 0 ? 0 : contribution > 0 ? fixed_costs / contribution : null
    // Cents do not divide evenly in binary: 0.30 / (0.30 - 0.20) must be 3 sales, not 4.
    const whole = units === null ? null : Math.ceil(units - 1e-9 * Math.max(1, units))
    return {
      contribution_per_unit: contribution,
      contribution_margin_ratio: price === undefined ? null : contribution / price,
      break_even_units: units,
      break_even_units_whole: whole,
      break_even_revenue: units === null || price === undefined ? null : units * price,
      break_even_revenue_whole: whole === null || price === undefined ? null : whole * price,
    }
  },
  show: (output, input) => [
    facts('Inputs', {
      'Fixed costs per period': moneyText(input.fixed_costs, input.currency),
      ...(input.price_per_unit === undefined || input.variable_cost_per_unit === undefined
        ? { 'Profit per unit': moneyText(contributionOf(input) ?? 0, input.currency) }
        : {
            'Price per unit': moneyText(input.price_per_unit, input.currency),
            'Variable cost per unit': moneyText(input.variable_cost_per_unit, input.currency),
          }),
    }),
    ...result(output, input),
    note(
      'plain',
      'Units = fixed costs ÷ (price − variable cost per unit). Contribution margin = (price − variable cost) ÷ price. Leave sales tax or VAT that you pass on out of the price.',
    ),
  ],
})

interface Costs {
  readonly fixed_costs: number
  readonly price_per_unit?: number | undefined
  readonly variable_cost_per_unit?: number | undefined
  readonly profit_per_unit?: number | undefined
  readonly currency: string
}

/** What a sale leaves for the fixed costs: price − variable cost, else the profit as it was told; undefined without either. */
function contributionOf(costs: Omit<Costs, 'fixed_costs' | 'currency'>): number | undefined {
  const { price_per_unit: price, variable_cost_per_unit: cost, profit_per_unit: profit } = costs
  return price !== undefined && cost !== undefined ? price - cost : profit
}

const TOPIC =
  /\bbreak[ -]?even\b|\bstop losing money\b|\bcover (?:(?:my|our|the|all|these|monthly|fixed) ){0,2}(?:costs?|rent|expenses|overheads?|bills)\b/
/** "how many do I have to sell": asked of a business only where its fixed costs stand beside it, see `asksForSales`. */
const SALES =
  /\bhow many\b(?![^.?!]{0,40}\b(?:did|sold|lost|was|were)\b)[^.?!]{0,80}\b(?:sell|sales?|customers?|clients?|guests?|orders|bookings|subscribers)\b|\bhow much (?:do|must|should) (?:i|we) (?:have to |need to )?sell\b|\bhow many [^.?!]{0,60}\b(?:need|have|got|must|before|until|till)\b[^.?!]{0,40}\b(?:profit|profitable|make money|making money|rent|overheads?|fixed costs?)\b/
/** A sum to earn is a target, and shares are sold for other reasons. */
const OTHER_SALES =
  /\bto (?:make|earn|net|reach|take home|clear|pay myself)(?: a)?(?: profit of)? [$£€]?\d|\b(?:shares?|stocks?|bitcoins?|crypto)\b/
/** "to cover my costs: 2500 rent" asks; "cover rent of 1200" tells. */
const COVERED = /\bcover (?:(?:my|our|the|all|these|monthly|fixed) ){0,2}(?:costs?|expenses|bills)\b(?! (?:of|are|is))/
const LABELS = {
  fixed:
    /\bfixed (?:costs?|expenses?|overheads?)\b|\boverheads?\b|\bfixed\b|\brent\b|\b(?:monthly|running) (?:costs?|expenses|bills)\b/,
  variable:
    /\bvariable(?: costs?)?\b|\b(?:unit|material|production) costs?\b|\b(?:materials?|ingredients|supplies|products)\b|\bcosts? per (?:unit|item|piece|cup|sale|customer)\b|\bcosts? (?:me|us)\b|\b(?:buy|bought|make|get) (?:them|it|these|each(?: one)?) (?:for|at)\b|\b(?:cost|costs|costing) to make\b|\bcogs\b|\bcosts?\b/,
  price:
    /\bprice[ds]?\b|\bsell(?:ing)?(?: [\w'-]{1,20}){0,3} (?:at|for)\b|\bcharg(?:e|ing)\b|\brevenue per (?:unit|item|sale|customer)\b|\b(?:sells?|sold|goes|go) (?:for|at)\b|\baverage (?:sale|order|ticket)(?: value)?\b/,
} as const

function hearCosts(text: string): Heard {
  if (!TOPIC.test(text) && !asksForSales(text)) return null
  const profit = profitIn(text)
  if (profit !== null) return profit
  const found = withTheRest(text, readLabelled(text.replace(COVERED, ' '), LABELS))
  const missing = nameMissing([
    [found.fixed, 'the fixed costs per month or year'],
    [found.price, 'the price of one unit'],
    [found.variable, 'the variable cost of one unit'],
  ])
  if (missing.length === 0) {
    return {
      use: {
        fixed_costs: found.fixed,
        price_per_unit: found.price,
        variable_cost_per_unit: found.variable,
        ...heardMoney(text),
      },
    }
  }
  const isHalf = (missing.length < 3 || readAmounts(text).length > 1) && !asksToUnderstand(text)
  return isHalf || asksToCompute(text, /\bbreak[ -]?even\b/) ? { missing } : null
}

const asksForSales = (text: string): boolean =>
  SALES.test(text) && LABELS.fixed.test(text) && !OTHER_SALES.test(text) && readAmounts(text).length > 1

/** Not of a time: "3000 profit a month" is a target. */
const PER_UNIT =
  '(?: ?(?:/|per|a|an|each|every|on (?:each|every)(?: one)?|for each))(?! ?(?:day|week|month|quarter|year)) ?(?:unit|item|piece|sale|one|cup|customer)?\\b'
const SUM = '[$£€]?(\\d[\\d,]*(?:\\.\\d{1,4})?)(?: (?:dollars?|euros?|pounds?|quid|bucks))?'
/** "3 dollars profit a unit", "i make 10 on each one", "contribution 3 per unit", "profit per unit of 4". */
const PROFIT: readonly RegExp[] = [
  `${SUM} (?:of )?(?:gross )?(?:profit|contribution|margin)${PER_UNIT}`,
  `\\b(?:profit|contribution)(?: margin)?(?: of| is|:)? ${SUM}${PER_UNIT}`,
  `\\b(?:profit|contribution)(?: margin)?${PER_UNIT}(?: of| is| =|:)? ${SUM}`,
  `\\beach \\w{1,20} (?:leaves|brings|makes|earns)(?: me| us)? ${SUM}(?: of)? profit\\b`,
  `\\b(?:make|making|earn|clear|net) ${SUM}(?: profit)? (?:on|from|for|per) (?:each|every|a|one|unit|item|sale)\\b`,
].map((pattern) => new RegExp(pattern))

/** The profit on a unit stands for price and cost, unless both are told. */
function profitIn(text: string): Heard {
  const told = PROFIT.map((pattern) => pattern.exec(text)).find((match) => match !== null)
  if (!told) return null
  const rest = text.replace(told[0], ' , ').replace(COVERED, ' ')
  const { fixed, variable } = readLabelled(rest, LABELS)
  if (variable !== undefined) return null
  const others = readAmounts(rest)
  const fixed_costs = fixed ?? (others.length === 1 ? others[0]?.value : undefined)
  if (fixed_costs === undefined) return { missing: ['the fixed costs per month or year'] }
  return { use: { fixed_costs, profit_per_unit: Number(told[1]?.replaceAll(',', '')), ...heardMoney(text) } }
}

type Found = Partial<Record<keyof typeof LABELS, number>>
const MARGIN =
  /\b(\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent) (?:gross |contribution |profit )?margin\b|\bmargin (?:of |is |: ?)?(\d{1,2}(?:\.\d{1,2})?) ?%/

/** The one sum without a role is the one figure that lacks; a margin on the price tells the variable cost. */
function withTheRest(text: string, found: Found): Found {
  const lacking = (['fixed', 'price', 'variable'] as const).filter((name) => found[name] === undefined)
  const margin = MARGIN.exec(text)
  const needed = margin ? lacking.filter((name) => name !== 'variable') : lacking
  const others = readAmounts(text).filter(({ value }) => !Object.values(found).includes(value))
  const [name] = needed
  const isOnly = needed.length === 1 && others.length === 1 && name !== undefined && !/\bprofit\b/.test(text)
  const told: Found = isOnly ? { ...found, [name]: others[0]?.value } : found
  if (!margin || told.price === undefined || told.variable !== undefined) return told
  return { ...told, variable: Number((told.price * (1 - Number(margin[1] ?? margin[2]) / 100)).toPrecision(12)) }
}

function result(output: z.output<typeof Output>, input: Costs): readonly Block[] {
  const money = (n: number) => moneyText(n, input.currency)
  const margin = {
    'Contribution per unit': money(output.contribution_per_unit),
    'Contribution margin': known(output.contribution_margin_ratio, percent),
  }
  if (output.break_even_units === null || output.break_even_units_whole === null) {
    return [
      facts('Break-even', { ...margin, 'Units to break even': null }),
      note(
        'bad',
        'The price does not exceed the variable cost, so selling more never covers the fixed costs. Raise the price or lower the cost of a unit.',
      ),
    ]
  }
  return [
    facts('Break-even', {
      ...margin,
      'Units to break even': number(output.break_even_units_whole),
      'Units, exactly': two(output.break_even_units),
      'Revenue at break-even, exactly': known(output.break_even_revenue, money),
      'Revenue of the whole units': known(output.break_even_revenue_whole, money),
    }),
    ...profits(output.break_even_units_whole, input, money),
  ]
}

const two = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** Profit at no sales, half, all and twice the break-even; nothing to show when there are no fixed costs. */
function profits(units: number, costs: Costs, money: (n: number) => string): readonly Block[] {
  if (units <= 0) return []
  const contribution = contributionOf(costs) ?? 0
  const sales = [...new Set([0, Math.round(units / 2), units, Math.round(units * 1.5), units * 2])]
  return [
    table(
      ['Units sold', 'Revenue', 'Profit or loss'],
      sales.map((sold) => [
        two(sold),
        costs.price_per_unit === undefined ? null : money(sold * costs.price_per_unit),
        money(sold * contribution - costs.fixed_costs),
      ]),
      'Profit around the break-even',
    ),
  ]
}
