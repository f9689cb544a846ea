import { OperatorError } from '../base/errors.ts'
import { readPriceDates } from './price-dates.ts'

/** Closes in the order of time. `skipped` rows had no close (a holiday, or a fund without a price on that day). */
export interface PriceTable {
  readonly dateColumn: string
  readonly closeColumn: string
  /** Unix days. */
  readonly days: readonly number[]
  readonly closes: readonly number[]
  readonly skipped: number
}

const MOST_ROWS = 500_000
const DATE_NAMES = ['date', 'day', 'time', 'timestamp', 'datetime', 'period', 'trade date', 'datum']
// Adjusted closes first: they already hold dividends and splits.
const CLOSE_NAMES = [
  'adj close',
  'adjusted close',
  'adjclose',
  'adj. close',
  'close',
  'close/last',
  'closing price',
  'close price',
  'last',
  'last price',
  'price',
  'nav',
  'value',
  'schluss',
]
const NO_VALUE = /^(?:|-|null|nan|n\/a|na|none|\.)$/i

interface Cell {
  readonly line: number
  readonly date: string
  readonly close: string
}

/**
 * Dates and closes out of a CSV with a header; commas, semicolons or tabs, in any order of time.
 *
 * @throws OperatorError ARGS_INVALID naming line and column when it is empty, has no such columns, is ragged, or a cell is no
 *   date or no price.
 */
export async function readPriceTable(csv: string): Promise<PriceTable> {
  const delimiter = delimiterOf(csv)
  const { cells, dateColumn, closeColumn } = await readCells(csv, delimiter)
  const priced = cells.filter(({ close }) => !NO_VALUE.test(close))
  if (priced.length < 2)
    throw bad(`The CSV has ${priced.length === 1 ? 'one row' : 'no rows'} with a close; at least two are needed.`)
  const closes = priced.map((cell) => closeOf(cell, closeColumn, delimiter !== ','))
  const days = daysOf(priced, dateColumn)
  const order = days.map((_, index) => index).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
  refuseTwins(order, days, priced)
  return {
    dateColumn,
    closeColumn,
    days: order.map((index) => days[index] ?? 0),
    closes: order.map((index) => closes[index] ?? 0),
    skipped: cells.length - priced.length,
  }
}

async function readCells(csv: string, delimiter: string) {
  const { parse, CsvError } = await import('csv-parse/sync')
  const names = { dateColumn: '', closeColumn: '' }
  try {
    const cells = parse<Cell, CsvRecord>(csv, {
      columns: (head: string[]) => {
        const { date, close } = columnsOf(head)
        Object.assign(names, { dateColumn: head[date], closeColumn: head[close] })
        return head.map((_, index) => (index === date ? 'date' : index === close && 'close'))
      },
      on_record: (record, { lines }) => ({ line: lines, date: record.date ?? '', close: record.close ?? '' }),
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 1,
    })
    if (names.dateColumn === '') throw bad('The CSV is empty.')
    if (cells.length > MOST_ROWS) throw bad(`The CSV has more than ${MOST_ROWS.toLocaleString('en-US')} rows.`)
    return { cells, ...names }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    throw bad(raggedText(thrown.code, Number(thrown.lines ?? 0)), thrown)
  }
}

interface CsvRecord {
  readonly date?: string
  readonly close?: string
}

/** The first line decides: the sign that it holds most often. */
function delimiterOf(csv: string): string {
  const [head = ''] = csv.trimStart().split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, n: head.split(sign).length }))
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).sign
}

const columnsOf = (head: readonly string[]) => ({
  date: columnOf(head, DATE_NAMES, 'date'),
  close: columnOf(head, CLOSE_NAMES, 'close'),
})

function columnOf(head: readonly string[], names: readonly string[], wanted: string): number {
  const plain = head.map((name) =>
    name
      .toLowerCase()
      .replaceAll('_', ' ')
      .replace(/[*()"]/g, '')
      .trim(),
  )
  const found = names.map((name) => plain.indexOf(name)).find((index) => index >= 0)
  const like = found ?? plain.findIndex((name) => name.split(/[\s/]+/).includes(wanted))
  if (like >= 0) return like
  const columns = head
    .slice(0, 8)
    .map((name) => `"${name.slice(0, 20)}"`)
    .join(', ')
  throw bad(`Line 1 of the CSV names no ${wanted} column; it has ${columns}.`)
}

function closeOf({ line, close }: Cell, column: string, decimalComma: boolean): number {
  const value = Number(plainDigits(close.replace(/^[$€£¥]\s?|\s?[$€£¥]$/g, ''), decimalComma))
  if (Number.isFinite(value) && value > 0 && value < 1e15) return value
  throw bad(`Line ${line}, column "${column}": "${close.slice(0, 30)}" is no price (a number above 0).`)
}

/** "1,234.56" and "1.234,56" → "1234.56"; a lone comma parts decimals where it does not part the columns. */
function plainDigits(written: string, decimalComma: boolean): string {
  const commaIsDecimal = written.includes('.') ? written.lastIndexOf(',') > written.lastIndexOf('.') : decimalComma
  return commaIsDecimal ? written.replaceAll('.', '').replace(',', '.') : written.replaceAll(',', '')
}

function daysOf(cells: readonly Cell[], column: string): readonly number[] {
  const dates = readPriceDates(cells.map(({ date }) => date))
  if (dates === 'ambiguous')
    throw bad(`Column "${column}": the dates can be read as day/month and as month/day. Write them as 2026-01-31.`)
  if ('days' in dates) return dates.days
  const cell = cells[dates.unreadable]
  throw bad(`Line ${cell?.line ?? 2}, column "${column}": "${cell?.date.slice(0, 30) ?? ''}" is no date.`)
}

/** Two closes on one day would count a day twice. */
function refuseTwins(order: readonly number[], days: readonly number[], cells: readonly Cell[]): void {
  const twin = order.find((index, place) => place > 0 && days[index] === days[order[place - 1] ?? -1])
  if (twin === undefined) return
  throw bad(
    `Line ${cells[twin]?.line ?? 0}: the day ${cells[twin]?.date ?? ''} occurs twice; one close a day is needed.`,
  )
}

const raggedText = (code: string, line: number): string =>
  code.includes('QUOTE')
    ? `Line ${line} of the CSV has a quotation mark that is not closed or stands in the wrong place.`
    : `Line ${line} of the CSV has another number of columns than line 1.`

const bad = (message: string, cause?: unknown): OperatorError =>
  new OperatorError('ARGS_INVALID', message, {
    hint: 'Give a CSV whose first line names a date and a close column, such as "date,close".',
    cause,
  })
