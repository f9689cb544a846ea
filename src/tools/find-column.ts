import { OperatorError } from '../base/errors.ts'
import type { Measure } from './query-table.ts'
import type { Column } from './table-column.ts'

/** What is to be measured of which column, by the names that were said. */
interface Measured {
  readonly measure?: Measure | undefined
  readonly column?: string | undefined
  readonly by?: string | undefined
}

/** The column of that name. @throws OperatorError ARGS_INVALID when the table has none, or two. */
export function columnNamed(columns: readonly Column[], wanted: string): Column {
  const key = wanted
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const [found, second] = columns.filter((column) => column.name === key)
  if (second) throw namedTwice(second)
  if (found) return found
  throw new OperatorError(
    'ARGS_INVALID',
    `There is no column "${wanted.slice(0, 40)}"; the table has ${namesOf(columns)}.`,
    { hint: 'name one of its columns' },
  )
}

const namedTwice = ({ name: title }: Column): OperatorError =>
  new OperatorError(
    'ARGS_INVALID',
    `The header names "${title.slice(0, 40)}" more than once, so it is not clear which is meant.`,
    {
      hint: 'give each column a name of its own',
    },
  )

const namesOf = (columns: readonly Column[]): string =>
  columns
    .slice(0, 12)
    .map((column) => column.name.slice(0, 40))
    .join(', ') + (columns.length > 12 ? ' and more' : '')

/** The named column, or the only one with numbers. @throws OperatorError ARGS_INVALID when it has none, or several are meant. */
export function measuredColumn({ measure, column, by }: Measured, columns: readonly Column[]): Column | undefined {
  const named = column === undefined ? undefined : columnNamed(columns, column)
  if (measure === 'count') return named
  if (measure === 'distinct' && named) return named
  const numeric = columns.filter(({ kind, name: title }) => kind === 'number' && title !== by)
  const sums = numeric.filter(({ name: title }) => !COUNTS_UP.test(title))
  const one = named ?? (sums.length === 1 ? sums[0] : undefined)
  if (!one) throw notNamed(numeric, columns)
  if (one.kind !== 'number' && measure !== 'distinct')
    throw new OperatorError('ARGS_INVALID', `The column "${one.name}" holds no numbers.`, {
      hint: `Number columns: ${namesOf(numeric) || 'none'}.`,
    })
  return one
}

/** Numbers that only tell rows apart: nobody wants their sum or average without saying so. */
const COUNTS_UP = /^(?:id|no|nr|year|month|day|week|zip|postcode|phone)$|_(?:id|no|nr|number|code)$/

function notNamed(numeric: readonly Column[], columns: readonly Column[]): OperatorError {
  const [first] = numeric
  if (first && numeric.every(({ name: title }) => title === first.name)) return namedTwice(first)
  return new OperatorError('ARGS_INVALID', 'Which column is meant?', {
    hint: `Name one of ${namesOf(first ? numeric : columns)}.`,
  })
}
