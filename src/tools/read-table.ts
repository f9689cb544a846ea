import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import { inertLine } from '../base/inert-text.ts'

/** A table from CSV text. Every row has as many cells as `head`; `line` is where it stands in the text, from 1. */
export interface Table {
  /** Lower case, spaces and hyphens as `_`: "Home Goals" → "home_goals". */
  readonly head: readonly string[]
  readonly rows: ReadonlyArray<{ readonly line: number; readonly cells: readonly string[] }>
}

const MOST_CHARACTERS = 30_000_000

/**
 * Reads CSV with a header line; commas, semicolons or tabs set the cells apart. Cells are trimmed and inert, at most 200
 * characters. Empty lines are passed over.
 *
 * @throws OperatorError ARGS_INVALID when there is no header or row, a row has more or fewer cells, quotes do not close,
 * or the text is longer than 30 million characters.
 */
export async function readTable(csv: string): Promise<Table> {
  if (csv.length > MOST_CHARACTERS) throw invalid('The table is larger than 30 MB; send a part of it.')
  const { parse, CsvError } = await import('csv-parse/sync')
  const [headLine = ''] = csv.trimStart().split('\n', 1)
  if (headLine === '') throw invalid('The table is empty: a header line and at least one row are needed.')
  try {
    const records = parse(csv, {
      bom: true,
      delimiter: [',', ';', '\t'].toSorted((a, b) => headLine.split(b).length - headLine.split(a).length)[0] ?? ',',
      trim: true,
      skip_empty_lines: true,
      info: true,
    })
    return tableOf(Records.parse(records))
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    throw new OperatorError('ARGS_INVALID', reasonOf(thrown), { cause: thrown })
  }
}

// With `info` csv-parse gives more than its types say.
const Records = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }))

/** What csv-parse tells of the place is loosely typed. */
const Place = z.object({ lines: z.number(), record: z.array(z.string()) })

function reasonOf(error: { readonly code: string; readonly message: string }): string {
  const place = Place.safeParse(error).data
  return error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' && place
    ? `Line ${place.lines} has ${place.record.length} ${place.record.length === 1 ? 'cell' : 'cells'}, not as many as the header.`
    : `The table is not readable as CSV: ${error.message}.`
}

function tableOf(records: z.output<typeof Records>): Table {
  const [first, ...others] = records
  const head = (first?.record ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  const rows = others.filter(({ record }) => record.some((cell) => cell !== ''))
  if (rows.length === 0) throw invalid('The table has a header but no rows.')
  return {
    head,
    rows: rows.map(({ info, record }) => ({ line: info.lines, cells: record.map((cell) => inertLine(cell)) })),
  }
}

const invalid = (message: string) => new OperatorError('ARGS_INVALID', message)
