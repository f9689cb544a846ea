import { DAY_MS, HOUR_MS } from '../base/units.ts'
import type { Db, Tx } from '../store/schema.ts'
import { ENDED_STATES, stateIs, type TaskState } from '../store/tables/tasks.ts'

/** How many rows were removed, by table. */
export type Removed = Readonly<Record<'attempts' | 'steps' | 'messages' | 'samples' | 'workers' | 'minutes', number>>

/** What one batch removes. `next` is after which message the next batch looks; null when this one takes all there is. */
export interface Old {
  readonly tasks: ReadonlyArray<{ readonly id: number; readonly state: TaskState }>
  readonly messages: readonly number[]
  /** True when some sample, worker or minute is too old: they are few, and go together. */
  readonly others: boolean
  readonly next: number | null
}

/** The oldest time that details of finished tasks are kept from, and where to go on among the messages. */
export interface Horizon {
  readonly nowMs: number
  readonly ageMs: number
  readonly after: number
}

const OPEN: readonly TaskState[] = ['queued', 'running', 'parked', 'unknown']
/** A batch ends after so many tasks or messages, or so many milliseconds: who waits for the lock does not notice. */
const MOST_ROWS = 50
const MOST_MS = 3
/** Uptime is told of 30 days. */
const WORKERS_MS = 31 * DAY_MS
const SAMPLES_MS = 90 * DAY_MS
/** `pools` and `status` look back one hour. */
const MINUTES_MS = 2 * HOUR_MS
/** With more unfinished tasks than this there is better to do, and their sessions are too many to look through. */
const MOST_OPEN = 5_000

/**
 * What can be removed now, at most one batch; reads only. Tasks with their answers, the journal and the ledger stay for
 * ever. So does what an unfinished task needs: its attempts, its steps, what was said in its session.
 */
export async function findOld(db: Db, { nowMs, ageMs, after }: Horizon): Promise<Old> {
  const cutoffMs = nowMs - ageMs
  const tasks = await finishedBefore(db, cutoffMs)
  const { messages, last } = await messagesBefore(db, cutoffMs, after)
  const more = tasks.length === MOST_ROWS || last !== null
  return { tasks, messages, others: await hasOthers(db, nowMs, ageMs), next: more ? (last ?? after) : null }
}

const finishedBefore = (db: Db, cutoffMs: number): Promise<Array<{ id: number; state: TaskState }>> =>
  db
    .selectFrom('attempts')
    .innerJoin('tasks', 'tasks.id', 'attempts.task_id')
    .select(['attempts.task_id as id', 'tasks.state'])
    .where('attempts.ended_ms', '<', cutoffMs)
    .where('tasks.finished_ms', '<', cutoffMs)
    .where('tasks.state', 'in', ENDED_STATES)
    .orderBy('attempts.ended_ms')
    .limit(MOST_ROWS)
    .execute()

/** `last` is the last one looked at where there may be more. Numbers of messages grow with their time. */
async function messagesBefore(db: Db, cutoffMs: number, after: number) {
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'session', 'at_ms'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(MOST_ROWS)
    .execute()
  const old = rows.filter((row) => row.at_ms < cutoffMs)
  if (old.length === 0) return { messages: [], last: null }
  const held = await heldSessions(db)
  const messages = held === null ? [] : old.filter((row) => !held.has(row.session)).map((row) => row.id)
  return { messages, last: old.length === MOST_ROWS && held !== null ? (old.at(-1)?.id ?? null) : null }
}

/** Sessions that an unfinished task belongs to; null when there are too many tasks to look through. */
async function heldSessions(db: Db): Promise<ReadonlySet<string> | null> {
  const counts = await db.selectFrom('counts').select('n').where('state', 'in', OPEN).execute()
  if (counts.reduce((sum, row) => sum + row.n, 0) > MOST_OPEN) return null
  const open = OPEN.map((state) => db.selectFrom('tasks').select('session').where(stateIs(state)).execute())
  return new Set((await Promise.all(open)).flat().map((row) => row.session))
}

async function hasOthers(db: Db, nowMs: number, ageMs: number): Promise<boolean> {
  const { samplesMs, workersMs, minutesMs } = oldestKept(nowMs, ageMs)
  const found = await Promise.all([
    db.selectFrom('samples').select('at_ms').where('at_ms', '<', samplesMs).executeTakeFirst(),
    db.selectFrom('workers').select('id').where('beat_ms', '<', workersMs).executeTakeFirst(),
    db.selectFrom('minutes').select('pool').where('minute_ms', '<', minutesMs).executeTakeFirst(),
  ])
  return found.some((row) => row !== undefined)
}

/** Samples, workers and minutes from before these times go. */
const oldestKept = (nowMs: number, ageMs: number) => ({
  samplesMs: nowMs - SAMPLES_MS,
  workersMs: nowMs - Math.max(ageMs, WORKERS_MS),
  minutesMs: nowMs - MINUTES_MS,
})

/** What came of a batch. `whole` is false when its time was over before all of it was removed. */
export interface Batch {
  readonly removed: Removed
  readonly whole: boolean
}

/** Removes a batch, a few milliseconds of it at most; what it does not come to is found again. */
export async function removeOld(tx: Tx, { tasks, messages, others }: Old, horizon: Horizon): Promise<Batch> {
  const startMs = performance.now()
  const isOver = (): boolean => performance.now() - startMs > MOST_MS
  const sums = { attempts: 0, steps: 0, messages: 0, samples: 0, workers: 0, minutes: 0 }
  for (const task of tasks) {
    if (isOver()) return { removed: sums, whole: false }
    sums.steps += await removeSteps(tx, task)
    sums.attempts += await countOf(tx.deleteFrom('attempts').where('task_id', '=', task.id))
  }
  for (const id of messages) {
    if (isOver()) return { removed: sums, whole: false }
    sums.messages += await countOf(tx.deleteFrom('messages').where('id', '=', id))
  }
  return { removed: { ...sums, ...(others ? await removeOthers(tx, horizon) : {}) }, whole: true }
}

/** Any task that is not done can be retried, and must then not repeat a side effect that is recorded. */
function removeSteps(tx: Tx, { id, state }: Old['tasks'][number]): Promise<number> {
  const all = tx.deleteFrom('steps').where('task_id', '=', id)
  return countOf(state === 'done' ? all : all.where('effect', '=', 'read'))
}

async function removeOthers(tx: Tx, { nowMs, ageMs }: Horizon) {
  const { samplesMs, workersMs, minutesMs } = oldestKept(nowMs, ageMs)
  return {
    samples: await countOf(tx.deleteFrom('samples').where('at_ms', '<', samplesMs)),
    workers: await countOf(tx.deleteFrom('workers').where('beat_ms', '<', workersMs)),
    minutes: await countOf(tx.deleteFrom('minutes').where('minute_ms', '<', minutesMs)),
  }
}

const countOf = async (removal: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }): Promise<number> =>
  Number((await removal.executeTakeFirst()).numDeletedRows)
