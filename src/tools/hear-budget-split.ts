import { wordsAfter, wordsBefore } from './figure.ts'
import { YEARLY_FROM } from './hear-rent-share.ts'
import { largestAmount } from './money-roles.ts'
import type { Amount } from './read-amounts.ts'
import { perMonth, readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const RULE =
  /(?<![\d/.-])(\d{2}) ?[/-] ?(\d{2}) ?[/-] ?(\d{2})(?![\d/-])|(?<![\d.,] ?)(\d{2}) (\d{2}) (\d{2})(?! ?[\d%])/
const INCOME =
  /\b(?:salary|income|pay|wages?|pay ?checks?|take[- ]home|a month|per month|monthly|a week|per week|weekly|a fortnight|earn|i make|we make|bring home)\b|\bneeds?,? (?:and )?wants\b/
const ASKS =
  /\bhow (?:should|shoud|do|can|would|could) (?:i|we) (?:split|budget|divide|allocate)\b|^(?:please |can you |could you )?(?:help me )?(?:split|budget|divide|allocate|break down)\b|\b(?:make|create|draw up|give me|suggest|plan)(?: me)? a (?:monthly )?budget (?:for|on|of|with|from)\b|^(?:a )?(?:monthly )?budget (?:for|on|of|with|from)\b/
const APPLIES =
  /\b(?:apply|split|divide|calculate|compute|work out|break down|use|my (?:salary|income|pay|wages?|budget|pay ?check|take[- ]home))\b/
const ABOUT =
  /\b(?:why|explain|what does|who (?:made|invented)|is (?:the|a|it)|good|realistic|should i (?:use|follow)|alternatives?)\b/

const LOOKS = /\b(?:look like|work out|come to)\b.{0,20}\d/
/** What of the needs has a fixed price: "rent is 1100", "1100 for rent", "after 900 mortgage". */
const PAID = /\b(?:rent|mortgage|housing|bills|fixed costs?)(?: (?:is|are|costs?|of|at|takes|comes to))* ?$/
const PAID_AFTER =
  /^ ?(?:a month |per month |monthly )?(?:of |for |on |in |goes on |go on |is )?(?:my |the )?(?:rent|mortgage|housing|bills|fixed costs?)\b/
/** Two or four parts, or percentages: no rule of this tool, which knows needs, wants and savings. */
const OTHER_SHARES = /(?<![\d/.-])\d{2} ?\/ ?\d{2}(?: ?\/ ?\d{2} ?\/ ?\d{2})?(?![\d/-])|\d{1,2} ?%/

/**
 * Hears "50/30/20 on 3200 a month", "split my salary of 3200" and "I make 3200, rent is 1100, how do I split the rest"; the
 * rule applied to an unnamed income is half there, and shares that make no hundred are passed on to be refused.
 */
export function hearBudgetSplit(said: Utterance): Heard {
  const text = spokenText(said.text)
  const shares = sharesIn(text)
  const isSplit = ASKS.test(text) && INCOME.test(text)
  if (ABOUT.test(text) && !LOOKS.test(text)) return null
  if (!isSplit && !(shares && isMeant(text, shares))) return null
  return !shares && OTHER_SHARES.test(text) ? { missing: [THREE] } : splitIn(text, shares)
}

function splitIn(text: string, shares: Shares | undefined): Heard {
  const figures = readFigures(text.replace(RULE, (rule) => (shares ? ' '.repeat(rule.length) : rule)))
  const paid = figures.amounts.find((amount) => isPaid(figures.text, amount))
  const income = largestAmount(figures.amounts.filter((amount) => amount !== paid))
  if (!income) return shares && APPLIES.test(text) ? { missing: ['your income after tax, such as 3200 a month'] } : null
  const every = income.every ?? (paid && income.value >= YEARLY_FROM * perMonth(paid) ? 'year' : null)
  return {
    use: {
      ...{ income: income.value, every: every ?? 'unknown', ...shares, currency: figures.currency },
      ...(paid && { needs_paid: asOften(paid, every) }),
    },
  }
}

const THREE = 'the shares of needs, wants and savings that make 100 %, such as 50/30/20'

const isPaid = (text: string, amount: Amount): boolean =>
  PAID.test(wordsBefore(text, amount)) || PAID_AFTER.test(wordsAfter(text, amount))

/** What is paid in the period of the income: a rent without a period is one of a month where the income is one of a year. */
function asOften(paid: Amount, every: Amount['every']): number {
  if (every === paid.every || (paid.every === null && every !== 'year')) return paid.value
  const monthly = perMonth(paid)
  if (every === 'year') return monthly * 12
  return every === 'week' ? (monthly * 12) / 52 : monthly
}

interface Shares {
  readonly needs: number
  readonly wants: number
  readonly savings: number
}

/** Three numbers that make a hundred are the rule; others only where a budget is spoken of, for they may be a date. */
const isMeant = (text: string, { needs, wants, savings }: Shares): boolean =>
  Math.abs(needs + wants + savings - 1) < 1e-9 || ((ASKS.test(text) || APPLIES.test(text)) && !DATED.test(text))

const DATED =
  /\b(?:on|by|until|till|since|before|after|date|due|between) ?(?:[0-2]?\d|3[01])[/-](?:0?\d|1[0-2])[/-]\d{2}\b/

/** "50/30/20" → shares of needs, wants and savings, whatever they make; undefined without such a rule. */
function sharesIn(text: string): Shares | undefined {
  const [needs, wants, savings] = (RULE.exec(text)?.slice(1) ?? []).filter((part) => part !== undefined).map(Number)
  if (needs === undefined || wants === undefined || savings === undefined) return undefined
  return { needs: needs / 100, wants: wants / 100, savings: savings / 100 }
}
