import type { Table } from '../schema.ts'
import type { TaskState } from './tasks.ts'

/**
 * Finished tasks, summed by quarter hour, so that "today" costs a few rows in every time zone however many tasks there are.
 */
export interface TallyRow {
  /** Start of the quarter hour. */
  quarter_ms: number
  pool: string
  outcome: TaskState
  n: number
  /** Sums over the n tasks: submit → start, and submit → finish. */
  wait_ms: number
  total_ms: number
  cost_micro: number
}

declare module '../schema.ts' {
  interface Schema {
    tallies: TallyRow
  }
}

const table: Table = {
  name: 'tallies',
  steps: {
    '2026-11-20-tallies': async (db) => {
      await db.schema
        .createTable('tallies')
        .addColumn('quarter_ms', 'bigint', (c) => c.notNull())
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('n', 'bigint', (c) => c.notNull())
        .addColumn('wait_ms', 'bigint', (c) => c.notNull())
        .addColumn('total_ms', 'bigint', (c) => c.notNull())
        .addColumn('cost_micro', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('tallies_pk', ['quarter_ms', 'pool', 'outcome'])
        .execute()
    },
  },
}
export default table
