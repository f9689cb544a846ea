import { OperatorError } from '../base/errors.ts'
import { readPriceDates } from './price-dates.ts'
import type { Table } from './read-table.ts'

/** A cell of a price file, and the line on which it stands. */
export interface Cell {
  readonly line: number
  readonly text: string
}

const DATE_NAMES = [
  'date',
  'day',
  'time',
  'timestamp',
  'datetime',
  'period',
  'trade date',
  'datum',
  'month',
  'monat',
  'tag',
]
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
const SYMBOL_NAMES = [
  'symbol',
  'ticker',
  'asset',
  'instrument',
  'security',
  'stock',
  'fund',
  'coin',
  'name',
  'company',
  'isin',
]
const NO_VALUE = /^(?:|-|null|nan|n\/a|na|none|\.)$/i

/** "Adj_Close*" → "adj close". */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/[*()"]/g, '')
    .trim()

function placeOf(names: readonly string[], known: readonly string[], wanted: string): number {
  const plain = names.map(plainName)
  const found = known.map((name) => plain.indexOf(name)).find((index) => index >= 0)
  return found ?? plain.findIndex((name) => name.split(/[\s/]+/).includes(wanted))
}

/** Where the dates, closes and symbols of a price file stand by the names of its columns, from 0; -1 where there is none. */
export const priceColumns = (names: readonly string[]) => ({
  date: placeOf(names, DATE_NAMES, 'date'),
  close: placeOf(names, CLOSE_NAMES, 'close'),
  symbol: placeOf(names, SYMBOL_NAMES, 'ticker'),
})

/** True for a cell without a price: a holiday, or a fund that was not priced on that day. */
export const isUnpriced = (cell: string): boolean => NO_VALUE.test(cell)

/** What a price cell says: "$1,234.50" → 1234.5; null when it is no number above 0. */
export function priceOf(cell: string, delimiter: Table['delimiter']): number | null {
  const value = Number(plainDigits(cell.replace(/^[$€£¥]\s?|\s?[$€£¥]$/g, ''), delimiter !== ','))
  return Number.isFinite(value) && value > 0 && value < 1e15 ? value : null
}

/** "1,234.56" and "1.234,56" → "1234.56"; a lone comma parts decimals where it does not part the columns. */
function plainDigits(written: string, decimalComma: boolean): string {
  const commaIsDecimal = written.includes('.') ? written.lastIndexOf(',') > written.lastIndexOf('.') : decimalComma
  return commaIsDecimal ? written.replaceAll('.', '').replace(',', '.') : written.replaceAll(',', '')
}

/** @throws OperatorError ARGS_INVALID naming line and column when the cell is no price. */
export function priceIn({ line, text }: Cell, column: string, delimiter: Table['delimiter']): number {
  const price = priceOf(text, delimiter)
  if (price !== null) return price
  throw badPrices(`Line ${line}, column "${column}": "${text.slice(0, 30)}" is no price (a number above 0).`)
}

/**
 * Unix days of the cells, in their order. They are read all in one way; see `price-dates.ts`.
 *
 * @throws OperatorError ARGS_INVALID naming line and column when a cell is no date, or the dates can be read in two ways.
 */
export function daysIn(cells: readonly Cell[], column: string): readonly number[] {
  const dates = readPriceDates(cells.map(({ text }) => text))
  if (dates === 'ambiguous')
    throw badPrices(
      `Column "${column}": the dates can be read as day/month and as month/day. Write them as 2026-01-31.`,
    )
  if ('days' in dates) return dates.days
  const cell = cells[dates.unreadable]
  throw badPrices(`Line ${cell?.line ?? 2}, column "${column}": "${cell?.text.slice(0, 30) ?? ''}" is no date.`)
}

/** The fault of a file whose first line lacks a column. */
export function lacksColumn(names: readonly string[], wanted: string): OperatorError {
  const columns = names
    .slice(0, 8)
    .map((name) => `"${name.slice(0, 20)}"`)
    .join(', ')
  return badPrices(`Line 1 of the CSV names no ${wanted} column; it has ${columns}.`)
}

/** A fault of a price file, with the hint what such a file looks like. */
export const badPrices = (message: string): OperatorError =>
  new OperatorError('ARGS_INVALID', message, {
    hint: 'Give a CSV whose first line names a date and a close column, such as "date,close".',
  })
