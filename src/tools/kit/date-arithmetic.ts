import type { DateTime } from 'luxon'
import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, note } from '../../report/report.ts'
import { hearDates } from '../hear-dates.ts'
import { readDate } from '../read-date.ts'
import { resolveDate } from '../resolve-date.ts'
import { defineTool } from '../tool.ts'
import { addWorkingDays, countWorkingDays } from '../working-days.ts'

const MOST = 1_000_000
const span = z
  .int('it must be a whole number')
  .min(-MOST, `it must be at least -${MOST}`)
  .max(MOST, `it must be at most ${MOST}`)
const dateField = z.string().min(1).max(60).describe('a day: "2027-01-31", "31 January", "next Friday", "today"')

const input = z.object({
  ask: z.enum(['between', 'shift', 'weekday']).describe('days between two dates; a date moved; the weekday of a date'),
  date: dateField.default('today'),
  until: dateField.optional().describe('the second date, for "between"'),
  years: span.default(0),
  months: span.default(0),
  weeks: span.default(0),
  days: span.default(0),
  workingDays: span.default(0).describe('Mondays to Fridays'),
})

const output = z.object({
  /** ISO dates; `to` equals `from` when a weekday was asked. */
  from: z.string(),
  fromWeekday: z.string(),
  to: z.string(),
  toWeekday: z.string(),
  /** From the first to the second; negative when the second comes first. */
  days: z.int(),
  workingDays: z.int(),
  /** The same span as "1 year 2 months 3 days". */
  inWords: z.string(),
  /** Of `to` in its year, from 1. */
  dayOfYear: z.int(),
  isoWeek: z.int(),
})

type Asked = z.output<typeof input>

/** Calendar dates of the Gregorian calendar, without hours; "today" is the person's day in their time zone. */
export default defineTool({
  name: 'date-arithmetic',
  summary: 'Days between two dates, the date so many days away, and the weekday of a date.',
  example: 'how many days until 2027-01-01',
  effect: 'read',
  input,
  output,
  hear: hearDates,
  async run(asked, context) {
    const { DateTime } = await import('luxon')
    const local = DateTime.fromMillis(context.now(), { zone: context.timeZone }).setLocale('en')
    if (!local.isValid) throw new OperatorError('ARGS_INVALID', `The time zone "${context.timeZone}" is not known.`)
    const today = DateTime.utc(local.year, local.month, local.day).setLocale('en')
    const [from, to] = datesOf(asked, today)
    return {
      from: isoOf(from),
      fromWeekday: from.weekdayLong ?? '',
      to: isoOf(to),
      toWeekday: to.weekdayLong ?? '',
      days: Math.round(to.diff(from, 'days').days),
      workingDays: countWorkingDays(from, to),
      inWords: spanInWords(from, to),
      dayOfYear: to.ordinal,
      isoWeek: to.weekNumber,
    }
  },
  show(result, { ask }): Block[] {
    const from = `${result.fromWeekday}, ${result.from}`
    const to = `${result.toWeekday}, ${result.to}`
    if (ask === 'weekday')
      return [
        facts('Date', {
          Date: result.to,
          Weekday: result.toWeekday,
          'Day of the year': String(result.dayOfYear),
          'ISO week': String(result.isoWeek),
        }),
      ]
    const counted = {
      Days: result.days.toLocaleString('en-US'),
      'In words': result.inWords,
      'Mondays to Fridays': result.workingDays.toLocaleString('en-US'),
    }
    return [
      facts('Dates', { From: from, To: to, ...counted }),
      note(
        'plain',
        'Formula: days = second date − first date; the first day is not counted. Public holidays are not taken out.',
      ),
    ]
  },
})

function datesOf(asked: Asked, today: DateTime): readonly [DateTime, DateTime] {
  if (asked.ask === 'between') return pairOf(asked, today)
  const from = resolveDate(asked.date, today, 'next')
  if (asked.ask === 'weekday') return [from, from]
  const { years, months, weeks, days } = asked
  const moved = addWorkingDays(from, asked.workingDays).plus({ years, months, weeks, days })
  if (!moved.isValid || moved.year < 1 || moved.year > 9999) throw outOfRange()
  return [from, moved]
}

/** "3 March to 1 May 2026": a date without a year takes it from the other one; else the past ends today and the future begins there. */
function pairOf({ date, until }: Asked, today: DateTime): readonly [DateTime, DateTime] {
  if (until === undefined) throw new OperatorError('ARGS_INVALID', 'The second date is missing.')
  const [first, second] = [readDate(date), readDate(until)]
  const yearOf = (phrase: typeof first) => (phrase?.kind === 'day' ? phrase.year : null)
  const firstYear = yearOf(first)
  const secondYear = yearOf(second)
  if (firstYear !== null || secondYear === null) {
    const from = resolveDate(date, today, second?.kind === 'today' ? 'last' : 'next')
    return [from, resolveDate(until, today, firstYear === null ? 'next' : { year: firstYear })]
  }
  return [resolveDate(date, today, { year: secondYear }), resolveDate(until, today, 'next')]
}

const isoOf = (date: DateTime): string => date.toISODate() ?? ''

function spanInWords(from: DateTime, to: DateTime): string {
  const [early, late] = from <= to ? [from, to] : [to, from]
  const { years, months, days } = late.diff(early, ['years', 'months', 'days']).toObject()
  const words = [plural(years, 'year'), plural(months, 'month'), plural(days, 'day')].filter(Boolean).join(' ')
  return words ? `${words}${from > to ? ' earlier' : ''}` : 'the same day'
}

const plural = (n: number | undefined, unit: string): string => {
  const whole = Math.round(n ?? 0)
  return whole === 0 ? '' : `${whole} ${unit}${whole === 1 ? '' : 's'}`
}

const outOfRange = (): OperatorError => new OperatorError('ARGS_INVALID', 'That date lies outside the years 1 to 9999.')
