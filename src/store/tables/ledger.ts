import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * Money, in integer micro-dollars, never changed after writing. `reserve` holds the worst case before a call (positive),
 * `release` gives it back (negative), `spend` is what the call cost. Held and spent = the sum of all.
 */
export interface LedgerRow {
  id: Generated<number>
  at_ms: number
  kind: 'reserve' | 'release' | 'spend'
  micro_usd: number
  task_id: number
  attempt: number
  principal: string
  pool: string
  /** `provider/model`. */
  route: string
  in_tokens: Generated<number>
  out_tokens: Generated<number>
}

declare module '../schema.ts' {
  interface Schema {
    ledger: LedgerRow
  }
}

const table: Table = {
  name: 'ledger',
  steps: {
    '2026-11-20-ledger': async (db) => {
      await db.schema
        .createTable('ledger')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('at_ms', 'bigint', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('micro_usd', 'bigint', (c) => c.notNull())
        .addColumn('task_id', 'bigint', (c) => c.notNull())
        .addColumn('attempt', 'integer', (c) => c.notNull())
        .addColumn('principal', 'text', (c) => c.notNull())
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('route', 'text', (c) => c.notNull())
        .addColumn('in_tokens', 'bigint', (c) => c.notNull().defaultTo(0))
        .addColumn('out_tokens', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema.createIndex('ledger_task').on('ledger').columns(['task_id']).execute()
    },
  },
}
export default table
