import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * A conversation: one per principal and working directory unless the caller names another.
 */
export interface SessionRow {
  id: string
  principal: string
  owner: string
  title: string
  created_ms: number
  last_ms: number
  turns: Generated<number>
}

declare module '../schema.ts' {
  interface Schema {
    sessions: SessionRow
  }
}

const table: Table = {
  name: 'sessions',
  steps: {
    '2026-11-20-sessions': async (db) => {
      await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('principal', 'text', (c) => c.notNull())
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('created_ms', 'bigint', (c) => c.notNull())
        .addColumn('last_ms', 'bigint', (c) => c.notNull())
        .addColumn('turns', 'integer', (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema.createIndex('sessions_recent').on('sessions').columns(['principal', 'last_ms']).execute()
    },
    '2026-11-22-sessions-newest-first': async (db) => {
      await db.schema.dropIndex('sessions_recent').execute()
      await db.schema.createIndex('sessions_last').on('sessions').columns(['last_ms']).execute()
    },
  },
}
export default table
