import type { Answer } from '../agents/answer.ts'
import { crashPoint } from '../base/crash-point.ts'
import { OperatorError, toOperatorError } from '../base/errors.ts'
import { linkSignals, timeoutSignal } from '../base/link-signals.ts'
import { backoffMs, hasRetryBudget } from '../engine/backoff.ts'
import type { Task } from '../engine/insert-task.ts'
import { type Ending, type Run, settleRun } from '../engine/runs.ts'
import type { Spend } from '../store/ledger.ts'
import type { House } from './house.ts'
import type { ProgressBoard } from './progress.ts'
import { runTask } from './run-task.ts'
import { recordAnswer } from './session-turns.ts'

/** Why a worker aborts a run that is not cancelled: it leaves, and another worker shall go on. */
export const WORKER_LEAVES = new OperatorError('PAUSED', 'The worker left; the task went back into the queue.')

/**
 * Runs a claimed task to its end and settles it; gives the task as it then stands, or undefined when the run had lost it.
 * A failure that may pass is tried again after a backoff, until the task's attempts or the pool's budget for retries are
 * used up.
 *
 * @throws OperatorError STORE_UNAVAILABLE when the ending cannot be written; the lease then runs out and the task is taken over.
 */
export async function executeRun(
  house: House,
  board: ProgressBoard,
  run: Run,
  abort: AbortSignal,
): Promise<Task | undefined> {
  const spends: Spend[] = []
  const ending = await attempt(house, board, run, { abort, spends })
  crashPoint('run.worked')
  const store = await house.store()
  const settled = await store.write(async (tx) => {
    const nowMs = house.clock.now()
    const task = await settleRun(tx, run, ending, nowMs)
    if (task && ending.state === 'done') await recordAnswer(tx, task, textOf(ending.answer), nowMs)
    return task
  })
  crashPoint('run.settled')
  return settled
}

const textOf = (answer: string): string => (JSON.parse(answer) as Answer).text

interface Attempt {
  readonly abort: AbortSignal
  /** Filled while the run goes, so that what was spent is known however it ends. */
  readonly spends: Spend[]
}

async function attempt(house: House, board: ProgressBoard, run: Run, { abort, spends }: Attempt): Promise<Ending> {
  const signal = withDeadline(abort, run, house.clock.now())
  try {
    return await runTask(house, run, { signal, spends, tell: (progress) => board.tell(run.task.id, progress) })
  } catch (thrown) {
    if (signal.aborted && isTimeOver(signal)) return { state: 'failed', error: timeIsOver(signal), spends }
    return endingOf(house, toOperatorError(signal.aborted ? signal.reason : thrown), run, spends)
  }
}

/** The task's deadline fires as the platform's own timeout does; what is too late is not tried again. */
const isTimeOver = ({ reason }: AbortSignal): boolean => reason instanceof Error && reason.name === 'TimeoutError'

const timeIsOver = ({ reason }: AbortSignal): OperatorError =>
  new OperatorError('TASK_FAILED', 'The time that the task was given is over.', { cause: reason })

function withDeadline(abort: AbortSignal, { task }: Run, nowMs: number): AbortSignal {
  if (task.deadline_ms === null) return abort
  return linkSignals(abort, timeoutSignal(Math.max(0, task.deadline_ms - nowMs)))
}

async function endingOf(house: House, error: OperatorError, run: Run, spends: readonly Spend[]): Promise<Ending> {
  const nowMs = house.clock.now()
  if (error === WORKER_LEAVES) return { state: 'queued', runAtMs: nowMs, error, spends }
  switch (error.code) {
    case 'CANCELLED':
    case 'KILLED':
      return { state: 'cancelled', error, spends }
    case 'POLICY_DENIED':
    case 'GATE_REFUSED':
      return { state: 'refused', error, spends }
  }
  const runAtMs = nowMs + backoffMs(error.code, run.attempt, Math.random())
  return (await mayTryAgain(house, error, run, runAtMs))
    ? { state: 'queued', runAtMs, error, spends }
    : { state: 'failed', error, spends }
}

async function mayTryAgain(house: House, error: OperatorError, { task, attempt }: Run, runAtMs: number) {
  if (!error.facts.retry || attempt >= task.max_attempts) return false
  if (task.deadline_ms !== null && runAtMs >= task.deadline_ms) return false
  const { db } = await house.store()
  return hasRetryBudget(db, task.pool, house.clock.now())
}
