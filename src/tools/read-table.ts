import { OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'

/** A table from CSV text. Every row has as many cells as `head`; `line` is where it stands in the text, from 1. */
export interface Table {
  /** Lower case, spaces and hyphens as `_`: "Home Goals" → "home_goals". */
  readonly head: readonly string[]
  /** The columns as the file writes them: "Home Goals". */
  readonly names: readonly string[]
  /** What sets the cells apart; where it is no comma, a comma in a number may part the decimals. */
  readonly delimiter: ',' | ';' | '\t'
  readonly rows: ReadonlyArray<{ readonly line: number; readonly cells: readonly string[] }>
}

const MOST_CHARACTERS = 30_000_000
const MOST_ROWS = 500_000
const DELIMITERS = [',', ';', '\t'] as const

/**
 * Reads CSV with a header line; commas, semicolons or tabs set the cells apart. Cells are trimmed and inert, at most 200
 * characters. Empty lines are passed over.
 *
 * @throws OperatorError ARGS_INVALID when there is no header or row, a row has more or fewer cells, quotes do not close,
 * or the text is longer than 30 million characters or 500,000 rows.
 */
export async function readTable(csv: string): Promise<Table> {
  if (csv.length > MOST_CHARACTERS) throw invalid('The table is larger than 30 MB; send a part of it.')
  const { parse, CsvError } = await import('csv-parse/sync')
  if (csv.trim() === '') throw invalid('The table is empty: a header line and at least one row are needed.')
  const delimiter = delimiterOf(csv)
  const lines: number[] = []
  try {
    const records = parse(csv, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
      on_record: (record, place) => {
        lines.push(place.lines)
        return record
      },
    })
    return tableOf(records, lines, delimiter)
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    throw new OperatorError('ARGS_INVALID', reasonOf(thrown), { cause: thrown })
  }
}

/**
 * The first lines of a text as cells, the header among them, cut without regard to quotation marks: enough to tell what a
 * file is before it is read. Empty for an empty text.
 */
export function firstRows(csv: string, most: number): string[][] {
  const lines = csv
    .slice(0, 20_000)
    .trimStart()
    .split(/\r\n?|\n/, most)
  const delimiter = delimiterOf(lines[0] ?? '')
  return lines.map((line) => line.split(delimiter).map((cell) => inertLine(cell.trim().replace(/^"|"$/g, ''))))
}

/** The first line decides: the sign that it holds most often. */
function delimiterOf(csv: string): Table['delimiter'] {
  const line = csv.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  return DELIMITERS.reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best))
}

interface CsvFault {
  readonly code: string
  readonly message: string
  readonly lines?: unknown
  readonly record?: unknown
}

function reasonOf({ code, message, lines, record }: CsvFault): string {
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' && Array.isArray(record))
    return `Line ${lines} has ${record.length} ${record.length === 1 ? 'cell' : 'cells'}, not as many as the header.`
  if (code.includes('QUOTE'))
    return `The table is not readable as CSV: line ${lines} has a quotation mark that is not closed or stands in the wrong place.`
  return `The table is not readable as CSV: ${message}.`
}

function tableOf(
  records: readonly (readonly string[])[],
  lines: readonly number[],
  delimiter: Table['delimiter'],
): Table {
  const names = (records[0] ?? []).map((name) => inertCell(name))
  const rows = records
    .map((cells, index) => ({ line: lines[index] ?? 0, cells }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) throw invalid('The table has a header but no rows.')
  if (rows.length > MOST_ROWS) throw invalid(`The table has more than ${MOST_ROWS.toLocaleString('en-US')} rows.`)
  return {
    head: names.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_')),
    names,
    delimiter,
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(inertCell) })),
  }
}

// Nearly every cell of a long file is plain; a test of that is much cheaper than making it so.
const PLAIN = /^[\w.,:/+$€%-]{0,60}$/

const inertCell = (cell: string): string => (PLAIN.test(cell) ? cell : inertLine(cell))

const invalid = (message: string) => new OperatorError('ARGS_INVALID', message)
