import type { Table } from '../schema.ts'

/**
 * Few named values that the fleet shares, such as `kill` (the latch), `installation` and `budget.daily_micro`.
 */
export interface SettingRow {
  name: string
  /** JSON. */
  value: string
  /** Grows with every change; an effect checks that it is still the one it began under. */
  epoch: number
  updated_ms: number
  updated_by: string
}

declare module '../schema.ts' {
  interface Schema {
    settings: SettingRow
  }
}

const table: Table = {
  name: 'settings',
  steps: {
    '2026-11-20-settings': async (db) => {
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('epoch', 'integer', (c) => c.notNull())
        .addColumn('updated_ms', 'bigint', (c) => c.notNull())
        .addColumn('updated_by', 'text', (c) => c.notNull())
        .execute()
    },
  },
}
export default table
