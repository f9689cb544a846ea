import { type Column, readColumn } from './table-column.ts'

/** What the first 20,000 characters of a CSV show: the columns as `readTable` names them, and rows cut at every delimiter. */
export interface TableStart {
  readonly names: readonly string[]
  readonly rows: ReadonlyArray<readonly string[]>
}

const LOOKED_AT = 20_000
const MOST_COLUMNS = 200

const linesOf = (csv: string): readonly string[] =>
  csv
    .slice(0, LOOKED_AT)
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')

const delimiterOf = (head: string): string =>
  [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','

/** True for a text with a header of two cells or more and a second line with as many. */
export function isCsv(text: string): boolean {
  const [head = '', row = ''] = linesOf(text)
  const sign = delimiterOf(head)
  const cells = head.split(sign).length
  const fits = row.includes(sign) && (row.includes('"') || row.split(sign).length === cells)
  return cells >= 2 && fits && !/[.!?]\s*$/.test(head)
}

/** The start of a table, read roughly: enough to know what a sentence speaks of. */
export function startOf(csv: string): TableStart {
  const [head = '', ...lines] = linesOf(csv)
  const sign = delimiterOf(head)
  const cellsOf = (line: string) => line.split(sign).map((cell) => cell.trim().replace(/^"|"$/g, ''))
  return {
    names: cellsOf(head)
      .slice(0, MOST_COLUMNS)
      .map((name) => name.toLowerCase().replace(/[\s-]+/g, '_')),
    rows: lines.map(cellsOf),
  }
}

/** What the column at that place holds, as far as these rows show it. */
export const kindAt = (place: number, rows: TableStart['rows']): Column['kind'] =>
  readColumn(
    '',
    rows.map((cells) => cells[place] ?? ''),
  ).kind
