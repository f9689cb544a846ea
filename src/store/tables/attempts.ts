import { sql } from 'kysely'
import { rebuildTable } from '../rebuild-table.ts'
import type { Table } from '../schema.ts'
import type { TaskState } from './tasks.ts'

/**
 * One run of a task by one worker, from claim to end. `outcome` is null while it runs; `lost` when its worker died,
 * `fenced` when it woke after its task had been taken over.
 */
export interface AttemptRow {
  task_id: number
  attempt: number
  epoch: number
  worker_id: string
  pool: string
  slot_id: number
  started_ms: number
  ended_ms: number | null
  outcome: TaskState | 'lost' | 'fenced' | 'requeued' | null
  error_code: string | null
}

declare module '../schema.ts' {
  interface Schema {
    attempts: AttemptRow
  }
}

const table: Table = {
  name: 'attempts',
  steps: {
    '2026-11-20-attempts': async (db) => {
      await db.schema
        .createTable('attempts')
        .addColumn('task_id', 'bigint', (c) => c.notNull())
        .addColumn('attempt', 'integer', (c) => c.notNull())
        .addColumn('epoch', 'integer', (c) => c.notNull())
        .addColumn('worker_id', 'text', (c) => c.notNull())
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('slot_id', 'bigint', (c) => c.notNull())
        .addColumn('started_ms', 'bigint', (c) => c.notNull())
        .addColumn('ended_ms', 'bigint')
        .addColumn('outcome', 'text')
        .addColumn('error_code', 'text')
        .addPrimaryKeyConstraint('attempts_pk', ['task_id', 'attempt'])
        .execute()
      await db.schema.createIndex('attempts_ended').on('attempts').columns(['ended_ms', 'pool', 'started_ms']).execute()
    },
    '2026-11-22-attempts-by-their-key': async (db) => {
      await rebuildTable(db, 'attempts', () =>
        db.schema
          .createTable('attempts')
          .addColumn('task_id', 'bigint', (c) => c.notNull())
          .addColumn('attempt', 'integer', (c) => c.notNull())
          .addColumn('epoch', 'integer', (c) => c.notNull())
          .addColumn('worker_id', 'text', (c) => c.notNull())
          .addColumn('pool', 'text', (c) => c.notNull())
          .addColumn('slot_id', 'bigint', (c) => c.notNull())
          .addColumn('started_ms', 'bigint', (c) => c.notNull())
          .addColumn('ended_ms', 'bigint')
          .addColumn('outcome', 'text')
          .addColumn('error_code', 'text')
          .addPrimaryKeyConstraint('attempts_pk', ['task_id', 'attempt'])
          .modifyEnd(sql`without rowid`)
          .execute(),
      )
      await db.schema
        .createIndex('attempts_ended')
        .on('attempts')
        .columns(['ended_ms', 'pool', 'started_ms'])
        .where('ended_ms', 'is not', null)
        .execute()
    },
  },
}
export default table
