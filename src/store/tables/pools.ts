import type { Generated } from 'kysely'
import type { Table } from '../schema.ts'

/**
 * A pool as it is set. `size` is how many of its tasks may run at the same time, over all processes on this file.
 */
export interface PoolRow {
  name: string
  size: number
  paused: Generated<number>
  /** Grows with every restart; a slot of an older generation is replaced when it falls idle. */
  generation: Generated<number>
  /** The line's own time: grows with the tasks begun (engine/take-turn.ts). */
  turn: Generated<number>
  updated_ms: number
}

declare module '../schema.ts' {
  interface Schema {
    pools: PoolRow
  }
}

const table: Table = {
  name: 'pools',
  steps: {
    '2026-11-20-pools': async (db) => {
      await db.schema
        .createTable('pools')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('size', 'integer', (c) => c.notNull())
        .addColumn('paused', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('generation', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('updated_ms', 'bigint', (c) => c.notNull())
        .execute()
    },
    '2026-11-21-pools-turn': async (db) => {
      await db.schema
        .alterTable('pools')
        .addColumn('turn', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute()
    },
  },
}
export default table
