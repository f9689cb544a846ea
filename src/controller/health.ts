import { statSync } from 'node:fs'
import { DAY_MS, HOUR_MS } from '../base/units.ts'
import type { Db, Tx } from '../store/schema.ts'
import { stateIs } from '../store/tables/tasks.ts'
import { FRESH_BEAT_MS, liveWorkers } from '../store/tables/workers.ts'
import { cpuMeter } from './cpu-load.ts'
import type { House } from './house.ts'
import { type Finding, judgeVitals } from './judge-vitals.ts'

/** What the machine and the store look like at this moment. Bytes and milliseconds; null where it cannot be measured. */
export interface Vitals {
  readonly cpuLoad: number | null
  readonly memoryUsed: number | null
  readonly memoryTotal: number | null
  readonly processRss: number
  readonly diskFree: number | null
  readonly databaseBytes: number
  readonly walBytes: number
  readonly storeReadMs: number
  /** Null where nothing was written to find out. */
  readonly storeWriteMs: number | null
  readonly eventLoopLagMs: number
  readonly oldestQueuedMs: number | null
  readonly liveWorkers: number
  /** Resident workers that stopped beating within the last hour without leaving. */
  readonly silentWorkers: number
  readonly lostRuns: number
  /** Agents that take no task because they kept failing. */
  readonly quarantined: number
  /** failed / (done + failed) of the last three quarters of an hour and the present one; null below five tasks. */
  readonly errorRate: number | null
  readonly failedLastDay: number
  /** Routes to models that this process leaves alone for a while. */
  readonly restingRoutes: number
}

/** Health as commands use it: measure, then judge what was measured. */
export interface Health {
  vitals(): Promise<Vitals>
  findings(vitals: Vitals): Finding[]
}

/** The health of a house, measured anew at every call. */
export function createHealth(house: House): Health {
  return { vitals: () => probe(house), findings: judgeVitals }
}

const LAG_RESOLUTION_MS = 10

/** Measures everything, which includes a write and the lag of this process meanwhile. */
async function probe(house: House): Promise<Vitals> {
  const lag = (await import('./event-loop-lag.ts')).watchLag(LAG_RESOLUTION_MS)
  const store = await house.store()
  const nowMs = house.clock.now()
  const storeWriteMs = await timed(() => store.write((tx) => touch(tx, nowMs)))
  const seen = await lookAround(house)
  const eventLoopLagMs = lag.read()
  lag.stop()
  return { ...seen, storeWriteMs, eventLoopLagMs }
}

/** Measures what can be measured without writing anything. */
export async function lookAround(house: House): Promise<Omit<Vitals, 'storeWriteMs' | 'eventLoopLagMs'>> {
  const store = await house.store()
  const { restingRoutes } = await import('../models/open-routes.ts')
  return {
    ...(await measureMachine(house.config.home)),
    ...(await measureWork(store.db, house.clock.now())),
    restingRoutes: restingRoutes(house.clock).length,
    processRss: process.memoryUsage.rss(),
    databaseBytes: sizeOf(store.path),
    walBytes: sizeOf(`${store.path}-wal`),
    storeReadMs: await timed(() => store.db.selectFrom('heads').selectAll().execute()),
  }
}

const touch = (tx: Tx, nowMs: number) =>
  tx
    .insertInto('settings')
    .values({ name: 'health.checked', value: String(nowMs), epoch: 1, updated_ms: nowMs, updated_by: 'system' })
    .onConflict((c) => c.column('name').doUpdateSet({ value: String(nowMs), updated_ms: nowMs }))
    .execute()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

const readCpuLoad = cpuMeter()

async function measureMachine(
  home: string,
): Promise<Pick<Vitals, 'cpuLoad' | 'memoryUsed' | 'memoryTotal' | 'diskFree'>> {
  const { statfs } = await import('node:fs/promises')
  const { mem } = (await import('systeminformation')).default
  const [load, memory, disk] = await Promise.all([readCpuLoad(), mem(), statfs(home).catch(() => null)])
  return {
    cpuLoad: load,
    memoryUsed: memory.total > 0 ? memory.total - memory.available : null,
    memoryTotal: memory.total > 0 ? memory.total : null,
    diskFree: disk === null ? null : disk.bavail * disk.bsize,
  }
}

async function measureWork(db: Db, nowMs: number) {
  const oldest = await db
    .selectFrom('tasks')
    .select((q) => q.fn.min<number | null>('run_at_ms').as('ms'))
    .where(stateIs('queued'))
    .executeTakeFirst()
  const lost = await db
    .selectFrom('tasks')
    .select('id')
    .where(stateIs('running'))
    .where('lease_until_ms', '<', nowMs)
    .execute()
  const quarantined = await db.selectFrom('slots').select('id').where('state', '=', 'quarantined').execute()
  return {
    oldestQueuedMs: oldest?.ms == null ? null : Math.max(0, nowMs - oldest.ms),
    liveWorkers: (await liveWorkers(db, nowMs)).length,
    silentWorkers: await countSilent(db, nowMs),
    lostRuns: lost.length,
    quarantined: quarantined.length,
    ...(await measureEnds(db, nowMs)),
  }
}

async function countSilent(db: Db, nowMs: number): Promise<number> {
  const rows = await db
    .selectFrom('workers')
    .select('id')
    .where('ended_ms', 'is', null)
    .where('beat_ms', '>', nowMs - HOUR_MS)
    .where('beat_ms', '<=', nowMs - FRESH_BEAT_MS)
    .where('resident', '=', 1)
    .execute()
  return rows.length
}

/** A rate of fewer ends than this says nothing. */
const LEAST_ENDS = 5

async function measureEnds(db: Db, nowMs: number): Promise<Pick<Vitals, 'errorRate' | 'failedLastDay'>> {
  const ends = await db
    .selectFrom('tallies')
    .select(['quarter_ms', 'outcome', 'n'])
    .where('outcome', 'in', ['done', 'failed'])
    .where('quarter_ms', '>', nowMs - DAY_MS)
    .execute()
  const sum = (outcome: string, sinceMs: number) =>
    ends.filter((row) => row.outcome === outcome && row.quarter_ms > sinceMs).reduce((total, row) => total + row.n, 0)
  const [done, failed] = [sum('done', nowMs - HOUR_MS), sum('failed', nowMs - HOUR_MS)]
  return {
    errorRate: done + failed >= LEAST_ENDS ? failed / (done + failed) : null,
    failedLastDay: sum('failed', nowMs - DAY_MS),
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
