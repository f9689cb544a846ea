import { type SqlBool, sql } from 'kysely'
import { rebuildTable } from '../rebuild-table.ts'
import type { Table } from '../schema.ts'

/**
 * What happened, in order, from the first day on. `hash` is SHA-256 over the canonical JSON of the row and the hash
 * before it, so a changed, missing or inserted row shows. `seq` has no holes. Written only by `appendJournal`.
 */
export interface JournalRow {
  seq: number
  at_ms: number
  /** `noun.verb` in the past, such as `task.submitted`. */
  kind: string
  principal: string
  session: string | null
  task_id: number | null
  pool: string | null
  /** Canonical JSON of the facts. */
  data: string
  prev: string
  hash: string
}

declare module '../schema.ts' {
  interface Schema {
    journal: JournalRow
  }
}

const table: Table = {
  name: 'journal',
  steps: {
    '2026-11-20-journal': async (db) => {
      await db.schema
        .createTable('journal')
        .addColumn('seq', 'bigint', (c) => c.primaryKey())
        .addColumn('at_ms', 'bigint', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('principal', 'text', (c) => c.notNull())
        .addColumn('session', 'text')
        .addColumn('task_id', 'bigint')
        .addColumn('pool', 'text')
        .addColumn('data', 'text', (c) => c.notNull())
        .addColumn('prev', 'text', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('journal_task').on('journal').columns(['task_id', 'seq']).execute()
      await db.schema.createIndex('journal_kind').on('journal').columns(['kind', 'seq']).execute()
    },
    // The number of a row is its place in the file, and what every task does is not looked for by its kind: to append a row
    // changes half as many pages.
    '2026-11-22-journal-in-its-order': async (db) => {
      await rebuildTable(db, 'journal', () =>
        db.schema
          .createTable('journal')
          .addColumn('seq', 'integer', (c) => c.primaryKey())
          .addColumn('at_ms', 'bigint', (c) => c.notNull())
          .addColumn('kind', 'text', (c) => c.notNull())
          .addColumn('principal', 'text', (c) => c.notNull())
          .addColumn('session', 'text')
          .addColumn('task_id', 'bigint')
          .addColumn('pool', 'text')
          .addColumn('data', 'text', (c) => c.notNull())
          .addColumn('prev', 'text', (c) => c.notNull())
          .addColumn('hash', 'text', (c) => c.notNull())
          .execute(),
      )
      await db.schema.createIndex('journal_task').on('journal').columns(['task_id', 'seq']).execute()
      await sql`create index journal_kind on journal (kind, seq) where ${isRareKind}`.execute(db)
    },
  },
}
export default table

/**
 * Condition that an entry is none of those that every task makes. To be asked together with a kind: without it SQLite
 * does not see that the index of the others serves.
 */
export const isRareKind = sql<SqlBool>`kind not in ('task.submitted', 'task.started', 'task.done')`
