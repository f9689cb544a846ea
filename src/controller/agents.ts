import type { Db } from '../store/schema.ts'
import type { SlotRow } from '../store/tables/slots.ts'

/** An agent of a pool as it stands. Times are Unix milliseconds. */
export interface AgentFacts {
  readonly agent: number
  readonly state: SlotRow['state']
  /** What it runs; null when it runs nothing. */
  readonly task: { readonly id: number; readonly sinceMs: number } | null
  /** Ended runs, and failed runs since the last good one. */
  readonly done: number
  readonly failures: number
  /** Times that the agents in this place were restarted because they failed, in the last ten minutes. */
  readonly restarts: number
  /** Until when a starting agent rests. */
  readonly readyMs: number | null
}

/** The agents of a pool, in the order of their numbers. */
export async function readAgents(db: Db, pool: string): Promise<AgentFacts[]> {
  const rows = await db.selectFrom('slots').selectAll().where('pool', '=', pool).orderBy('id').execute()
  return rows.map((row) => ({
    agent: row.id,
    state: row.state,
    task: row.task_id === null ? null : { id: row.task_id, sinceMs: row.busy_since_ms ?? row.created_ms },
    done: row.done,
    failures: row.failures,
    restarts: (JSON.parse(row.restarts) as number[]).length,
    readyMs: row.ready_ms,
  }))
}
