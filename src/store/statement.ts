import type Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import type { Db } from './schema.ts'
import { toDamage } from './store-errors.ts'

/** Marks where a value of the call belongs in a compiled statement. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** The SQLite connection under a Kysely object, where there is one. */
interface Direct {
  readonly raw: Database.Database
  /** True for a transaction: what runs on it is part of it. */
  readonly inside: boolean
}

const DIRECT = new WeakMap<Db, Direct>()

/** Lets statements over this object run on the connection itself. */
export function runDirectly(db: Db, raw: Database.Database, inside: boolean): void {
  DIRECT.set(db, { raw, inside })
}

const READABLE = new WeakSet<Database.Database>()

/** While it is on, statements of this process see what the open transaction has written so far. */
export function letReadsIn(raw: Database.Database, on: boolean): void {
  if (on) READABLE.add(raw)
  else READABLE.delete(raw)
}

/**
 * A query that is built and compiled once, at its first use, and then only filled in: what runs for every task costs a
 * fifth of building it anew. `given` in `build` stands for the values; they may be handed to the query and nothing else (no
 * arithmetic, no conditions). Values are numbers, texts or null.
 *
 * Example: `const taskOf = statement((db, given: { id: number }) => db.selectFrom('tasks').selectAll().where('id', '=', given.id))`
 */
export function statement<Given extends object, Row>(
  build: (db: Db, given: Given) => { compile(): CompiledQuery<Row> },
): (db: Db, given: Given) => Promise<readonly Row[]> {
  let compiled: Compiled<Row> | undefined
  const prepared = new WeakMap<Database.Database, Prepared>()
  return async (db, given) => {
    compiled ??= compile(build(db, places<Given>()).compile())
    const { query, names } = compiled
    const parameters = names.map((name, i) => (name === null ? query.parameters[i] : Reflect.get(given, name)))
    const direct = DIRECT.get(db)
    // While another write's transaction is open on the connection, a read waits for its turn as every query does.
    if (!direct || !(direct.inside || !direct.raw.inTransaction || READABLE.has(direct.raw)))
      return (await db.executeQuery<Row>({ ...query, parameters })).rows
    let known = prepared.get(direct.raw)
    if (!known) {
      known = prepare(direct.raw, query.sql)
      prepared.set(direct.raw, known)
    }
    return runOn(known, parameters) as Row[]
  }
}

/** `names`: which value of the call each parameter is; null for one that is always the same. */
interface Compiled<Row> {
  readonly query: CompiledQuery<Row>
  readonly names: ReadonlyArray<string | null>
}

const compile = <Row>(query: CompiledQuery<Row>): Compiled<Row> => ({
  query,
  names: query.parameters.map((one) => (one instanceof Place ? one.name : null)),
})

interface Prepared {
  readonly run: Database.Statement
  readonly reader: boolean
  readonly path: string
}

const places = <Given extends object>(): Given => new Proxy({} as Given, { get: (_, name) => new Place(String(name)) })

function prepare(raw: Database.Database, source: string): Prepared {
  const path = raw.name
  try {
    const run = raw.prepare(source)
    return { run, reader: run.reader, path }
  } catch (thrown) {
    throw toDamage(thrown, path)
  }
}

function runOn({ run, reader, path }: Prepared, parameters: readonly unknown[]): unknown[] {
  try {
    if (reader) return run.all(...parameters)
    run.run(...parameters)
    return []
  } catch (thrown) {
    throw toDamage(thrown, path)
  }
}
