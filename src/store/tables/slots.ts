import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * An agent: a place in a pool where one task runs at a time.
 * state: `idle` waits for a task → `busy` runs `task_id` → idle again; `draining` finishes its task and then is gone
 * (scaled down, or replaced by a restart).
 */
export interface SlotRow {
  id: Generated<number>
  pool: string
  generation: number
  state: 'idle' | 'busy' | 'draining'
  task_id: number | null
  worker_id: string | null
  busy_since_ms: number | null
  /** Sum of the finished runs. */
  busy_ms: Generated<number>
  done: Generated<number>
  /** Failed runs since the last good one: `restart failed` replaces such slots. */
  failures: Generated<number>
  created_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    slots: SlotRow
  }
}

const table: Table = {
  name: 'slots',
  steps: {
    '2026-11-20-slots': async (db) => {
      await db.schema
        .createTable('slots')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('generation', 'integer', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('task_id', 'bigint')
        .addColumn('worker_id', 'text')
        .addColumn('busy_since_ms', 'bigint')
        .addColumn('busy_ms', 'bigint', (c) => c.notNull().defaultTo(0))
        .addColumn('done', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('created_ms', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('slots_pool').on('slots').columns(['pool', 'state']).execute()
    },
  },
}
export default table
