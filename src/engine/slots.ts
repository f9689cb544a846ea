import type { Tx } from '../store/schema.ts'

/** A claimed place in a pool. */
export interface Slot {
  readonly id: number
  readonly generation: number
}

/** Takes a free place of the pool for a task, or undefined when all are busy. */
export async function takeSlot(
  tx: Tx,
  task: { readonly id: number; readonly pool: string },
  workerId: string,
  nowMs: number,
): Promise<Slot | undefined> {
  return tx
    .updateTable('slots')
    .set({ state: 'busy', task_id: task.id, worker_id: workerId, busy_since_ms: nowMs })
    .where('id', '=', (q) =>
      q
        .selectFrom('slots')
        .select('id')
        .where('pool', '=', task.pool)
        .where('state', '=', 'idle')
        .orderBy('id')
        .limit(1),
    )
    .returning(['id', 'generation'])
    .executeTakeFirst()
}

/** Gives a place back after a run. A draining place goes; the pool is then filled up to its size. */
export async function freeSlot(tx: Tx, slotId: number, ended: 'good' | 'bad', nowMs: number): Promise<void> {
  const slot = await tx.selectFrom('slots').selectAll().where('id', '=', slotId).executeTakeFirst()
  if (!slot) return
  if (slot.state === 'draining') {
    await tx.deleteFrom('slots').where('id', '=', slotId).execute()
    await fillSlots(tx, slot.pool, nowMs)
    return
  }
  await tx
    .updateTable('slots')
    .set({
      state: 'idle',
      task_id: null,
      worker_id: null,
      busy_since_ms: null,
      busy_ms: slot.busy_ms + (nowMs - (slot.busy_since_ms ?? nowMs)),
      done: slot.done + 1,
      failures: ended === 'good' ? 0 : slot.failures + 1,
    })
    .where('id', '=', slotId)
    .execute()
}

/** Brings a pool to its size: adds idle places; removes idle ones first, then lets busy ones drain. */
export async function fillSlots(tx: Tx, pool: string, nowMs: number): Promise<void> {
  const { size, generation } = await tx
    .selectFrom('pools')
    .select(['size', 'generation'])
    .where('name', '=', pool)
    .executeTakeFirstOrThrow()
  const slots = await tx
    .selectFrom('slots')
    .select(['id', 'state'])
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
  if (surplus > 0) await removeSlots(tx, slots, surplus)
}

async function removeSlots(
  tx: Tx,
  slots: ReadonlyArray<{ id: number; state: string }>,
  surplus: number,
): Promise<void> {
  const idle = slots.filter((slot) => slot.state === 'idle').slice(0, surplus)
  const busy = slots.filter((slot) => slot.state === 'busy').slice(0, surplus - idle.length)
  await deleteSlots(
    tx,
    idle.map((slot) => slot.id),
  )
  await drainSlots(
    tx,
    busy.map((slot) => slot.id),
  )
}

const deleteSlots = (tx: Tx, ids: readonly number[]) => tx.deleteFrom('slots').where('id', 'in', ids).execute()

const drainSlots = (tx: Tx, ids: readonly number[]) =>
  tx.updateTable('slots').set({ state: 'draining' }).where('id', 'in', ids).execute()

/** Replaces places by fresh ones: idle at once, busy when their task has ended. `ids` null means the whole pool. */
export async function replaceSlots(
  tx: Tx,
  pool: string,
  ids: readonly number[] | null,
  nowMs: number,
): Promise<{ replaced: number; draining: number }> {
  const all = await tx.selectFrom('slots').select(['id', 'state']).where('pool', '=', pool).execute()
  const chosen = ids === null ? all : all.filter((slot) => ids.includes(slot.id))
  const idle = chosen.filter((slot) => slot.state === 'idle').map((slot) => slot.id)
  const busy = chosen.filter((slot) => slot.state === 'busy').map((slot) => slot.id)
  await tx
    .updateTable('pools')
    .set((q) => ({ generation: q('generation', '+', 1), updated_ms: nowMs }))
    .where('name', '=', pool)
    .execute()
  await deleteSlots(tx, idle)
  await drainSlots(tx, busy)
  await fillSlots(tx, pool, nowMs)
  return { replaced: idle.length, draining: busy.length }
}
