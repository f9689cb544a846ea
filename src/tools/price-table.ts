import { badPrices, type Cell, daysIn, isUnpriced, lacksColumn, priceColumns, priceIn } from './price-cells.ts'
import { readTable } from './read-table.ts'

/** Closes in the order of time. `skipped` rows had no close (a holiday, or a fund without a price on that day). */
export interface PriceTable {
  readonly dateColumn: string
  readonly closeColumn: string
  /** Unix days. */
  readonly days: readonly number[]
  readonly closes: readonly number[]
  readonly skipped: number
}

/**
 * Dates and closes out of a CSV with a header; commas, semicolons or tabs, in any order of time.
 *
 * @throws OperatorError ARGS_INVALID naming line and column when it is empty, has no such columns, is ragged, or a cell is no
 *   date or no price.
 */
export async function readPriceTable(csv: string): Promise<PriceTable> {
  const { names, delimiter, rows } = await readTable(csv)
  const { date, close } = priceColumns(names)
  if (date < 0) throw lacksColumn(names, 'date')
  if (close < 0) throw lacksColumn(names, 'close')
  const [dateColumn = '', closeColumn = ''] = [names[date], names[close]]
  const priced = rows.filter(({ cells }) => !isUnpriced(cells[close] ?? ''))
  if (priced.length < 2)
    throw badPrices(`The CSV has ${priced.length === 1 ? 'one row' : 'no rows'} with a close; at least two are needed.`)
  const column = (place: number): Cell[] => priced.map(({ line, cells }) => ({ line, text: cells[place] ?? '' }))
  const closes = column(close).map((cell) => priceIn(cell, closeColumn, delimiter))
  const dates = column(date)
  const days = daysIn(dates, dateColumn)
  const order = days.map((_, index) => index).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
  refuseTwins(order, days, dates)
  return {
    dateColumn,
    closeColumn,
    days: order.map((index) => days[index] ?? 0),
    closes: order.map((index) => closes[index] ?? 0),
    skipped: rows.length - priced.length,
  }
}

/** Two closes on one day would count a day twice. */
function refuseTwins(order: readonly number[], days: readonly number[], dates: readonly Cell[]): void {
  const twin = order.find((index, place) => place > 0 && days[index] === days[order[place - 1] ?? -1])
  if (twin === undefined) return
  throw badPrices(
    `Line ${dates[twin]?.line ?? 0}: the day ${dates[twin]?.text ?? ''} occurs twice; one close a day is needed.`,
  )
}
