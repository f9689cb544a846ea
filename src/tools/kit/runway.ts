import * as z from 'zod'
import { type Block, facts, note, number, ratio, series } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { readLabelled } from '../labelled-figures.ts'
import { nameMissing } from '../name-missing.ts'
import { defineTool, type Heard } from '../tool.ts'

/** Looking further than 50 years ahead tells nothing. */
const MOST_MONTHS = 600

const money = (what: string) => z.number().min(0, `${what} cannot be negative`).max(1e13, `${what} is too large`)
const growth = (what: string) =>
  z
    .number()
    .min(-0.9, `${what} must be from -90% to 100% a month`)
    .max(1, `${what} must be from -90% to 100% a month`)
    .default(0)

const Output = z.object({
  /** Months until the cash is gone; null when it lasts for more than 50 years. */
  runway_months: z.number().nullable(),
  net_burn_first_month: z.number(),
  /** Cash at the end of each month, at most 61 points. */
  cash_by_month: z.array(z.number()),
})

/** Runway = cash / net burn, month by month when spending or income grow. Source: the definition; see US SBA on cash flow. */
export default defineTool({
  name: 'runway',
  summary: 'Computes how many months the cash lasts from cash, monthly burn, income and growth.',
  example: 'runway with 120k cash and 15k monthly burn',
  effect: 'read',
  input: z.object({
    cash: money('the cash'),
    spending_per_month: money('the monthly spending'),
    income_per_month: money('the monthly income').default(0),
    spending_growth_ratio_per_month: growth('the growth of spending'),
    income_growth_ratio_per_month: growth('the growth of income'),
  }),
  output: Output,
  hear: (said) => hearCash(heardText(said)),
  run(input) {
    const path = [input.cash]
    let [spending, income] = [input.spending_per_month, input.income_per_month]
    let months: number | null = null
    for (let month = 0; month < MOST_MONTHS && months === null; month += 1) {
      const before = path[month] ?? 0
      const after = before - (spending - income)
      if (after < 0) months = month + before / (spending - income)
      path.push(Math.max(0, after))
      spending *= 1 + input.spending_growth_ratio_per_month
      income *= 1 + input.income_growth_ratio_per_month
    }
    return {
      runway_months: months,
      net_burn_first_month: input.spending_per_month - input.income_per_month,
      cash_by_month: path.slice(0, 61),
    }
  },
  show: (output, input) => [
    facts('Inputs', {
      Cash: number(input.cash),
      'Spending a month': number(input.spending_per_month),
      'Income a month': number(input.income_per_month),
      'Spending grows a month': ratio(input.spending_growth_ratio_per_month),
      'Income grows a month': ratio(input.income_growth_ratio_per_month),
    }),
    ...showRunway(output),
    note(
      'plain',
      'Runway = cash ÷ (spending − income), month by month when they grow. One-off costs, taxes and late payers are not in it.',
    ),
  ],
})

const TOPIC =
  /\brunway\b|\bhow (?:long|many months)\b.{0,40}\b(?:cash|money|savings)\b.{0,20}\blast\b|\bwhen (?:will|do) (?:we|i) run out of (?:cash|money)\b/
const LABELS = {
  income: /\b(?:revenue|income|sales|mrr|earn(?:ing)?|bring(?:ing)? in)\b/,
  spending:
    /\b(?:(?:net (?:cash )?|monthly (?:cash )?|(?<!\d[km]? )cash {2}|monthly )?burn(?: rate)?|burning|spend(?:ing)?|expenses?|costs?|outgoings)\b/,
  cash: /\b(?:cash(?! burn)|(?<=\d[km]? )cash|bank|balance|savings|money|raised|funding)\b/,
} as const
const GROWTH =
  /\b(?:(revenue|income|sales|mrr)\b.{0,30}|burn\w{0,3}\b.{0,30}|spend\w{0,3}\b.{0,30}|expenses?\b.{0,30}|costs?\b.{0,30})?\b(?:grow(?:s|ing|th)?|ris(?:es|ing)|increas(?:es|ing|e))\b[^%]{0,20}?(\d{1,3}(?:\.\d{1,2})?) ?%/
const ASKS_SPAN = /^(?:how long|how many|when)\b/
const YEARLY = /\b(?:a|per) year\b|\byearly\b|\bannual(?:ly)?\b/

function hearCash(text: string): Heard {
  if (!TOPIC.test(text)) return null
  const { cash, spending, income } = readLabelled(text, LABELS)
  const missing = nameMissing([
    [cash, 'the cash in the bank'],
    [spending, 'the spending (burn) per month'],
    [YEARLY.test(text) ? null : 'monthly', 'the figures per month instead of per year'],
  ])
  if (cash === undefined && spending === undefined) return asksToCompute(text, /\brunway\b/) ? { missing } : null
  if (missing.length > 0) return ASKS_SPAN.test(text) || !asksToUnderstand(text) ? { missing } : null
  return {
    use: {
      cash,
      spending_per_month: spending,
      ...(income === undefined ? {} : { income_per_month: income }),
      ...growthIn(text),
    },
  }
}

function growthIn(text: string): Readonly<Record<string, number>> {
  const found = GROWTH.exec(text)
  if (!found) return {}
  const share = Number(found[2]) / 100
  return found[1] ? { income_growth_ratio_per_month: share } : { spending_growth_ratio_per_month: share }
}

function showRunway({ runway_months: months, cash_by_month }: z.output<typeof Output>): readonly Block[] {
  if (months === null) return [note('good', 'At these figures the cash does not run out within 50 years.')]
  return [
    facts('Runway', {
      Months: number(Math.round(months * 10) / 10),
      Years: number(Math.round((months / 12) * 10) / 10),
    }),
    ...(months < 6
      ? [note('bad', 'Less than six months: raising money or cutting costs takes time, so act now.')]
      : []),
    series('Cash by month', cash_by_month, 'chart'),
  ]
}
