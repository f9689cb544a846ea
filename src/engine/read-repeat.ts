import { OperatorError } from '../base/errors.ts'
import { DAY_MS, MINUTE_MS } from '../base/units.ts'
import { timeOfWall, wallOf } from './next-times.ts'
import { type DayMinute, readTimesOfDay } from './read-times-of-day.ts'
import type { Rule, Unit } from './schedule.ts'

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const USUAL_MINUTE = 9 * 60

const UNIT_WORD =
  's|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|fortnights?|months?|quarters?|y|yrs?|years?'
const SPAN = new RegExp(
  `\\b(?:every|each) (?:single )?(?:(other|half(?: an?)?|(?:a )?couple(?: of)?|(?:a )?few(?: of)?|\\d+(?:\\.\\d+)?|an?|one) ?)?(${UNIT_WORD})\\b( and a half)?`,
)
const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'every hour',
  daily: 'every day',
  nightly: 'every day nightly',
  weekly: 'every week',
  monthly: 'every month',
  quarterly: 'every quarter',
  yearly: 'every year',
  annually: 'every year',
}

/** What repeats, taken apart: how often, on which days, at which times of day. */
interface Repeat {
  readonly n: number
  readonly unit: string | null
  readonly weekdays: readonly number[]
  readonly monthDay: string | null
  readonly date: { readonly day: number; readonly month: number } | null
  readonly minutes: readonly DayMinute[]
}

/**
 * Lower-case words for what repeats → a rule; null for words that mean none that is kept ("every last monday of the month").
 * "every 2 hours" counts from now, and so do "every 2 weeks" and more days than one, from their first time on.
 *
 * @throws OperatorError ARGS_INVALID for more than once a minute, and for no time of day.
 */
export function readRepeat(words: string, said: { readonly nowMs: number; readonly zone: string }): Rule | null {
  const text = words.replace(
    /\b(?:hour|dai|night|week|month|quarter|year)ly\b|\bannually\b/,
    (word) => ADVERBS[word] ?? word,
  )
  if (/\b(?:second|third|fourth|last) |\bfirst (?!day\b|of\b)/.test(text)) return null
  const repeat = takeApart(text)
  if (/^(?:s|h|m(?!o))/.test(repeat.unit ?? '')) return elapsing(repeat, words, said.nowMs)
  if (contradicts(repeat, text)) return null
  return isEveryOne(repeat) ? { kind: 'cron', lines: linesOf(repeat) } : counted(repeat, said)
}

function takeApart(text: string): Repeat {
  const [span, amount, unit = null, half] = SPAN.exec(text) ?? []
  const date = readYearly(text)
  const weekdays = readWeekdays(text)
  const monthDay = /\b(\d{1,2})(?:st|nd|rd|th)\b/.exec(text)?.[1] ?? (/\bfirst\b/.test(text) ? '1' : null)
  const times = text
    .replace(span ?? '', ' ')
    .replace(DATE, ' ')
    .replace(/\b\d{1,2}(?:st|nd|rd|th)\b/, ' ')
  return {
    n: amountOf(amount) + (half ? 0.5 : 0),
    unit: weekdays.length > 0 && unit === null && /\bother\b/.test(text) ? 'fortnights' : unit,
    weekdays,
    monthDay: date ? null : monthDay,
    date,
    minutes: readTimesOfDay(times),
  }
}

function amountOf(word = '1'): number {
  if (/^\d/.test(word)) return Number(word)
  if (word === 'other' || word.includes('couple')) return 2
  return word.startsWith('half') ? 0.5 : word.includes('few') ? 3 : 1
}

const DATE =
  /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:the )?(\d{1,2})(?:st|nd|rd|th)?\b/

function readYearly(text: string): Repeat['date'] {
  const [, day, month, month2 = '', day2] = DATE.exec(text) ?? []
  const number = Number(day ?? day2)
  return Number.isNaN(number) ? null : { day: number, month: MONTHS.indexOf(month ?? month2) + 1 }
}

/** 0 is Sunday. "monday to friday" are five. */
function readWeekdays(text: string): number[] {
  if (/\b(?:weekdays?|working days?|business days?|work[ -]?days?)\b/.test(text)) return [1, 2, 3, 4, 5]
  if (/\bweekends?\b/.test(text)) return [0, 6]
  const found = [...text.matchAll(/(to |through |- ?)?\b(sun|mon|tue|wed|thu|fri|sat)(?:[a-z]*day)?s?\b/g)]
  const days = new Set<number>()
  let before: number | undefined
  for (const [, range, name = ''] of found) {
    const day = WEEKDAYS.indexOf(name)
    if (range && before !== undefined) for (let d = before; d !== day; d = (d + 1) % 7) days.add(d)
    days.add(day)
    before = day
  }
  return [...days].sort((a, b) => a - b)
}

/** "every week on the 15th", "every month on monday", "every day at 9 and every monday at 10": one half would be lost. */
function contradicts({ unit, weekdays, monthDay, date }: Repeat, text: string): boolean {
  const said = [weekdays.length > 0, monthDay !== null, date !== null].filter(Boolean).length
  const isLonger = /^(?:mo|q|y)/.test(unit ?? '') && weekdays.length > 0
  const isWeekly = /^(?:w|f)/.test(unit ?? '') && (monthDay !== null || date !== null)
  return said > 1 || isLonger || isWeekly || (text.match(/\b(?:every|each)\b/g) ?? []).length > mostEvery(text)
}

/** How often a repeat may say "every": "every month on the 1st of every month" says one thing twice. */
const mostEvery = (text: string): number => (/\bof (?:each|every) month\b/.test(text) ? 2 : 1)

function elapsing({ n, unit, weekdays, monthDay, date, minutes: at }: Repeat, words: string, nowMs: number): Rule {
  const minutes = (n * (unit?.startsWith('h') ? 3_600 : unit?.startsWith('m') ? 60 : 1)) / 60
  if (minutes < 1) throw refused(words, 'is more often than once a minute', 'every minute is the most there is')
  if (!Number.isInteger(minutes)) {
    const [below, above] = [Math.floor(minutes), Math.ceil(minutes)].map((m) =>
      m === 1 ? 'every minute' : `every ${m} minutes`,
    )
    throw refused(words, 'is no whole number of minutes', `${below}, or ${above}`)
  }
  if (at.length > 0 || weekdays.length > 0 || monthDay !== null || date !== null) {
    throw refused(words, 'counts from now and at set times, and only one of them can be kept', SET_TIMES)
  }
  return minutes % 60 === 0
    ? { kind: 'every', n: minutes / 60, unit: 'hours', fromMs: nowMs + minutes * MINUTE_MS }
    : { kind: 'every', n: minutes, unit: 'minutes', fromMs: nowMs + minutes * MINUTE_MS }
}

const SET_TIMES = '"15 * * * *" for a quarter past every hour, "0 9-17 * * 1-5" for office hours, or: every day at 15'

const refused = (words: string, why: string, hint: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${words.slice(0, 60)}" ${why}.`, { hint })

const isEveryOne = ({ n, unit }: Repeat): boolean => n === 1 && !/^f/.test(unit ?? '')

/** A line for each minute of the hour: "at 9 and 17" is one, "at 9 and 17:30" are two. */
function linesOf(repeat: Repeat): string[] {
  const minutes = repeat.minutes.length > 0 ? repeat.minutes : [USUAL_MINUTE]
  return [...new Set(minutes.map((one) => one % 60))].map((minute) => {
    const hours = minutes.filter((one) => one % 60 === minute).map((one) => Math.floor(one / 60))
    return `${minute} ${hours.join(',')} ${daysOf(repeat)}`
  })
}

/** The last three fields. */
function daysOf({ unit, weekdays, monthDay, date }: Repeat): string {
  if (date) return `${date.day} ${date.month} *`
  if (weekdays.length > 0) return `* * ${weekdays.join(',')}`
  const day = monthDay ?? '1'
  if (unit?.startsWith('w')) return '* * 1'
  if (unit?.startsWith('q')) return `${day} 1,4,7,10 *`
  if (unit?.startsWith('y')) return `${day} 1 *`
  return monthDay !== null || unit?.startsWith('mo') ? `${day} * *` : '* * *'
}

const UNITS: ReadonlyArray<readonly [RegExp, Unit, number]> = [
  [/^d/, 'days', 1],
  [/^w/, 'weeks', 1],
  [/^f/, 'weeks', 2],
  [/^mo/, 'months', 1],
  [/^q/, 'months', 3],
  [/^y/, 'months', 12],
]

/** "every 2 weeks on monday at 9": from the next Monday at nine on. */
function counted(
  { n, unit, weekdays, monthDay, minutes }: Repeat,
  { nowMs, zone }: { nowMs: number; zone: string },
): Rule | null {
  const found = UNITS.find(([pattern]) => pattern.test(unit ?? ''))
  if (!found || !Number.isInteger(n) || n < 1 || n > 1_000 || minutes.length > 1 || weekdays.length > 1) return null
  const [, name, times] = found
  const fits = (wall: Date): boolean =>
    (weekdays.length === 0 || weekdays.includes(wall.getUTCDay())) &&
    (monthDay === null || wall.getUTCDate() === Number(monthDay))
  const today = Math.floor(wallOf(nowMs, zone) / DAY_MS) * DAY_MS
  for (let day = 0; day < 62; day += 1) {
    const wall = today + day * DAY_MS + (minutes[0] ?? USUAL_MINUTE) * MINUTE_MS
    const fromMs = timeOfWall(wall, zone)
    if (fromMs > nowMs && fits(new Date(wall))) return { kind: 'every', n: n * times, unit: name, fromMs }
  }
  return null
}
