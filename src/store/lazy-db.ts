import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { addCall, isPlainCall, type PlainSelect, selectFrom, textOf, valuesOf } from './plain-select.ts'
import type { Schema } from './schema.ts'
import { toDamage } from './store-errors.ts'

/** A query builder that is made when it is needed. */
export interface LazyDb {
  readonly db: Kysely<Schema>
  /** Closes the connection, with the query builder if it was made. */
  close(): Promise<void>
}

/**
 * The query builder for a connection, made at the first query that needs it. Selects of one table with plain conditions,
 * which are all that `status` asks, run on the connection without it: to load and ask Kysely took a quarter of such a start.
 */
export function lazyDb(raw: Database.Database, make: () => Kysely<Schema>): LazyDb {
  let made: Kysely<Schema> | undefined
  const real = (): Kysely<Schema> => {
    made ??= make()
    return made
  }
  const db = new Proxy({} as Kysely<Schema>, {
    get(_, key) {
      // Asked of everything that an async function returns: no query builder is a promise.
      if (key === 'then') return undefined
      if (key !== 'selectFrom') return memberOf(real(), key)
      return (table: unknown) => {
        const plain = selectFrom(table)
        const built = () => memberOf(real(), 'selectFrom')(table)
        return plain ? builderOf({ raw, plain, built }) : built()
      }
    },
    has: (_, key) => Reflect.has(real(), key),
  })
  return {
    db,
    async close() {
      if (made) await made.destroy()
      else raw.close()
    },
  }
}

/** A select under way, and how the real builder makes the same one. */
interface UnderWay {
  readonly raw: Database.Database
  readonly plain: PlainSelect
  readonly built: () => object
}

/** Answers the plain calls itself; with the first other one the real builder takes over. */
function builderOf(way: UnderWay): object {
  return new Proxy(
    {},
    {
      get(_, key) {
        if (typeof key === 'string' && isPlainCall(key)) return (...args: readonly unknown[]) => next(way, key, args)
        if (key === 'then') return undefined
        if (key === 'execute') return () => rowsOf(way)
        if (key === 'executeTakeFirst') return async () => (await rowsOf(way))[0]
        if (key === 'compile') return () => compiled(way)
        return memberOf(way.built(), key)
      },
      has: (_, key) => Reflect.has(way.built(), key),
    },
  )
}

function next({ raw, plain, built }: UnderWay, key: string, args: readonly unknown[]): object {
  const longer = addCall(plain, key, args)
  const builtNext = () => memberOf(built(), key)(...args)
  return longer ? builderOf({ raw, plain: longer, built: builtNext }) : builtNext()
}

/** While a write's transaction is open on the connection, a read waits for its turn as every query of the builder does. */
async function rowsOf({ raw, plain, built }: UnderWay): Promise<unknown[]> {
  const text = textOf(plain)
  if (text === null || raw.inTransaction) return memberOf(built(), 'execute')()
  try {
    return raw.prepare(text).all(...valuesOf(plain))
  } catch (thrown) {
    throw toDamage(thrown, raw.name)
  }
}

function compiled({ plain, built }: UnderWay): object {
  const sql = textOf(plain)
  if (sql === null) return memberOf(built(), 'compile')()
  return { sql, parameters: valuesOf(plain) }
}

/** A member of the real thing; methods know where they belong. */
function memberOf(owner: object, key: PropertyKey) {
  const member = Reflect.get(owner, key)
  return typeof member === 'function' ? member.bind(owner) : member
}
