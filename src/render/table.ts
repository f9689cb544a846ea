import type { Page } from './format.ts'
import { fitTo, isSeamless, padTo, widthOf, wrapText, wrapWords } from './wrap.ts'

const GAP = 2
/** A column of words is not made narrower. */
const NARROWEST = 10

/** A cell of a list takes at most so many lines: a question may be as long as a book. */
const MOST_LINES = 6
/** A last cell of words goes on in at most so many rows, and is cut then. */
const MOST_ROWS = 3
/** A last column of words is not made narrower: its words stand below their row then. */
const NARROWEST_LAST = 20
const INDENT = '  '

/**
 * Rows in columns. Too wide: the widest column of words shrinks (one of names to be copied does not), and the last one goes on
 * in the next row. Where it has no room beside the others, it stands below its row; where even that is too wide, each row is
 * written as a list of `Header: value`, so that nothing essential is lost on a narrow terminal. Columns of numbers stand
 * right. On a page that is `whole` every row is one line, however long.
 */
export function renderTable(head: readonly string[], rows: ReadonlyArray<readonly string[]>, page: Page): string[] {
  const columns = columnsOf(head, rows)
  if (page.whole) return drawn(head, rows, columns, page)
  const beside = shrinkColumns(columns, page.width)
  if (beside) return drawn(head, rows, beside, page)
  const before = columns.at(-1)?.fixed === false ? shrinkColumns(columns.slice(0, -1), page.width) : null
  return before ? drawn(head, rows, before, page) : stacked(head, rows, page)
}

/** A column in the width that it has, and the least that it may have. `right`: of numbers; `fixed`: never narrower. */
interface Column {
  readonly width: number
  readonly least: number
  readonly right: boolean
  readonly fixed: boolean
}

function columnsOf(head: readonly string[], rows: ReadonlyArray<readonly string[]>): Column[] {
  return head.map((title, c) => {
    const cells = rows.map((row) => row[c] ?? '')
    const width = Math.max(widthOf(title), ...cells.map(widthOf))
    const right = cells.length > 0 && cells.every(isNumeric)
    const fixed = right || (cells.length > 0 && cells.every(isTime))
    const least = Math.max(leastWidth(cells), c > 0 && c === head.length - 1 ? Math.min(width, NARROWEST_LAST) : 0)
    return { width, least: fixed ? width : least, right, fixed }
  })
}

/** The table in these columns; what has none stands below its row. */
function drawn(
  head: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  columns: readonly Column[],
  page: Page,
): string[] {
  const line = (cells: readonly string[]) =>
    columns
      .map(({ width, right }, c) => align(fitTo(cells[c] ?? '', width), width, right))
      .join(' '.repeat(GAP))
      .trimEnd()
  const rule = columns.map(({ width }) => '─'.repeat(Math.min(width, page.width))).join(' '.repeat(GAP))
  const drawRow = (row: readonly string[]): string[] => {
    const last = row.at(-1) ?? ''
    const beside = row.length === columns.length && (page.whole || !holdsLongWord(last, columns.at(-1)?.width ?? 0))
    return beside ? spread(row, columns).map(line) : [line(row.slice(0, -1)), ...belowRow(last, page)]
  }
  const heading = head.length === columns.length ? [line(head)] : drawRow(head)
  return [...heading.map((one) => page.paint('bold', one)), page.paint('dim', rule), ...rows.flatMap(drawRow)]
}

/** A path or an address that is too long for its column: it is not cut where it fits below its row. */
const holdsLongWord = (cell: string, width: number): boolean =>
  cell.split(' ').some((word) => widthOf(word) > width && !isSeamless(word))

/** The last cell of a row where it has no column. */
function belowRow(cell: string, page: Page): string[] {
  const width = page.width - INDENT.length
  const lines = wrapWords(fitTo(cell, width * MOST_ROWS), { width, widest: page.width })
  return cell === '' ? [] : lines.map(({ text, apart }) => (apart ? text : INDENT + text))
}

/** A row as one or more: what the last cell does not hold goes on below. */
function spread(row: readonly string[], columns: readonly Column[]): ReadonlyArray<readonly string[]> {
  const last = row.at(-1) ?? ''
  const width = columns.at(-1)?.width ?? 0
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

/** What is copied, such as `s-1x9k *`, `set OPENAI_API_KEY` or `task.settled`: at most two words, one with a mark inside it. */
const isName = (cell: string): boolean =>
  /[\p{L}\d][_.:@/-]+[\p{L}\d]/u.test(cell) && cell.trim().split(' ').length <= 2

const leastWidth = (cells: readonly string[]): number =>
  Math.max(NARROWEST, ...cells.filter(isName).map((cell) => widthOf(cell)))

/** Takes from the widest column of words until the row fits; null when one would become unreadable. */
function shrinkColumns(columns: readonly Column[], available: number): Column[] | null {
  const widths = columns.map(({ width }) => width)
  const canGive = (width: number, c: number) => width > (columns[c]?.least ?? 0)
  const room = available - GAP * (columns.length - 1)
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const most = Math.max(...widths.map((width, c) => (canGive(width, c) ? width : 0)))
    if (most === 0) return null
    widths[widths.findLastIndex((width, c) => width === most && canGive(width, c))] = most - 1
  }
  return columns.map((column, c) => ({ ...column, width: widths[c] ?? column.width }))
}

function stacked(head: readonly string[], rows: ReadonlyArray<readonly string[]>, page: Page): string[] {
  return rows.flatMap((row, i) => [
    ...(i > 0 ? [''] : []),
    ...row.flatMap((cell, c) => wrapText(fitTo(`${head[c]}: ${cell}`, page.width * MOST_LINES), page.width)),
  ])
}
