import { asksToCompute } from './asks-to-compute.ts'
import { wordsAfter, wordsBefore } from './figure.ts'
import { heardMoney } from './heard-money.ts'
import { heardText } from './heard-text.ts'
import { digitsForWords } from './number-words.ts'
import { type Amount, readAmounts } from './read-amounts.ts'
import type { Heard, Utterance } from './tool.ts'

const RATE =
  /\b(?:hourly|hour|day|daily|freelanc\w*|contract\w*|consult\w*|billing|bill) rates?\b|\brates? (?:per|an|a|by the) (?:hour|day)\b|\b(?:charge|bill|ask for|invoice)\b.{0,40}\b(?:hour(?:ly)?|hr|h|day|daily)\b|\b(?:per|an|by the) (?:hour|hr)\b.{0,20}\b(?:charge|bill|freelanc)|\bwhat rate\b/
const ALONE =
  /\bfreelanc\w*|\bself[- ]?employed|\bcontract(?:or|ing)\b|\bconsult(?:ant|ing)\b|\bsole trader\b|\bbill(?:able|ing)?\b|\bcharge\b|\bto (?:earn|make|reach|get|net|clear|bring in)\b/
const OTHER = /\bmeetings?\b|\binterest\b|\bmortgage\b|\bexchange\b|\bheart\b|\bconvert\b|\bloan\b/
const WEEKS =
  /\b(\d{1,2}) (?:working |billable |work )?(?:weeks?|wks?)(?: (?:a|per) year)?\b(?! (?:off|holidays?|vacation|leave|pto|of (?:holidays?|vacation|leave)))/
const WEEKS_OFF = /\b(\d{1,2}) weeks? (?:of )?(?:off|holidays?|vacation|leave|pto)\b/
const HOURS =
  /\b(\d{1,3}(?:\.\d)?) ?(?:billable |paid |client |work(?:ing)? )?(?:hours?|hrs?|h)(?: billable)? ?(?:a|per|each|\/) ?(?:week|wk)\b|\b(\d{1,3}(?:\.\d)?) billable (?:hours?|hrs?)\b(?! ?(?:a|per|each) day)|\b(\d{1,3})[- ]?hours? weeks?\b/
const HOURS_A_DAY = /\b(\d{1,2}(?:\.\d)?) ?(?:billable |paid )?(?:hours?|hrs?|h) (?:a|per|each) day\b/
const DAYS_A_WEEK = /\b(\d) days? (?:a|per|each) week\b/
const TAX =
  /\btax(?:es)?(?: rate)?(?: of| is| at|:)? (\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent)|\b(\d{1,2}(?:\.\d{1,2})?) ?(?:%|percent) (?:for |of |in )?tax(?:es)?\b/
const COST_BEFORE = /\b(?:costs?|expenses?|overheads?)(?: of| are| is| at|:)? ?[$£€]?$/
const COST_AFTER = /^ ?(?:in |of |for )?(?:business )?(?:costs?|expenses?|overheads?)\b/
const LEAST_INCOME = 500

/** Hears "hourly rate to earn 70000 a year as a freelancer" with weeks, hours, costs and tax where they are named. */
export function hearFreelanceRate(said: Utterance): Heard {
  const text = digitsForWords(heardText(said))
  if (!RATE.test(text) || !ALONE.test(text) || OTHER.test(text)) return null
  const amounts = readAmounts(text).filter(({ value }) => value >= 10)
  const costs = amounts.find((amount) => isCost(text, amount))
  const income = amounts
    .filter((amount) => amount !== costs && amount.value >= LEAST_INCOME)
    .toSorted((a, b) => b.value - a.value)[0]
  if (!income)
    return /\bfreelanc|self[- ]?employed|contract/.test(text) && asksToCompute(text, /\brate\b/)
      ? { missing: ['the income you want in a year, such as 70000'] }
      : null
  return {
    use: {
      income_per_year: perYear(income),
      ...(costs && { costs_per_year: perYear(costs) }),
      ...timeIn(text),
      ...taxIn(text),
      ...heardMoney(text),
    },
  }
}

const isCost = (text: string, amount: Amount): boolean =>
  COST_BEFORE.test(wordsBefore(text, amount)) || COST_AFTER.test(wordsAfter(text, amount))

const perYear = ({ value, every }: Amount): number =>
  every === 'month' ? value * 12 : every === 'week' ? value * 52 : value

function timeIn(text: string): { weeks_per_year?: number; billable_hours_per_week?: number } {
  const [off, weeks, hours, aDay] = [WEEKS_OFF, WEEKS, HOURS, HOURS_A_DAY].map((pattern) => pattern.exec(text))
  const days = Number(DAYS_A_WEEK.exec(text)?.[1] ?? 5)
  const perWeek = hours ? Number(hours[1] ?? hours[2] ?? hours[3]) : aDay ? Number(aDay[1]) * days : null
  return {
    ...(off ? { weeks_per_year: 52 - Number(off[1]) } : weeks ? { weeks_per_year: Number(weeks[1]) } : {}),
    ...(perWeek === null ? {} : { billable_hours_per_week: perWeek }),
  }
}

function taxIn(text: string): { tax_ratio?: number } {
  const tax = TAX.exec(text)
  return tax ? { tax_ratio: Number(tax[1] ?? tax[2]) / 100 } : {}
}
