import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { heardText } from './heard-text.ts'
import { readLabelled } from './labelled-figures.ts'
import { readLabelledShares } from './labelled-shares.ts'
import { nameMissing } from './name-missing.ts'
import { digitsForWords } from './number-words.ts'
import { readAmounts } from './read-amounts.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPICS: readonly RegExp[] = [
  /\bunit economics?\b/,
  /\bcosts? per (?:new )?(?:customer|client|user|sign-?up|lead)\b/,
  /\b(?:spen[dt]|spending|paid)\b.{0,40}\b(?:ads?|marketing|advertising|facebook|google)\b.{0,40}\b(?:got|won|gained|brought|win|get|getting|signed)\b.{0,25}\b(?:customer|client|user|subscriber|sign-?up|lead)s?\b/,
  /\bcacs?\b/,
  /\b(?:c?ltv|clv)s?\b/,
  /\b(?:customer |client )?life ?time value\b/,
  /\bacquisition costs?\b/,
  /\bcosts?(?: us| me)? (?:to|of) (?:acquir|win|get)\w*(?: a| each| one| new)* (?:new )?(?:customer|client|user|sign-?up)s?\b/,
]
const NAME = /\bunit economics|\bcac\b|\bltv\b|\bclv\b|\blife ?time value|\bpay-?back|\bcost/
const MONEY = {
  cac: /\bcacs?\b|\b(?:customer )?acquisition costs?\b|\bcosts?(?: us| me)? (?:to|of) (?:acquir|win|get)\w*(?: a| each| one| new)* (?:new )?(?:customer|client|user)s?\b|\b(?:marketing|ads?|sales|advertising)(?: cost| spend)? per (?:new )?customer\b|\b(?:pay|spend)(?: per| for each| for a| to win a| to get a) (?:new )?(?:customer|client|user)\b/,
  spend:
    /\b(?:(?:sales and )?marketing|ad|ads|advertising)(?: and sales)? (?:spend(?:ing)?|budget|costs?)\b|\b(?:spend|spent|spending) on (?:ads|marketing|advertising|sales)\b|\b(?:spent|spend)\b/,
  won: /\bnew (?:customers?|clients?|users?|subscribers?|signups?)\b|\b(?:customers?|clients?|subscribers?) (?:won|gained|acquired)\b|\b(?:won|gained|got|acquired)\b/,
  revenue:
    /\b(?:arpu|arpa|mrr per (?:customer|user|client)|aov|subscription|price|revenue|monthly fee|fee|plan|pays?(?: us)?|paying(?: us)?|charge|bring(?:s|ing)?(?: us| in)*|(?:each|they|who) (?:spend|give us|generate|yield)s?)\b/,
  perCustomer:
    /\b(?:a|per|each) (?:month )?(?:per |for each )?(?:customer|client|user|subscriber|seat|member)\b|\b(?:monthly|a month|per month|\/ ?mo(?:nth)?)\b/,
  unitCost: /\b(?:cost (?:to serve|of service|per (?:customer|user))|variable costs?|cogs|costs? to serve)\b/,
} as const
const SHARES = {
  churn: /\bchurn(?:s|ing)?(?: rate)?\b|\bleave\b|\blose\b|\bcancel\b|\battrition\b/,
  margin: /\bmargins?\b/,
  retention: /\bretention\b|\brenew\w*\b/,
} as const
const PER_YEAR =
  /([$£€]?\d[\d,]*(?:\.\d+)?) ?(k)? ?(?:\/ ?|a |per |each |every )?(?:year|yr|annum|annual(?:ly)?|yearly)\b/g
const YEARLY_SHARE =
  /\b(?:annual|yearly) (?:churn|retention)|\b(?:churn|leave|lose|cancel|retention)\b[^,;.]{0,25}\b(?:a|per|each|every) (?:year|yr)\b|\d ?%[^,;.]{0,25}\b(?:a|per|each|every) (?:year|yr)\b|% ?(?:annual|yearly)/
/** "pay $400 to win a customer" is the cost of winning one, not what customers pay. */
const TO_WIN =
  /\b(?:pay(?:ing)?|spend(?:ing)?|costs?(?: us| me)?|need|takes?)? ?([$£€]?\d[\d,]*(?:\.\d+)? ?k?) (?:dollars? |euros? |pounds? )?(?:to|for) (?:win|acquir|get|land|gain|each|every)\w*(?: a| an| one| each| every)?(?: new)? (?:customer|client|user|subscriber)s?\b/g
const PAYBACK = /\bpay(?:s|ing)?[- ]?back\b/
const LIFETIME =
  /\b(?:stays?|staying|stick(?:s|ing)?|remains?|keep(?:s|ing)?(?: them)?|life ?times?|lasts?|tenure|(?:leave|cancel|churn|quit)s?(?: us)? after)\b[^,;.\d]{0,25}(\d{1,3}(?:\.\d{1,2})?)[- ]?(months?|years?|yrs?|mo)\b/
const LIFETIME_AFTER =
  /(?<![\w.])(\d{1,3}(?:\.\d{1,2})?)[- ]?(months?|years?|yrs?|mo)(?: (?:average|avg|customer|client))* (?:life ?time|life ?span|stay|tenure|retention)\b/

/** Hears "CAC 300, $50 a month per customer, gross margin 80%, churn 4% a month"; yearly figures become monthly ones. */
export function hearUnitEconomics(said: Utterance): Heard {
  const heard = digitsForWords(heardText(said))
  if (!TOPICS.some((topic) => topic.test(heard))) return null
  const winning = winningIn(heard)
  if (winning && !BRINGS.test(heard)) return { use: winning }
  const text = heard.replace(PER_YEAR, monthly).replace(TO_WIN, ' cac $1 ')
  const stated = text.replace(LIFETIME, ' ').replace(LIFETIME_AFTER, ' ')
  const { spend, won } = readLabelled(stated, MONEY)
  // A count of customers is never money: "win 48 new customers who bring 40 a month".
  const { cac, revenue, perCustomer, unitCost } = readLabelled(stated.replace(COUNTED, ' customers '), MONEY)
  const shares = readLabelledShares(heard, SHARES)
  const income = revenue ?? perCustomer
  const figures: Told = {
    revenue: income,
    margin: shares.margin ?? marginOf(income, unitCost),
    churn: churnOf(heard, shares),
    cac: winning ? winning.acquisition_spend / winning.customers_won : (cac ?? costOf(spend, won)),
  }
  const missing = missingOf(text, figures)
  if (missing.length === 0) return { use: told(figures) }
  const given = Object.values(figures).filter((one) => one !== undefined).length
  const isHalf = given >= 2 || (given === 1 && !asksToUnderstand(text))
  return isHalf || asksToCompute(text, NAME) ? { missing } : null
}

const COUNT =
  /(?<![\w.,$£€])(\d{1,3}(?:,\d{3})+|\d{1,9}) ?(?:new |paying )?(?:customers?|clients?|users?|subscribers?|sign-?ups?|leads?|buyers?)\b/
const WON = new RegExp(`${COUNT.source}(?! (?:a|per|each) month)`)
const COUNTED = new RegExp(COUNT.source, 'g')
const SPEND_CUE =
  /\b(?:spen[dt]|spending|paid|ads?|marketing|advertising|campaign)\b|\bcosts? per (?:new )?(?:customer|client|user|sign-?up|lead)\b/
const BRINGS =
  /\b(?:pays?|paying|charge|revenue|arpu|churn|margin|c?ltv|clv|life ?time|leave|bring(?:s|ing)?(?: us| in)* [$£€]?\d+)\b(?! (?:new |paying )?(?:customer|client|user|subscriber|sign-?up|lead)s?\b)/

/** "spent 900 on ads and got 36 customers": the one sum beside the customers that it won. */
function winningIn(text: string): { acquisition_spend: number; customers_won: number } | null {
  const won = WON.exec(text)
  if (!won || !SPEND_CUE.test(text)) return null
  const places = BRINGS.test(text) ? besideCount(text, won) : [text.replace(won[0], ' , ')]
  const sums = places.map((place) => readAmounts(place).filter(({ value }) => value > 0))
  const [spend, second] = sums.find(({ length }) => length > 0) ?? []
  const customers_won = Number(won[1]?.replaceAll(',', ''))
  return spend && !second && customers_won > 0 ? { acquisition_spend: spend.value, customers_won } : null
}

/** Where the spend stands when more is told: before the customers, else behind them up to what they bring. */
function besideCount(text: string, won: RegExpExecArray): readonly string[] {
  const behind = text.slice(won.index + won[0].length)
  return [text.slice(0, won.index), SPEND_BEHIND.exec(behind)?.[0] ?? '']
}

const SPEND_BEHIND =
  /^[^.;]{0,12}\b(?:for|from|with|on|out of|off|cost(?:ing)?) [^.;]{1,30}?\b(?:ads?|marketing|advertising|spend|campaign)\b/

const costOf = (spend: number | undefined, won: number | undefined): number | undefined =>
  spend !== undefined && won ? spend / won : undefined

const marginOf = (income: number | undefined, unitCost: number | undefined): number | undefined =>
  income && unitCost !== undefined ? Math.max(0, 1 - unitCost / income) : undefined

const missingOf = (text: string, { revenue, margin, churn, cac }: Told): readonly string[] =>
  nameMissing([
    [revenue, 'what a customer pays a month'],
    [margin, 'the gross margin in percent (or the cost to serve a customer)'],
    [needsChurn(text, cac) ? churn : 0, 'the churn in percent a month (or how long a customer stays)'],
    [
      PAYBACK.test(text) || /\bcac\b|\bacquisition\b|\bunit econ/.test(text) ? cac : 0,
      'what it costs to win a customer (CAC)',
    ],
  ])

/** Payback alone needs no churn. */
const needsChurn = (text: string, cac: number | undefined): boolean =>
  !(PAYBACK.test(text) && cac !== undefined && !/\bltv\b|\blife ?time|\bclv\b|\bunit econ/.test(text))

interface Told {
  readonly revenue: number | undefined
  readonly margin: number | undefined
  readonly churn: number | undefined
  readonly cac: number | undefined
}

const told = ({ revenue, margin, churn, cac }: Told) => ({
  revenue_per_customer_month: revenue,
  gross_margin_ratio: margin,
  ...(churn === undefined ? {} : { churn_ratio_per_month: churn }),
  ...(cac === undefined ? {} : { acquisition_cost: cac }),
})

const monthly = (_: string, digits: string, thousands: string | undefined): string => {
  const yearly = Number(digits.replace(/[^\d.]/g, '')) * (thousands ? 1_000 : 1)
  return `${Number((yearly / 12).toFixed(6))} a month`
}

/** A yearly share c becomes 1 − (1 − c)^(1/12) a month; a stay of n months a churn of 1/n. */
function churnOf(text: string, { churn, retention }: { churn?: number; retention?: number }): number | undefined {
  const lost = churn ?? (retention === undefined ? undefined : 1 - retention)
  if (lost !== undefined) return YEARLY_SHARE.test(text) ? 1 - (1 - lost) ** (1 / 12) : lost
  const stay = LIFETIME.exec(text) ?? LIFETIME_AFTER.exec(text)
  if (!stay) return undefined
  const months = Number(stay[1]) * (stay[2]?.startsWith('y') ? 12 : 1)
  return months > 0 ? 1 / months : undefined
}
