import { OperatorError } from '../base/errors.ts'
import { isoDay, readPriceDates } from './price-dates.ts'
import { readTable, type Table } from './read-table.ts'

/** Customers who came in one month. `retained[n]` is the share seen n months later, 0..1, null where it is not known. */
export interface Cohort {
  /** "2026-03", or what the table calls it. */
  readonly cohort: string
  readonly customers: number
  readonly retained: readonly (number | null)[]
}

const WHO =
  /^"?(?:(?:customer|client|user|member|account|buyer|subscriber|patient|guest|visitor)(?:_?(?:id|no|nr|number|name|email|key))?|e-?mail|id|name|who)"?$/
const WHEN =
  /^"?(?:(?:order|event|purchase|signup|sign_up|invoice|payment|visit|activity|created|login|transaction|booking)?_?(?:date|day|at|time|timestamp|datetime|created_at|month)|created|when)"?$/
const COHORT = /^"?(?:cohort|month|start|signup_month|joined|acquired|first_month|period|kohorte)"?$/
const SIZE = /^"?(?:size|customers?|users?|new|new_customers|new_users|n|count|total|clients?)"?$/
const OFFSET = /^"?(?:m|month|months|\+|period|p|mo)?_?\+?(\d{1,3})(?:_?(?:months?|mo|m))?"?$/
const MOST_MONTHS = 120

const cellsOf = (head: string): readonly string[] =>
  head
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .split(/[,;\t]/)
    .map((cell) => cell.trim().replace(/[\s-]+/g, '_'))

/** True for a header line with a customer and a date column. */
export function isEventTable(head: string): boolean {
  const cells = cellsOf(head)
  return cells.some((cell) => WHO.test(cell)) && cells.some((cell) => WHEN.test(cell))
}

/** True for a header line with a cohort column first and at least two numbered months. */
export function isCohortTable(head: string): boolean {
  const cells = cellsOf(head)
  return COHORT.test(cells[0] ?? '') && cells.filter((cell) => OFFSET.test(cell)).length >= 2
}

/**
 * Cohorts from events (customer, date) or from a table of cohorts with counts or percentages, oldest first as given.
 *
 * @throws OperatorError ARGS_INVALID when the columns are not found, a date or number cannot be read, or more than ten years are spanned.
 */
export async function readCohorts(csv: string): Promise<{ source: 'events' | 'table'; cohorts: readonly Cohort[] }> {
  const read = await readTable(csv)
  const line = read.head.join(',')
  if (isCohortTable(line)) return { source: 'table', cohorts: cohortsGiven(read) }
  if (isEventTable(line)) return { source: 'events', cohorts: cohortsOf(read) }
  throw invalid('The table needs a customer column and a date column, or a cohort column and numbered months.')
}

function cohortsOf({ head, rows }: Table): Cohort[] {
  const [who, when] = [head.findIndex((cell) => WHO.test(cell)), head.findIndex((cell) => WHEN.test(cell))]
  const filled = rows.filter(({ cells }) => cells[who])
  const months = monthsOf(
    filled.map(({ cells }) => cells[when] ?? ''),
    filled.map(({ line }) => line),
  )
  const seen = new Map<string, Set<number>>()
  filled.forEach(({ cells }, i) => {
    const customer = (cells[who] ?? '').toLowerCase()
    const own = seen.get(customer) ?? new Set<number>()
    seen.set(customer, own.add(months[i] ?? 0))
  })
  const last = months.reduce((most, month) => Math.max(most, month), Number.NEGATIVE_INFINITY)
  const groups = new Map<number, ReadonlySet<number>[]>()
  for (const own of seen.values()) {
    const first = Math.min(...own)
    groups.set(first, [...(groups.get(first) ?? []), own])
  }
  const firsts = [...groups.keys()].sort((a, b) => a - b)
  if (last - (firsts[0] ?? last) > MOST_MONTHS)
    throw invalid('The dates span more than ten years; send a part of them.')
  return firsts.map((first) => {
    const group = groups.get(first) ?? []
    const retained = Array.from(
      { length: last - first + 1 },
      (_, n) => group.filter((own) => own.has(first + n)).length / group.length,
    )
    return { cohort: monthName(first), customers: group.length, retained }
  })
}

/** Months since year 0: 2026-03 → 24314. A date without its day ("2026-03") is taken as the first. */
function monthsOf(written: readonly string[], lines: readonly number[]): number[] {
  const read = readPriceDates(
    written.map((date) => (/^\d{4}-\d{1,2}$/.test(date) ? `${date.replace(/-(\d)$/, '-0$1')}-01` : date)),
  )
  if (read === 'ambiguous')
    throw new OperatorError('ARGS_INVALID', 'The dates can be read as day/month and as month/day.', {
      hint: 'Write them as 2026-03-31.',
    })
  if ('unreadable' in read)
    throw invalid(`Line ${lines[read.unreadable]}: "${(written[read.unreadable] ?? '').slice(0, 40)}" is not a date.`)
  return read.days.map((day) => {
    const [year = 0, month = 1] = isoDay(day).split('-').map(Number)
    return year * 12 + month - 1
  })
}

const monthName = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

/** Percentages stay as they are; counts are divided by the size of the cohort or by month 0. */
function cohortsGiven({ head, rows }: Table): Cohort[] {
  const size = head.findIndex((cell) => SIZE.test(cell))
  const offsets = head.flatMap((cell, column) => {
    const found = column > 0 && column !== size ? OFFSET.exec(cell) : null
    return found ? [{ column, month: Number(found[1]) }] : []
  })
  // Tables that begin at "month 1" mean the first month by it.
  const shift = Math.min(...offsets.map(({ month }) => month))
  const columns = offsets.map(({ column, month }) => ({ column, month: size >= 0 ? month : month - shift }))
  const isShare = columns.some(({ column }) => rows.some(({ cells }) => (cells[column] ?? '').includes('%')))
  return rows.map((row) => cohortGiven(row, { columns, size, isShare }))
}

interface Columns {
  readonly columns: ReadonlyArray<{ readonly column: number; readonly month: number }>
  /** -1 without a column for it. */
  readonly size: number
  readonly isShare: boolean
}

function cohortGiven({ cells, line }: Table['rows'][number], { columns, size, isShare }: Columns): Cohort {
  const values = new Map(columns.map(({ column, month }) => [month, numberIn(cells[column] ?? '', line)]))
  const sized = size >= 0 ? numberIn(cells[size] ?? '', line) : null
  const first = values.get(0) ?? null
  const base = isShare ? 100 : (sized ?? first ?? 0)
  if (base <= 0) throw invalid(`Line ${line}: the cohort has no customers.`)
  if (first === null) values.set(0, base)
  const retained = Array.from({ length: Math.max(...values.keys()) + 1 }, (_, month) =>
    shareOf(values.get(month), base),
  )
  if (retained.some((share) => share !== null && (share < 0 || share > 1)))
    throw invalid(`Line ${line}: a share is below 0% or above 100% of the cohort.`)
  return { cohort: cells[0] ?? '', customers: sized ?? (isShare ? 1 : base), retained }
}

const shareOf = (value: number | null | undefined, base: number): number | null =>
  value === null || value === undefined ? null : value / base

function numberIn(cell: string, line: number): number | null {
  const plain = cell
    .replace(/[%\s]/g, '')
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(',', '.')
  if (/^(?:|-|–|n\/a|na)$/i.test(plain)) return null
  if (!/^\d+(?:\.\d+)?$/.test(plain)) throw invalid(`Line ${line}: "${cell.slice(0, 40)}" is not a number.`)
  return Number(plain)
}

const invalid = (message: string) => new OperatorError('ARGS_INVALID', message)
