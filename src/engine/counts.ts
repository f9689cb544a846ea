import type { Tx } from '../store/schema.ts'
import type { TaskState } from '../store/tables/tasks.ts'

/** Keeps the number of tasks by state true: one leaves `from` (null: it is new) and enters `to`. */
export async function moveCount(tx: Tx, pool: string, from: TaskState | null, to: TaskState): Promise<void> {
  if (from) await add(tx, pool, from, -1)
  await add(tx, pool, to, 1)
}

const add = (tx: Tx, pool: string, state: TaskState, n: number) =>
  tx
    .insertInto('counts')
    .values({ pool, state, n })
    .onConflict((conflict) => conflict.columns(['pool', 'state']).doUpdateSet((q) => ({ n: q('counts.n', '+', n) })))
    .execute()

const QUARTER_MS = 15 * 60_000

/** One finished task. `waitMs` is submit → start, `totalMs` submit → finish. */
export interface Finished {
  readonly pool: string
  readonly outcome: TaskState
  readonly atMs: number
  readonly waitMs: number
  readonly totalMs: number
  readonly costMicro: number
}

/** Adds a finished task to the sums of its quarter hour. */
export async function tallyFinished(tx: Tx, finished: Finished): Promise<void> {
  const { pool, outcome, atMs, waitMs, totalMs, costMicro } = finished
  await tx
    .insertInto('tallies')
    .values({
      quarter_ms: atMs - (atMs % QUARTER_MS),
      pool,
      outcome,
      n: 1,
      wait_ms: waitMs,
      total_ms: totalMs,
      cost_micro: costMicro,
    })
    .onConflict((conflict) =>
      conflict.columns(['quarter_ms', 'pool', 'outcome']).doUpdateSet((q) => ({
        n: q('tallies.n', '+', 1),
        wait_ms: q('tallies.wait_ms', '+', waitMs),
        total_ms: q('tallies.total_ms', '+', totalMs),
        cost_micro: q('tallies.cost_micro', '+', costMicro),
      })),
    )
    .execute()
}
