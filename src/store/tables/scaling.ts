import type { Table } from '../schema.ts'

/**
 * Who sets a pool's size: `pinned` (people), or `auto` (the scaler, within `min` and `max`). A pool without a row is
 * pinned. `up_ms` and `down_ms` are when the scaler last changed it, over all processes; null when it never did.
 */
export interface ScalingRow {
  pool: string
  mode: 'pinned' | 'auto'
  min: number
  max: number
  up_ms: number | null
  down_ms: number | null
  updated_ms: number
  updated_by: string
}

declare module '../schema.ts' {
  interface Schema {
    scaling: ScalingRow
  }
}

const table: Table = {
  name: 'scaling',
  steps: {
    '2026-11-21-scaling': async (db) => {
      await db.schema
        .createTable('scaling')
        .addColumn('pool', 'text', (c) => c.primaryKey())
        .addColumn('mode', 'text', (c) => c.notNull())
        .addColumn('min', 'integer', (c) => c.notNull())
        .addColumn('max', 'integer', (c) => c.notNull())
        .addColumn('up_ms', 'bigint')
        .addColumn('down_ms', 'bigint')
        .addColumn('updated_ms', 'bigint', (c) => c.notNull())
        .addColumn('updated_by', 'text', (c) => c.notNull())
        .execute()
      // How many tasks came lately, without a look at the tasks themselves.
      await db.schema.createIndex('tasks_arrivals').on('tasks').columns(['created_ms', 'pool']).execute()
    },
  },
}
export default table
