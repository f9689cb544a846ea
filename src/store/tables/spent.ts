import { sql } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * Held and spent micro-dollars, summed by quarter hour: the ledger's lines by the time they carry, so that "today" costs a
 * few rows in every time zone however many lines there are.
 */
export interface SpentRow {
  /** Start of the quarter hour. */
  quarter_ms: number
  micro_usd: number
}

declare module '../schema.ts' {
  interface Schema {
    spent: SpentRow
  }
}

const table: Table = {
  name: 'spent',
  steps: {
    '2026-11-21-spent': async (db) => {
      await db.schema
        .createTable('spent')
        .addColumn('quarter_ms', 'bigint', (c) => c.primaryKey())
        .addColumn('micro_usd', 'bigint', (c) => c.notNull())
        .execute()
      await sql`insert into spent select at_ms - at_ms % 900000, sum(micro_usd) from ledger group by 1`.execute(db)
    },
  },
}
export default table
