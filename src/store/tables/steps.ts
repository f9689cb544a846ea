import { sql } from 'kysely'
import type { StepSpec } from '../../base/run-step.ts'
import { rebuildTable } from '../rebuild-table.ts'
import type { Table } from '../schema.ts'

/**
 * What a task did, step by step: a resumed run gets the stored output instead of running a step again.
 * `intended` is written before a side effect, `done` or `failed` after; `intended` without an outcome after a crash is unknown.
 */
export interface StepRow {
  task_id: number
  /** Such as `tool:loan-amortisation` or `model`. */
  name: string
  /** Counts the steps of one name within the task, from 0. */
  seq: number
  attempt: number
  kind: StepSpec['kind']
  effect: StepSpec['effect']
  state: 'intended' | 'done' | 'failed'
  /** Given to the outside, so that a repeated effect can be recognised there. */
  idempotency_key: string
  input_digest: string
  /** JSON of what the step gave; null while intended or failed. */
  output: string | null
  error_code: string | null
  started_ms: number
  ended_ms: number | null
}

declare module '../schema.ts' {
  interface Schema {
    steps: StepRow
  }
}

const table: Table = {
  name: 'steps',
  steps: {
    '2026-11-20-steps': async (db) => {
      await db.schema
        .createTable('steps')
        .addColumn('task_id', 'bigint', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('attempt', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('effect', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('idempotency_key', 'text', (c) => c.notNull())
        .addColumn('input_digest', 'text', (c) => c.notNull())
        .addColumn('output', 'text')
        .addColumn('error_code', 'text')
        .addColumn('started_ms', 'bigint', (c) => c.notNull())
        .addColumn('ended_ms', 'bigint')
        .addPrimaryKeyConstraint('steps_pk', ['task_id', 'name', 'seq'])
        .execute()
    },
    '2026-11-22-steps-by-their-key': (db) =>
      rebuildTable(db, 'steps', () =>
        db.schema
          .createTable('steps')
          .addColumn('task_id', 'bigint', (c) => c.notNull())
          .addColumn('name', 'text', (c) => c.notNull())
          .addColumn('seq', 'integer', (c) => c.notNull())
          .addColumn('attempt', 'integer', (c) => c.notNull())
          .addColumn('kind', 'text', (c) => c.notNull())
          .addColumn('effect', 'text', (c) => c.notNull())
          .addColumn('state', 'text', (c) => c.notNull())
          .addColumn('idempotency_key', 'text', (c) => c.notNull())
          .addColumn('input_digest', 'text', (c) => c.notNull())
          .addColumn('output', 'text')
          .addColumn('error_code', 'text')
          .addColumn('started_ms', 'bigint', (c) => c.notNull())
          .addColumn('ended_ms', 'bigint')
          .addPrimaryKeyConstraint('steps_pk', ['task_id', 'name', 'seq'])
          .modifyEnd(sql`without rowid`)
          .execute(),
      ),
  },
}
export default table
