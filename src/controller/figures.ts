import { DAY_MS, QUARTER_MS } from '../base/units.ts'
import { spentSince } from '../store/ledger.ts'
import type { Db } from '../store/schema.ts'
import { TASK_STATES, type TaskState } from '../store/tables/tasks.ts'
import { FRESH_BEAT_MS } from '../store/tables/workers.ts'
import type { House } from './house.ts'
import { midnightMs } from './local-day.ts'

/** What finished in a span of time. Rates are 0..1 and means milliseconds; null where nothing finished. */
export interface Finished {
  readonly done: number
  readonly failed: number
  readonly refused: number
  readonly cancelled: number
  /** done / (done + failed) */
  readonly successRate: number | null
  /** Mean of submit → finish over the done tasks. */
  readonly responseMs: number | null
  /** Mean of submit → start over the done tasks. */
  readonly waitMs: number | null
  /** Micro-dollars. */
  readonly costMicro: number
}

/** How long somebody was there to take tasks at once, as a share of the time since the first worker (30 days at most). */
export interface Uptime {
  readonly ratio: number | null
  readonly observedMs: number
  readonly workers: number
}

/** The numbers behind `status` and `metrics`. Every one is a query. */
export interface Figures {
  /** Tasks by state, over all time or of one pool. */
  counts(pool?: string): Promise<Record<TaskState, number>>
  /** Since local midnight. */
  today(pool?: string): Promise<Finished>
  /** By quarter hour, oldest first, of the last hours. */
  history(hours: number, pool?: string): Promise<Array<{ atMs: number; done: number; failed: number }>>
  uptime(): Promise<Uptime>
  /** Held and spent micro-dollars since local midnight, and the limit. */
  budget(): Promise<{ usedMicro: number; limitMicro: number }>
}

/** The figures of a house, read from its rows at every call. */
export function createFigures(house: House): Figures {
  const db = async () => (await house.store()).db
  const midnight = () => midnightMs(house.clock.now())
  return {
    counts: async (pool) => readCounts(await db(), pool),
    today: async (pool) => readFinished(await db(), midnight(), pool),
    history: async (hours, pool) => readHistory(await db(), house.clock.now(), { hours, pool }),
    uptime: async () => readUptime(await db(), house.clock.now()),
    budget: async () => ({
      usedMicro: await spentSince(await db(), midnight()),
      limitMicro: house.config.dailyBudgetMicro,
    }),
  }
}

async function readCounts(db: Db, pool: string | undefined): Promise<Record<TaskState, number>> {
  const rows = await db.selectFrom('counts').selectAll().execute()
  const sum = (state: TaskState) =>
    rows.filter((row) => row.state === state && (!pool || row.pool === pool)).reduce((all, row) => all + row.n, 0)
  return Object.fromEntries(TASK_STATES.map((state) => [state, sum(state)])) as Record<TaskState, number>
}

const tallies = (db: Db, sinceMs: number, pool: string | undefined) => {
  const query = db.selectFrom('tallies').selectAll().where('quarter_ms', '>=', sinceMs)
  return (pool ? query.where('pool', '=', pool) : query).execute()
}

async function readFinished(db: Db, sinceMs: number, pool: string | undefined): Promise<Finished> {
  const rows = await tallies(db, sinceMs, pool)
  const of = (outcome: TaskState, field: 'n' | 'wait_ms' | 'total_ms') =>
    rows.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + row[field], 0)
  const [done, failed] = [of('done', 'n'), of('failed', 'n')]
  return {
    done,
    failed,
    refused: of('refused', 'n'),
    cancelled: of('cancelled', 'n'),
    successRate: done + failed > 0 ? done / (done + failed) : null,
    responseMs: done > 0 ? of('done', 'total_ms') / done : null,
    waitMs: done > 0 ? of('done', 'wait_ms') / done : null,
    costMicro: rows.reduce((sum, row) => sum + row.cost_micro, 0),
  }
}

async function readHistory(db: Db, nowMs: number, { hours, pool }: { hours: number; pool: string | undefined }) {
  const last = nowMs - (nowMs % QUARTER_MS)
  const first = last - (hours * 4 - 1) * QUARTER_MS
  const rows = await tallies(db, first, pool)
  const sum = (atMs: number, outcome: TaskState) =>
    rows.filter((row) => row.quarter_ms === atMs && row.outcome === outcome).reduce((all, row) => all + row.n, 0)
  return Array.from({ length: hours * 4 }, (_, i) => first + i * QUARTER_MS).map((atMs) => ({
    atMs,
    done: sum(atMs, 'done'),
    failed: sum(atMs, 'failed'),
  }))
}

/** The union of the resident workers' presence: two at once count once. */
async function readUptime(db: Db, nowMs: number): Promise<Uptime> {
  const rows = await db
    .selectFrom('workers')
    .select(['started_ms', 'beat_ms', 'ended_ms'])
    .where('resident', '=', 1)
    .where('beat_ms', '>', nowMs - 30 * DAY_MS)
    .orderBy('started_ms')
    .execute()
  const first = rows[0]
  if (!first) return { ratio: null, observedMs: 0, workers: 0 }
  const sinceMs = Math.max(first.started_ms, nowMs - 30 * DAY_MS)
  let coveredMs = 0
  let endMs = sinceMs
  for (const row of rows) {
    const leftMs = row.ended_ms ?? (nowMs - row.beat_ms < FRESH_BEAT_MS ? nowMs : row.beat_ms)
    coveredMs += Math.max(0, leftMs - Math.max(row.started_ms, endMs))
    endMs = Math.max(endMs, leftMs)
  }
  const observedMs = nowMs - sinceMs
  return { ratio: observedMs > 0 ? Math.min(1, coveredMs / observedMs) : null, observedMs, workers: rows.length }
}
