import type { AliasedExpression } from 'kysely'
import { MINUTE_MS, SECOND_MS } from '../base/units.ts'
import type { Db } from '../store/schema.ts'
import type { Measured } from './pool-need.ts'

/** Arrivals, ended and troubled runs are counted over the last minute. */
export const ARRIVALS_MS = MINUTE_MS
/** The time of a run is the mean of those that ended in the last five minutes. */
export const SERVICE_MS = 5 * MINUTE_MS

/** Of the runs the newest are looked at. */
const MOST_RUNS = 500
/** Counts end here: what is more is told as this many, which is enough to ask for every agent there may be. */
const MOST_WAITING = 10_000
const MOST_COUNTED = 100_000

/** Reads how a pool does from indexed rows of the last minutes. @throws when the pool has no row. */
export async function measurePool(db: Db, pool: string, nowMs: number): Promise<Measured> {
  const { size } = await db.selectFrom('pools').select('size').where('name', '=', pool).executeTakeFirstOrThrow()
  const { busy } = await db
    .selectFrom('slots')
    .select((q) => q.fn.countAll<number>().as('busy'))
    .where('pool', '=', pool)
    .where('state', 'in', ['busy', 'draining'])
    .executeTakeFirstOrThrow()
  const { backShare, ...runs } = runsOf(await readRuns(db, pool, nowMs), nowMs)
  const came = (await countArrivals(db, pool, nowMs)) + backShare * (await countEnded(db, pool, nowMs))
  const arrivalsPerS = (came / ARRIVALS_MS) * SECOND_MS
  const troubled = await readTroubled(db, pool, nowMs)
  return { size, busy, ...(await readWaiting(db, pool, nowMs)), arrivalsPerS, ...runs, troubled }
}

async function readWaiting(db: Db, pool: string, nowMs: number) {
  const waiting = db
    .selectFrom('tasks')
    .select('run_at_ms')
    .where('state', '=', 'queued')
    .where('pool', '=', pool)
    .where('run_at_ms', '<=', nowMs)
    .limit(MOST_WAITING)
  const { queued, firstMs } = await db
    .selectFrom(waiting.as('waiting'))
    .select((q) => [q.fn.countAll<number>().as('queued'), q.fn.min<number | null>('run_at_ms').as('firstMs')])
    .executeTakeFirstOrThrow()
  return { queued, oldestWaitMs: firstMs === null ? null : nowMs - firstMs }
}

/** Tasks that were submitted in the last minute. */
async function countArrivals(db: Db, pool: string, nowMs: number): Promise<number> {
  const came = db
    .selectFrom('tasks')
    .select('created_ms')
    .where('pool', '=', pool)
    .where('created_ms', '>', nowMs - ARRIVALS_MS)
    .limit(MOST_COUNTED)
  return countOf(db, came.as('counted'))
}

/** Runs that ended in the last minute. */
async function countEnded(db: Db, pool: string, nowMs: number): Promise<number> {
  const ended = db
    .selectFrom('attempts')
    .select('started_ms')
    .where('ended_ms', '>', nowMs - ARRIVALS_MS)
    .where('pool', '=', pool)
    .limit(MOST_COUNTED)
  return countOf(db, ended.as('counted'))
}

async function countOf(db: Db, rows: AliasedExpression<unknown, 'counted'>): Promise<number> {
  const { n } = await db
    .selectFrom(rows)
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

const readRuns = (db: Db, pool: string, nowMs: number) =>
  db
    .selectFrom('attempts')
    .select(['started_ms', 'ended_ms', 'outcome'])
    .where('ended_ms', '>', nowMs - SERVICE_MS)
    .where('pool', '=', pool)
    .orderBy('ended_ms', 'desc')
    .limit(MOST_RUNS)
    .execute()

type Ended = Awaited<ReturnType<typeof readRuns>>

/**
 * `backShare` is the share of the last minute's runs that put their task back for another try. A run whose worker was
 * lost says nothing about its length.
 */
function runsOf(rows: Ended, nowMs: number) {
  const whole = rows.filter(({ outcome }) => outcome !== 'lost' && outcome !== 'fenced')
  const busyMs = whole.reduce((sum, { started_ms, ended_ms }) => sum + (ended_ms ?? started_ms) - started_ms, 0)
  const last = rows.filter(({ ended_ms }) => (ended_ms ?? 0) > nowMs - ARRIVALS_MS)
  const back = last.filter(({ outcome }) => outcome === 'requeued' || outcome === 'lost').length
  return {
    serviceMs: whole.length === 0 ? null : busyMs / whole.length,
    runs: whole.length,
    ended: last.length,
    backShare: last.length === 0 ? 0 : back / last.length,
  }
}

const TROUBLE = ['RATE_LIMITED', 'PROVIDER_FAILED']

/**
 * Runs of the last minute to which no model could answer: they failed for it, or the handbook answered instead. One that
 * a second provider answered is none of them.
 */
async function readTroubled(db: Db, pool: string, nowMs: number): Promise<number> {
  const last = db
    .selectFrom('attempts')
    .select(['task_id', 'attempt', 'error_code'])
    .where('ended_ms', '>', nowMs - ARRIVALS_MS)
    .where('pool', '=', pool)
    .orderBy('ended_ms', 'desc')
    .limit(MOST_RUNS)
  const { n } = await db
    .selectFrom(last.as('run'))
    .select((q) => q.fn.countAll<number>().as('n'))
    .where((q) => {
      const calls = q
        .selectFrom('steps')
        .select('steps.seq')
        .whereRef('steps.task_id', '=', 'run.task_id')
        .whereRef('steps.attempt', '=', 'run.attempt')
        .where('steps.name', '=', 'model')
      const refused = calls.where('steps.state', '=', 'failed').where('steps.error_code', 'in', TROUBLE)
      const answered = calls.where('steps.state', '=', 'done')
      return q.or([q('run.error_code', 'in', TROUBLE), q.and([q.exists(refused), q.not(q.exists(answered))])])
    })
    .executeTakeFirstOrThrow()
  return n
}
