/** The dates of a price table as written → Unix days (days since 1970-01-01), or the first that cannot be read. */
export type PriceDates =
  | { readonly days: readonly number[] }
  | { readonly unreadable: number }
  /** Every date can be day/month and month/day, and the order of the rows tells neither. */
  | 'ambiguous'

const DAY_MS = 86_400_000
// A month alone stands for its first day.
const ISO = /^(\d{4})(?:[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?|[-/.](\d{2}))$/
const NUMERIC = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?$/
const UNIX = /^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/
const NAMED =
  /^(?:\w{3,9},? )?(?:(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})|([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

type Order = 'day-first' | 'month-first'

/** Reads all dates in one way: 3/4/2026 is read as the rest of the column shows, by a day above 12 or by running in order. */
export function readPriceDates(written: readonly string[]): PriceDates {
  const orders: readonly Order[] = written.some((date) => NUMERIC.test(date))
    ? ['month-first', 'day-first']
    : ['month-first']
  const readings = orders.map((order) => written.map((date) => dayOf(date, order)))
  const whole = readings.filter((days): days is number[] => days.every((day) => day !== null))
  const [first, second] = whole
  if (!first) return { unreadable: Math.max(...readings.map((days) => days.indexOf(null))) }
  if (!second) return { days: first }
  const running = whole.filter(inOrder)
  const [only, other] = running
  if (!only) return sameDays(first, second) ? { days: first } : 'ambiguous'
  return other && !sameDays(only, other) ? 'ambiguous' : { days: only }
}

const inOrder = (days: readonly number[]): boolean =>
  days.every((day, index) => index === 0 || day > (days[index - 1] ?? day)) ||
  days.every((day, index) => index === 0 || day < (days[index - 1] ?? day))

const sameDays = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((day, index) => day === other[index])

function dayOf(written: string, order: Order): number | null {
  if (UNIX.test(written)) return Math.floor((Number(written) * (/^\d{12,}$/.test(written) ? 1 : 1000)) / DAY_MS)
  const iso = ISO.exec(written)
  if (iso) return unixDay(Number(iso[1]), Number(iso[2] ?? iso[4]), Number(iso[3] ?? 1))
  const numeric = NUMERIC.exec(written)
  if (numeric) {
    const [one, two] = [Number(numeric[1]), Number(numeric[2])]
    // Between points the day comes first everywhere.
    return order === 'day-first' || written.includes('.')
      ? unixDay(yearOf(numeric[3]), two, one)
      : unixDay(yearOf(numeric[3]), one, two)
  }
  return namedDay(written)
}

/** "5-Jan-26", "Jan 5, 2026" → Unix day. */
function namedDay(written: string): number | null {
  const [, day, month, year, monthFirst, dayAfter, yearAfter] = NAMED.exec(written) ?? []
  return unixDay(yearOf(year ?? yearAfter), monthNamed(month ?? monthFirst), Number(day ?? dayAfter))
}

const monthNamed = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** "26" → 2026, "99" → 1999. */
const yearOf = (written = ''): number =>
  written.length === 2 ? Number(written) + (Number(written) < 70 ? 2000 : 1900) : Number(written)

/** Null for a day that does not exist. */
function unixDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year > 0 ? date.getTime() / DAY_MS : null
}

/** 20777 → "2026-11-20". */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
