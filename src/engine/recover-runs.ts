import { crashPoint } from '../base/crash-point.ts'
import { isProcessAlive, thisProcess } from '../base/host.ts'
import { MINUTE_MS } from '../base/units.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import { stateIs } from '../store/tables/tasks.ts'
import { moveCount } from './counts.ts'
import type { Task } from './insert-task.ts'
import { hasOpenWrite } from './open-write.ts'
import { entryOf, tallyRun } from './runs.ts'
import { freeSlot } from './slots.ts'

/** How a task went on after its worker was lost. */
export interface Recovered {
  readonly taskId: number
  readonly state: 'queued' | 'failed' | 'cancelled' | 'unknown'
}

/** True when some task runs, wherever. */
export const hasRuns = async (db: Db): Promise<boolean> => (await anyRun(db, {})).length > 0

const anyRun = statement((db) => db.selectFrom('tasks').select('id').where(stateIs('running')).limit(1))

/** True when some running task belongs to a worker that is gone. One small read, so that it can be asked often. */
export async function hasLostRuns(db: Db, nowMs: number): Promise<boolean> {
  return (await holders(db, {})).some((holder) => isLost(holder, nowMs))
}

/** Whoever runs tasks now, with the end of the lease that runs out first. */
const holders = statement((db, _: object) =>
  db
    .selectFrom('tasks')
    .leftJoin('workers', 'workers.id', 'tasks.worker_id')
    .select(['workers.host', 'workers.pid', 'workers.born', 'workers.ended_ms'])
    .select((q) => q.fn.min('tasks.lease_until_ms').as('lease_until_ms'))
    .where(stateIs('running'))
    .groupBy('tasks.worker_id'),
)

interface Holder {
  readonly host: string | null
  readonly pid: number | null
  readonly born: number | null
  readonly ended_ms: number | null
  readonly lease_until_ms: number | null
}

const isLost = ({ host, pid, born, ended_ms, lease_until_ms }: Holder, nowMs: number): boolean =>
  ended_ms !== null ||
  (lease_until_ms ?? 0) < nowMs ||
  (host === thisProcess.host && pid !== null && !isProcessAlive(pid, born))

/**
 * Takes back every task whose worker is gone: its process ended (seen at once on the same host) or its lease ran out.
 * A task with a side effect that was begun and not recorded becomes `unknown`; one that was asked to stop is cancelled;
 * one that lost ten workers fails; others queue.
 * Two recoverers at once are safe: the second finds nothing.
 */
export async function recoverRuns(tx: Tx, nowMs: number): Promise<Recovered[]> {
  const recovered: Recovered[] = []
  for (const task of await findLost(tx, nowMs)) {
    recovered.push(await recoverTask(tx, task, nowMs))
    crashPoint('recover.half')
  }
  return recovered
}

async function findLost(db: Db, nowMs: number): Promise<Task[]> {
  const running = await db
    .selectFrom('tasks')
    .leftJoin('workers', 'workers.id', 'tasks.worker_id')
    .selectAll('tasks')
    .select(['workers.host', 'workers.pid', 'workers.born', 'workers.ended_ms'])
    .where(stateIs('running'))
    .execute()
  return running.filter((task) => isLost(task, nowMs))
}

async function recoverTask(tx: Tx, task: Task, nowMs: number): Promise<Recovered> {
  const losses = await countLosses(tx, task)
  const state = await stateAfterLoss(tx, task, losses)
  const ended = state === 'failed' || state === 'cancelled'
  const failure = state === 'queued' ? {} : { error_code: CODE[state], error_message: SENTENCE[state] }
  await tx
    .updateTable('tasks')
    .set({
      state,
      worker_id: null,
      slot_id: null,
      lease_until_ms: null,
      // The death of a worker is not the task's failure: it costs none of its attempts.
      max_attempts: task.max_attempts + 1,
      run_at_ms: nowMs + restAfter(losses),
      finished_ms: ended ? nowMs : null,
      ...failure,
    })
    .where('id', '=', task.id)
    .execute()
  await tx
    .updateTable('attempts')
    .set({ ended_ms: nowMs, outcome: 'lost' })
    .where('task_id', '=', task.id)
    .where('attempt', '=', task.attempts)
    .execute()
  if (task.slot_id !== null) await freeSlot(tx, task.slot_id, 'lost', nowMs)
  await moveCount(tx, task.pool, 'running', state)
  if (ended) await tallyRun(tx, task, { outcome: state, costMicro: 0, atMs: nowMs })
  await appendJournal(
    tx,
    entryOf(task, 'task.recovered', nowMs, { attempt: task.attempts, worker: task.worker_id, now: state }),
  )
  return { taskId: task.id, state }
}

const CODE = { failed: 'TASK_FAILED', cancelled: 'CANCELLED', unknown: 'TASK_FAILED' }
const SENTENCE = {
  cancelled: 'It was asked to stop, and its worker was lost.',
  failed: 'Its worker was lost too many times.',
  unknown: 'Its worker was lost in the middle of a side effect; nobody knows whether it happened.',
}

async function stateAfterLoss(tx: Tx, task: Task, losses: number): Promise<Recovered['state']> {
  if (await hasOpenWrite(tx, task.id)) return 'unknown'
  if (task.cancel_requested === 1) return 'cancelled'
  return losses >= MOST_LOSSES ? 'failed' : 'queued'
}

/** A task that took so many workers with it is more likely their death than their victim. */
const MOST_LOSSES = 10
const MOST_REST_MS = MINUTE_MS

/**
 * Milliseconds before a lost task is offered again: none after its first two losses, then 0.5 s and twice as long each
 * time. A fleet whose processes die often does not lose the same tasks at its head again and again until they fail.
 */
const restAfter = (losses: number): number => (losses < 3 ? 0 : Math.min(MOST_REST_MS, 500 * 2 ** (losses - 3)))

/** How many workers the task has lost, this one included. */
async function countLosses(tx: Tx, task: Task): Promise<number> {
  const lost = await tx
    .selectFrom('attempts')
    .select('attempt')
    .where('task_id', '=', task.id)
    .where('outcome', '=', 'lost')
    .execute()
  return lost.length + 1
}
