import type { OperatorError } from '../base/errors.ts'
import { appendJournal } from '../store/journal.ts'
import { type Payer, type Spend, settleLedger } from '../store/ledger.ts'
import type { Tx } from '../store/schema.ts'
import type { TaskState } from '../store/tables/tasks.ts'
import { type Finished, moveCount, tallyFinished } from './counts.ts'
import { freeSlot, takeSlot } from './slots.ts'
import type { Task } from './submit-task.ts'

export const LEASE_MS = 10_000

/**
 * The right to work on a task: every later write of the run carries `epoch`, and is refused once another run has begun.
 */
export interface Run {
  readonly task: Task
  readonly attempt: number
  readonly epoch: number
  readonly slotId: number
  readonly workerId: string
}

/**
 * Begins a run: queued → running, with a place in the pool. Undefined when somebody else has the task, the pool is
 * full or paused, or its time has not come. The caller asks the kill switch, in the same transaction.
 */
export async function beginRun(tx: Tx, taskId: number, workerId: string, nowMs: number): Promise<Run | undefined> {
  const waiting = await tx
    .selectFrom('tasks')
    .innerJoin('pools', 'pools.name', 'tasks.pool')
    .select(['tasks.id', 'tasks.pool'])
    .where('tasks.id', '=', taskId)
    .where('tasks.state', '=', 'queued')
    .where('tasks.run_at_ms', '<=', nowMs)
    .where('pools.paused', '=', 0)
    .executeTakeFirst()
  if (!waiting) return undefined
  const slot = await takeSlot(tx, waiting, workerId, nowMs)
  if (!slot) return undefined
  const task = await tx
    .updateTable('tasks')
    .set((q) => ({
      state: 'running',
      attempts: q('attempts', '+', 1),
      epoch: q('epoch', '+', 1),
      worker_id: workerId,
      slot_id: slot.id,
      lease_until_ms: nowMs + LEASE_MS,
      started_ms: nowMs,
    }))
    .where('id', '=', taskId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const run = { task, attempt: task.attempts, epoch: task.epoch, slotId: slot.id, workerId }
  await recordBegin(tx, run, nowMs)
  return run
}

async function recordBegin(tx: Tx, { task, attempt, epoch, slotId, workerId }: Run, nowMs: number): Promise<void> {
  await tx
    .insertInto('attempts')
    .values({
      task_id: task.id,
      attempt,
      epoch,
      worker_id: workerId,
      pool: task.pool,
      slot_id: slotId,
      started_ms: nowMs,
      ended_ms: null,
      outcome: null,
      error_code: null,
    })
    .execute()
  await moveCount(tx, task.pool, 'queued', 'running')
  await appendJournal(tx, entryOf(task, 'task.started', nowMs, { attempt, slot: slotId, worker: workerId }))
}

/** How a run ended. `queued` means: again, not before `runAtMs`. */
export type Ending =
  | { readonly state: 'done'; readonly answer: string; readonly answeredBy: string; readonly spends: readonly Spend[] }
  | {
      readonly state: 'queued'
      readonly runAtMs: number
      readonly error: OperatorError
      readonly spends: readonly Spend[]
    }
  | {
      readonly state: 'parked'
      readonly gate: string
      readonly digest: string
      readonly question: string
      readonly spends: readonly Spend[]
    }
  | {
      readonly state: 'failed' | 'refused' | 'cancelled' | 'unknown'
      readonly error: OperatorError
      readonly spends: readonly Spend[]
    }

/**
 * Ends a run: task, attempt, place, ledger, counters and journal, in this one transaction.
 * False when the run had lost its lease; then its result is thrown away and only that is written down.
 */
export async function settleRun(tx: Tx, run: Run, ending: Ending, nowMs: number): Promise<boolean> {
  const { task, epoch } = run
  const held = await tx
    .updateTable('tasks')
    .set({ ...columnsOf(ending, nowMs), worker_id: null, slot_id: null, lease_until_ms: null })
    .where('id', '=', task.id)
    .where('state', '=', 'running')
    .where('epoch', '=', epoch)
    .returningAll()
    .executeTakeFirst()
  if (!held) return recordFenced(tx, run, nowMs)
  const costMicro = await settleLedger(tx, payerOf(run), ending.spends, nowMs)
  await tx
    .updateTable('tasks')
    .set((q) => ({ cost_micro: q('cost_micro', '+', costMicro) }))
    .where('id', '=', task.id)
    .execute()
  await endAttempt(tx, run, ending, nowMs)
  await freeSlot(tx, run.slotId, endedBadly(ending) ? 'bad' : 'good', nowMs)
  await moveCount(tx, task.pool, 'running', ending.state)
  if (isFinal(ending.state)) await tallyRun(tx, task, { outcome: ending.state, costMicro, atMs: nowMs })
  if (ending.state === 'parked') await requestApproval(tx, task, ending, nowMs)
  await appendJournal(tx, entryOf(task, `task.${ending.state}`, nowMs, factsOf(run, ending, costMicro)))
  return true
}

/** Whether the agent counts as failed. One whose worker left (PAUSED) did nothing wrong. */
const endedBadly = (ending: Ending): boolean =>
  ending.state === 'failed' || (ending.state === 'queued' && ending.error.code !== 'PAUSED')

/** The run as the ledger knows it. */
export const payerOf = ({ task, attempt }: Run): Payer => ({ ...task, attempt })

const isFinal = (state: TaskState): boolean => !['queued', 'running', 'parked', 'unknown'].includes(state)

function columnsOf(ending: Ending, nowMs: number) {
  const { state } = ending
  switch (state) {
    case 'done':
      return {
        state,
        answer: ending.answer,
        answered_by: ending.answeredBy,
        finished_ms: nowMs,
        error_code: null,
        error_message: null,
      }
    case 'queued':
      return { state, run_at_ms: ending.runAtMs, error_code: ending.error.code, error_message: ending.error.message }
    case 'parked':
      return { state }
    default:
      return {
        state,
        error_code: ending.error.code,
        error_message: ending.error.message,
        finished_ms: isFinal(state) ? nowMs : null,
      }
  }
}

const endAttempt = (tx: Tx, { task, attempt }: Run, ending: Ending, nowMs: number) =>
  tx
    .updateTable('attempts')
    .set({
      ended_ms: nowMs,
      outcome: ending.state === 'queued' ? 'requeued' : ending.state,
      error_code: 'error' in ending ? ending.error.code : null,
    })
    .where('task_id', '=', task.id)
    .where('attempt', '=', attempt)
    .execute()

/** Counts a run's task as finished. */
export const tallyRun = (tx: Tx, task: Task, end: Pick<Finished, 'outcome' | 'costMicro' | 'atMs'>) =>
  tallyFinished(tx, {
    ...end,
    pool: task.pool,
    waitMs: (task.started_ms ?? end.atMs) - task.created_ms,
    totalMs: end.atMs - task.created_ms,
  })

const requestApproval = (
  tx: Tx,
  task: Task,
  { gate, digest, question }: Extract<Ending, { state: 'parked' }>,
  nowMs: number,
) =>
  tx
    .insertInto('approvals')
    .values({
      task_id: task.id,
      gate,
      digest,
      question,
      state: 'pending',
      requested_ms: nowMs,
      decided_ms: null,
      decided_by: null,
    })
    .execute()

async function recordFenced(tx: Tx, run: Run, nowMs: number): Promise<false> {
  await tx
    .updateTable('attempts')
    .set({ ended_ms: nowMs, outcome: 'fenced' })
    .where('task_id', '=', run.task.id)
    .where('attempt', '=', run.attempt)
    .where('outcome', 'is', null)
    .execute()
  await appendJournal(tx, entryOf(run.task, 'task.fenced', nowMs, { attempt: run.attempt, worker: run.workerId }))
  return false
}

function factsOf(run: Run, ending: Ending, costMicro: number): Record<string, unknown> {
  const facts = { attempt: run.attempt, costMicro }
  if (ending.state === 'done') return { ...facts, by: ending.answeredBy, answerLength: ending.answer.length }
  if (ending.state === 'parked') return { ...facts, gate: ending.gate, digest: ending.digest }
  return { ...facts, code: ending.error.code, message: ending.error.message }
}

/** A journal entry about a task, in the name of the principal that asked for it. */
export const entryOf = (task: Task, kind: string, atMs: number, data: Record<string, unknown> = {}) => ({
  kind,
  principal: task.principal,
  atMs,
  session: task.session,
  taskId: task.id,
  pool: task.pool,
  data,
})
