/** A select of one table as it is built up, call by call. Texts are SQL; values stand in the order of their places. */
export interface PlainSelect {
  readonly table: string
  readonly columns: readonly string[]
  readonly where: readonly string[]
  readonly values: readonly unknown[]
  readonly groupBy: readonly string[]
  readonly orderBy: readonly string[]
  readonly limit: number | null
}

/** A select of this table; null where the name is more than a name (`tasks as t`). */
export function selectFrom(table: unknown): PlainSelect | null {
  if (!isName(table)) return null
  return { table, columns: [], where: [], values: [], groupBy: [], orderBy: [], limit: null }
}

/** One more call of the query builder; null where it is none of the plain ones or has arguments that are not plain. */
export function addCall(plain: PlainSelect, method: string, args: readonly unknown[]): PlainSelect | null {
  return Object.hasOwn(CALLS, method) ? (CALLS[method]?.(plain, args) ?? null) : null
}

/** True for a call that `addCall` knows, whatever its arguments are. */
export const isPlainCall = (method: string): boolean => Object.hasOwn(CALLS, method)

/** Character for character what Kysely makes of the same calls; null while nothing is selected. */
export function textOf({ table, columns, where, groupBy, orderBy, limit }: PlainSelect): string | null {
  if (columns.length === 0) return null
  const clause = (word: string, parts: readonly string[], between: string) =>
    parts.length > 0 ? ` ${word} ${parts.join(between)}` : ''
  const clauses =
    clause('where', where, ' and ') + clause('group by', groupBy, ', ') + clause('order by', orderBy, ', ')
  return `select ${columns.join(', ')} from "${table}"${clauses}${limit === null ? '' : ' limit ?'}`
}

/** What stands in the places of the text. */
export const valuesOf = ({ values, limit }: PlainSelect): readonly unknown[] =>
  limit === null ? values : [...values, limit]

type AddCall = (plain: PlainSelect, args: readonly unknown[]) => PlainSelect | null

const CALLS: Readonly<Record<string, AddCall>> = {
  select: (plain, [selected]) => addColumns(plain, typeof selected === 'function' ? called(selected) : selected),
  selectAll: (plain, args) => (args.length === 0 ? { ...plain, columns: [...plain.columns, '*'] } : null),
  where: (plain, [column, operator, value]) =>
    isName(column) && typeof operator === 'string' ? addWhere(plain, column, operator, value) : null,
  groupBy: (plain, [column]) => (isName(column) ? { ...plain, groupBy: [...plain.groupBy, quoted(column)] } : null),
  orderBy(plain, [column, way]) {
    if (!isName(column) || !(way === undefined || way === 'asc' || way === 'desc')) return null
    return { ...plain, orderBy: [...plain.orderBy, way === undefined ? quoted(column) : `${quoted(column)} ${way}`] }
  },
  limit: (plain, [most]) => (typeof most === 'number' ? { ...plain, limit: most } : null),
}

class Sum {
  readonly text: string

  constructor(column: string, name: string) {
    this.text = `sum(${quoted(column)}) as ${quoted(name)}`
  }
}

/** The one function that a plain select may name. */
const WITH_SUM = { fn: { sum: (column: string) => ({ as: (name: string) => new Sum(column, name) }) } }

/** What a callback selects; undefined where it asks for more than a sum, which the query builder then does. */
function called(select: CallableFunction): unknown {
  try {
    return select(WITH_SUM)
  } catch {
    return undefined
  }
}

function addColumns(plain: PlainSelect, selected: unknown): PlainSelect | null {
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [selected]
  const texts = all.map((one) => (one instanceof Sum ? one.text : isName(one) ? quoted(one) : null))
  const columns = texts.filter((text) => text !== null)
  return columns.length === texts.length ? { ...plain, columns: [...plain.columns, ...columns] } : null
}

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=']

function addWhere(plain: PlainSelect, column: string, operator: string, value: unknown): PlainSelect | null {
  const having = (places: string, values: readonly unknown[]): PlainSelect => ({
    ...plain,
    where: [...plain.where, `${quoted(column)} ${operator} ${places}`],
    values: [...plain.values, ...values],
  })
  if (operator === 'is' || operator === 'is not') return value === null ? having('null', []) : null
  if (operator === 'in') {
    const list: readonly unknown[] = Array.isArray(value) ? value : []
    return list.length > 0 && list.every(isValue) ? having(`(${list.map(() => '?').join(', ')})`, list) : null
  }
  return COMPARISONS.includes(operator) && isValue(value) ? having('?', [value]) : null
}

/** A number or a text, or what stands for one in a statement; no expression. */
function isValue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return !Array.isArray(value) && !('toOperationNode' in value)
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'bigint'
}

const isName = (text: unknown): text is string => typeof text === 'string' && /^[a-z_]+$/.test(text)

const quoted = (name: string): string => `"${name}"`
