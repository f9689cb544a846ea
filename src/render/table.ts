import type { Page } from './format.ts'
import { fitTo, padTo, widthOf, wrapText } from './wrap.ts'

const GAP = 2
const NARROWEST = 6

/**
 * Rows in columns. Too wide: the widest column shrinks; where even that is too wide, each row is written as a list of
 * `Header: value`, so that nothing essential is lost on a narrow terminal. Columns of numbers stand right.
 */
export function renderTable(head: readonly string[], rows: ReadonlyArray<readonly string[]>, page: Page): string[] {
  const widths = shrinkWidths(naturalWidths(head, rows), page.width)
  if (widths === null) return stacked(head, rows, page)
  const numeric = head.map((_, c) => rows.length > 0 && rows.every((row) => isNumeric(row[c] ?? '')))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, c) => align(fitTo(cell, widths[c] ?? 0), widths[c] ?? 0, numeric[c] ?? false))
      .join(' '.repeat(GAP))
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP))
  return [page.paint('bold', line(head)), page.paint('dim', rule), ...rows.map(line)]
}

const isNumeric = (cell: string): boolean => /^[-+$]?[\d.,]+ ?[%a-zA-Z]{0,2}$|^n\/a$|^$/.test(cell)

const align = (cell: string, width: number, right: boolean): string =>
  right ? ' '.repeat(Math.max(0, width - widthOf(cell))) + cell : padTo(cell, width)

const naturalWidths = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): number[] =>
  head.map((title, c) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[c] ?? ''))))

/** Takes from the widest column until the row fits; null when a column would become unreadable. */
function shrinkWidths(natural: readonly number[], available: number): number[] | null {
  const widths = [...natural]
  const room = available - GAP * (widths.length - 1)
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= NARROWEST * 2) return null
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

function stacked(head: readonly string[], rows: ReadonlyArray<readonly string[]>, page: Page): string[] {
  return rows.flatMap((row, i) => [
    ...(i > 0 ? [''] : []),
    ...row.flatMap((cell, c) => wrapText(`${head[c]}: ${cell}`, page.width)),
  ])
}
