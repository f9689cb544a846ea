import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { OperatorError } from '../base/errors.ts'
import type { Schema, Table } from './schema.ts'

/** 'OPOS': marks a file as ours, so that another program's database is never written to. */
const APPLICATION_ID = 0x4f504f53

/**
 * Brings a database up to date: runs the dated steps it has not seen, in date order, in one transaction under the
 * write lock, so that of two processes one migrates and the other finds it done. `user_version` is the number of steps.
 *
 * @throws OperatorError STORE_UNAVAILABLE when the file belongs to a newer OperatorOS.
 */
export async function migrate(raw: Database.Database, db: Kysely<Schema>, tables: readonly Table[]): Promise<void> {
  const stepCount = countSteps(tables)
  const version = seenBy(raw)
  if (version === stepCount) return
  if (version > stepCount) throw newer(raw.name)
  await runSteps(db, tables)
  raw.pragma(`application_id = ${APPLICATION_ID}`)
  raw.pragma(`user_version = ${stepCount}`)
}

/** The number of dated steps of all these tables. */
export const countSteps = (tables: readonly Table[]): number =>
  tables.flatMap((table) => Object.keys(table.steps)).length

/** Whether a database has seen exactly so many steps; false where their number is not known. */
export const hasSeen = (raw: Database.Database, steps: number | undefined): boolean => seenBy(raw) === steps

/** The number of steps that a database has seen. */
const seenBy = (raw: Database.Database): number => Number(raw.pragma('user_version', { simple: true }))

async function runSteps(db: Kysely<Schema>, tables: readonly Table[]): Promise<void> {
  const steps = tables.flatMap((table) => Object.entries(table.steps)).sort(([a], [b]) => a.localeCompare(b))
  await db.transaction().execute(async (tx) => {
    await sql`create table if not exists migrations (name text primary key)`.execute(tx)
    const seen = new Set((await sql<{ name: string }>`select name from migrations`.execute(tx)).rows.map((r) => r.name))
    for (const [name, step] of steps) {
      if (seen.has(name)) continue
      await step(tx)
      await sql`insert into migrations (name) values (${name})`.execute(tx)
    }
  })
}

/** Reads only. @throws OperatorError STORE_UNAVAILABLE when the file belongs to another program. */
export function checkOwner(raw: Database.Database): void {
  const id = Number(raw.pragma('application_id', { simple: true }))
  if (id === APPLICATION_ID) return
  const names = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  // A first start that was killed between the tables and the mark leaves our tables without the mark.
  const ours = ['migrations', 'journal', 'heads'].every((name) => names.includes(name))
  if (id === 0 && (names.length === 0 || ours)) return
  throw new OperatorError('STORE_UNAVAILABLE', `The file ${raw.name} is the database of another program.`, {
    hint: 'set OPERATOROS_HOME or DATABASE_URL to another place',
  })
}

const newer = (path: string) =>
  new OperatorError('STORE_UNAVAILABLE', `The database ${path} was made by a newer OperatorOS.`, {
    hint: 'install the newer version, or set OPERATOROS_HOME to another folder',
  })
