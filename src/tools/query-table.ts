import { type Column, isMissing } from './table-column.ts'

/** How many numbers of a column become one. */
export type Measure = 'sum' | 'mean' | 'median' | 'min' | 'max' | 'count' | 'distinct'

/** What a row must fulfil. */
export interface Filter {
  readonly column: string
  readonly is: '=' | '!=' | '>' | '>=' | '<' | '<=' | 'contains'
  readonly value: string
}

/** One line of a grouped result; `value` is null where no number was found. */
export interface Group {
  readonly name: string
  readonly value: number | null
  readonly rows: number
}

/** The numbers of the rows that fulfil every filter, in order, from 0. Text is compared without case, "10" with 10.0 as numbers. */
export function rowsThat(columns: readonly Column[], filters: readonly Filter[], rows: number): number[] {
  const all = Array.from({ length: rows }, (_, index) => index)
  return filters.reduce((left, filter) => {
    const column = columns.find(({ name }) => name === filter.column)
    return column ? left.filter((row) => fulfils(column, row, filter)) : left
  }, all)
}

function fulfils(column: Column, row: number, { is, value }: Filter): boolean {
  const cell = (column.cells[row] ?? '').toLowerCase()
  const wanted = value.toLowerCase()
  if (is === 'contains') return cell.includes(wanted)
  const number = column.numbers[row]
  const limit = Number(wanted.replace(/[,$€£%]/g, ''))
  const order =
    column.kind === 'number' && wanted !== '' && Number.isFinite(limit) ? compare(number, limit) : compare(cell, wanted)
  if (order === null) return is === '!='
  return { '=': order === 0, '!=': order !== 0, '>': order > 0, '>=': order >= 0, '<': order < 0, '<=': order <= 0 }[is]
}

function compare<T extends string | number>(one: T | null | undefined, other: T): number | null {
  if (one === null || one === undefined || (typeof one === 'string' && isMissing(one))) return null
  return one === other ? 0 : one > other ? 1 : -1
}

/** The rows by a column, numbers as numbers, equal ones in their old order; what is missing comes last either way. */
export function sortRows(rows: readonly number[], column: Column, descending: boolean): number[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one = '', other = ''] = [column.cells[a], column.cells[b]]
    if (isMissing(one) || isMissing(other)) return Number(isMissing(one)) - Number(isMissing(other))
    const [n, m] = [column.numbers[a], column.numbers[b]]
    if (typeof n === 'number' && typeof m === 'number') return sign * (n - m)
    return sign * one.localeCompare(other, 'en', { numeric: true })
  })
}

/** The rows in groups of equal cells, in the order in which the groups appear; names keep the case of their first row. */
export function groupRows(rows: readonly number[], by: Column): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  const byKey = new Map<string, number[]>()
  for (const row of rows) {
    const cell = by.cells[row] ?? ''
    const key = isMissing(cell) ? '' : cell.toLowerCase()
    const members = byKey.get(key) ?? []
    if (members.length === 0) groups.set(key === '' ? '(missing)' : cell, members)
    members.push(row)
    byKey.set(key, members)
  }
  return groups
}

/** The measure of some rows; null where there is no number. `column` is not needed to count rows. */
export async function measureRows(
  measure: Measure,
  rows: readonly number[],
  column: Column | undefined,
): Promise<number | null> {
  if (measure === 'count')
    return column ? rows.filter((row) => !isMissing(column.cells[row] ?? '')).length : rows.length
  if (measure === 'distinct') {
    const cells = rows.map((row) => (column?.cells[row] ?? '').toLowerCase())
    return new Set(cells.filter((cell) => !isMissing(cell))).size
  }
  const numbers = rows.map((row) => column?.numbers[row]).filter((n) => typeof n === 'number')
  if (numbers.length === 0) return null
  const { sum, mean, median, min, max } = await import('simple-statistics')
  return { sum, mean, median, min, max }[measure](numbers)
}
