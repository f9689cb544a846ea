import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { sha256 } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import type { Schema, Table } from './schema.ts'

/** 'OPOS': marks a file as ours, so that another program's database is never written to. */
const APPLICATION_ID = 0x4f504f53

/**
 * Brings a database up to date: runs the dated steps it has not seen, in date order, in one transaction under the
 * write lock, so that of two processes one migrates and the other finds it done. `user_version` is the digest of the steps.
 *
 * @throws OperatorError STORE_UNAVAILABLE when the database has seen a step that is none of these.
 */
export async function migrate(raw: Database.Database, db: Kysely<Schema>, tables: readonly Table[]): Promise<void> {
  const digest = digestSteps(tables)
  if (hasSeen(raw, digest)) return
  await runSteps(raw, db, tables)
  raw.pragma(`application_id = ${APPLICATION_ID}`)
  raw.pragma(`user_version = ${digest}`)
}

/** 31 bits of the SHA-256 of the names of all these tables' steps, in whatever order they come; never 0, as a new file has. */
export function digestSteps(tables: readonly Table[]): number {
  const names = tables.flatMap((table) => Object.keys(table.steps)).sort()
  return Number.parseInt(sha256(names.join('\n')).slice(0, 8), 16) >>> 1 || 1
}

/** Whether a database has seen exactly the steps of this digest; false where that is not known. */
export const hasSeen = (raw: Database.Database, digest: number | undefined): boolean =>
  Number(raw.pragma('user_version', { simple: true })) === digest

async function runSteps(raw: Database.Database, db: Kysely<Schema>, tables: readonly Table[]): Promise<void> {
  const steps = tables.flatMap((table) => Object.entries(table.steps)).sort(([a], [b]) => a.localeCompare(b))
  const known = new Set<string>(steps.map(([name]) => name))
  await db.transaction().execute(async (tx) => {
    await sql`create table if not exists migrations (name text primary key)`.execute(tx)
    const seen = new Set((await sql<{ name: string }>`select name from migrations`.execute(tx)).rows.map((r) => r.name))
    if ([...seen].some((name) => !known.has(name))) throw newer(raw.name)
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
