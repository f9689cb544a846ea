import type { Table } from '../schema.ts'

/**
 * What the fleet did in a span of 10 s, a minute or an hour. Depths, loads and lags are the highest seen in it; `done`,
 * `failed` and `wait_ms` are sums. A span in which nothing changed has no row: of ten seconds, its depths are those of the
 * row before.
 */
export interface SampleRow {
  span_ms: 10_000 | 60_000 | 3_600_000
  /** Start of the span. */
  at_ms: number
  queued: number
  busy: number
  done: number
  failed: number
  /** Submit → start, summed over the done tasks. */
  wait_ms: number
  /** 0..1 of the machine; null when it could not be measured. */
  cpu: number | null
  memory: number | null
  lag_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    samples: SampleRow
  }
}

const table: Table = {
  name: 'samples',
  steps: {
    '2026-11-21-samples': async (db) => {
      await db.schema
        .createTable('samples')
        .addColumn('span_ms', 'integer', (c) => c.notNull())
        .addColumn('at_ms', 'bigint', (c) => c.notNull())
        .addColumn('queued', 'integer', (c) => c.notNull())
        .addColumn('busy', 'integer', (c) => c.notNull())
        .addColumn('done', 'integer', (c) => c.notNull())
        .addColumn('failed', 'integer', (c) => c.notNull())
        .addColumn('wait_ms', 'bigint', (c) => c.notNull())
        .addColumn('cpu', 'real')
        .addColumn('memory', 'real')
        .addColumn('lag_ms', 'real', (c) => c.notNull())
        .addPrimaryKeyConstraint('samples_pk', ['span_ms', 'at_ms'])
        .execute()
    },
  },
}
export default table
