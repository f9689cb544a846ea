import { isProcessAlive, thisProcess } from '../../base/host.ts'
import type { Db, Table } from '../schema.ts'

/**
 * A process that runs tasks. `beat_ms` is renewed while it lives; `ended_ms` is set when it leaves in order.
 * `resident` (a REPL or `worker`) takes any task; a one-shot only its own. `born` tells the process from a later one of
 * the same number (`bornOf`); null where the system does not say.
 */
export interface WorkerRow {
  id: string
  host: string
  pid: number
  resident: number
  started_ms: number
  beat_ms: number
  ended_ms: number | null
  born: number | null
}

declare module '../schema.ts' {
  interface Schema {
    workers: WorkerRow
  }
}

const table: Table = {
  name: 'workers',
  steps: {
    '2026-11-20-workers': async (db) => {
      await db.schema
        .createTable('workers')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('host', 'text', (c) => c.notNull())
        .addColumn('pid', 'integer', (c) => c.notNull())
        .addColumn('resident', 'integer', (c) => c.notNull())
        .addColumn('started_ms', 'bigint', (c) => c.notNull())
        .addColumn('beat_ms', 'bigint', (c) => c.notNull())
        .addColumn('ended_ms', 'bigint')
        .execute()
      await db.schema.createIndex('workers_live').on('workers').columns(['ended_ms', 'beat_ms']).execute()
    },
    '2026-11-21-workers-born': async (db) => {
      await db.schema.alterTable('workers').addColumn('born', 'bigint').execute()
    },
  },
}
export default table

/** A worker that was heard of so lately is there now: three of its beats may be lost. */
export const FRESH_BEAT_MS = 6_000

/** The workers that are there: not left, heard of lately and, where that can be seen (on this host), alive. */
export async function liveWorkers(db: Db, nowMs: number): Promise<Array<{ resident: boolean }>> {
  const rows = await db
    .selectFrom('workers')
    .select(['host', 'pid', 'resident', 'born'])
    .where('ended_ms', 'is', null)
    .where('beat_ms', '>', nowMs - FRESH_BEAT_MS)
    .execute()
  return rows
    .filter(({ host, pid, born }) => host !== thisProcess.host || isProcessAlive(pid, born))
    .map(({ resident }) => ({ resident: resident === 1 }))
}
