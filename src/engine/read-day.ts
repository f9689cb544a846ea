import { DateTime } from 'luxon'
import { DAY_MS } from '../base/units.ts'
import { resolveDate } from '../tools/resolve-date.ts'
import { wallOf } from './next-times.ts'

/** A day that was named: its midnight on the wall clock (as if UTC), and which it is when its time has passed already. */
interface NamedDay {
  readonly first: number
  readonly otherwise: number | null
}

const DAY =
  /(?:\bon )?\b((?:the )?day after tomorrow|today|tonight|tom{1,2}or{1,2}ow|yesterday|this (?:morning|afternoon|evening|night|noon|midday)|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:the )?\d{1,2}(?:st|nd|rd|th)?(?!:|\d)(?:,? \d{4})?|(?:next |this |coming )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)(?:,| |$)/

/**
 * Takes the day out of lower-case words; `rest` is what is left, with the part of the day. `dayMs` is null where no day is
 * named.
 *
 * @throws OperatorError ARGS_INVALID for a day that does not exist or can be read in two ways.
 */
export function readDay(
  text: string,
  { nowMs, zone }: { readonly nowMs: number; readonly zone: string },
): { dayMs: NamedDay | null; rest: string } {
  const match = DAY.exec(text)
  const [whole = '', named = ''] = match ?? []
  if (match === null) return { dayMs: null, rest: text }
  const part = /^(?:tonight|this (?:morning|afternoon|evening|night|noon|midday))$/.exec(named)?.[0] ?? ''
  const rest = text.replace(whole, ` ${part.replace('this ', '')} `).trim()
  const today = DateTime.fromMillis(Math.floor(wallOf(nowMs, zone) / DAY_MS) * DAY_MS, { zone: 'utc' })
  return { dayMs: dayOf(part === '' ? named : 'today', today), rest }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function dayOf(named: string, today: DateTime): NamedDay {
  const said = named.replace(/^tom{1,2}or{1,2}ow$/, 'tomorrow').replace(/^day after/, 'the day after')
  const plain = said.replace(/^this |^coming /, '')
  const ahead = resolveDate(plain, today, 'next').toMillis()
  // Said on a Monday, "monday" may still be today.
  const isToday = WEEKDAYS.indexOf(plain.slice(0, 3)) + 1 === today.weekday && !/[ \d]/.test(plain)
  return isToday ? { first: today.toMillis(), otherwise: ahead } : { first: ahead, otherwise: null }
}
