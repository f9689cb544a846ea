import type { Table } from '../schema.ts'

/**
 * What the agents of a pool did in one minute: the busy time of ended runs, and the time of agents that are gone. With
 * what the present agents do now it gives the efficiency of the last hour from a few rows, however many runs there were.
 */
export interface MinuteRow {
  /** Start of the minute. */
  minute_ms: number
  pool: string
  /** Runs that ended in it. */
  runs: number
  busy_ms: number
  /** How long agents that have since been removed were there. */
  gone_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    minutes: MinuteRow
  }
}

const table: Table = {
  name: 'minutes',
  steps: {
    '2026-11-21-minutes': async (db) => {
      await db.schema
        .createTable('minutes')
        .addColumn('minute_ms', 'bigint', (c) => c.notNull())
        .addColumn('pool', 'text', (c) => c.notNull())
        .addColumn('runs', 'integer', (c) => c.notNull())
        .addColumn('busy_ms', 'bigint', (c) => c.notNull())
        .addColumn('gone_ms', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('minutes_pk', ['minute_ms', 'pool'])
        .execute()
    },
  },
}
export default table
