import { asksToUnderstand } from './asks-to-compute.ts'
import { heardMoney } from './heard-money.ts'
import { digitsForWords } from './number-words.ts'
import { type Amount, readAmounts } from './read-amounts.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

/** What pay is told or asked by. */
type PayPeriod = 'hour' | 'day' | 'week' | 'month' | 'year'

const PER = '(?:an?|per|each|every|the|\\/|in an?|by the) ?'
const PERIODS: ReadonlyArray<readonly [PayPeriod, string]> = [
  ['hour', `(?:${PER}(?:hours?|hrs?|h)\\b|hourly|\\bp\\/?h\\b)`],
  ['day', `(?:${PER}days?\\b|daily|day rate)`],
  ['week', `(?:${PER}(?:weeks?|wks?)\\b|weekly)`],
  ['month', `(?:${PER}(?:months?|mo)\\b|monthly)`],
  ['year', `(?:${PER}(?:years?|yrs?|annum)\\b|yearly|annually|annual(?: salary| pay| income)?|salary of)`],
]
const ASKS =
  /\bhow much\b|\bwhat(?:'s|s)?\b|\bequals?\b|\bconvert\b|\bcalculate\b|=|\bis that\b|\bin (?:a|per)\b|\bto (?:hourly|yearly|annual|monthly|weekly)\b|\bcomes? to\b|\bworks? out\b/
/** Pay that is taxed, saved, raised or charged to clients is for other tools. */
const OTHER =
  /%|\b(?:tax(?:es|ed)?|after tax|take[- ]?home|net|sav(?:e|es|ing)|invest\w*|rent|charge|freelanc\w*|clients?|interest|inflation|raise|overtime|meeting|people|burn|calories|km|miles|kcal|words|mortgage|loan|visitors|customers|units|goals|points|left|spend|costs?|should i|enough|good|live on|afford)\b/
const HOURS =
  /(\d{1,2}(?:\.\d{1,2})?) ?(?:hours|hrs|h) ?(?:a|per|each|every|\/) ?(?:week|wk)\b|(\d{1,2}) ?-? ?(?:hour|hr) weeks?\b/

/** Hears "18.50 an hour is how much a year" and "what is 45k a year per hour": one sum by one period, and another that is asked for. */
export function hearPayPeriod(said: Utterance): Heard {
  const text = digitsForWords(spokenText(said.text))
  if (!ASKS.test(text) || OTHER.test(text) || (asksToUnderstand(text) && !/\bhow much\b/.test(text))) return null
  const hours = HOURS.exec(text)
  const rest = hours ? text.replace(hours[0], ' ') : text
  const [amount, second] = readAmounts(rest).filter(({ value }) => value > 0)
  const per = amount && second === undefined ? periodOf(rest, amount) : null
  if (!amount || per === null) return null
  const weekly = hours ? { hours_per_week: Number(hours[1] ?? hours[2]) } : {}
  return { use: { pay: amount.value, per, ...weekly, ...heardMoney(rest) } }
}

/** What the sum is paid by, if pay by another period is asked for: behind the sum first, then before it. */
function periodOf(text: string, amount: Amount): PayPeriod | null {
  const places = PERIODS.flatMap(([period, words]) =>
    [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({ period, at: index })),
  ).sort((a, b) => Math.abs(a.at - amount.from) - Math.abs(b.at - amount.from))
  const behind = places.find(({ at }) => at >= amount.from && at - amount.to <= 3)
  const before = places.find(({ at }) => at < amount.from && amount.from - at <= 25)
  const given = (behind ?? before)?.period ?? (SALARY.test(text) && amount.value >= YEARLY_FROM ? 'year' : null)
  const others = places.map(({ period }) => period).filter((period) => period !== given)
  return given === null || others.length === 0 || isAnySum([given, ...others]) ? null : given
}

const SALARY = /\bsalary\b/
/** A salary without a period is one of a year from here on. */
const YEARLY_FROM = 10_000

/** By the week and the month alone any sum is told; an hour, a day or a year makes it pay. */
const isAnySum = (periods: readonly PayPeriod[]): boolean =>
  periods.every((period) => period === 'week' || period === 'month')
