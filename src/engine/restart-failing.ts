import type { Selectable } from 'kysely'
import { MINUTE_MS, SECOND_MS } from '../base/units.ts'
import { raiseAlert } from '../store/alerts.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import type { SlotRow } from '../store/tables/slots.ts'
import { countGone } from './agent-time.ts'

/** An agent is restarted when so many of its runs have failed in a row. */
export const MOST_FAILURES = 3
/** The alert of quarantined agents; its subject is the pool. */
export const QUARANTINE = 'quarantine'

const MOST_RESTARTS = 3
const WINDOW_MS = 10 * MINUTE_MS
const FIRST_REST_MS = 2 * SECOND_MS
const MOST_REST_MS = MINUTE_MS
/** More than this share of a pool failing is not its agents: to take them all away would only stop the pool. */
const MOST_QUARANTINED = 0.5

type Slot = Selectable<SlotRow>

/**
 * Restarts an agent whose runs fail: a fresh one takes its place and rests 2 s, 8 s, 32 s and at most a minute before it
 * is offered. The third restart within ten minutes puts it into quarantine instead, and raises an alert.
 */
export async function restartFailing(tx: Tx, slot: Slot, nowMs: number): Promise<void> {
  const earlier = (JSON.parse(slot.restarts) as number[]).filter((atMs) => atMs > nowMs - WINDOW_MS)
  const restarts = [...earlier, nowMs].slice(-10)
  if (restarts.length >= MOST_RESTARTS && (await mayQuarantine(tx, slot.pool)))
    await quarantine(tx, slot, restarts, nowMs)
  else await replace(tx, slot, restarts, nowMs)
}

async function mayQuarantine(tx: Tx, pool: string): Promise<boolean> {
  const all = await tx.selectFrom('slots').select('state').where('pool', '=', pool).execute()
  const inQuarantine = all.filter(({ state }) => state === 'quarantined').length
  return inQuarantine + 1 <= Math.ceil(all.length * MOST_QUARANTINED)
}

async function quarantine(tx: Tx, slot: Slot, restarts: readonly number[], nowMs: number): Promise<void> {
  await tx
    .updateTable('slots')
    .set({ state: 'quarantined', restarts: JSON.stringify(restarts) })
    .where('id', '=', slot.id)
    .execute()
  const facts = { agent: slot.id, failures: slot.failures, restarts: restarts.length }
  await appendJournal(tx, {
    ...{ kind: 'agent.quarantined', principal: 'system', atMs: nowMs, pool: slot.pool },
    data: { ...facts, windowMs: WINDOW_MS },
  })
  await raiseAlert(
    tx,
    {
      ...{ rule: QUARANTINE, subject: slot.pool, level: 'bad', facts },
      message: `Agent ${slot.id} of ${slot.pool} needed ${restarts.length} restarts in ten minutes and takes no more tasks.`,
      hint: `operatoros tasks failed, then operatoros restart ${slot.pool}`,
    },
    nowMs,
  )
}

/** The fresh agent's place keeps its row's history of restarts; what the old one did is in the journal. */
async function replace(tx: Tx, slot: Slot, restarts: readonly number[], nowMs: number): Promise<void> {
  const restMs = Math.min(MOST_REST_MS, FIRST_REST_MS * 4 ** (restarts.length - 1))
  const { pool, generation } = slot
  await tx.deleteFrom('slots').where('id', '=', slot.id).execute()
  await countGone(tx, { pool, fromMs: slot.created_ms, untilMs: nowMs })
  const fresh = await tx
    .insertInto('slots')
    .values({
      ...{ pool, generation, state: 'starting', created_ms: nowMs, ready_ms: nowMs + restMs },
      restarts: JSON.stringify(restarts),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await appendJournal(tx, {
    ...{ kind: 'agent.restarted', principal: 'system', atMs: nowMs, pool },
    data: { agent: slot.id, by: fresh.id, failures: slot.failures, done: slot.done, restMs },
  })
}

/** True when an agent has rested enough. Reads only, so that it can be asked often. */
export async function hasRested(db: Db, nowMs: number): Promise<boolean> {
  const rested = await db
    .selectFrom('slots')
    .select('id')
    .where('state', '=', 'starting')
    .where('ready_ms', '<=', nowMs)
    .executeTakeFirst()
  return rested !== undefined
}

/** Offers the agents that have rested enough. Their restart was journalled with the time of this. */
export async function openRested(tx: Tx, nowMs: number): Promise<void> {
  await tx
    .updateTable('slots')
    .set({ state: 'idle', ready_ms: null })
    .where('state', '=', 'starting')
    .where('ready_ms', '<=', nowMs)
    .execute()
}
