import { OperatorError } from '../base/errors.ts'

/** A line of a cron table, read. Numbers ascend; a Sunday is 0. */
export interface Cron {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly months: ReadonlySet<number>
  /** Whether a date fits, by day of the month (1..31) and weekday (0..6). */
  readonly fitsDay: (day: number, weekday: number) => boolean
  /** Minute or hour begin with `*`: it follows the hours that really pass, also when clocks change. */
  readonly wild: boolean
}

interface Field {
  readonly name: string
  readonly least: number
  readonly most: number
  /** Names for numbers, from `least` on. */
  readonly names: readonly string[]
}

const FIELDS: readonly Field[] = [
  { name: 'minute', least: 0, most: 59, names: [] },
  { name: 'hour', least: 0, most: 23, names: [] },
  { name: 'day of the month', least: 1, most: 31, names: [] },
  { name: 'month', least: 1, most: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  { name: 'day of the week', least: 0, most: 7, names: 'sun mon tue wed thu fri sat'.split(' ') },
]

const SHORTCUTS: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

/**
 * Reads the five fields of a cron table: minute, hour, day of the month, month, day of the week; numbers, names, ranges,
 * lists, steps, and `@daily` with its like. Where both days are limited either one is enough, unless one begins with `*`
 * (then both must fit). Source: crontab(5) of Vixie cron.
 *
 * @throws OperatorError ARGS_INVALID naming the field that cannot be read.
 */
export function parseCron(text: string): Cron {
  const line = text.trim().toLowerCase()
  const words = (Object.hasOwn(SHORTCUTS, line) ? (SHORTCUTS[line] ?? line) : line).split(/\s+/)
  if (words.length !== FIELDS.length) throw notFive(text, words.length)
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = FIELDS.map((field, i) =>
    readField(words[i] ?? '', field),
  )
  const [inMonth, inWeek] = [new Set(days), new Set(weekdays.map((day) => day % 7))]
  const isOpen = (word: string | undefined): boolean => word?.startsWith('*') ?? false
  const both = isOpen(words[2]) || isOpen(words[4])
  return {
    ...{ minutes, hours, months: new Set(months) },
    fitsDay: (day, weekday) =>
      both ? inMonth.has(day) && inWeek.has(weekday) : inMonth.has(day) || inWeek.has(weekday),
    wild: isOpen(words[0]) || isOpen(words[1]),
  }
}

/** The numbers that a field stands for, ascending. */
function readField(text: string, field: Field): number[] {
  const found = new Set(text.split(',').flatMap((part) => readPart(part, text, field)))
  return [...found].sort((a, b) => a - b)
}

const PART = /^(?:\*|([a-z]+|\d{1,2})(?:-([a-z]+|\d{1,2}))?)(?:\/(\d{1,4}))?$/

function readPart(part: string, text: string, field: Field): number[] {
  const match = PART.exec(part)
  if (!match) throw badField(text, field, 'numbers, ranges (1-5), lists (1,3) and steps (*/15) are read')
  const [, from, to, step] = match
  const first = from === undefined ? field.least : readNumber(from, text, field)
  // `5/15` begins at 5 and goes on to the end; `5` is only itself.
  const open = from === undefined || (to === undefined && step !== undefined)
  const last = to !== undefined ? readNumber(to, text, field) : open ? field.most : first
  const by = step === undefined ? 1 : Number(step)
  if (by === 0) throw badField(text, field, 'a step is at least 1')
  if (last < first) throw badField(text, field, `the range ${part} runs backwards`)
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, i) => first + i * by)
}

function readNumber(word: string, text: string, field: Field): number {
  const named = field.names.indexOf(word.slice(0, 3))
  const n = named >= 0 && !/^\d/.test(word) ? named + field.least : Number(word)
  if (Number.isInteger(n) && n >= field.least && n <= field.most) return n
  throw badField(text, field, `it goes from ${field.least} to ${field.most}`)
}

const EXAMPLE = 'minute hour day month weekday, such as "0 9 * * 1-5" for 9:00 from Monday to Friday'

const badField = (text: string, { name }: Field, why: string): OperatorError =>
  new OperatorError('ARGS_INVALID', `"${text.slice(0, 40)}" is no ${name} of a cron expression: ${why}.`, {
    hint: EXAMPLE,
  })

const notFive = (text: string, n: number): OperatorError =>
  new OperatorError(
    'ARGS_INVALID',
    `A cron expression has five fields; "${text.slice(0, 60)}" has ${n}${n === 6 ? ' (seconds are not counted)' : ''}.`,
    { hint: EXAMPLE },
  )
