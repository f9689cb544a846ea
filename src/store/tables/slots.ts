import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * An agent: a place in a pool where one task runs at a time.
 *
 * - `starting`: replaces one whose last three runs failed, and rests until `ready_ms`; then it is idle. Agents that a
 *   person or a scaling adds are idle at once.
 * - `idle`: waits for a task; `beginRun` makes it busy.
 * - `busy`: runs `task_id`; idle again when the run ends, or replaced when it was the third in a row that failed.
 * - `draining`: finishes its task and is then gone (scaled down, or replaced by a restart). Takes no other task.
 * - `quarantined`: would have been restarted for the third time within ten minutes; takes no task until `restart` replaces it or a scaling
 *   removes it. At most half of a pool (rounded up) is quarantined at a time, and never its last agent: when all fail, it
 *   is not the agents.
 */
export interface SlotRow {
  id: Generated<number>
  pool: string
  generation: number
  state: 'starting' | 'idle' | 'busy' | 'draining' | 'quarantined'
  task_id: number | null
  worker_id: string | null
  busy_since_ms: number | null
  /** Sum of the finished runs. */
  busy_ms: Generated<number>
  done: Generated<number>
  /** Failed runs since the last good one: `restart failed` replaces such slots. */
  failures: Generated<number>
  /** Until when a starting agent rests; null for all others. */
  ready_ms: number | null
  /** JSON: when the agents in this place were restarted because they failed, oldest first, of the last ten minutes. */
  restarts: Generated<string>
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
    '2026-11-21-slots-life': async (db) => {
      await db.schema.alterTable('slots').addColumn('ready_ms', 'bigint').execute()
      await db.schema
        .alterTable('slots')
        .addColumn('restarts', 'text', (c) => c.notNull().defaultTo('[]'))
        .execute()
    },
  },
}
export default table
