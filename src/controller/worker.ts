import { crashPoint } from '../base/crash-point.ts'
import { OperatorError } from '../base/errors.ts'
import { thisProcess } from '../base/host.ts'
import { linkSignals } from '../base/link-signals.ts'
import type { Dispatcher } from '../engine/dispatcher.ts'
import { embeddedDispatcher } from '../engine/embedded-dispatcher.ts'
import type { Held, Task } from '../engine/insert-task.ts'
import { beginRun, beginSubmitted, type Run, takePlace } from '../engine/runs.ts'
import { onEve } from '../store/eve.ts'
import type { Tx } from '../store/schema.ts'
import { executeRun, WORKER_LEAVES } from './execute-run.ts'
import type { House } from './house.ts'
import { keepAlive, registerWorker } from './keep-alive.ts'
import { readKill } from './kill-switch.ts'
import type { ProgressBoard } from './progress.ts'
import type { SettleBell } from './settle-bell.ts'

/**
 * Runs tasks in this process. A one-shot's worker runs single tasks on demand; a resident one (after `start`) takes
 * whatever is due and takes over what lost workers left. After `stop` it takes nothing more.
 */
export interface Worker {
  readonly id: string
  /** Claims a task and runs it to its end. False when it cannot be claimed now. `signal` cancels it. */
  run(taskId: number, signal?: AbortSignal): Promise<boolean>
  /** @throws OperatorError CONFLICT when it was started before and not stopped. */
  start(): Promise<void>
  wake(): void
  /** True while a run of the task is under way here. */
  runs(taskId: number): boolean
  /** A place for a task that is about to be submitted; undefined in a worker that is not resident, and where none is free. */
  takePlace(tx: Tx, pool: string, nowMs: number): Promise<Held | undefined>
  /**
   * Begins a task that was submitted with a place of this worker in that same transaction: it need not be looked for then,
   * and its first step may be written with it. Nothing happens with one that waits.
   */
  beginSubmitted(tx: Tx, task: Task, nowMs: number): Promise<void>
  /** True between `start` and `stop`. */
  isResident(): boolean
  /** Fires when the database was taken away from under the worker, with the reason: it takes nothing any more. */
  readonly displaced: AbortSignal
  /** Waits for what runs at most `graceMs`, then puts it back into the queue. */
  stop(graceMs: number): Promise<void>
}

/** Where a worker tells how its runs go and that they have ended. */
export interface Stage {
  readonly board: ProgressBoard
  readonly bell: SettleBell
}

/** `onError` hears of failures between tasks, such as a disk that is full for a while. */
export function createWorker(house: House, stage: Stage, onError: (thrown: unknown) => void): Worker {
  const id = newWorkerId()
  const running = new Map<number, AbortController>()
  let dispatcher: Dispatcher | undefined
  let leaving = false
  let stopKeeping: (() => Promise<void>) | undefined
  const place = watchPlace(running, onError)

  const onDisplaced = (why: OperatorError): void => {
    place.leave(why)
    void dispatcher?.stop(0)
  }
  const keep = (): (() => Promise<void>) => {
    const kept = { house, workerId: id, running, resident: dispatcher !== undefined }
    return keepAlive({ ...kept, wake: () => dispatcher?.wake(), onDisplaced, onError: place.tell })
  }

  async function run(taskId: number, signal?: AbortSignal): Promise<boolean> {
    const claimed = await claim(house, taskId, { workerId: id, resident: dispatcher !== undefined })
    if (claimed) await execute(claimed, signal)
    return claimed !== undefined
  }
  const execute = executor(house, stage, running, () => {
    stopKeeping ??= keep()
  })

  function goOn(begun: Run): void {
    const work = execute(begun).catch(place.tell)
    // It began just before the worker left: it goes back into the queue.
    if (leaving) running.get(begun.task.id)?.abort(WORKER_LEAVES)
    dispatcher?.adopt(begun.task.id, work)
  }

  return {
    id,
    run,
    async start() {
      if (dispatcher) throw startedTwice()
      const store = await house.store()
      dispatcher = embeddedDispatcher(store, house.clock, place.tell)
      await store.write((tx) => registerWorker(tx, { workerId: id, resident: true }, house.clock.now()))
      await stopKeeping?.()
      stopKeeping = keep()
      leaving = false
      dispatcher.start(({ taskId }) => run(taskId))
    },
    wake: () => dispatcher?.wake(),
    runs: (taskId) => running.has(taskId),
    takePlace: async (tx, pool, nowMs) => (dispatcher && !leaving ? takePlace(tx, pool, id, nowMs) : undefined),
    async beginSubmitted(tx, task, nowMs) {
      const begun = task.worker_id === id ? await beginSubmitted(tx, task, id, nowMs) : undefined
      if (begun) onEve(tx, () => goOn(begun))
    },
    isResident: () => dispatcher !== undefined,
    displaced: place.left,
    async stop(graceMs) {
      leaving = true
      const ended = dispatcher ? await dispatcher.stop(graceMs) : running.size === 0
      if (!ended) for (const abort of running.values()) abort.abort(WORKER_LEAVES)
      await dispatcher?.stop(graceMs)
      await stopKeeping?.()
      if (dispatcher) await leave(house, id)
      dispatcher = undefined
    },
  }
}

/** Runs what has been begun, among `running` while it does, and rings when it has ended. */
function executor(house: House, { board, bell }: Stage, running: Map<number, AbortController>, onBegin: () => void) {
  return async (begun: Run, signal?: AbortSignal): Promise<void> => {
    crashPoint('run.claimed')
    const taskId = begun.task.id
    const abort = new AbortController()
    running.set(taskId, abort)
    onBegin()
    let settled: Task | undefined
    try {
      settled = await executeRun(house, board, begun, signal ? linkSignals(abort.signal, signal) : abort.signal)
    } finally {
      // Where its begin was lost, its number may be another task's by now.
      if (running.get(taskId) === abort) {
        running.delete(taskId)
        board.forget(taskId)
        bell.ring(taskId, settled)
      }
    }
  }
}

const startedTwice = () =>
  new OperatorError('CONFLICT', 'This process takes tasks already.', { hint: 'operatoros status' })

async function claim(
  house: House,
  taskId: number,
  worker: { workerId: string; resident: boolean },
): Promise<Run | undefined> {
  const store = await house.store()
  const nowMs = house.clock.now()
  // Nothing outside has happened yet: what does is written, and on disk, after this.
  return store.write(async (tx) => {
    if ((await readKill(tx)).on) return undefined
    const run = await beginRun(tx, taskId, worker.workerId, nowMs)
    if (run && !worker.resident) await registerWorker(tx, worker, nowMs)
    return run
  }, 'later')
}

/** What becomes of a worker's runs, and of what it has to tell, when its database is not where it was. */
function watchPlace(running: ReadonlyMap<number, AbortController>, onError: (thrown: unknown) => void) {
  const left = new AbortController()
  return {
    left: left.signal,
    /** What runs cannot be written down any more. */
    leave(why: OperatorError): void {
      left.abort(why)
      for (const abort of running.values()) abort.abort(why)
    },
    /** After that each run would only tell the same again. */
    tell(thrown: unknown): void {
      if (!left.signal.aborted) onError(thrown)
    },
  }
}

const newWorkerId = (): string =>
  `w-${thisProcess.pid.toString(36)}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`

async function leave(house: House, workerId: string): Promise<void> {
  const store = await house.store()
  if (store.displaced()) return
  const ended_ms = house.clock.now()
  await store.write((tx) => tx.updateTable('workers').set({ ended_ms }).where('id', '=', workerId).execute())
}
