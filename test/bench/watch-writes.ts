import Database from 'better-sqlite3'
import { sha256 } from '../../src/base/digest.ts'
import { databaseOf } from './read-database.ts'

/** What was written to a database while it was watched, by any process. */
export interface Writes {
  readonly transactions: number
  /** Those that changed nothing but when a worker was last alive. */
  readonly beats: number
  /** How often each table was changed by one that was no heartbeat. */
  readonly tables: Readonly<Record<string, number>>
}

const LOOK_MS = 10

/**
 * Watches a home's database by `data_version`, and compares all rows at each change; two transactions within ten
 * milliseconds count as one. Returns how to stop.
 */
export function watchWrites(home: string): () => Writes {
  const db = new Database(databaseOf(home), { readonly: true })
  const version = () => Number(db.pragma('data_version', { simple: true }))
  const names = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  let seen = version()
  let before = digests(db, names)
  let [transactions, beats] = [0, 0]
  const tables: Record<string, number> = {}

  const look = (): void => {
    const now = version()
    if (now === seen) return
    seen = now
    transactions += 1
    const after = digests(db, names)
    const changed = names.filter((name) => before.get(name) !== after.get(name))
    before = after
    if (changed.length === 0) beats += 1
    for (const name of changed) tables[name] = (tables[name] ?? 0) + 1
  }
  const timer = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(timer)
    look()
    db.close()
    return { transactions, beats, tables }
  }
}

/** Of all rows, by table; the time of a worker's last beat left out. */
function digests(db: Database.Database, names: readonly string[]): Map<string, string> {
  return new Map(
    names.map((name) => {
      const rows = db.prepare(`select * from ${name}`).all() as Array<Record<string, unknown>>
      const shown = name === 'workers' ? rows.map(({ beat_ms: _, ...row }) => row) : rows
      return [name, sha256(JSON.stringify(shown))]
    }),
  )
}
