import type Database from 'better-sqlite3'

const kept = new Set<Database.Database>()

/**
 * Makes a database keep its prepared statements by their text, and itself as long as the process lives. A statement is
 * thus prepared once; and none is ever collected as garbage, which aborts the whole process on Node 24 (an addon's
 * handle asks there for an environment that is not entered while garbage is collected). There are as many texts as the
 * program has queries, times the lengths of their lists.
 */
export function keepHandles(raw: Database.Database): Database.Database {
  const statements = new Map<string, Database.Statement>()
  const prepare = raw.prepare.bind(raw)
  const prepareOnce = (source: string): Database.Statement => {
    const known = statements.get(source)
    if (known) return known
    const fresh = prepare(source) as Database.Statement
    statements.set(source, fresh)
    return fresh
  }
  kept.add(raw)
  return Object.assign(raw, {
    prepare: prepareOnce,
    pragma(source: string, options?: Database.PragmaOptions): unknown {
      const statement = prepareOnce(`pragma ${source}`)
      if (!statement.reader) return statement.run()
      return options?.simple ? Object.values(statement.get() ?? {})[0] : statement.all()
    },
  })
}
