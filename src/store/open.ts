import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { groupCommit } from './group-commit.ts'
import { keepHandles } from './keep-handles.ts'
import { checkOwner, migrate } from './migrate.ts'
import type { Db, Schema, Table, Tx } from './schema.ts'
import { ImmediateSqliteDialect } from './sqlite-dialect.ts'
import { runDirectly } from './statement.ts'
import { isBusy, toStoreError } from './store-errors.ts'

/** The open database. One per process; many processes may have the same file open. */
export interface Store {
  readonly path: string
  /** For reading. Writing goes through `write`. */
  readonly db: Db
  /**
   * Writes in a `BEGIN IMMEDIATE` transaction, kept on disk when it returns; writes of one turn of the event loop share
   * it. Waits its turn among processes, 30 s at most. `work` waits for nothing but the database, and never for another write.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A number that changes when another process has written: a poll of it costs microseconds. */
  changes(): number
  /** Runs a maintenance statement outside transactions, such as `vacuum into`. */
  maintain(statement: string, parameters?: readonly string[]): unknown[]
  close(): Promise<void>
}

/** Where and what to open. `nativeBinding` is the path of the compiled SQLite addon; absent, node_modules is asked. */
export interface StoreOptions {
  readonly path: string
  readonly tables: readonly Table[]
  readonly nativeBinding?: string | undefined
}

const LOCK_WAIT_MS = 30_000

/**
 * Opens (or makes) the database and runs the steps it has not seen. `:memory:` for tests.
 *
 * @throws OperatorError STORE_UNAVAILABLE when it cannot be opened, is damaged, read-only, full, newer or not ours.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path } = options
  try {
    if (path !== ':memory:') makeFolder(dirname(path))
    const raw = openRaw(options)
    try {
      const db = new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(raw) })
      await retryBusy(() => migrate(raw, db, options.tables))
      return storeOf(raw, db, path)
    } catch (thrown) {
      raw.close()
      throw thrown
    }
  } catch (thrown) {
    throw toStoreError(thrown, path)
  }
}

/**
 * As `mkdir -p`, and never without end: Node's own recursive mkdir spins for ever where a folder says that a child
 * cannot exist (`/proc/x`).
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (thrown) {
    if (!existsSync(path)) throw thrown
  }
}

function openRaw({ path, nativeBinding }: StoreOptions): Database.Database {
  const raw = keepHandles(new Database(path, { timeout: 2_000, ...(nativeBinding ? { nativeBinding } : {}) }))
  try {
    // Before anything is set: setting the journal mode already writes to the file.
    checkOwner(raw)
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.pragma('foreign_keys = ON')
    return raw
  } catch (thrown) {
    raw.close()
    throw thrown
  }
}

function storeOf(raw: Database.Database, db: Kysely<Schema>, path: string): Store {
  runDirectly(db, raw, false)
  const write = groupCommit({ db, raw, retryBusy })
  return {
    path,
    db,
    async write(work) {
      try {
        return await write(work)
      } catch (thrown) {
        throw toStoreError(thrown, path)
      }
    },
    changes: () => Number(raw.pragma('data_version', { simple: true })),
    maintain(statement, parameters = []) {
      try {
        const prepared = raw.prepare(statement)
        if (prepared.reader) return prepared.all(...parameters)
        prepared.run(...parameters)
        return []
      } catch (thrown) {
        throw toStoreError(thrown, path)
      }
    },
    close: () => db.destroy(),
  }
}

/** SQLite's lock is not fair: a waiter that lost its turn steps back for a random moment instead of trying in step. */
async function retryBusy<T>(work: () => Promise<T>): Promise<T> {
  let until: number | undefined
  for (;;) {
    try {
      return await work()
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown
      until ??= performance.now() + LOCK_WAIT_MS
      if (performance.now() > until) throw thrown
      const { setTimeout: delay } = await import('node:timers/promises')
      await delay(5 + Math.random() * 45)
    }
  }
}
