import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Where the database of a home stands. */
export const databaseOf = (home: string): string => join(home, 'operatoros.db')

/** The first column of what a question to a home's database gives. */
export function readDatabase<Value>(home: string, question: string): Value[] {
  const db = new Database(databaseOf(home), { readonly: true })
  try {
    return db.prepare(question).pluck().all() as Value[]
  } finally {
    db.close()
  }
}
