import type { Table } from '../schema.ts'
import type { TaskState } from './tasks.ts'

/**
 * How many tasks stand in each state, by pool: kept by every state change, so that nothing counts a million rows.
 */
export interface TaskCountRow {
  pool: string
  state: TaskState
  n: number
}

declare module '../schema.ts' {
  interface Schema {
    counts: TaskCountRow
  }
}

const table: Table = {
  name: 'counts',
  steps: {
    '2026-11-20-counts': async (db) => {
      await db.schema
        .createTable('counts')
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('n', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('counts_pk', ['pool', 'state'])
        .execute()
    },
  },
}
export default table
