import * as z from 'zod'
import { type Block, count, facts, note, table, type Value } from '../../report/report.ts'
import { columnNamed, measuredColumn } from '../find-column.ts'
import { hearTable } from '../hear-table.ts'
import { type Group, groupRows, measureRows, rowsThat, sortRows } from '../query-table.ts'
import { readTable } from '../read-table.ts'
import { type Column, readColumn } from '../table-column.ts'
import { defineTool } from '../tool.ts'

const MOST_ROWS = 50
const MOST_COLUMNS = 12
const FIRST_ROWS = 5
const name = z.string().min(1).max(200)

const input = z.object({
  csv: z.string().min(1, 'a table is needed').describe('CSV with a header line'),
  measure: z.enum(['sum', 'mean', 'median', 'min', 'max', 'count', 'distinct']).optional(),
  column: name.optional().describe('what is measured; the only number column when there is one'),
  by: name.optional().describe('column whose equal cells make a group'),
  where: z
    .array(
      z.object({ column: name, is: z.enum(['=', '!=', '>', '>=', '<', '<=', 'contains']), value: z.string().max(200) }),
    )
    .max(10, 'at most 10 conditions are taken')
    .default([]),
  sort: name.optional().describe('column to sort the rows by'),
  descending: z.boolean().default(true),
  limit: z.int().min(1, 'at least 1 row is needed').max(10_000, 'at most 10,000 rows are shown').optional(),
  taken: z
    .array(z.object({ said: z.string().max(40), column: name }))
    .max(20)
    .default([])
    .describe('words of the person for which a column was taken, to be told'),
})

const described = z.object({
  name: z.string(),
  kind: z.enum(['number', 'date', 'text', 'empty']),
  missing: z.int(),
  distinct: z.int(),
  unreadable: z.int(),
  min: z.number().nullable(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  max: z.number().nullable(),
})
const output = z.object({
  rows: z.int(),
  /** After the conditions. */
  matching: z.int(),
  columns: z.array(described),
  /** One line for each group, or one for all; empty when no measure was asked. */
  groups: z.array(z.object({ name: z.string(), value: z.number().nullable(), rows: z.int() })),
  groups_in_all: z.int(),
  /** What was measured; null for rows. */
  measured: z.string().nullable(),
  head: z.array(z.string()),
  /** The rows to show, at most 50. */
  lines: z.array(z.array(z.string())),
})
type Asked = z.output<typeof input>
type Found = z.output<typeof output>

/** Looks at a CSV table: its columns, or its rows filtered and sorted, or a measure of them by group. */
export default defineTool({
  name: 'csv-table',
  summary: 'The columns and rows of a CSV table; sums, averages and counts by group; sorted and filtered rows.',
  example: 'describe this csv',
  effect: 'read',
  alone: true,
  input,
  output,
  hear: hearTable,
  async run(asked) {
    const { head, rows } = await readTable(asked.csv)
    const columns = head.map((title, place) =>
      readColumn(
        title,
        rows.map(({ cells }) => cells[place] ?? ''),
      ),
    )
    for (const { column } of asked.where) columnNamed(columns, column)
    const matching = rowsThat(columns, asked.where, rows.length)
    const shown = asked.sort ? sortRows(matching, columnNamed(columns, asked.sort), asked.descending) : matching
    const groups = asked.measure ? await groupsOf(asked, columns, matching) : []
    const plain = isPlain(asked)
    return {
      rows: rows.length,
      matching: matching.length,
      columns: plain ? await Promise.all(columns.map(describe)) : [],
      groups: groups.slice(0, Math.min(asked.limit ?? MOST_ROWS, MOST_ROWS)),
      groups_in_all: groups.length,
      measured: asked.measure ? (measuredColumn(asked, columns)?.name ?? null) : null,
      head: [...head],
      lines: asked.measure
        ? extremeRows(asked, columns, matching).map((row) => [...(rows[row]?.cells ?? [])])
        : shown
            .slice(0, plain ? FIRST_ROWS : Math.min(asked.limit ?? 20, MOST_ROWS))
            .map((row) => [...(rows[row]?.cells ?? [])]),
    }
  },
  show: (found, asked) => [
    facts('Table', {
      Rows: count(found.rows),
      ...(asked.where.length > 0 && {
        'Rows that fit': count(found.matching),
        Where: asked.where.map(({ column, is, value }) => `${column} ${is} ${value}`).join(' and '),
      }),
      Columns: count(found.head.length),
    }),
    ...(asked.measure ? showGroups(found, asked) : isPlain(asked) ? showColumns(found) : []),
    ...(asked.measure ? [] : showLines(found, asked)),
    ...asked.taken.map(({ said, column }) =>
      note('plain', `No column is called “${said}”; the column “${column}” was taken for it.`),
    ),
  ],
})

const isPlain = ({ measure, sort, where, limit }: Asked): boolean =>
  !measure && !sort && where.length === 0 && limit === undefined

const MOST_EXTREME = 3

/** The rows that hold the largest or smallest number, where this was asked of all rows together; at most three. */
function extremeRows(asked: Asked, columns: readonly Column[], rows: readonly number[]): readonly number[] {
  if (asked.by || (asked.measure !== 'max' && asked.measure !== 'min')) return []
  const column = measuredColumn(asked, columns)
  if (!column) return []
  const [first, ...others] = sortRows(rows, column, asked.measure === 'max')
  if (first === undefined) return []
  return [first, ...others.filter((row) => column.numbers[row] === column.numbers[first])].slice(0, MOST_EXTREME)
}

async function groupsOf(asked: Asked, columns: readonly Column[], rows: readonly number[]): Promise<Group[]> {
  const column = measuredColumn(asked, columns)
  const sets = asked.by ? groupRows(rows, columnNamed(columns, asked.by)) : new Map([['all', [...rows]]])
  const groups = await Promise.all(
    [...sets].map(async ([title, members]) => ({
      name: title,
      value: await measureRows(asked.measure ?? 'count', members, column),
      rows: members.length,
    })),
  )
  const sign = asked.descending ? -1 : 1
  return groups.toSorted(
    (a, b) =>
      (a.value === null ? 1 : b.value === null ? -1 : sign * (a.value - b.value)) || a.name.localeCompare(b.name),
  )
}

async function describe(column: Column): Promise<z.output<typeof described>> {
  const { name: title, kind, missing, distinct, unreadable } = column
  const all = column.cells.map((_, row) => row)
  const [min, mean, median, max] = await Promise.all(
    (['min', 'mean', 'median', 'max'] as const).map((measure) => measureRows(measure, all, column)),
  )
  return {
    name: title,
    kind,
    missing,
    distinct,
    unreadable,
    min: min ?? null,
    mean: mean ?? null,
    median: median ?? null,
    max: max ?? null,
  }
}

const figure = (n: number | null): Value =>
  n === null ? '' : n.toLocaleString('en-US', { maximumFractionDigits: Math.abs(n) < 1 ? 6 : 2 })

function showColumns({ columns }: Found): Block[] {
  const rows = columns
    .slice(0, MOST_ROWS)
    .map((one) => [
      one.name,
      one.kind,
      count(one.missing),
      count(one.distinct),
      ...[one.min, one.mean, one.median, one.max].map(figure),
    ])
  const titles = columns.map(({ name: title }) => title)
  const twice = [...new Set(titles.filter((title, place) => title !== '' && titles.indexOf(title) < place))]
  const odd = columns.filter(({ unreadable }) => unreadable > 0)
  return [
    table(['Column', 'Kind', 'Missing', 'Distinct', 'Min', 'Mean', 'Median', 'Max'], rows, 'Columns'),
    ...twice.map((title) =>
      note('warn', `The header names "${title}" more than once; sums and filters need one name each.`),
    ),
    ...odd.map((one) =>
      note(
        'warn',
        `Column ${one.name}: ${one.unreadable} ${one.unreadable === 1 ? 'cell is' : 'cells are'} no number and left out.`,
      ),
    ),
  ]
}

const WORDS = {
  sum: 'Sum',
  mean: 'Mean',
  median: 'Median',
  min: 'Smallest',
  max: 'Largest',
  count: 'Rows',
  distinct: 'Different values',
} as const

function showGroups(found: Found, { measure = 'count', by }: Asked): Block[] {
  const title = found.measured ? `${WORDS[measure]} of ${found.measured}` : WORDS[measure]
  if (!by)
    return [
      facts('Result', { [title]: figure(found.groups[0]?.value ?? null) || 'no number found' }),
      ...(found.lines.length > 0 ? [rowsTable(found)] : []),
    ]
  const counted = measure === 'count' && found.measured === null
  const rows = found.groups.map(({ name: group, value, rows: many }) => [
    group,
    figure(value),
    ...(counted ? [] : [count(many)]),
  ])
  return [
    table([by, title, ...(counted ? [] : ['Rows'])], rows, `${title} by ${by}`),
    ...(found.groups_in_all > found.groups.length
      ? [note('plain', `${found.groups.length} of ${found.groups_in_all} groups are shown.`)]
      : []),
  ]
}

function showLines({ head, lines, matching }: Found, asked: Asked): Block[] {
  const order = asked.sort ? `, by ${asked.sort} ${asked.descending ? 'from the largest' : 'from the smallest'}` : ''
  if (lines.length === 0) return [note('plain', 'No row fits these conditions.')]
  const shown = `${lines.length} of ${matching.toLocaleString('en-US')} rows are shown${order}`
  const wide = head.length > MOST_COLUMNS ? `, and ${MOST_COLUMNS} of ${head.length} columns` : ''
  return [rowsTable({ head, lines }), note('plain', `${shown}${wide}.`)]
}

const rowsTable = ({ head, lines }: Pick<Found, 'head' | 'lines'>): Block =>
  table(
    head.slice(0, MOST_COLUMNS),
    lines.map((cells) => cells.slice(0, MOST_COLUMNS)),
    'Rows',
  )
