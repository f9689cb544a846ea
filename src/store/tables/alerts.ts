import { type Generated, sql } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * Something that a person should know of.
 * state: `open` nobody has seen it → `acknowledged` somebody has (`alerts ack`), it still holds → `cleared` it holds no more.
 * Both `open` and `acknowledged` may be cleared; a reminder is cleared as soon as it is acknowledged; of one rule and subject at most one is not cleared.
 */
export interface AlertRow {
  id: Generated<number>
  /** Such as `queue-age` or `quarantine`. */
  rule: string
  /** What it is about where a rule has several subjects, such as a pool or a schedule's time; else empty. */
  subject: string
  /** `info` is told, and nothing is wrong: a reminder. */
  level: 'info' | 'warn' | 'bad'
  state: 'open' | 'acknowledged' | 'cleared'
  /** One sentence, as it was when the alert was raised. */
  message: string
  /** What to do. */
  hint: string
  raised_ms: number
  acknowledged_ms: number | null
  acknowledged_by: string | null
  cleared_ms: number | null
}

declare module '../schema.ts' {
  interface Schema {
    alerts: AlertRow
  }
}

const table: Table = {
  name: 'alerts',
  steps: {
    '2026-11-21-alerts': async (db) => {
      await db.schema
        .createTable('alerts')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('level', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('message', 'text', (c) => c.notNull())
        .addColumn('hint', 'text', (c) => c.notNull())
        .addColumn('raised_ms', 'bigint', (c) => c.notNull())
        .addColumn('acknowledged_ms', 'bigint')
        .addColumn('acknowledged_by', 'text')
        .addColumn('cleared_ms', 'bigint')
        .execute()
      await db.schema
        .createIndex('alerts_standing')
        .unique()
        .on('alerts')
        .columns(['rule', 'subject'])
        .where(sql.ref('state'), '!=', 'cleared')
        .execute()
    },
  },
}
export default table
