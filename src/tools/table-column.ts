/** A column with its cells understood: `numbers[i]` is row i as a number, or null. */
export interface Column {
  readonly name: string
  /** `number` when four of five filled cells or more are numbers; dates are ISO, or day and month with slashes or points. */
  readonly kind: 'number' | 'date' | 'text' | 'empty'
  readonly cells: readonly string[]
  readonly numbers: ReadonlyArray<number | null>
  readonly missing: number
  readonly distinct: number
  /** Filled cells of a number column that are none. */
  readonly unreadable: number
}

const MISSING = /^(?:|-|–|\?|n\/?a|nan|null|none|nil|missing|#n\/a)$/i
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/
const NUMBER_COLUMN_FROM = 0.8

/** True for a cell that says nothing: empty, "n/a", "null", "-". */
export const isMissing = (cell: string): boolean => MISSING.test(cell)

/** What a column holds. "$1,200", "12 %" and, where cells end so, "1.200,50" are numbers; "00123" is a name. */
export function readColumn(name: string, cells: readonly string[]): Column {
  const filled = cells.filter((cell) => !isMissing(cell))
  const decimalComma = hasDecimalComma(filled)
  const numbers = cells.map((cell) => (isMissing(cell) ? null : numberOf(cell, decimalComma)))
  const readable = numbers.filter((n) => n !== null).length
  const isNumber =
    filled.length > 0 && readable >= filled.length * NUMBER_COLUMN_FROM && !filled.some((cell) => /^0\d+$/.test(cell))
  const rest = filled.length === 0 ? 'empty' : filled.every((cell) => DATE.test(cell)) ? 'date' : 'text'
  return {
    name,
    kind: isNumber ? 'number' : rest,
    cells,
    numbers: isNumber ? numbers : cells.map(() => null),
    missing: cells.length - filled.length,
    distinct: new Set(filled).size,
    unreadable: isNumber ? filled.length - readable : 0,
  }
}

/** "12,5" and "1.234,50" use the comma so; "1,234" and "1,234.5" do not. */
const hasDecimalComma = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\d,\d{1,2}\D{0,2}$|\d\.\d{3},\d|^\D{0,2}0,\d/.test(cell)) &&
  !cells.some((cell) => /,\d{3}\./.test(cell))

function numberOf(cell: string, decimalComma: boolean): number | null {
  const bare = cell
    .replace(/[\s\u00a0_']/g, '')
    .replace(/^([-+]?)(?:[$€£¥₹]|usd|eur|gbp)/i, '$1')
    .replace(/(?:[$€£¥₹%]|usd|eur|gbp)$/i, '')
    .replace(/^\((.+)\)$/, '-$1')
  const plain = decimalComma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(plain) && Number.isFinite(Number(plain))
    ? Number(plain)
    : null
}
