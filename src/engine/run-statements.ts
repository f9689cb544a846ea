import { statement } from '../store/statement.ts'
import type { AttemptRow } from '../store/tables/attempts.ts'
import { stateIs } from '../store/tables/tasks.ts'
import type { Task } from './insert-task.ts'

/** Queued → running, with the next attempt and epoch; gives the task. */
export const startTask = statement(
  (db, given: { taskId: number; workerId: string; slotId: number; nowMs: number; leaseUntilMs: number }) =>
    db
      .updateTable('tasks')
      .set((q) => ({
        state: 'running',
        attempts: q('attempts', '+', 1),
        epoch: q('epoch', '+', 1),
        worker_id: given.workerId,
        slot_id: given.slotId,
        lease_until_ms: given.leaseUntilMs,
        started_ms: given.nowMs,
      }))
      .where('id', '=', given.taskId)
      .returningAll(),
)

/** A run has begun. */
export const insertAttempt = statement((db, given: Omit<AttemptRow, 'ended_ms' | 'outcome' | 'error_code'>) =>
  db.insertInto('attempts').values({
    task_id: given.task_id,
    attempt: given.attempt,
    epoch: given.epoch,
    worker_id: given.worker_id,
    pool: given.pool,
    slot_id: given.slot_id,
    started_ms: given.started_ms,
    ended_ms: null,
    outcome: null,
    error_code: null,
  }),
)

/** What settling changes of a task. */
export type SettledColumns = Pick<
  Task,
  'state' | 'answer' | 'answered_by' | 'error_code' | 'error_message' | 'run_at_ms' | 'finished_ms'
>

/** A task that nobody runs. */
export const NOT_HELD = { worker_id: null, slot_id: null, lease_until_ms: null }

/** Running → what it ended as, while the run still holds the task; gives what else it holds, or nothing when it does not. */
export const settleTask = statement(
  (db, given: SettledColumns & { taskId: number; epoch: number; costMicro: number }) =>
    db
      .updateTable('tasks')
      .set((q) => ({
        state: given.state,
        answer: given.answer,
        answered_by: given.answered_by,
        error_code: given.error_code,
        error_message: given.error_message,
        run_at_ms: given.run_at_ms,
        finished_ms: given.finished_ms,
        cost_micro: q('cost_micro', '+', given.costMicro),
        ...NOT_HELD,
      }))
      .where('id', '=', given.taskId)
      .where(stateIs('running'))
      .where('epoch', '=', given.epoch)
      .returning(['cost_micro', 'cancel_requested']),
)

/** A run has ended. */
export const endAttempt = statement(
  (
    db,
    given: {
      taskId: number
      attempt: number
      endedMs: number
      outcome: NonNullable<AttemptRow['outcome']>
      errorCode: string | null
    },
  ) =>
    db
      .updateTable('attempts')
      .set({ ended_ms: given.endedMs, outcome: given.outcome, error_code: given.errorCode })
      .where('task_id', '=', given.taskId)
      .where('attempt', '=', given.attempt),
)
