import { DAY_MS, HOUR_MS, MINUTE_MS, QUARTER_MS } from '../base/units.ts'
import type { Db, Tx } from '../store/schema.ts'
import type { SampleRow } from '../store/tables/samples.ts'
import type { TallyRow } from '../store/tables/tallies.ts'
import type { Vitals } from './health.ts'
import type { House } from './house.ts'
import { memoryShare } from './judge-vitals.ts'

/** How often a sample is taken. */
export const SAMPLE_MS = 10_000

/** How wide the samples are, and for how long each is kept. */
const SPANS = [
  { spanMs: SAMPLE_MS, keptMs: 2 * HOUR_MS },
  { spanMs: MINUTE_MS, keptMs: DAY_MS },
  { spanMs: HOUR_MS, keptMs: 90 * DAY_MS },
] as const

/** A minute of the last hour. `queued` and `busy` are the highest seen; null before the first sample. */
export interface SampledMinute {
  readonly atMs: number
  readonly done: number
  readonly failed: number
  readonly queued: number | null
  readonly busy: number | null
}

/** What was sampled, as commands use it. */
export interface Samples {
  /** Sixty minutes, oldest first; null when nothing was sampled in them: no resident worker, or nothing happened. */
  lastHour(): Promise<SampledMinute[] | null>
}

/** The samples of a house, as resident workers took them. */
export function createSamples(house: House): Samples {
  return { lastHour: async () => readLastHour((await house.store()).db, house.clock.now()) }
}

async function readLastHour(db: Db, nowMs: number): Promise<SampledMinute[] | null> {
  const last = nowMs - (nowMs % MINUTE_MS)
  const first = last - 59 * MINUTE_MS
  const rows = await db
    .selectFrom('samples')
    .select(['at_ms', 'done', 'failed', 'queued', 'busy'])
    .where('span_ms', '=', SAMPLE_MS)
    .orderBy('at_ms')
    .execute()
  if (!rows.some((row) => row.at_ms >= first)) return null
  let depths: Depths | undefined = rows.findLast((row) => row.at_ms < first)
  return Array.from({ length: 60 }, (_, i) => first + i * MINUTE_MS).map((atMs) => {
    const own = rows.filter((row) => row.at_ms >= atMs && row.at_ms < atMs + MINUTE_MS)
    // What the minute began with was there until its first sample.
    const seen: Depths[] = depths ? [depths, ...own] : own
    depths = own.at(-1) ?? depths
    return {
      ...{ atMs, done: sumOf(own, 'done'), failed: sumOf(own, 'failed') },
      ...{ queued: highestOf(seen, 'queued'), busy: highestOf(seen, 'busy') },
    }
  })
}

type Depths = Pick<SampleRow, 'queued' | 'busy'>

const sumOf = <Name extends 'done' | 'failed'>(rows: ReadonlyArray<Record<Name, number>>, name: Name): number =>
  rows.reduce((sum, row) => sum + row[name], 0)

const highestOf = (seen: readonly Depths[], name: keyof Depths): number | null =>
  seen.length === 0 ? null : Math.max(...seen.map((one) => one[name]))

/** What a look sees of the work. */
interface Work {
  readonly queued: number
  readonly busy: number
  readonly done: number
  readonly failed: number
  readonly waitMs: number
}

/** Takes a sample every ten seconds; returns how long the write took, or null when nothing had changed and none was made. */
export type Sampler = (vitals: Omit<Vitals, 'storeWriteMs'>) => Promise<number | null>

/** A sampler with its own memory of the look before; the first look only counts what stands. */
export function createSampler(house: House): Sampler {
  let before: { atMs: number; tallies: Tally[]; queued: number; busy: number } | undefined
  return async (vitals) => {
    const store = await house.store()
    const nowMs = house.clock.now()
    const depths = await readDepths(store.db)
    const tallies = await readTallies(store.db, before?.atMs ?? nowMs)
    const ended = before ? endedSince(before.tallies, tallies) : { done: 0, failed: 0, waitMs: 0 }
    const changed = depths.queued !== (before?.queued ?? 0) || depths.busy !== (before?.busy ?? 0)
    before = { atMs: nowMs, tallies, ...depths }
    if (!changed && ended.done + ended.failed === 0) return null
    const startMs = performance.now()
    await store.write((tx) => keepSample(tx, { ...depths, ...ended }, vitals, nowMs))
    return performance.now() - startMs
  }
}

async function readDepths(db: Db): Promise<Pick<Work, 'queued' | 'busy'>> {
  const waiting = await db.selectFrom('counts').select('n').where('state', '=', 'queued').execute()
  const busy = await db.selectFrom('slots').select('id').where('task_id', 'is not', null).execute()
  return { queued: waiting.reduce((sum, row) => sum + row.n, 0), busy: busy.length }
}

type Tally = Pick<TallyRow, 'quarter_ms' | 'pool' | 'outcome' | 'n' | 'wait_ms'>

const readTallies = (db: Db, sinceMs: number): Promise<Tally[]> =>
  db
    .selectFrom('tallies')
    .select(['quarter_ms', 'pool', 'outcome', 'n', 'wait_ms'])
    .where('quarter_ms', '>', sinceMs - QUARTER_MS)
    .where('outcome', 'in', ['done', 'failed'])
    .execute()

/** The sums only grow: what ended since is how much they have grown. */
function endedSince(before: readonly Tally[], now: readonly Tally[]): Pick<Work, 'done' | 'failed' | 'waitMs'> {
  const keyOf = ({ quarter_ms, pool, outcome }: Tally) => `${quarter_ms} ${pool} ${outcome}`
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const grown = now.map((row) => ({
    outcome: row.outcome,
    n: row.n - (old.get(keyOf(row))?.n ?? 0),
    waitMs: row.wait_ms - (old.get(keyOf(row))?.wait_ms ?? 0),
  }))
  const sum = (outcome: string, of: 'n' | 'waitMs') =>
    grown.filter((row) => row.outcome === outcome).reduce((total, row) => total + row[of], 0)
  return { done: sum('done', 'n'), failed: sum('failed', 'n'), waitMs: sum('done', 'waitMs') }
}

/** Adds a look to its ten seconds, its minute and its hour, and removes what has been kept long enough. */
async function keepSample(tx: Tx, work: Work, vitals: Omit<Vitals, 'storeWriteMs'>, nowMs: number): Promise<void> {
  const { cpuLoad, eventLoopLagMs } = vitals
  for (const { spanMs, keptMs } of SPANS) {
    await addSample(tx, {
      ...{ span_ms: spanMs, at_ms: nowMs - (nowMs % spanMs) },
      ...{ queued: work.queued, busy: work.busy, done: work.done, failed: work.failed, wait_ms: work.waitMs },
      ...{ cpu: cpuLoad, memory: memoryShare(vitals), lag_ms: eventLoopLagMs },
    })
    await tx
      .deleteFrom('samples')
      .where('span_ms', '=', spanMs)
      .where('at_ms', '<', nowMs - keptMs)
      .execute()
  }
}

const SUMMED = ['done', 'failed', 'wait_ms'] as const
const HIGHEST = ['queued', 'busy', 'cpu', 'memory', 'lag_ms'] as const

const addSample = (tx: Tx, sample: SampleRow) =>
  tx
    .insertInto('samples')
    .values(sample)
    .onConflict((conflict) =>
      conflict.columns(['span_ms', 'at_ms']).doUpdateSet((q) => ({
        ...Object.fromEntries(
          SUMMED.map((name) => [name, q(q.ref(`samples.${name}`), '+', q.ref(`excluded.${name}`))]),
        ),
        ...Object.fromEntries(
          HIGHEST.map((name) => [
            name,
            q
              .case()
              .when(`samples.${name}`, '>', q.ref(`excluded.${name}`))
              .then(q.ref(`samples.${name}`))
              .else(q.fn.coalesce(q.ref(`excluded.${name}`), q.ref(`samples.${name}`)))
              .end(),
          ]),
        ),
      })),
    )
    .execute()
