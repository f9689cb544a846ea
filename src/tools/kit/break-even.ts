import * as z from 'zod'
import { type Block, facts, note, number, table } from '../../report/report.ts'
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
  /** Contribution / price, 0..1; negative when each sale loses money. */
  contribution_margin_ratio: z.number(),
  /** Exact and rounded up to whole sales; null when no number of sales covers the costs. */
  break_even_units: z.number().nullable(),
  break_even_units_whole: z.number().nullable(),
  break_even_revenue: z.number().nullable(),
  /** Of the whole sales; null as above. */
  break_even_revenue_whole: z.number().nullable(),
})

/** Units = fixed costs / (price - variable cost). Source: US Small Business Administration, "Break-even point". */
export default defineTool({
  name: 'break-even',
  summary: 'Computes how many sales cover the costs, from fixed costs, price and variable cost per unit.',
  example: 'break even with fixed costs 5000, price 20, cost 8',
  effect: 'read',
  input: z.object({
    fixed_costs: money('the fixed costs').describe('Per period, such as a month'),
    price_per_unit: money('the price').positive('the price must be above 0'),
    variable_cost_per_unit: money('the variable cost'),
    currency: currencyField,
  }),
  output: Output,
  hear: (said) => hearCosts(heardText(said)),
  run({ fixed_costs, price_per_unit, variable_cost_per_unit }) {
    const contribution = price_per_unit - variable_cost_per_unit
    const units = fixed_costs === 0 ? 0 : contribution > 0 ? fixed_costs / contribution : null
    // Cents do not divide evenly in binary: 0.30 / (0.30 - 0.20) must be 3 sales, not 4.
    const whole = units === null ? null : Math.ceil(units - 1e-9 * Math.max(1, units))
    return {
      contribution_per_unit: contribution,
      contribution_margin_ratio: contribution / price_per_unit,
      break_even_units: units,
      break_even_units_whole: whole,
      break_even_revenue: units === null ? null : units * price_per_unit,
      break_even_revenue_whole: whole === null ? null : whole * price_per_unit,
    }
  },
  show: (output, input) => [
    facts('Inputs', {
      'Fixed costs per period': moneyText(input.fixed_costs, input.currency),
      'Price per unit': moneyText(input.price_per_unit, input.currency),
      'Variable cost per unit': moneyText(input.variable_cost_per_unit, input.currency),
    }),
    ...result(output, input),
    note(
      'plain',
      'Units = fixed costs ÷ (price − variable cost per unit). Contribution margin = (price − variable cost) ÷ price. Leave sales tax or VAT that you pass on out of the price.',
    ),
  ],
})

const TOPIC =
  /\bbreak[ -]?even\b|\bcover (?:(?:my|our|the|all|these|monthly|fixed) ){0,2}(?:costs?|rent|expenses|overheads?|bills)\b/
/** "to cover my costs: 2500 rent" asks; "cover rent of 1200" tells. */
const COVERED = /\bcover (?:(?:my|our|the|all|these|monthly|fixed) ){0,2}(?:costs?|expenses|bills)\b(?! (?:of|are|is))/
const LABELS = {
  fixed: /\bfixed (?:costs?|expenses?|overheads?)\b|\boverheads?\b|\bfixed\b|\brent\b|\bmonthly costs?\b/,
  variable:
    /\bvariable(?: costs?)?\b|\b(?:unit|material|production) costs?\b|\b(?:materials?|ingredients|supplies|products)\b|\bcosts? per (?:unit|item|piece|cup|sale|customer)\b|\bcosts? (?:me|us)\b|\b(?:cost|costs|costing) to make\b|\bcogs\b|\bcosts?\b/,
  price:
    /\bprice[ds]?\b|\bsell(?:ing)?(?: \w{1,20}){0,2} (?:at|for)\b|\bcharg(?:e|ing)\b|\brevenue per (?:unit|item|sale|customer)\b|\bsells? for\b|\baverage (?:sale|order|ticket)(?: value)?\b/,
} as const

function hearCosts(text: string): Heard {
  if (!TOPIC.test(text)) return null
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

type Costs = { fixed_costs: number; price_per_unit: number; variable_cost_per_unit: number; currency: string }

function result(output: z.output<typeof Output>, input: Costs): readonly Block[] {
  const money = (n: number) => moneyText(n, input.currency)
  const margin = {
    'Contribution per unit': money(output.contribution_per_unit),
    'Contribution margin': percent(output.contribution_margin_ratio),
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
      'Revenue at break-even, exactly': money(output.break_even_revenue ?? 0),
      'Revenue of the whole units': money(output.break_even_revenue_whole ?? 0),
    }),
    ...profits(output.break_even_units_whole, input, money),
  ]
}

const two = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** Profit at no sales, half, all and twice the break-even; nothing to show when there are no fixed costs. */
function profits(units: number, costs: Costs, money: (n: number) => string): readonly Block[] {
  if (units <= 0) return []
  const contribution = costs.price_per_unit - costs.variable_cost_per_unit
  const sales = [...new Set([0, Math.round(units / 2), units, Math.round(units * 1.5), units * 2])]
  return [
    table(
      ['Units sold', 'Revenue', 'Profit or loss'],
      sales.map((sold) => [
        two(sold),
        money(sold * costs.price_per_unit),
        money(sold * contribution - costs.fixed_costs),
      ]),
      'Profit around the break-even',
    ),
  ]
}
