import { OperatorError } from '../base/errors.ts'
import { linkSignals, timeoutSignal } from '../base/link-signals.ts'
import type { Task } from '../engine/insert-task.ts'
import { hasLostRuns, recoverRuns } from '../engine/recover-runs.ts'
import { hasRested, openRested } from '../engine/restart-failing.ts'
import type { Store } from '../store/open.ts'
import type { Db } from '../store/schema.ts'
import { ENDED_STATES, type TaskState } from '../store/tables/tasks.ts'
import { liveWorkers } from '../store/tables/workers.ts'
import { WORKER_LEAVES } from './execute-run.ts'
import type { House } from './house.ts'
import { readKill } from './kill-switch.ts'
import type { BellEar, SettleBell } from './settle-bell.ts'
import type { Worker } from './worker.ts'

const STANDS: readonly TaskState[] = [...ENDED_STATES, 'parked', 'unknown']
const POLL_MS = 10
/** A place that this process itself gave back shows in no change of another's. */
const LOOK_ANYWAY_MS = 50
/** How long a resident worker may take to claim before this process helps itself. */
const HEAD_START_MS = 300
const RECOVER_MS = 500

interface Waiting {
  readonly house: House
  readonly worker: Worker
  readonly bell: SettleBell
  readonly read: () => Promise<Task>
}

/** `until` is a time of `performance.now()`; infinite means for ever. */
interface Watch {
  readonly signal: AbortSignal
  readonly until: number
}

/**
 * Waits until a task stands. Puts back what lost workers left, and runs the task here when nobody else takes it.
 *
 * @throws OperatorError WAIT_TIMEOUT, or what `signal` carries.
 */
export async function waitForTask(waiting: Waiting, taskId: number, watch: Watch): Promise<Task> {
  const ear = waiting.bell.listen(taskId)
  try {
    return await watchTask(waiting, taskId, { ...watch, ear })
  } finally {
    ear.close()
  }
}

async function watchTask(
  { house, worker, read }: Waiting,
  taskId: number,
  { signal, until, ear }: Watch & { readonly ear: BellEar },
): Promise<Task> {
  const store = await house.store()
  const startMs = performance.now()
  let recoverAtMs = startMs
  for (;;) {
    const ended = await endedHere(worker, taskId, { signal, until, ear })
    signal.throwIfAborted()
    if (ended) return ended
    const changes = store.changes()
    const task = await read()
    if (STANDS.includes(task.state)) return task
    const nowMs = performance.now()
    if (nowMs >= until) throw timedOut(taskId)
    if (!worker.isResident() && nowMs >= recoverAtMs) {
      recoverAtMs = nowMs + RECOVER_MS
      await recoverLost(store, house.clock.now())
    }
    if (await startHere(task, { house, worker, sinceMs: nowMs - startMs, signal, until })) continue
    await ear.wait(() => signal.aborted || store.changes() !== changes, POLL_MS, LOOK_ANYWAY_MS)
  }
}

/** Waits while this process runs the task, without asking the database; gives it when it stands then. */
async function endedHere(
  worker: Worker,
  taskId: number,
  { signal, until, ear }: Watch & { readonly ear: BellEar },
): Promise<Task | undefined> {
  while (worker.runs(taskId) && !signal.aborted && performance.now() < until)
    await ear.wait(() => signal.aborted, POLL_MS, LOOK_ANYWAY_MS)
  const told = ear.told()
  return told && STANDS.includes(told.state) ? told : undefined
}

interface Start extends Watch {
  readonly house: House
  readonly worker: Worker
  readonly sinceMs: number
}

/** Runs the task in this process when nobody else is there to take it. True when it ran. */
async function startHere(task: Task, { house, worker, sinceMs, signal, until }: Start): Promise<boolean> {
  const { db } = await house.store()
  const nowMs = house.clock.now()
  if (sinceMs < HEAD_START_MS && (worker.isResident() || (await hasResident(db, nowMs)))) return false
  return (await mayStart(db, task, nowMs)) && worker.run(task.id, stopAt(until, signal))
}

/** The waiter is also the worker here: when its time is over it leaves, and the task is back in the queue. */
function stopAt(until: number, signal: AbortSignal): AbortSignal {
  if (until === Number.POSITIVE_INFINITY) return signal
  return linkSignals(signal, timeoutSignal(Math.max(0, until - performance.now()), WORKER_LEAVES))
}

async function recoverLost(store: Store, nowMs: number): Promise<void> {
  if (await hasLostRuns(store.db, nowMs)) await store.write((tx) => recoverRuns(tx, nowMs))
  if (await hasRested(store.db, nowMs)) await store.write((tx) => openRested(tx, nowMs))
}

/**
 * True when the task could be begun now. Only reads: a waiter must not take the write lock again and again.
 *
 * @throws OperatorError KILLED or PAUSED when waiting would be in vain; the task stays in the queue.
 */
async function mayStart(db: Db, task: Task, nowMs: number): Promise<boolean> {
  if (task.state !== 'queued') return false
  if ((await readKill(db)).on) throw inVain('KILLED', task, 'the kill switch is on', 'kill off')
  const pool = await db.selectFrom('pools').select(['size', 'paused']).where('name', '=', task.pool).executeTakeFirst()
  if (pool?.size === 0) throw inVain('PAUSED', task, `the ${task.pool} pool has no agents`, `scale ${task.pool} up`)
  if (pool?.paused === 1) throw inVain('PAUSED', task, `the ${task.pool} pool is paused`, `resume ${task.pool}`)
  const agents = db.selectFrom('slots').select('id').where('pool', '=', task.pool)
  const idle = await agents.where('state', '=', 'idle').executeTakeFirst()
  if (!idle && !(await agents.where('state', '!=', 'quarantined').executeTakeFirst()))
    throw inVain('PAUSED', task, `every agent of the ${task.pool} pool is in quarantine`, `restart ${task.pool}`)
  return idle !== undefined && task.run_at_ms <= nowMs
}

const inVain = (code: 'KILLED' | 'PAUSED', task: Task, why: string, hint: string) =>
  new OperatorError(code, `Task ${task.id} stays in the queue: ${why}.`, { hint, data: { task: task.id } })

const timedOut = (taskId: number) =>
  new OperatorError('WAIT_TIMEOUT', `Task ${taskId} has not ended yet; it goes on.`, {
    hint: `operatoros wait ${taskId}`,
    data: { task: taskId },
  })

/** True when some process is there to take whatever is due. */
const hasResident = async (db: Db, nowMs: number): Promise<boolean> =>
  (await liveWorkers(db, nowMs)).some((worker) => worker.resident)
