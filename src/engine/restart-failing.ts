import type { Selectable } from 'kysely'
import { MINUTE_MS, SECOND_MS } from '../base/units.ts'
import { clearAlert, raiseAlert } from '../store/alerts.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import type { SlotRow } from '../store/tables/slots.ts'
import { countGone } from './agent-time.ts'

/** An agent is restarted when so many of its runs have failed in a row. */
export const MOST_FAILURES = 3
/** The alert of quarantined agents; its subject is the pool. */
export const QUARANTINE = 'quarantine'
/** The alert of a pool whose last agent that works keeps failing; its subject is the pool. */
const LAST_AGENT = 'last-agent'

const MOST_RESTARTS = 3
const WINDOW_MS = 10 * MINUTE_MS
const FIRST_REST_MS = 2 * SECOND_MS
const MOST_REST_MS = MINUTE_MS
/** More than this share of a pool failing is not its agents: to take them all away would only stop the pool. */
const MOST_QUARANTINED = 0.5

type Slot = Selectable<SlotRow>

/**
 * Restarts an agent whose runs fail: a fresh one takes its place and rests 2 s, 8 s, 32 s and at most a minute before it
 * is offered. The third restart within ten minutes puts it into quarantine instead, and raises an alert. The last agent
 * of a pool that works is tried again however often it fails: without it the pool would stand still until a person comes,
 * also when what made it fail is long over.
 */
export async function restartFailing(tx: Tx, slot: Slot, nowMs: number): Promise<void> {
  const earlier = (JSON.parse(slot.restarts) as number[]).filter((atMs) => atMs > nowMs - WINDOW_MS)
  const restarts = [...earlier, nowMs].slice(-10)
  const verdict = restarts.length < MOST_RESTARTS ? 'replace' : await judge(tx, slot.pool)
  if (verdict === 'quarantine') return quarantine(tx, slot, restarts, nowMs)
  await replace(tx, slot, restarts, nowMs)
  if (verdict === 'last') await tellLast(tx, slot, restarts, nowMs)
}

async function judge(tx: Tx, pool: string): Promise<'quarantine' | 'replace' | 'last'> {
  const slots = await tx.selectFrom('slots').select('state').where('pool', '=', pool).execute()
  // One that drains takes nothing more.
  const all = slots.filter(({ state }) => state !== 'draining')
  const quarantined = all.filter(({ state }) => state === 'quarantined').length + 1
  if (quarantined === all.length) return 'last'
  return quarantined <= Math.ceil(all.length * MOST_QUARANTINED) ? 'quarantine' : 'replace'
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

async function tellLast(tx: Tx, slot: Slot, restarts: readonly number[], nowMs: number): Promise<void> {
  const { pool } = slot
  await raiseAlert(
    tx,
    {
      ...{ rule: LAST_AGENT, subject: pool, level: 'bad' },
      facts: { agent: slot.id, failures: slot.failures, restarts: restarts.length },
      message: `The last agent of ${pool} that works needed ${restarts.length} restarts in ten minutes; it rests and is tried again.`,
      hint: 'operatoros tasks failed, then operatoros providers',
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

/** True when a pool that was down to an agent that failed has had a good run since. Reads only, so that it can be asked often. */
export const hasRecovered = async (db: Db): Promise<boolean> => (await findRecovered(db)).length > 0

/** Clears the alerts of those pools. */
export async function clearRecovered(tx: Tx, nowMs: number): Promise<void> {
  for (const pool of await findRecovered(tx)) await clearAlert(tx, { rule: LAST_AGENT, subject: pool }, nowMs)
}

/** The agents that came with the alert or after it count; each began without a run. */
async function findRecovered(db: Db): Promise<string[]> {
  return (await recovered(db, {})).map(({ subject }) => subject)
}

const recovered = statement((db) =>
  db
    .selectFrom('alerts')
    .innerJoin('slots', 'slots.pool', 'alerts.subject')
    .select('alerts.subject')
    .distinct()
    .where('alerts.rule', '=', LAST_AGENT)
    .where('alerts.state', '!=', 'cleared')
    .whereRef('slots.created_ms', '>=', 'alerts.raised_ms')
    .where('slots.done', '>', 0)
    .where('slots.failures', '=', 0),
)
