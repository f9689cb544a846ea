import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { OperatorError } from '../base/errors.ts'
import { type Head, verifyJournal } from './journal.ts'
import { keepHandles } from './keep-handles.ts'
import type { Schema } from './schema.ts'
import { toStoreError } from './store-errors.ts'

/**
 * Checks a database file that is not in use: SQLite's own integrity check, then the journal's chain, which also finds
 * a bit that was flipped inside a row's text. Returns the number of journal rows and the head.
 *
 * @throws OperatorError STORE_UNAVAILABLE naming what is wrong with the file.
 */
export async function inspectDatabase(path: string, nativeBinding?: string): Promise<{ rows: number; head: Head }> {
  let db: Kysely<Schema> | undefined
  try {
    const raw = keepHandles(new Database(path, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) }))
    db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) })
    const integrity = String(raw.pragma('integrity_check', { simple: true }))
    if (integrity !== 'ok') throw damaged(path, integrity.split('\n')[0] ?? '')
    const { rows, head, bad } = await verifyJournal(db)
    if (bad) throw damaged(path, `journal row ${bad.seq}: ${bad.why}`)
    return { rows, head }
  } catch (thrown) {
    if (thrown instanceof Error && /no such table/.test(thrown.message))
      throw damaged(path, 'it is not an OperatorOS database')
    if ((thrown as { code?: unknown }).code === 'SQLITE_NOTADB') throw noBackup(path)
    throw toStoreError(thrown, path)
  } finally {
    await db?.destroy()
  }
}

const noBackup = (path: string): OperatorError =>
  new OperatorError('STORE_UNAVAILABLE', `The file ${path} is not a backup: it is no database.`, {
    hint: 'admin restore <a file that "admin backup" has written>',
  })

const damaged = (path: string, why: string): OperatorError =>
  new OperatorError('STORE_UNAVAILABLE', `The file ${path} cannot be used: ${why}.`, { hint: 'choose another backup' })
