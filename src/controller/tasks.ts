import { crashPoint } from '../base/crash-point.ts'
import { OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import { moveCount } from '../engine/counts.ts'
import type { Task } from '../engine/insert-task.ts'
import { entryOf, tallyRun } from '../engine/runs.ts'
import { submitTask, type TaskRequest } from '../engine/submit-task.ts'
import { appendJournal } from '../store/journal.ts'
import type { Db, Tx } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import { ENDED_STATES, stateIs, type TaskState } from '../store/tables/tasks.ts'
import type { House } from './house.ts'
import { readKill } from './kill-switch.ts'
import { ensurePools } from './pools.ts'
import { recordAsk } from './session-turns.ts'
import type { SettleBell } from './settle-bell.ts'
import { waitForTask } from './wait-for-task.ts'
import type { Worker } from './worker.ts'

/** Tasks as commands use them. */
export interface Tasks {
  /**
   * Puts an ask into the queue; acknowledged when it is on disk.
   *
   * @throws OperatorError KILLED, CONFLICT (idempotency key), STORE_UNAVAILABLE.
   */
  submit(request: TaskRequest): Promise<Task>
  /**
   * Waits until a task stands (done, failed, refused, cancelled, parked, unknown) and returns it. Where no resident
   * worker takes it, this process runs it. `signal` cancels the task.
   *
   * @throws OperatorError WAIT_TIMEOUT after `timeoutMs`; the task goes on.
   */
  settled(taskId: number, watch: { signal: AbortSignal; timeoutMs?: number | undefined }): Promise<Task>
  /** @throws OperatorError NOT_FOUND when there is no such task, or it belongs to somebody else. */
  find(taskId: number, caller: Principal): Promise<Task>
  /** Newest first; of one state, or of all. */
  list(caller: Principal, filter: { state?: TaskState | undefined; limit: number }): Promise<Task[]>
  /** @throws OperatorError NOT_FOUND, or CONFLICT when it has already ended. */
  cancel(taskId: number, caller: Principal): Promise<Task>
  /** Queues an ended or unknown task again. @throws OperatorError NOT_FOUND, or CONFLICT when it has not ended badly. */
  retry(taskId: number, caller: Principal): Promise<Task>
}

/** The tasks of a house; `bell` rings when one that runs in this process has been settled. */
export function createTasks(house: House, worker: Worker, bell: SettleBell): Tasks {
  const read = async (taskId: number): Promise<Task> => {
    const [task] = await taskOf((await house.store()).db, { taskId })
    return task ?? thereIsNo(taskId)
  }

  return {
    async submit(request) {
      const store = await house.store()
      await ensurePools(house)
      const nowMs = house.clock.now()
      const task = await store.write((tx) => submitIn(tx, request, nowMs, worker))
      crashPoint('submit.committed')
      if (!worker.runs(task.id)) worker.wake()
      return task
    },
    async settled(taskId, { signal, timeoutMs }) {
      const until = timeoutMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + timeoutMs
      return waitForTask({ house, worker, bell, read: () => read(taskId) }, taskId, { signal, until })
    },
    async find(taskId, caller) {
      return visible((await house.store()).db, taskId, caller)
    },
    async list(caller, { state, limit }) {
      const { db } = await house.store()
      let query = db.selectFrom('tasks').selectAll().orderBy('id', 'desc').limit(limit)
      if (state) query = query.where(stateIs(state))
      if (caller.role !== 'admin') query = query.where('owner', '=', caller.owner)
      return query.execute()
    },
    async cancel(taskId, caller) {
      const store = await house.store()
      return store.write((tx) => cancelIn(tx, taskId, caller, house.clock.now()))
    },
    async retry(taskId, caller) {
      const store = await house.store()
      const task = await store.write((tx) => retryIn(tx, taskId, caller, house.clock.now()))
      worker.wake()
      return task
    },
  }
}

const taskOf = statement((db, given: { taskId: number }) =>
  db.selectFrom('tasks').selectAll().where('id', '=', given.taskId),
)

function thereIsNo(taskId: number): never {
  throw new OperatorError('NOT_FOUND', `There is no task ${taskId}.`, { hint: 'operatoros tasks' })
}

/**
 * Puts an ask into the queue as part of a larger change; the pools must be there. A `worker` of this process begins it in
 * the same transaction where it can.
 *
 * @throws OperatorError as `Tasks.submit`.
 */
export async function submitIn(tx: Tx, request: TaskRequest, nowMs: number, worker?: Worker): Promise<Task> {
  if ((await readKill(tx)).on) {
    throw new OperatorError('KILLED', 'The kill switch is on: no new task is taken.', {
      hint: 'a person may run: kill off',
    })
  }
  const takePlace = worker && ((inner: Tx, pool: string) => worker.takePlace(inner, pool, nowMs))
  const { task, fresh } = await submitTask(tx, request, nowMs, { takePlace })
  if (!fresh) return task
  await recordAsk(tx, task, request.principal)
  await worker?.beginSubmitted(tx, task, nowMs)
  return task
}

async function visible(db: Db, taskId: number, caller: Principal): Promise<Task> {
  const [task] = await taskOf(db, { taskId })
  return task && (task.owner === caller.owner || caller.role === 'admin') ? task : thereIsNo(taskId)
}

/** Queued, parked and unknown tasks end here; a running one is asked to stop, and its worker ends it. */
async function cancelIn(tx: Tx, taskId: number, caller: Principal, nowMs: number): Promise<Task> {
  const task = await visible(tx, taskId, caller)
  if (ENDED_STATES.includes(task.state)) {
    throw new OperatorError('CONFLICT', `Task ${taskId} has already ended (${task.state}).`, {
      hint: `operatoros tasks ${taskId}`,
    })
  }
  const asked = entryOf(task, 'task.cancel-asked', nowMs, { state: task.state })
  await appendJournal(tx, { ...asked, principal: caller.id })
  return task.state === 'running'
    ? updateTask(tx, taskId, { cancel_requested: 1 })
    : endCancelled(tx, task, caller, nowMs)
}

async function endCancelled(tx: Tx, task: Task, caller: Principal, nowMs: number): Promise<Task> {
  await moveCount(tx, task.pool, task.state, 'cancelled')
  await tallyRun(tx, task, { outcome: 'cancelled', costMicro: 0, atMs: nowMs })
  await tx
    .updateTable('approvals')
    .set({ state: 'void' })
    .where('task_id', '=', task.id)
    .where('state', '=', 'pending')
    .execute()
  await appendJournal(tx, { ...entryOf(task, 'task.cancelled', nowMs, { was: task.state }), principal: caller.id })
  return updateTask(tx, task.id, {
    state: 'cancelled',
    finished_ms: nowMs,
    error_code: 'CANCELLED',
    error_message: `Cancelled by ${caller.id}.`,
  })
}

/** States that `retry` may leave. */
const ENDED_BADLY: readonly TaskState[] = ['failed', 'cancelled', 'refused', 'unknown']
/** A retried task may fail as often again as a new one. */
const MORE_ATTEMPTS = 3

async function retryIn(tx: Tx, taskId: number, caller: Principal, nowMs: number): Promise<Task> {
  const task = await visible(tx, taskId, caller)
  if (!ENDED_BADLY.includes(task.state)) {
    throw new OperatorError(
      'CONFLICT',
      `Task ${taskId} is ${task.state}; only a task that failed, was refused, was cancelled or is unknown can be tried again.`,
      { hint: `operatoros tasks ${taskId}` },
    )
  }
  await moveCount(tx, task.pool, task.state, 'queued')
  await appendJournal(tx, { ...entryOf(task, 'task.retried', nowMs, { was: task.state }), principal: caller.id })
  return updateTask(tx, taskId, {
    state: 'queued',
    run_at_ms: nowMs,
    max_attempts: task.attempts + MORE_ATTEMPTS,
    cancel_requested: 0,
    finished_ms: null,
    error_code: null,
    error_message: null,
  })
}

const updateTask = (tx: Tx, taskId: number, values: Partial<Task>): Promise<Task> =>
  tx.updateTable('tasks').set(values).where('id', '=', taskId).returningAll().executeTakeFirstOrThrow()
