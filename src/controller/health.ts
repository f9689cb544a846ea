import { statSync } from 'node:fs'
import { DAY_MS } from '../base/units.ts'
import type { Db, Tx } from '../store/schema.ts'
import { liveWorkers } from '../store/tables/workers.ts'
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
  readonly storeWriteMs: number
  readonly eventLoopLagMs: number
  readonly oldestQueuedMs: number | null
  readonly liveWorkers: number
  readonly lostRuns: number
  readonly failedLastDay: number
}

/** Health as commands use it: measure, then judge what was measured. */
export interface Health {
  vitals(): Promise<Vitals>
  findings(vitals: Vitals): Finding[]
}

export function createHealth(house: House): Health {
  return { vitals: () => measure(house), findings: judgeVitals }
}

async function measure(house: House): Promise<Vitals> {
  const store = await house.store()
  const { db } = store
  const nowMs = house.clock.now()
  const { monitorEventLoopDelay } = await import('node:perf_hooks')
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const storeReadMs = await timed(() => db.selectFrom('heads').selectAll().execute())
  const storeWriteMs = await timed(() => store.write((tx) => touch(tx, nowMs)))
  const machine = await measureMachine(house.config.home)
  delay.disable()
  return {
    ...machine,
    ...(await measureWork(db, nowMs)),
    processRss: process.memoryUsage.rss(),
    databaseBytes: sizeOf(store.path),
    walBytes: sizeOf(`${store.path}-wal`),
    storeReadMs,
    storeWriteMs,
    eventLoopLagMs: Number.isFinite(delay.max) ? Math.max(0, delay.max / 1e6 - 10) : 0,
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

async function measureMachine(
  home: string,
): Promise<Pick<Vitals, 'cpuLoad' | 'memoryUsed' | 'memoryTotal' | 'diskFree'>> {
  const { statfs } = await import('node:fs/promises')
  const { currentLoad, mem } = (await import('systeminformation')).default
  const [load, memory, disk] = await Promise.all([currentLoad(), mem(), statfs(home).catch(() => null)])
  return {
    cpuLoad: Number.isFinite(load.currentLoad) ? load.currentLoad / 100 : null,
    memoryUsed: memory.total > 0 ? memory.total - memory.available : null,
    memoryTotal: memory.total > 0 ? memory.total : null,
    diskFree: disk === null ? null : disk.bavail * disk.bsize,
  }
}

async function measureWork(db: Db, nowMs: number) {
  const oldest = await db
    .selectFrom('tasks')
    .select((q) => q.fn.min<number | null>('run_at_ms').as('ms'))
    .where('state', '=', 'queued')
    .executeTakeFirst()
  const lost = await db
    .selectFrom('tasks')
    .select('id')
    .where('state', '=', 'running')
    .where('lease_until_ms', '<', nowMs)
    .execute()
  const failed = await db
    .selectFrom('tallies')
    .select((q) => q.fn.sum<number | null>('n').as('n'))
    .where('outcome', '=', 'failed')
    .where('quarter_ms', '>', nowMs - DAY_MS)
    .executeTakeFirst()
  return {
    oldestQueuedMs: oldest?.ms == null ? null : Math.max(0, nowMs - oldest.ms),
    liveWorkers: (await liveWorkers(db, nowMs)).length,
    lostRuns: lost.length,
    failedLastDay: failed?.n ?? 0,
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
