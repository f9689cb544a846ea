import fc from 'fast-check'
import { type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import { addCall, type PlainSelect, selectFrom, textOf, valuesOf } from '../../src/store/plain-select.ts'

type Call = readonly [method: string, ...args: readonly unknown[]]

const builder = new Kysely<Record<string, Record<string, number>>>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** What Kysely makes of the calls. */
function compiledByKysely(table: string, calls: readonly Call[]): { sql: string; parameters: readonly unknown[] } {
  const query = calls.reduce<object>(
    (made, [method, ...args]) => Reflect.apply(Reflect.get(made, method), made, args),
    builder.selectFrom(table),
  )
  const { sql, parameters }: CompiledQuery = Reflect.get(query, 'compile').call(query)
  return { sql, parameters }
}

const plainOf = (table: string, calls: readonly Call[]): PlainSelect | null =>
  calls.reduce<PlainSelect | null>((made, [method, ...args]) => made && addCall(made, method, args), selectFrom(table))

const name = fc.constantFrom('pool', 'state', 'n', 'busy_ms')
const value = fc.oneof(fc.integer(), fc.string(), fc.double({ noNaN: true }))
const call = fc.oneof(
  name.map((column): Call => ['select', column]),
  fc.array(name, { minLength: 1, maxLength: 3 }).map((columns): Call => ['select', columns]),
  fc.constant<Call>(['selectAll']),
  fc
    .tuple(name, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value)
    .map(([column, operator, one]): Call => ['where', column, operator, one]),
  fc.tuple(name, fc.constantFrom('is', 'is not')).map(([column, operator]): Call => ['where', column, operator, null]),
  fc
    .tuple(name, fc.array(value, { minLength: 1, maxLength: 4 }))
    .map(([column, list]): Call => ['where', column, 'in', list]),
  name.map((column): Call => ['groupBy', column]),
  fc.tuple(name, fc.constantFrom('asc', 'desc')).map(([column, way]): Call => ['orderBy', column, way]),
  name.map((column): Call => ['orderBy', column]),
  fc.nat().map((most): Call => ['limit', most]),
  fc
    .tuple(name, name)
    .map(
      ([column, alias]): Call => [
        'select',
        (q: { fn: { sum: (of: string) => { as: (as: string) => unknown } } }) => ['pool', q.fn.sum(column).as(alias)],
      ],
    ),
)

test('a plain select has the text and the values that Kysely gives it', () => {
  fc.assert(
    fc.property(name, fc.array(call, { maxLength: 7 }), (table, calls) => {
      const all: readonly Call[] = [...calls, ['select', 'state']]
      const plain = plainOf(table, all)
      if (plain === null) throw new Error('not plain')
      expect({ sql: textOf(plain), parameters: valuesOf(plain) }).toEqual(compiledByKysely(table, all))
    }),
  )
})

test.each<Call>([
  ['select', 'pool as name'],
  ['select', 'tasks.pool'],
  ['select', (q: CallableFunction) => q('n', '+', 1)],
  ['select', (q: { ref: (of: string) => unknown }) => q.ref('n')],
  ['selectAll', 'tasks'],
  ['where', 'n', '=', null],
  ['where', 'n', '=', true],
  ['where', 'n', '=', undefined],
  ['where', 'n', 'in', []],
  ['where', 'n', 'like', 'a%'],
  ['where', 'n', '=', builder.selectFrom('tasks').select('n')],
  ['where', () => true],
  ['orderBy', 'n desc'],
  ['groupBy', ['pool', 'state']],
  ['limit', 2n],
  ['innerJoin', 'slots', 'slots.id', 'tasks.slot'],
  ['constructor'],
])('%j is left to Kysely', (method, ...args) => {
  expect(plainOf('tasks', [[String(method), ...args]])).toBeNull()
})

test('a table under another name is left to Kysely', () => {
  expect(['tasks as t', 'main.tasks', ['tasks']].map(selectFrom)).toEqual([null, null, null])
})

test('there is no text before something is selected', () => {
  expect(plainOf('tasks', [['where', 'n', '=', 1]])).not.toBeNull()
  expect(textOf(plainOf('tasks', [['where', 'n', '=', 1]]) ?? expect.fail())).toBeNull()
})
