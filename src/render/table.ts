import type { Page } from './format.ts'
import { fitTo, padTo, widthOf, wrapText } from './wrap.ts'

const GAP = 2
/** A column of words is not made narrower. */
const NARROWEST = 10

/** A cell of a list takes at most so many lines: a question may be as long as a book. */
const MOST_LINES = 6
/** A last cell of words goes on in at most so many rows, and is cut then. */
const MOST_ROWS = 3

/**
 * Rows in columns. Too wide: the widest column of words shrinks (one of names to be copied does not), and the last one goes on in the next row; where even that is
 * too wide, each row is written as a list of `Header: value`, so that nothing essential is lost on a narrow terminal. Columns
 * of numbers stand right. On a page that is `whole` every row is one line, however long.
 */
export function renderTable(head: readonly string[], rows: ReadonlyArray<readonly string[]>, page: Page): string[] {
  const natural = naturalWidths(head, rows)
  const every = (c: number, fits: (cell: string) => boolean) =>
    rows.length > 0 && rows.every((row) => fits(row[c] ?? ''))
  const numeric = head.map((_, c) => every(c, isNumeric))
  const fixed = head.map((_, c) => numeric[c] === true || every(c, isTime))
  const least = natural.map((width, c) => (fixed[c] ? width : leastWidth(rows.map((row) => row[c] ?? ''))))
  const widths = page.whole ? natural : shrinkWidths(natural, least, page.width)
  if (widths === null) return stacked(head, rows, page)
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, c) => align(fitTo(cell, widths[c] ?? 0), widths[c] ?? 0, numeric[c] ?? false))
      .join(' '.repeat(GAP))
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(Math.min(width, page.width))).join(' '.repeat(GAP))
  const lines = rows.flatMap((row) => spread(row, widths).map(line))
  return [page.paint('bold', line(head)), page.paint('dim', rule), ...lines]
}

/** A row as one or more: what the last cell does not hold goes on below. */
function spread(row: readonly string[], widths: readonly number[]): ReadonlyArray<readonly string[]> {
  const last = row.at(-1) ?? ''
  const width = widths.at(-1) ?? 0
  if (widthOf(last) <= width) return [row]
  const parts = wrapText(last, width)
  const rest = parts.slice(MOST_ROWS - 1).join(' ')
  const [first = '', ...more] = [...parts.slice(0, MOST_ROWS - 1), ...(rest === '' ? [] : [rest])]
  return [[...row.slice(0, -1), first], ...more.map((part) => [...row.slice(0, -1).map(() => ''), part])]
}

const isTime = (cell: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$|^n\/a$|^$/.test(cell)

const isNumeric = (cell: string): boolean => /^[-+$]?[\d.,]+ ?[%a-zA-Z]{0,2}$|^n\/a$|^$/.test(cell)

const align = (cell: string, width: number, right: boolean): string =>
  right ? ' '.repeat(Math.max(0, width - widthOf(cell))) + cell : padTo(cell, width)

const naturalWidths = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): number[] =>
  head.map((title, c) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[c] ?? ''))))

/** What is copied, such as `s-1x9k *`, `set OPENAI_API_KEY` or `task.settled`: at most two words, one with a mark inside it. */
const isName = (cell: string): boolean =>
  /[\p{L}\d][_.:@/-]+[\p{L}\d]/u.test(cell) && cell.trim().split(' ').length <= 2

const leastWidth = (cells: readonly string[]): number =>
  Math.max(NARROWEST, ...cells.filter(isName).map((cell) => widthOf(cell)))

/** Takes from the widest column of words until the row fits; null when one would become unreadable. */
function shrinkWidths(natural: readonly number[], least: readonly number[], available: number): number[] | null {
  const widths = [...natural]
  const room = available - GAP * (widths.length - 1)
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const most = Math.max(...widths.map((width, c) => (width > (least[c] ?? 0) ? width : 0)))
    if (most === 0) return null
    const widest = widths.findLastIndex((width, c) => width === most && width > (least[c] ?? 0))
    widths[widest] = most - 1
  }
  return widths
}

function stacked(head: readonly string[], rows: ReadonlyArray<readonly string[]>, page: Page): string[] {
  return rows.flatMap((row, i) => [
    ...(i > 0 ? [''] : []),
    ...row.flatMap((cell, c) => wrapText(fitTo(`${head[c]}: ${cell}`, page.width * MOST_LINES), page.width)),
  ])
}
