import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { OperatorError } from '../base/errors.ts'
import { type Flush, groupCommit } from './group-commit.ts'
import { keepHandles } from './keep-handles.ts'
import { type LazyDb, lazyDb } from './lazy-db.ts'
import { checkOwner, hasSeen, migrate } from './migrate.ts'
import { refuseEmptied } from './refuse-emptied.ts'
import { rememberFiles } from './same-file.ts'
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
   * With `later` it outlives this process when it returns, and is on disk before whatever is written after it: a power
   * cut may take it, as if it had never been.
   */
  write<T>(work: (tx: Tx) => Promise<T>, flush?: Flush): Promise<T>
  /** A number that changes when another process has written: a poll of it costs microseconds. */
  changes(): number
  /** A text that changes when anybody has written: another process, or this one. */
  stamp(): string
  /**
   * STORE_UNAVAILABLE when the file or its log was removed or replaced since it was opened, else null. Every write asks it
   * as well: nothing is acknowledged that only a file holds which nobody finds any more.
   */
  displaced(): OperatorError | null
  /** Runs a maintenance statement outside transactions, such as `vacuum into`. */
  maintain(statement: string, parameters?: readonly string[]): unknown[]
  close(): Promise<void>
}

/** Where and what to open. `nativeBinding` is the path of the compiled SQLite addon; absent, node_modules is asked. */
export interface StoreOptions {
  readonly path: string
  readonly tables: readonly Table[] | (() => Promise<readonly Table[]>)
  /** The digest of all tables' steps, where that is known: for a database that has seen just these, no table is loaded. */
  readonly steps?: number | undefined
  readonly nativeBinding?: string | undefined
}

const LOCK_WAIT_MS = 30_000

/**
 * Opens (or makes) the database and runs the steps it has not seen. `:memory:` for tests.
 *
 * @throws OperatorError STORE_UNAVAILABLE when it cannot be opened, is damaged, emptied, read-only, full, newer or not ours.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path } = options
  try {
    if (path !== ':memory:') {
      makeFolder(dirname(path))
      refuseEmptied(path)
      makeFile(path)
    }
    const raw = openRaw(options)
    try {
      const lazy = lazyDb(raw, () => new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(raw) }))
      await retryBusy(() => bringUpToDate(options, raw, lazy.db))
      return storeOf(raw, lazy, path)
    } catch (thrown) {
      raw.close()
      throw thrown
    }
  } catch (thrown) {
    throw toStoreError(thrown, path)
  }
}

async function bringUpToDate(options: StoreOptions, raw: Database.Database, db: Kysely<Schema>): Promise<void> {
  if (hasSeen(raw, options.steps)) return
  await migrate(raw, db, typeof options.tables === 'function' ? await options.tables() : options.tables)
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

/**
 * Makes the file for its owner only, as SQLite then makes its log: it holds what people asked. A file that is there keeps
 * the rights that somebody gave it.
 */
function makeFile(path: string): void {
  if (existsSync(path)) return
  try {
    closeSync(openSync(path, 'a', 0o600))
  } catch {
    // SQLite meets the same and says why.
  }
}

function openRaw({ path, nativeBinding }: StoreOptions): Database.Database {
  const raw = keepHandles(new Database(path, { timeout: 2_000, ...(nativeBinding ? { nativeBinding } : {}) }))
  try {
    // Before anything is set: setting the journal mode already writes to the file.
    checkOwner(raw)
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    // 16 MiB of log: SQLite's own 1,000 pages are full after some twenty tasks that come alone, and each copy flushes twice.
    raw.pragma('wal_autocheckpoint = 4000')
    raw.pragma('foreign_keys = ON')
    return raw
  } catch (thrown) {
    raw.close()
    throw thrown
  }
}

function storeOf(raw: Database.Database, { db, close }: LazyDb, path: string): Store {
  runDirectly(db, raw, false)
  const displaced = path === ':memory:' ? () => null : rememberFiles(path, () => raw.open)
  const changes = (): number => Number(raw.pragma('data_version', { simple: true }))
  const ownChanges = raw.prepare('select total_changes()').pluck()
  const write = groupCommit({ db, raw, retryBusy: (work) => inPlace(displaced, work) })
  return {
    path,
    db,
    async write(work, flush = 'now') {
      try {
        return await write(work, flush)
      } catch (thrown) {
        throw toStoreError(thrown, path)
      }
    },
    changes,
    stamp: () => `${changes()} ${ownChanges.get()}`,
    displaced,
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
    close,
  }
}

/** Before, so that nothing is written elsewhere; after, so that nothing is acknowledged that was. */
async function inPlace<T>(displaced: Store['displaced'], work: () => Promise<T>): Promise<T> {
  throwIf(displaced())
  const made = await retryBusy(work)
  throwIf(displaced())
  return made
}

function throwIf(error: OperatorError | null): void {
  if (error) throw error
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
