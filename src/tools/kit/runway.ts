import * as z from 'zod'
import { type Block, facts, note, number, series } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { heardMoney } from '../heard-money.ts'
import { heardText } from '../heard-text.ts'
import { readLabelled } from '../labelled-figures.ts'
import { currencyField } from '../money-fields.ts'
import { largestAmount } from '../money-roles.ts'
import { moneyText } from '../money-text.ts'
import { nameMissing } from '../name-missing.ts'
import { percent } from '../percent-text.ts'
import { readAmounts } from '../read-amounts.ts'
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
    currency: currencyField,
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
      Cash: moneyText(input.cash, input.currency),
      'Spending a month': moneyText(input.spending_per_month, input.currency),
      'Income a month': moneyText(input.income_per_month, input.currency),
      ...(input.spending_growth_ratio_per_month === 0
        ? {}
        : { 'Spending grows a month': percent(input.spending_growth_ratio_per_month) }),
      ...(input.income_growth_ratio_per_month === 0
        ? {}
        : { 'Income grows a month': percent(input.income_growth_ratio_per_month) }),
    }),
    ...showRunway(output),
    note(
      'plain',
      'Runway = cash ÷ (spending − income), month by month when they grow. One-off costs, taxes and late payers are not in it.',
    ),
  ],
})

const TOPICS: readonly RegExp[] = [
  /\brunway\b/,
  /\brunaway (?:with|of|for)\b.*\bburn/,
  /\b(?:cash|bank|money)\b.{0,30}\bburning\b.{0,30}\bmonth/,
  /\bmonths left\b.*\bburn/,
  /\bhow long\b.{0,30}\blast (?:at|on|with)\b.{0,25}\b(?:a|per|each|every) month\b/,
  /\bhow (?:long|many months)\b.{0,40}\b(?:cash|money|savings)\b.{0,20}\blast\b/,
  /\bhow (?:long|many months)\b.{0,30}\blast\b.{0,40}\b(?:burn|spend|lose)/,
  /\bhow (?:long|many (?:more )?months)\b.{0,40}\b(?:left|can (?:i|we) (?:last|live|survive|go on|keep going|hold out))\b.*\b(?:cash|bank|money|savings?|saved|burn\w*|spend\w*)\b/,
  /\b(?:cash|bank|money|savings?|saved|burn\w*|spend\w*)\b.*\bhow (?:long|many (?:more )?months)\b.{0,30}\b(?:left|(?:can|could|will|do) (?:i|we) (?:last|live|survive|go on|keep going|hold out|have))\b/,
  /\bwhen (?:are|am|is|will|do|would) (?:we|i|it|they|the company) (?:be )?(?:out of (?:money|cash|funds)|broke|bankrupt|skint)\b/,
  /\b(?:till?|until|before) (?:i'?m|we'?re|i am|we are) (?:broke|skint|bankrupt|out of (?:money|cash))\b/,
  /\b(?:when|how (?:long|soon)|how many months).{0,30}\b(?:run(?:ning)? out(?: of (?:cash|money|funds))?|(?:go|be|are|were|'re|am|i'm) (?:broke|bankrupt|out of (?:cash|money)))\b/,
  /\b(?:cash|money|funds|funding|bank)\b.{0,20}\b(?:gone|runs? dry|run out|empty)\b/,
  /\bburn rate\b.{0,80}\b(?:months?|long|left)\b/,
  /\b(?:business|company|startup|start-up)\b.{0,80}\bhow (?:long|many months) can (?:i|we|it) (?:keep going|survive|last|hold out|continue|go on)\b/,
]
const LABELS = {
  income:
    /\b(?:revenues?|income|sales|mrr|earn(?:s|ing)?|mak(?:e|es|ing)|(?:bring(?:ing)?|come[s]?|coming) in|takings)\b|\bin(?=:? [$£€]?\d[\d,.]*k? ?(?:a|per|\/|each) ?month)/,
  spending:
    /\b(?:(?:net (?:cash )?|monthly (?:cash )?|(?<!\d[km]? )cash {2}|monthly )?burn(?:s)?(?: rate)?|burning|spend(?:s|ing)?|expenses?|costs?|outgoings|los(?:e|es|ing|s|ses)|pay out|going out|need(?:ing)?|liv(?:e|ing) on)\b|\bout(?=:? [$£€]?\d)/,
  cash: /\b(?:cash(?! burn)|(?<=\d[km]? )cash|bank(?: balance| account)?|balance|savings|money|raised|funding)\b/,
} as const
/** What is asked for has the same words as what is given. */
const ASKED =
  /\b(?:are|am|is|be) (?:we |i |it )?(?:out of (?:money|cash|funds)|broke)\b|\b(?:run(?:ning|s)? )?out of (?:cash|money|funds)\b|\bhow (?:long|many months)\b[^\d,;:]{0,30}\b(?:cash|money|savings)\b[^\d,;:]{0,15}\blast\b|\b(?:cash|money) (?:be |is )?gone\b/g
const GROWTH =
  /\b(?:grow(?:s|ing|th|n)?|ris(?:es|ing)|increas(?:es|ing|e)|up)\b[^%]{0,20}?(\d{1,3}(?:\.\d{1,2})?) ?%|(\d{1,3}(?:\.\d{1,2})?) ?% (?:a month |per month |monthly |mom )?(?:growth|increase)/
const INCOME_WORD = /\b(?:revenues?|income|sales|mrr|earn\w{0,3})\b/g
const SPENDING_WORD = /\b(?:burn\w{0,3}|spend\w{0,3}|expenses?|costs?)\b/g
const ASKS_SPAN = /\b(?:how long|how many|how soon|when)\b/
const YEARLY = /\b(?:a|per) year\b|\byearly\b|\bannual(?:ly)?\b/

function hearCash(text: string): Heard {
  if (!TOPICS.some((topic) => topic.test(text))) return null
  const plain = text
    .replace(ASKED, ' , ')
    .replace(/\blast (?:at|on|with) /g, ' , spending ')
    .replace(/\b(?:if|when|while|but|because)\b/g, ' , ')
  const { spending, income, ...held } = readLabelled(plain, LABELS)
  const cash = held.cash ?? otherSum(text, [spending, income])
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
      ...growthIn(text, income !== undefined),
      ...heardMoney(text),
    },
  }
}

/** "how long will 120k last if we burn 15k": the sum that has no other part is what there is. */
function otherSum(text: string, taken: readonly (number | undefined)[]): number | undefined {
  const others = readAmounts(text).filter(({ value, every }) => every === null && !taken.includes(value))
  return taken.some((one) => one !== undefined) ? largestAmount(others)?.value : undefined
}

/** The growth belongs to the word that stands last before it; without one, to the income if there is any. */
function growthIn(text: string, hasIncome: boolean): Readonly<Record<string, number>> {
  const found = GROWTH.exec(text)
  if (!found) return {}
  const share = Number(found[1] ?? found[2]) / 100
  const before = text.slice(0, found.index)
  const lastOf = (words: RegExp) => [...before.matchAll(words)].at(-1)?.index ?? -1
  const [income, spending] = [lastOf(INCOME_WORD), lastOf(SPENDING_WORD)]
  const isIncome = income === spending ? hasIncome : income > spending
  return isIncome ? { income_growth_ratio_per_month: share } : { spending_growth_ratio_per_month: share }
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
