import type { Answer } from '../agents/answer.ts'
import { ERROR_CATALOGUE, type ErrorCode, OperatorError } from '../base/errors.ts'
import type { Principal } from '../base/roles.ts'
import type { Task } from '../engine/insert-task.ts'
import type { Routing } from '../engine/submit-task.ts'
import { FIRST_AID } from '../language/emergency.ts'
import { choosePool } from './choose-pool.ts'
import type { House } from './house.ts'
import { checkPool } from './pools.ts'
import type { Progress, ProgressBoard } from './progress.ts'
import type { Tasks } from './tasks.ts'

/** A question as a command hands it in. `pool` undefined means: choose. Times are milliseconds. */
export interface Ask {
  readonly text: string
  readonly pool?: string | undefined
  readonly attachment: string | null
  readonly session: string
  readonly principal: Principal
  readonly priority?: number | undefined
  readonly idempotencyKey?: string | undefined
  readonly timeoutMs?: number | undefined
}

/** How an answer is waited for. */
export interface AnswerWatch {
  readonly signal: AbortSignal
  readonly timeoutMs?: number | undefined
  readonly tell: (progress: Progress) => void
  /** Who gives the task up by giving up the waiting; absent for somebody who only looks on. */
  readonly canceller?: Principal | undefined
}

/** A finished ask. */
export interface Answered {
  readonly task: Task
  readonly answer: Answer
}

/** Questions as commands use them. */
export interface Asks {
  /** Puts it into the queue and returns. @throws OperatorError as `Tasks.submit`, and NOT_FOUND for an unknown pool. */
  submit(ask: Ask): Promise<Task>
  /**
   * Waits for the answer of a task, hearing of its progress. When `signal` fires, the waiting ends; with `canceller`
   * the task is cancelled too, wherever it runs.
   *
   * @throws OperatorError with the code of how it ended when it was not done: APPROVAL_NEEDED, TASK_FAILED, CANCELLED …
   */
  answer(taskId: number, watch: AnswerWatch): Promise<Answered>
  /** What to do now when the words may be an emergency, in Markdown; null when they are none. Needs no store. */
  firstAid(text: string): Promise<string | null>
}

/** The questions of a house; `board` hears how a run in this process goes. */
export function createAsks(house: House, tasks: Tasks, board: ProgressBoard): Asks {
  return {
    async submit({ text, pool, timeoutMs, ...ask }) {
      if (pool !== undefined) await checkPool(house, pool)
      const chosen = pool === undefined ? await routed(house, text, ask.attachment) : { pool, routing: ASKED }
      const deadlineMs = timeoutMs === undefined ? undefined : house.clock.now() + timeoutMs
      return tasks.submit({ ...ask, ...chosen, ask: text, deadlineMs })
    },
    async answer(taskId, { signal, timeoutMs, tell, canceller }) {
      const stop = board.listen(taskId, tell)
      try {
        return answerOf(await tasks.settled(taskId, { signal, timeoutMs }))
      } catch (thrown) {
        if (signal.aborted && canceller) await giveUp(tasks, taskId, canceller)
        throw thrown
      } finally {
        stop()
      }
    },
    async firstAid(text) {
      const emergency = (await house.language()).emergency(text)
      return emergency && FIRST_AID[emergency.kind]
    },
  }
}

/** A task that this process ran has been cancelled by then; one in the queue or elsewhere has not. */
async function giveUp(tasks: Tasks, taskId: number, canceller: Principal): Promise<void> {
  const { state } = await tasks.find(taskId, canceller)
  if (state === 'queued' || state === 'running') await tasks.cancel(taskId, canceller)
}

const ASKED: Routing = { by: 'asked', scores: null }

async function routed(
  house: House,
  text: string,
  attachment: string | null,
): Promise<{ pool: string; routing: Routing }> {
  const { pool, scores } = await choosePool(house, text, attachment)
  return { pool, routing: { by: 'routed', scores } }
}

/** @throws OperatorError with the code of how the task ended, when it was not done. */
export function answerOf(task: Task): Answered {
  if (task.state === 'done' && task.answer !== null) return { task, answer: JSON.parse(task.answer) as Answer }
  const data = { task: task.id, state: task.state }
  if (task.state === 'parked') {
    throw new OperatorError('APPROVAL_NEEDED', `Task ${task.id} waits for a person's approval.`, {
      hint: 'operatoros approvals',
      data,
    })
  }
  if (task.state === 'unknown') {
    throw new OperatorError('TASK_FAILED', `Nobody knows whether the last effect of task ${task.id} happened.`, {
      hint: `operatoros why ${task.id}`,
      data,
    })
  }
  throw new OperatorError(codeOf(task), task.error_message ?? `Task ${task.id} ended ${task.state}.`, {
    hint: `operatoros why ${task.id}`,
    data,
  })
}

/** A failed task ends with its own code where that says more than "failed". */
function codeOf(task: Task): ErrorCode {
  const code = task.error_code
  return code !== null && Object.hasOwn(ERROR_CATALOGUE, code) ? (code as ErrorCode) : 'TASK_FAILED'
}
