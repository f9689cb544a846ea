import type { Clock } from '../base/clock.ts'
import type { Store } from '../store/open.ts'
import type { Db } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import { stateIs } from '../store/tables/tasks.ts'
import { watchWrites } from '../store/watch-writes.ts'
import type { Delivery, Dispatcher } from './dispatcher.ts'

const LOOK_ANYWAY_MS = 1_000
const BATCH = 64

/**
 * The dispatcher over the SQLite file that the core uses. It looks when it is woken in this process, when another
 * process has written, and once a second for delays that ran out. A look that fails (a full disk, a lock held too long) is
 * told to `onError` and made again a second later.
 */
export function embeddedDispatcher(store: Store, clock: Clock, onError: (thrown: unknown) => void): Dispatcher {
  const inFlight = new Map<number, Promise<unknown>>()
  let run: ((delivery: Delivery) => Promise<boolean>) | undefined
  let timer: NodeJS.Timeout | undefined
  let stopWatching: (() => void) | undefined
  let looking: Promise<void> | undefined
  let again = false
  /** Whether something waited at the last look: only then may a place that is given back be of use to it. */
  let waits = false

  async function look(): Promise<void> {
    waits = await hasQueued(store.db)
    if (!waits) return
    const due = await findDue(store.db, clock.now())
    for (const delivery of due) if (run && !inFlight.has(delivery.taskId)) follow(delivery.taskId, run(delivery))
  }

  /** What was not taken waits for the next look: to offer it again at once would never let anything else happen. */
  function follow(taskId: number, taken: Promise<boolean>): void {
    const leave = (): void => {
      // Where its begin was lost, its number may be another task's by now.
      if (inFlight.get(taskId) === done) inFlight.delete(taskId)
    }
    const done = taken.finally(leave).then((ran) => ran && waits && wake(), onError)
    inFlight.set(taskId, done)
  }

  /** One look at a time; a wake during a look asks for another one after it. */
  function wake(): void {
    if (!run) return
    if (looking !== undefined) {
      again = true
      return
    }
    looking = look()
      .catch(onError)
      .finally(() => {
        looking = undefined
        if (!again) return
        again = false
        wake()
      })
  }

  return {
    start(begin) {
      run = begin
      timer = setInterval(wake, LOOK_ANYWAY_MS).unref()
      stopWatching = watchWrites(store, wake)
      wake()
    },
    wake,
    adopt(taskId, begun) {
      const ran = begun.then(() => true)
      follow(taskId, ran)
    },
    async stop(graceMs) {
      run = undefined
      clearInterval(timer)
      stopWatching?.()
      await looking
      if (inFlight.size === 0) return true
      const ended = Promise.all(inFlight.values()).then(() => true)
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, graceMs, false).unref())
      return Promise.race([ended, late])
    },
  }
}

/** Queued tasks whose time has come, of each pool that is not paused as many as it has free places, in their turn. */
export async function findDue(db: Db, nowMs: number): Promise<Delivery[]> {
  const due: Delivery[] = []
  for (const { pool, n } of await freePlaces(db, {}))
    due.push(...(await nextOf(db, { pool, limit: Math.min(n, BATCH), nowMs })))
  return due
}

/** Cheaper than to look for free places, and mostly nothing waits. */
const hasQueued = async (db: Db): Promise<boolean> => (await anyQueued(db, {})).length > 0

const anyQueued = statement((db) =>
  db.selectFrom('counts').select('n').where('state', '=', 'queued').where('n', '>', 0).limit(1),
)

const freePlaces = statement((db) =>
  db
    .selectFrom('slots')
    .innerJoin('pools', 'pools.name', 'slots.pool')
    .innerJoin('counts', 'counts.pool', 'slots.pool')
    .select((q) => ['slots.pool', q.fn.countAll<number>().as('n')])
    .where('counts.state', '=', 'queued')
    .where('counts.n', '>', 0)
    .where('slots.state', '=', 'idle')
    .where('pools.paused', '=', 0)
    .groupBy('slots.pool'),
)

const nextOf = statement((db, given: { pool: string; limit: number; nowMs: number }) =>
  db
    .selectFrom('tasks')
    .select(['id as taskId', 'pool'])
    .where(stateIs('queued'))
    .where('pool', '=', given.pool)
    .where('run_at_ms', '<=', given.nowMs)
    .orderBy('turn')
    .orderBy('id')
    .limit(given.limit),
)
