import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { facts, note, number } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { readDate } from '../read-date.ts'
import { defineTool, type Heard } from '../tool.ts'

/** Days from the first day of the last period to birth in a 28-day cycle. */
const PREGNANCY_DAYS = 280

/**
 * Due date = first day of the last period + 280 days, moved by what the cycle differs from 28 days.
 * Source: Naegele's rule; ACOG Committee Opinion 700, "Methods for Estimating the Due Date".
 */
export default defineTool({
  name: 'due-date',
  summary: 'Estimates the due date of a pregnancy from the first day of the last period.',
  example: 'due date for last period 3 March 2026',
  effect: 'read',
  input: z.object({
    year: z.int().min(1900, 'the year is too early').max(2200, 'the year is too late').optional(),
    month: z.int().min(1, 'a month is 1 to 12').max(12, 'a month is 1 to 12'),
    day: z.int().min(1, 'a day is 1 to 31').max(31, 'a day is 1 to 31'),
    cycle_days: z
      .int()
      .min(20, 'a cycle of 20 to 45 days is needed')
      .max(45, 'a cycle of 20 to 45 days is needed')
      .default(28),
  }),
  output: z.object({
    last_period: z.string(),
    due_date: z.string(),
    term_from: z.string(),
    term_until: z.string(),
    /** Full weeks and further days of pregnancy today, counted from the last period. */
    weeks_today: z.number(),
    days_today: z.number(),
  }),
  hear: (said) => hearPeriod(heardText(said)),
  async run({ year, month, day, cycle_days }, { now, timeZone }) {
    const { DateTime } = await import('luxon')
    const today = DateTime.fromMillis(now(), { zone: timeZone }).startOf('day')
    const inYear = (one: number) => DateTime.fromObject({ year: one, month, day }, { zone: timeZone })
    const guess = inYear(year ?? today.year)
    const start = year === undefined && guess.isValid && guess > today ? inYear(today.year - 1) : guess
    if (!start.isValid)
      throw new OperatorError('ARGS_INVALID', `There is no day ${day} in month ${month} of that year.`)
    if (start > today) throw new OperatorError('ARGS_INVALID', 'The last period cannot begin in the future.')
    const due = start.plus({ days: PREGNANCY_DAYS + cycle_days - 28 })
    const passed = Math.round(today.diff(start, 'days').days) - (cycle_days - 28)
    const iso = (at: typeof due) => at.toFormat('yyyy-MM-dd')
    return {
      last_period: iso(start),
      due_date: iso(due),
      term_from: iso(due.minus({ days: 21 })),
      term_until: iso(due.plus({ days: 14 })),
      weeks_today: Math.max(0, Math.floor(passed / 7)),
      days_today: passed < 0 ? 0 : passed % 7,
    }
  },
  show(output, { cycle_days }) {
    const isOver = output.weeks_today >= 43
    return [
      facts('Pregnancy', {
        'First day of the last period': output.last_period,
        'Cycle, days': number(cycle_days),
        'Estimated due date': output.due_date,
        'Usual time of birth (37 to 42 weeks)': `${output.term_from} to ${output.term_until}`,
        ...(isOver
          ? {}
          : { 'Today, since the last period': `${output.weeks_today} weeks and ${output.days_today} days` }),
      }),
      ...(isOver ? [note('warn', 'That date lies more than 42 weeks back. Check the year.')] : []),
      note('plain', 'Due date = first day of the last period + 280 days + (cycle − 28) (Naegele’s rule).'),
      note(
        'warn',
        'Only about 1 baby in 20 is born on the day. An early ultrasound dates a pregnancy better, above all when cycles are irregular. Ask your midwife or doctor; pain or bleeding needs advice at once.',
      ),
    ]
  },
})

const TOPIC =
  /\bdue date\b|\b(?:baby|i'm|i am|she|is she|am i) due\b|\bestimated (?:date of )?(?:delivery|due)\b|\bedd\b|\bwhen (?:will|do|am) (?:i|she|we)(?: going to)? (?:give birth|deliver|have (?:the|my|our) baby)\b|\bhow (?:far along|many weeks(?: pregnant)?)\b/
const PREGNANCY = /\b(?:pregnan\w{1,3}|period|lmp|menstruation|baby|conceived)\b/
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const DATE = new RegExp(
  `\\b(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \\d{4})?|${MONTH} (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)(?![\\w/])`,
)
const CYCLE = /\b(\d{2})[- ]days? cycles?\b|\bcycles? (?:of |is |are )?(\d{2}) days\b/

function hearPeriod(text: string): Heard {
  if (!TOPIC.test(text)) return null
  const asks = asksToCompute(text, TOPIC)
  if (
    !PREGNANCY.test(text) &&
    !/^(?:please )?(?:calculate|work out|estimate|what(?:'s| is)) my due date\W*$/.test(text)
  )
    return null
  const said = readDate(DATE.exec(text)?.[0] ?? '')
  if (said?.kind === 'day') {
    const cycle = CYCLE.exec(text)
    const cycleDays = cycle ? { cycle_days: Number(cycle[1] ?? cycle[2]) } : {}
    return {
      use: { ...(said.year === null ? {} : { year: said.year }), month: said.month, day: said.day, ...cycleDays },
    }
  }
  if (said?.kind === 'ambiguous')
    return { missing: [`whether you mean ${said.iso.join(' or ')}; write the month as a word`] }
  return asks ? { missing: ['the first day of the last period, such as 3 March 2026'] } : null
}
