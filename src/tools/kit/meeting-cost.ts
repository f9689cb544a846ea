import * as z from 'zod'
import { facts, note, number } from '../../report/report.ts'
import { asksToCompute, asksToUnderstand } from '../asks-to-compute.ts'
import { heardMoney } from '../heard-money.ts'
import { heardText } from '../heard-text.ts'
import { currencyField } from '../money-fields.ts'
import { moneyText } from '../money-text.ts'
import { nameMissing } from '../name-missing.ts'
import { digitsForWords } from '../number-words.ts'
import { defineTool, type Heard } from '../tool.ts'

const WEEKS_PER_YEAR = 52
const PAID_HOURS = 2_080

/** Cost = people × hours × hourly rate: the paid time, by arithmetic. */
export default defineTool({
  name: 'meeting-cost',
  summary: 'Computes what a meeting costs in paid time, once and per year.',
  example: 'meeting cost: 8 people, $60 per hour, 45 minutes, weekly',
  effect: 'read',
  input: z.object({
    people: z
      .int('the number of people must be whole')
      .min(1, 'at least one person is needed')
      .max(100_000, 'too many people'),
    hourly_rate: z.number().positive('the hourly rate must be above 0').max(1e6, 'the hourly rate is too large'),
    minutes: z.number().positive('the length must be above 0').max(10_080, 'a meeting of more than a week is not one'),
    meetings_per_week: z
      .number()
      .positive('the meetings per week must be above 0')
      .max(200, 'too many meetings a week')
      .optional(),
    currency: currencyField,
  }),
  output: z.object({
    person_hours: z.number(),
    cost_per_meeting: z.number(),
    /** Null when it was not said how often it takes place. */
    cost_per_week: z.number().nullable(),
    cost_per_year: z.number().nullable(),
  }),
  hear: (said) => hearMeeting(digitsForWords(heardText(said))),
  run({ people, hourly_rate, minutes, meetings_per_week }) {
    const hours = (people * minutes) / 60
    const once = hours * hourly_rate
    const weekly = meetings_per_week === undefined ? null : once * meetings_per_week
    return {
      person_hours: hours,
      cost_per_meeting: once,
      cost_per_week: weekly,
      cost_per_year: weekly === null ? null : weekly * WEEKS_PER_YEAR,
    }
  },
  show: (output, input) => [
    facts('The meeting', {
      People: number(input.people),
      'Hourly rate': moneyText(input.hourly_rate, input.currency),
      Minutes: number(input.minutes),
      ...(input.meetings_per_week === undefined ? {} : { 'Meetings a week': number(input.meetings_per_week) }),
    }),
    facts('Cost of the paid time', {
      'Person-hours a meeting': number(output.person_hours),
      'A meeting': moneyText(output.cost_per_meeting, input.currency),
      ...(output.cost_per_week === null ? {} : { 'A week': moneyText(output.cost_per_week, input.currency) }),
      ...(output.cost_per_year === null
        ? {}
        : { 'A year of 52 weeks': moneyText(output.cost_per_year, input.currency) }),
    }),
    note(
      'plain',
      'Cost = people × hours × hourly rate. Preparation, interruption and employer costs on top of pay (often a quarter or more) are not in it; nor is what the meeting is worth. A yearly salary counts as 2,080 paid hours (52 weeks of 40).',
    ),
  ],
})

const TOPIC =
  /\b(?:meetings?|meeitngs?|meetngs?|metings?|meetins?|standups?|stand-ups?|all-hands|workshops?|(?:video |zoom |conference |phone )?calls?|retros?|syncs?|huddles?)\b/
const COST = /\b(?:costs?|costing|price of|expensive|spend(?:ing)? on|burn(?:ing|s)?|worth in (?:pay|time|money))\b/
const PEOPLE =
  /\b(\d{1,6}) (?:\w{1,12} )?(?:people|ppl|persons?|pax|devs?|attendees|participants|of us|staff|employees|engineers|developers|managers|colleagues|members|heads)\b/
const RATE =
  /[$£€]?(\d{1,6}(?:\.\d{1,2})?) ?[$£€]?(?:\w{3,7} )?(?:\/|per |an |a |each )(?:h\b|hr\b|hour\b)|\b(?:hourly rate|rate)(?: of| is|:)? [$£€]?(\d{1,6}(?:\.\d{1,2})?)|[$£€](\d{1,6}(?:\.\d{1,2})?) hourly/
const MINUTES = /\b(\d{1,5}(?:\.\d{1,2})?)[ -]?(?:min|mins|minutes?)\b/
const HOURS = /\b(\d{1,3}(?:\.\d{1,2})?|an|one|half(?: an?)?)[ -](?:hours?|hr|hrs)\b|\b(\d{1,2}(?:\.\d{1,2})?)h\b/
const HOUR_WORDS: Readonly<Record<string, number>> = { an: 1, one: 1, half: 0.5, 'half a': 0.5, 'half an': 0.5 }
const TIMES = /\b(\d{1,3}) ?(?:x|times)? (?:a|per|each|every) week\b/

function hearMeeting(text: string): Heard {
  if (!TOPIC.test(text)) return null
  const people = PEOPLE.exec(text)
  const rate = RATE.exec(text) ?? YEARLY_PAY.exec(text)
  const minutes = minutesIn(rate ? text.replace(rate[0], ' ') : text)
  const missing = nameMissing([
    [people, 'how many people take part'],
    [rate, 'what an hour of a person costs, such as 60 per hour'],
    [minutes, 'how long it takes, such as 45 minutes'],
  ])
  if (missing.length > 0) return COST.test(text) && asksForCost(text, missing.length) ? { missing } : null
  // People, length and hourly pay together are asked about for nothing else.
  if (!COST.test(text) && asksToUnderstand(text)) return null
  const often = timesPerWeek(text)
  return {
    use: {
      people: Number(people?.[1]),
      hourly_rate: rate ? hourlyRate(rate) : undefined,
      minutes,
      ...(often === null ? {} : { meetings_per_week: often }),
      ...heardMoney(text),
    },
  }
}

/** "100k salary": what a year costs, spread over its paid hours. */
const YEARLY_PAY =
  /[$£€]?(?<year>\d{2,3}(?:,\d{3})|\d{1,3}k|\d{5,6}) ?[$£€]?(?:\w{3,7} )?(?:(?:a|per) year |yearly |annual )?(?:salar(?:y|ies)|a year|per year|annually)|\bsalar(?:y|ies)(?: of| is|:)? [$£€]?(?<pay>\d{2,3}(?:,\d{3})|\d{1,3}k|\d{5,6})\b/

function hourlyRate(rate: RegExpExecArray): number {
  const yearly = rate.groups?.year ?? rate.groups?.pay
  if (yearly === undefined) return Number(rate[1] ?? rate[2] ?? rate[3])
  const pay = Number(yearly.replace(/[,k]/g, '')) * (yearly.endsWith('k') ? 1_000 : 1)
  return Number((pay / PAID_HOURS).toPrecision(12))
}

/** Half told and not a question about meetings, or an order to compute. */
function asksForCost(text: string, missing: number): boolean {
  const isHalf = missing < 3 && (/^how much\b/.test(text) || !asksToUnderstand(text))
  return isHalf || asksToCompute(text, /\bcosts? of\b|\bmeeting costs?\b/)
}

function minutesIn(text: string): number | null {
  const minutes = MINUTES.exec(text)
  if (minutes) return Number(minutes[1])
  const hours = HOURS.exec(text)
  const said = hours?.[1] ?? hours?.[2]
  return said === undefined ? null : (HOUR_WORDS[said] ?? Number(said)) * 60
}

function timesPerWeek(text: string): number | null {
  const times = TIMES.exec(text)
  if (times) return Number(times[1])
  if (/\b(?:twice|2 ?x|2 times) (?:a|per|each) month\b/.test(text)) return 24 / WEEKS_PER_YEAR
  if (/\btwice (?:a|per|each) week\b/.test(text)) return 2
  if (/\b(?:daily|every (?:work(?:ing)?)? ?day|each day|every morning)\b/.test(text)) return 5
  if (/\b(?:biweekly|fortnightly|every (?:two|2|other) weeks?)\b/.test(text)) return 0.5
  if (/\b(?:weekly|(?:once a|every|each|per|a) week|(?:every|each|on) (?:mon|tues|wednes|thurs|fri)days?)\b/.test(text))
    return 1
  return /\b(?:monthly|(?:once a|every|each|per|a) month)\b/.test(text) ? 12 / WEEKS_PER_YEAR : null
}
