import { OperatorError } from '../base/errors.ts'
import { type Fate, fateOf } from '../store/eve.ts'
import { appendJournal } from '../store/journal.ts'
import { type Payer, type Spend, settleLedger } from '../store/ledger.ts'
import type { Tx } from '../store/schema.ts'
import { ENDED_STATES } from '../store/tables/tasks.ts'
import { type Finished, moveCount, tallyFinished } from './counts.ts'
import type { Held, Task } from './insert-task.ts'
import { hasOpenWrite } from './open-write.ts'
import { endAttempt, insertAttempt, NOT_HELD, type SettledColumns, settleTask, startTask } from './run-statements.ts'
import { freeSlot, putInSlot, takeFreeSlot, takeSlot } from './slots.ts'
import { passTurn } from './take-turn.ts'

/** A run holds its task for so long from its begin or its worker's last beat; then another worker may take it. */
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
  /** Of the transaction that began it: a run whose begin is lost writes nothing. */
  readonly begin: Fate
}

/**
 * Begins a run: queued → running, with a place in the pool. Undefined when somebody else has the task, the pool is
 * full or paused, or its time has not come. The caller asks the kill switch, in the same transaction.
 */
export async function beginRun(tx: Tx, taskId: number, workerId: string, nowMs: number): Promise<Run | undefined> {
  const slot = await takeSlot(tx, taskId, workerId, nowMs)
  if (!slot) return undefined
  const [task] = await startTask(tx, { taskId, workerId, slotId: slot.id, nowMs, leaseUntilMs: nowMs + LEASE_MS })
  if (!task) throw new OperatorError('BUG', `Task ${taskId} was begun and is not there.`)
  const run = { task, attempt: task.attempts, epoch: task.epoch, slotId: slot.id, workerId, begin: fateOf(tx) }
  await moveCount(tx, task.pool, 'queued', 'running')
  await recordBegin(tx, run, nowMs)
  return run
}

/** Takes a place for a task that is about to be submitted; undefined when the pool is full or paused. */
export async function takePlace(tx: Tx, pool: string, workerId: string, nowMs: number): Promise<Held | undefined> {
  const slot_id = await takeFreeSlot(tx, pool, workerId, nowMs)
  if (slot_id === undefined) return undefined
  return { worker_id: workerId, slot_id, lease_until_ms: nowMs + LEASE_MS, started_ms: nowMs }
}

/** The first run of a task that was submitted with a place of this worker; undefined for one that waits. */
export async function beginSubmitted(tx: Tx, task: Task, workerId: string, nowMs: number): Promise<Run | undefined> {
  const { slot_id: slotId, epoch, attempts: attempt } = task
  if (task.state !== 'running' || slotId === null) return undefined
  await putInSlot(tx, { slotId, taskId: task.id })
  const run = { task, attempt, epoch, slotId, workerId, begin: fateOf(tx) }
  await recordBegin(tx, run, nowMs)
  return run
}

async function recordBegin(tx: Tx, { task, attempt, epoch, slotId, workerId }: Run, nowMs: number): Promise<void> {
  const place = { worker_id: workerId, pool: task.pool, slot_id: slotId }
  await insertAttempt(tx, { task_id: task.id, attempt, epoch, ...place, started_ms: nowMs })
  await passTurn(tx, task)
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
 * Ends a run: task, attempt, place, ledger, counters and journal, in this one transaction. Gives the task as it stands.
 * Undefined when the run had lost its lease; then its result is thrown away and only that is written down.
 */
export async function settleRun(tx: Tx, run: Run, wanted: Ending, nowMs: number): Promise<Task | undefined> {
  const { task, epoch } = run
  if (run.begin.lost) return undefined
  const ending = await trueEnding(tx, run, wanted)
  const costMicro = ending.spends.reduce((sum, spend) => sum + spend.costMicro, 0)
  const columns = columnsOf(task, ending, nowMs)
  const [held] = await settleTask(tx, { ...columns, costMicro, taskId: task.id, epoch })
  if (!held) return recordFenced(tx, run, nowMs)
  await settleLedger(tx, payerOf(run), ending.spends, nowMs)
  await endAttempt(tx, {
    ...{ taskId: task.id, attempt: run.attempt, endedMs: nowMs },
    outcome: ending.state === 'queued' ? 'requeued' : ending.state,
    errorCode: 'error' in ending ? ending.error.code : null,
  })
  await freeSlot(tx, run.slotId, endedBadly(ending) ? 'bad' : 'good', nowMs)
  await moveCount(tx, task.pool, 'running', ending.state)
  if (ENDED_STATES.includes(ending.state)) await tallyRun(tx, task, { outcome: ending.state, costMicro, atMs: nowMs })
  if (ending.state === 'parked') await requestApproval(tx, task, ending, nowMs)
  await appendJournal(tx, entryOf(task, `task.${ending.state}`, nowMs, factsOf(run, ending, costMicro)))
  return { ...task, ...columns, ...NOT_HELD, ...held }
}

/**
 * How a run really ends: unknown when a side effect was begun and its outcome is not recorded; cancelled when it was
 * asked to stop and would only wait for another run or for a person.
 */
async function trueEnding(tx: Tx, { task, attempt }: Run, ending: Ending): Promise<Ending> {
  const { state, spends } = ending
  if (state === 'done') return ending
  if (await hasOpenWrite(tx, task.id, attempt))
    return { state: 'unknown', error: new OperatorError('TASK_FAILED', STOPPED_INSIDE), spends }
  if (state !== 'queued' && state !== 'parked') return ending
  const asked = await tx.selectFrom('tasks').select('cancel_requested').where('id', '=', task.id).executeTakeFirst()
  if (asked?.cancel_requested !== 1) return ending
  return { state: 'cancelled', error: new OperatorError('CANCELLED', `Task ${task.id} was cancelled.`), spends }
}

const STOPPED_INSIDE = 'It was stopped in the middle of a side effect; nobody knows whether it happened.'

/** Whether the agent counts as failed. One whose worker left (PAUSED) did nothing wrong. */
const endedBadly = (ending: Ending): boolean =>
  ending.state === 'failed' || (ending.state === 'queued' && ending.error.code !== 'PAUSED')

/** The run as the ledger knows it. */
export const payerOf = ({ task, attempt }: Run): Payer => ({ ...task, attempt })

/** What an ending says nothing of stays as the task had it when the run began. */
function columnsOf(task: Task, ending: Ending, nowMs: number): SettledColumns {
  const { state } = ending
  const run_at_ms = state === 'queued' ? ending.runAtMs : task.run_at_ms
  const finished_ms = ENDED_STATES.includes(state) ? nowMs : task.finished_ms
  const times = { state, run_at_ms, finished_ms }
  if (state === 'done') {
    const { answer, answeredBy } = ending
    return { ...times, answer, answered_by: answeredBy, error_code: null, error_message: null }
  }
  const { answer, answered_by, error_code, error_message } = task
  const failed = 'error' in ending ? { error_code: ending.error.code, error_message: ending.error.message } : null
  return { ...times, answer, answered_by, ...(failed ?? { error_code, error_message }) }
}

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

async function recordFenced(tx: Tx, run: Run, nowMs: number): Promise<undefined> {
  await tx
    .updateTable('attempts')
    .set({ ended_ms: nowMs, outcome: 'fenced' })
    .where('task_id', '=', run.task.id)
    .where('attempt', '=', run.attempt)
    .where('outcome', 'is', null)
    .execute()
  await appendJournal(tx, entryOf(run.task, 'task.fenced', nowMs, { attempt: run.attempt, worker: run.workerId }))
  return undefined
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
