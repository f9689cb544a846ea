import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * What was said in a session, in order: the local transcript is the truth, whatever a provider keeps.
 */
export interface MessageRow {
  id: Generated<number>
  session: string
  at_ms: number
  role: 'user' | 'agent'
  text: string
  task_id: number | null
  pool: string | null
}

declare module '../schema.ts' {
  interface Schema {
    messages: MessageRow
  }
}

const table: Table = {
  name: 'messages',
  steps: {
    '2026-11-20-messages': async (db) => {
      await db.schema
        .createTable('messages')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('session', 'text', (c) => c.notNull())
        .addColumn('at_ms', 'bigint', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('task_id', 'bigint')
        .addColumn('pool', 'text')
        .execute()
      await db.schema.createIndex('messages_session').on('messages').columns(['session', 'id']).execute()
    },
  },
}
export default table
