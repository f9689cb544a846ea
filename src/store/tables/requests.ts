import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/** Requests made to a source outside that has a quota. A row goes when its window has passed. */
export interface RequestRow {
  id: Generated<number>
  /** Such as `alpha-vantage`. */
  source: string
  /** How many of the quota's requests it cost. */
  n: number
  at_ms: number
  /** When it counts no more. */
  until_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    requests: RequestRow
  }
}

const table: Table = {
  name: 'requests',
  steps: {
    '2026-11-21-requests': async (db) => {
      await db.schema
        .createTable('requests')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('n', 'integer', (c) => c.notNull())
        .addColumn('at_ms', 'bigint', (c) => c.notNull())
        .addColumn('until_ms', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('requests_source').on('requests').columns(['source', 'until_ms']).execute()
    },
  },
}
export default table
