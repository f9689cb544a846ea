import { DAY_MS, HOUR_MS } from '../base/units.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import type { House } from './house.ts'
import { findOld, type Horizon, type Removed, removeOld } from './retention.ts'

/** What was removed since the journal was last told. JSON in `settings`, so that it outlives the process. */
interface Untold {
  readonly sinceMs: number
  readonly removed: Removed
}

const NAME = 'retention.untold'
const NOTHING: Removed = { attempts: 0, steps: 0, messages: 0, samples: 0, workers: 0, minutes: 0 }

/**
 * Removes old details, a small batch each time it is called; once nothing is left it rests for an hour. The journal is
 * told once a day how much went. While nothing is old it writes nothing.
 */
export function createSweep(house: House): (nowMs: number) => Promise<void> {
  let restUntilMs = 0
  let after = 0
  return async (nowMs) => {
    if (nowMs < restUntilMs) return
    const store = await house.store()
    const ageMs = house.config.retentionDays * DAY_MS
    const horizon = { nowMs, ageMs, after }
    const { tasks, messages, others, next } = await findOld(store.db, horizon)
    const found = tasks.length > 0 || messages.length > 0 || others
    const isTelling = isDue(await readUntold(store.db), nowMs)
    const whole = found || isTelling ? await store.write((tx) => sweep(tx, horizon)) : true
    if (!whole) return
    after = next ?? 0
    if (next === null) restUntilMs = nowMs + HOUR_MS
  }
}

/** Looks again inside the transaction: a task may have been retried meanwhile. False when there was more than time. */
async function sweep(tx: Tx, horizon: Horizon): Promise<boolean> {
  const { removed, whole } = await removeOld(tx, await findOld(tx, horizon), horizon)
  await keepCount(tx, removed, horizon)
  return whole
}

/** Adds to what the journal was not told yet, and tells it when a day is over. */
async function keepCount(tx: Tx, removed: Removed, { nowMs, ageMs }: Horizon): Promise<void> {
  const before = (await readUntold(tx)) ?? { sinceMs: nowMs, removed: NOTHING }
  const untold = { ...before, removed: added(before.removed, removed) }
  if (!isDue(untold, nowMs)) return writeUntold(tx, untold, nowMs)
  await appendJournal(tx, {
    ...{ kind: 'retention.removed', principal: 'system', atMs: nowMs },
    data: { ...untold.removed, olderThanDays: ageMs / DAY_MS, sinceMs: untold.sinceMs },
  })
  await tx.deleteFrom('settings').where('name', '=', NAME).execute()
}

const isDue = (untold: Untold | null, nowMs: number): boolean => untold !== null && nowMs - untold.sinceMs >= DAY_MS

const added = (one: Removed, other: Removed): Removed => ({
  attempts: one.attempts + other.attempts,
  steps: one.steps + other.steps,
  messages: one.messages + other.messages,
  samples: one.samples + other.samples,
  workers: one.workers + other.workers,
  minutes: one.minutes + other.minutes,
})

async function readUntold(db: Db): Promise<Untold | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Untold) : null
}

async function writeUntold(tx: Tx, untold: Untold, nowMs: number): Promise<void> {
  const row = { value: JSON.stringify(untold), updated_ms: nowMs, updated_by: 'system' }
  await tx
    .insertInto('settings')
    .values({ name: NAME, epoch: 1, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
