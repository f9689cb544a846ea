import type { Table } from '../schema.ts'

/** The last row of each chain: appending reads one row instead of searching, and a cut-off tail shows. */
export interface HeadRow {
  name: string
  seq: number
  hash: string
}

declare module '../schema.ts' {
  interface Schema {
    heads: HeadRow
  }
}

const table: Table = {
  name: 'heads',
  steps: {
    '2026-11-20-heads': async (db) => {
      await db.schema
        .createTable('heads')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('seq', 'bigint', (c) => c.notNull())
        .addColumn('hash', 'text', (c) => c.notNull())
        .execute()
      await db
        .insertInto('heads')
        .values({ name: 'journal', seq: 0, hash: '0'.repeat(64) })
        .execute()
    },
  },
}
export default table
