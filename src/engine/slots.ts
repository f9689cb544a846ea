import type { Selectable } from 'kysely'
import { clearAlert } from '../store/alerts.ts'
import type { Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { SlotRow } from '../store/tables/slots.ts'
import { stateIs } from '../store/tables/tasks.ts'
import { countGone, countRun } from './agent-time.ts'
import { MOST_FAILURES, QUARANTINE, restartFailing } from './restart-failing.ts'

/** A claimed place in a pool. */
export interface Slot {
  readonly id: number
  readonly generation: number
}

/**
 * Takes a free place for a task that may begin now: it waits, its time has come and its pool is not paused. Undefined
 * when it may not, or all places of its pool are busy.
 */
export async function takeSlot(tx: Tx, taskId: number, workerId: string, nowMs: number): Promise<Slot | undefined> {
  const [slot] = await takeIdle(tx, { taskId, workerId, nowMs })
  return slot
}

/** Takes a free place for a task that is about to be written: its number, where the pool has one and is not paused. */
export async function takeFreeSlot(tx: Tx, pool: string, workerId: string, nowMs: number): Promise<number | undefined> {
  const [slot] = await takeAnyIdle(tx, { pool, workerId, nowMs })
  return slot?.id
}

const takeAnyIdle = statement((db, given: { pool: string; workerId: string; nowMs: number }) =>
  db
    .updateTable('slots')
    .set({ state: 'busy', worker_id: given.workerId, busy_since_ms: given.nowMs })
    .where('id', '=', (q) =>
      q
        .selectFrom('slots')
        .innerJoin('pools', 'pools.name', 'slots.pool')
        .select('slots.id')
        .where('slots.pool', '=', given.pool)
        .where('pools.paused', '=', 0)
        .where('slots.state', '=', 'idle')
        .orderBy('slots.id')
        .limit(1),
    )
    .returning('id'),
)

/** The task for which a place was taken is there now. */
export const putInSlot = statement((db, given: { slotId: number; taskId: number }) =>
  db.updateTable('slots').set({ task_id: given.taskId }).where('id', '=', given.slotId),
)

const takeIdle = statement((db, given: { taskId: number; workerId: string; nowMs: number }) =>
  db
    .updateTable('slots')
    .set({ state: 'busy', task_id: given.taskId, worker_id: given.workerId, busy_since_ms: given.nowMs })
    .where('id', '=', (q) =>
      q
        .selectFrom('tasks')
        .innerJoin('pools', 'pools.name', 'tasks.pool')
        .innerJoin('slots', 'slots.pool', 'pools.name')
        .select('slots.id')
        .where('tasks.id', '=', given.taskId)
        .where(stateIs('queued'))
        .where('tasks.run_at_ms', '<=', given.nowMs)
        .where('pools.paused', '=', 0)
        .where('slots.state', '=', 'idle')
        .orderBy('slots.id')
        .limit(1),
    )
    .returning(['id', 'generation']),
)

/**
 * Gives a place back after a run. A draining place goes, and the pool is then filled up to its size; one whose last three
 * runs failed is restarted. A run that was `lost` with its worker counts as failed, and restarts nothing by itself.
 */
export async function freeSlot(tx: Tx, slotId: number, ended: 'good' | 'bad' | 'lost', nowMs: number): Promise<void> {
  const [slot] = await slotOf(tx, { id: slotId })
  if (!slot) return
  const sinceMs = slot.busy_since_ms ?? nowMs
  await countRun(tx, { pool: slot.pool, fromMs: sinceMs, untilMs: nowMs })
  if (slot.state === 'draining') {
    await deleteSlots(tx, [slot], nowMs)
    await fillSlots(tx, slot.pool, nowMs)
    return
  }
  const failures = ended === 'good' ? 0 : slot.failures + 1
  await giveBack(tx, { id: slotId, busyMs: slot.busy_ms + (nowMs - sinceMs), done: slot.done + 1, failures })
  if (ended === 'bad' && failures >= MOST_FAILURES) await restartFailing(tx, { ...slot, failures }, nowMs)
}

const slotOf = statement((db, given: { id: number }) => db.selectFrom('slots').selectAll().where('id', '=', given.id))

const giveBack = statement((db, given: { id: number; busyMs: number; done: number; failures: number }) =>
  db
    .updateTable('slots')
    .set({
      ...{ state: 'idle', task_id: null, worker_id: null, busy_since_ms: null },
      ...{ busy_ms: given.busyMs, done: given.done, failures: given.failures },
    })
    .where('id', '=', given.id),
)

/**
 * Brings a pool to its size: adds idle places; removes quarantined ones first, then those that rest, then idle ones, and
 * lets busy ones drain.
 */
export async function fillSlots(tx: Tx, pool: string, nowMs: number): Promise<void> {
  const { size, generation } = await tx
    .selectFrom('pools')
    .select(['size', 'generation'])
    .where('name', '=', pool)
    .executeTakeFirstOrThrow()
  const slots = await tx
    .selectFrom('slots')
    .select(['id', 'pool', 'state', 'created_ms'])
    .where('pool', '=', pool)
    .orderBy('id', 'desc')
    .execute()
  const missing = size - slots.length
  if (missing > 0) {
    const fresh = { pool, generation, state: 'idle' as const, created_ms: nowMs }
    await tx
      .insertInto('slots')
      .values(Array.from({ length: missing }, () => fresh))
      .execute()
  }
  const surplus = slots.filter((slot) => slot.state !== 'draining').length - size
  if (surplus > 0) await removeSlots(tx, slots, surplus, nowMs)
}

async function removeSlots(tx: Tx, slots: readonly Place[], surplus: number, nowMs: number): Promise<void> {
  const free = AT_ONCE.flatMap((state) => slots.filter((slot) => slot.state === state)).slice(0, surplus)
  const busy = slots.filter((slot) => slot.state === 'busy').slice(0, surplus - free.length)
  await deleteSlots(tx, free, nowMs)
  await drainSlots(tx, busy)
}

type Place = Pick<Selectable<SlotRow>, 'id' | 'pool' | 'state' | 'created_ms'>

/** Which places can be removed without waiting for a task, in this order. */
const AT_ONCE: ReadonlyArray<Place['state']> = ['quarantined', 'starting', 'idle']

/** Their time stays counted; the alert goes with the last quarantined place of a pool. */
async function deleteSlots(tx: Tx, slots: readonly Place[], nowMs: number): Promise<void> {
  const ids = slots.map((slot) => slot.id)
  await tx.deleteFrom('slots').where('id', 'in', ids).execute()
  for (const slot of slots) await countGone(tx, { pool: slot.pool, fromMs: slot.created_ms, untilMs: nowMs })
  for (const pool of new Set(slots.filter((slot) => slot.state === 'quarantined').map((slot) => slot.pool)))
    await clearQuarantine(tx, pool, nowMs)
}

async function clearQuarantine(tx: Tx, pool: string, nowMs: number): Promise<void> {
  const left = await tx
    .selectFrom('slots')
    .select('id')
    .where('pool', '=', pool)
    .where('state', '=', 'quarantined')
    .executeTakeFirst()
  if (!left) await clearAlert(tx, { rule: QUARANTINE, subject: pool }, nowMs)
}

async function drainSlots(tx: Tx, slots: readonly Place[]): Promise<void> {
  const ids = slots.map((slot) => slot.id)
  await tx.updateTable('slots').set({ state: 'draining' }).where('id', 'in', ids).execute()
}

/**
 * Replaces places by fresh ones: busy when their task has ended, all others at once, which also lifts a quarantine.
 * `ids` null means the whole pool.
 */
export async function replaceSlots(
  tx: Tx,
  pool: string,
  ids: readonly number[] | null,
  nowMs: number,
): Promise<{ replaced: number; draining: number }> {
  const all = await tx
    .selectFrom('slots')
    .select(['id', 'pool', 'state', 'created_ms'])
    .where('pool', '=', pool)
    .execute()
  const chosen = ids === null ? all : all.filter((slot) => ids.includes(slot.id))
  const free = chosen.filter((slot) => AT_ONCE.includes(slot.state))
  const busy = chosen.filter((slot) => slot.state === 'busy')
  await tx
    .updateTable('pools')
    .set((q) => ({ generation: q('generation', '+', 1), updated_ms: nowMs }))
    .where('name', '=', pool)
    .execute()
  await deleteSlots(tx, free, nowMs)
  await drainSlots(tx, busy)
  await fillSlots(tx, pool, nowMs)
  return { replaced: free.length, draining: busy.length }
}
