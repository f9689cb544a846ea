import { badPrices, daysIn, isUnpriced, lacksColumn, priceColumns, priceIn, priceOf } from './price-cells.ts'
import { firstRows, readTable, type Table } from './read-table.ts'

/** Closes of several assets on the days on which all of them have one, in the order of time. */
export interface AssetTable {
  readonly dateColumn: string
  /** `columns`: one column an asset. `rows`: one row an asset and day, told apart by the column `symbolColumn`. */
  readonly layout: 'columns' | 'rows'
  readonly symbolColumn: string | null
  /** The column of the closes when the layout is `rows`. */
  readonly closeColumn: string | null
  /** Columns that hold no closes, such as a volume or a text. */
  readonly passedOver: readonly string[]
  /** Unix days. */
  readonly days: readonly number[]
  /** `closes[i]` belongs to `days[i]`. */
  readonly assets: ReadonlyArray<{ readonly name: string; readonly closes: readonly number[] }>
  /** Days on which at least one asset had no close. */
  readonly incompleteDays: number
}

const MOST_ASSETS = 30
const SHOWN_ROWS = 20
const WORDED = /^(?!(?:null|nan|none|na)$)[a-z][a-z ]/i
const TICKER =
  /^[A-Z0-9^&.]{1,8}(?:[-_ .]?(?:USD|EUR|GBP))?$|(?:[Cc]lose|[Pp]rice|NAV|nav)$|^(?:[Bb]enchmark|[Ii]ndex|[Mm]arket)$/
const NO_CLOSE =
  /\b(?:open|high|low|volume|vol|turnover|dividends?|splits?|change|chg|returns?|pct|currency|shares|quantity|qty)\b|%/i

/** What the first lines of a text show: `none` of several assets, some `likely` ones, or `sure` ones by names like "AAPL". */
export function assetsShown(text: string): 'none' | 'likely' | 'sure' {
  const [names = [], ...rows] = firstRows(text, SHOWN_ROWS)
  const { date, close, symbol } = priceColumns(names)
  if (date < 0) return 'none'
  if (symbol >= 0 && close >= 0) return 'sure'
  const columns = closeNames(names)
  const worded = columns.filter(({ place }) => rows.some((cells) => WORDED.test(cells[place] ?? '')))
  if (columns.length - worded.length < 2 || worded.length > columns.length / 3) return 'none'
  return columns.every(({ name }) => TICKER.test(name)) ? 'sure' : 'likely'
}

/** Names of the assets that the first lines of a file show: its columns of closes, or the first symbols of its rows. */
export function assetNames(text: string): string[] {
  const [names = [], ...rows] = firstRows(text, 300)
  const { close, symbol } = priceColumns(names)
  if (symbol < 0 || close < 0) return closeNames(names).map(({ name }) => name)
  return [...new Set(rows.map((cells) => cells[symbol] ?? ''))].filter((name) => name !== '').slice(0, MOST_ASSETS)
}

/** The columns that may be closes by their names. A file of one asset ("open, close, volume") has one: the best close. */
function closeNames(names: readonly string[]): Array<{ name: string; place: number }> {
  const { date, close } = priceColumns(names)
  const all = names.map((name, place) => ({ name, place }))
  const others = all.filter(({ name, place }) => place !== date && name !== '' && !NO_CLOSE.test(name))
  const alone = others.every(({ name }) => /^(?:adj\S*[ _]?close|close\S*|last|price|nav|value)$/i.test(name.trim()))
  return alone ? others.filter(({ place }) => place === close) : others
}

/**
 * Reads closes of several assets out of a CSV: a date column and one column an asset, or rows of date, symbol and close.
 *
 * @throws OperatorError ARGS_INVALID naming line and column when there are no such columns, a cell is no date or price, an
 *   asset has two closes on a day, or fewer than two days have a close of every asset.
 */
export async function readAssetTable(csv: string): Promise<AssetTable> {
  const sheet = await readTable(csv)
  const { date, close, symbol } = priceColumns(sheet.names)
  if (date < 0) throw lacksColumn(sheet.names, 'date')
  const byRows = symbol >= 0 && close >= 0
  const { assets, used } = byRows ? assetsOfRows(sheet, symbol, close, date) : assetsOfColumns(sheet, date)
  if (assets.size === 0) throw lacksColumn(sheet.names, 'close')
  if (assets.size > MOST_ASSETS)
    throw badPrices(`The CSV has ${assets.size} assets; at most ${MOST_ASSETS} are compared at once.`)
  const columns = {
    dateColumn: sheet.names[date] ?? '',
    layout: byRows ? ('rows' as const) : ('columns' as const),
    symbolColumn: byRows ? (sheet.names[symbol] ?? '') : null,
    closeColumn: byRows ? (sheet.names[close] ?? '') : null,
    passedOver: sheet.names.filter((_, place) => place !== date && !used.includes(place)),
  }
  return { ...columns, ...aligned(assets) }
}

/** Closes of an asset by Unix day. */
type Assets = ReadonlyMap<string, ReadonlyMap<number, number>>

function assetsOfColumns(sheet: Table, date: number) {
  const { names, delimiter, rows } = sheet
  const days = daysByText(sheet, date)
  const priced = closeNames(names).filter(({ place }) => {
    const cells = rows.map(({ cells }) => cells[place] ?? '').filter((cell) => !isUnpriced(cell))
    return cells.filter((cell) => priceOf(cell, delimiter) !== null).length > cells.length / 2
  })
  const assets = new Map(priced.map(({ name }) => [name, new Map<number, number>()]))
  for (const { line, cells } of rows) {
    const day = days.get(cells[date] ?? '') ?? 0
    for (const { name, place } of priced) {
      const text = cells[place] ?? ''
      if (!isUnpriced(text)) addClose(assets, name, { line, day }, priceIn({ line, text }, name, delimiter))
    }
  }
  return { assets, used: priced.map(({ place }) => place) }
}

function assetsOfRows(sheet: Table, symbol: number, close: number, date: number) {
  const { names, delimiter, rows } = sheet
  const days = daysByText(sheet, date)
  const assets = new Map<string, Map<number, number>>()
  for (const { line, cells } of rows) {
    const [name = '', text = ''] = [cells[symbol], cells[close]]
    if (name === '' || isUnpriced(text)) continue
    if (!assets.has(name)) assets.set(name, new Map())
    const day = days.get(cells[date] ?? '') ?? 0
    addClose(assets, name, { line, day }, priceIn({ line, text }, names[close] ?? '', delimiter))
  }
  return { assets, used: [symbol, close] }
}

function addClose(
  assets: ReadonlyMap<string, Map<number, number>>,
  name: string,
  { line, day }: { readonly line: number; readonly day: number },
  close: number,
): void {
  const closes = assets.get(name)
  if (closes?.has(day)) throw badPrices(`Line ${line}: "${name}" has a second close on one day; one a day is needed.`)
  closes?.set(day, close)
}

/** Each date as written → its Unix day. A day that several assets share is read once, so that the order of days shows. */
function daysByText({ names, rows }: Table, date: number): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { line, cells } of rows) if (!first.has(cells[date] ?? '')) first.set(cells[date] ?? '', line)
  const cells = [...first].map(([text, line]) => ({ line, text }))
  const days = daysIn(cells, names[date] ?? '')
  return new Map(cells.map(({ text }, index) => [text, days[index] ?? 0]))
}

function aligned(assets: Assets): Pick<AssetTable, 'days' | 'assets' | 'incompleteDays'> {
  const everyDay = new Set([...assets.values()].flatMap((closes) => [...closes.keys()]))
  const days = [...everyDay].filter((day) => [...assets.values()].every((closes) => closes.has(day)))
  if (days.length < 2)
    throw badPrices(
      `Only ${days.length} ${days.length === 1 ? 'day has' : 'days have'} a close of every asset; at least two are needed.`,
    )
  days.sort((a, b) => a - b)
  return {
    days,
    assets: [...assets].map(([name, closes]) => ({ name, closes: days.map((day) => closes.get(day) ?? 0) })),
    incompleteDays: everyDay.size - days.length,
  }
}
