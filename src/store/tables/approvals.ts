import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * A question to a person. It is bound to `digest`, exactly the action that was shown: another action needs another approval.
 * state: `pending` → `approved` | `denied` | `void` (the task was cancelled).
 */
export interface ApprovalRow {
  id: Generated<number>
  task_id: number
  gate: string
  digest: string
  question: string
  state: 'pending' | 'approved' | 'denied' | 'void'
  requested_ms: number
  decided_ms: number | null
  decided_by: string | null
}

declare module '../schema.ts' {
  interface Schema {
    approvals: ApprovalRow
  }
}

const table: Table = {
  name: 'approvals',
  steps: {
    '2026-11-20-approvals': async (db) => {
      await db.schema
        .createTable('approvals')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('task_id', 'bigint', (c) => c.notNull())
        .addColumn('gate', 'text', (c) => c.notNull())
        .addColumn('digest', 'text', (c) => c.notNull())
        .addColumn('question', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('requested_ms', 'bigint', (c) => c.notNull())
        .addColumn('decided_ms', 'bigint')
        .addColumn('decided_by', 'text')
        .execute()
      await db.schema.createIndex('approvals_state').on('approvals').columns(['state', 'id']).execute()
    },
  },
}
export default table
