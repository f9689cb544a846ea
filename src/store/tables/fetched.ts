import type { Table } from '../schema.ts'

/** An answer of a source outside, kept until it expires. `key` says what was asked; it never holds a secret. */
export interface FetchedRow {
  key: string
  /** JSON. */
  answer: string
  fetched_ms: number
  expires_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    fetched: FetchedRow
  }
}

const table: Table = {
  name: 'fetched',
  steps: {
    '2026-11-21-fetched': async (db) => {
      await db.schema
        .createTable('fetched')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('answer', 'text', (c) => c.notNull())
        .addColumn('fetched_ms', 'bigint', (c) => c.notNull())
        .addColumn('expires_ms', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('fetched_expires').on('fetched').columns(['expires_ms']).execute()
    },
  },
}
export default table
