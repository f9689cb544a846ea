import type { DateTime } from 'luxon'
import { OperatorError } from '../base/errors.ts'
import { type DatePhrase, readDate } from './read-date.ts'

/** Where a day without a year is looked for: the next one, the last one, or in a given year. */
export type Which = 'next' | 'last' | { readonly year: number }

/**
 * A day in words as a calendar date; `today` is midnight UTC of the person's day, and so is the result.
 * "3 March" is the next 3 March from today on (or the last, or the one of the year).
 *
 * @throws OperatorError ARGS_INVALID when it is no date, does not exist, or can be read in two ways.
 */
export function resolveDate(said: string, today: DateTime, which: Which): DateTime {
  const phrase = readDate(said)
  if (!phrase) throw noDate(said)
  if (phrase.kind === 'today') return today.plus({ days: phrase.plusDays })
  if (phrase.kind === 'weekday') return weekdayFrom(today, phrase.weekday, phrase.past || which === 'last')
  if (phrase.kind === 'ambiguous') throw twoWays(said, phrase.iso)
  return dayFrom(phrase, today, which)
}

function weekdayFrom(today: DateTime, weekday: number, past: boolean): DateTime {
  const ahead = (weekday - today.weekday + 7) % 7 || 7
  const behind = (today.weekday - weekday + 7) % 7 || 7
  return past ? today.minus({ days: behind }) : today.plus({ days: ahead })
}

type Day = Extract<DatePhrase, { kind: 'day' }>

function dayFrom({ year, month, day }: Day, today: DateTime, which: Which): DateTime {
  const fixed = year ?? (typeof which === 'object' ? which.year : null)
  const past = which === 'last'
  const found = fixed === null ? nearest(month, day, today, past) : existing(today, fixed, month, day)
  if (found) return found
  const place = fixed === null ? '' : ` of ${fixed}`
  throw new OperatorError('ARGS_INVALID', `There is no day ${day} in month ${month}${place}.`)
}

/** The next such day from today on, or the last one until today; nine years hold a 29 February. */
function nearest(month: number, day: number, today: DateTime, past: boolean): DateTime | undefined {
  const years = Array.from({ length: 9 }, (_, index) => today.year + (past ? -index : index))
  return years
    .map((year) => existing(today, year, month, day))
    .find((date) => date && (past ? date <= today : date >= today))
}

/** luxon moves 30 February to the month's end; such a day does not exist. */
function existing(today: DateTime, year: number, month: number, day: number): DateTime | undefined {
  const date = today.set({ year, month, day: 1 }).set({ day })
  return date.isValid && date.month === month && date.day === day ? date : undefined
}

const noDate = (said: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `I cannot read "${said.slice(0, 40)}" as a date.`, {
    hint: 'Write it as 2027-01-31 or 31 January 2027.',
  })

const twoWays = (said: string, [dayFirst, monthFirst]: readonly [string, string]): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${said.slice(0, 40)}" can mean ${dayFirst} or ${monthFirst}.`, {
    hint: `Write ${dayFirst} or ${monthFirst}.`,
  })
