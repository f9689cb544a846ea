import { crashPoint } from '../base/crash-point.ts'
import { OperatorError } from '../base/errors.ts'
import { thisProcess } from '../base/host.ts'
import { linkSignals } from '../base/link-signals.ts'
import type { Dispatcher } from '../engine/dispatcher.ts'
import { embeddedDispatcher } from '../engine/embedded-dispatcher.ts'
import { beginRun, type Run } from '../engine/runs.ts'
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
  /** True between `start` and `stop`. */
  isResident(): boolean
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
  let stopKeeping: (() => void) | undefined

  const keep = (): (() => void) => {
    const wake = (): void => dispatcher?.wake()
    return keepAlive({ house, workerId: id, running, resident: dispatcher !== undefined, wake, onError })
  }

  async function claim(taskId: number): Promise<Run | undefined> {
    const store = await house.store()
    const nowMs = house.clock.now()
    return store.write(async (tx) => {
      if ((await readKill(tx)).on) return undefined
      const run = await beginRun(tx, taskId, id, nowMs)
      if (run && !dispatcher) await registerWorker(tx, { workerId: id, resident: false }, nowMs)
      return run
    })
  }

  async function run(taskId: number, signal?: AbortSignal): Promise<boolean> {
    const claimed = await claim(taskId)
    if (!claimed) return false
    crashPoint('run.claimed')
    const abort = new AbortController()
    running.set(taskId, abort)
    stopKeeping ??= keep()
    try {
      await executeRun(house, stage.board, claimed, signal ? linkSignals(abort.signal, signal) : abort.signal)
    } finally {
      running.delete(taskId)
      stage.bell.ring(taskId)
    }
    return true
  }

  return {
    id,
    run,
    async start() {
      if (dispatcher) {
        throw new OperatorError('CONFLICT', 'This process takes tasks already.', { hint: 'operatoros status' })
      }
      const store = await house.store()
      dispatcher = embeddedDispatcher(store, house.clock, onError)
      await store.write((tx) => registerWorker(tx, { workerId: id, resident: true }, house.clock.now()))
      stopKeeping?.()
      stopKeeping = keep()
      dispatcher.start(({ taskId }) => run(taskId))
    },
    wake: () => dispatcher?.wake(),
    isResident: () => dispatcher !== undefined,
    async stop(graceMs) {
      const ended = dispatcher ? await dispatcher.stop(graceMs) : running.size === 0
      if (!ended) for (const abort of running.values()) abort.abort(WORKER_LEAVES)
      await dispatcher?.stop(graceMs)
      stopKeeping?.()
      if (dispatcher) await leave(house, id)
      dispatcher = undefined
    },
  }
}

const newWorkerId = (): string =>
  `w-${thisProcess.pid.toString(36)}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`

async function leave(house: House, workerId: string): Promise<void> {
  const store = await house.store()
  const ended_ms = house.clock.now()
  await store.write((tx) => tx.updateTable('workers').set({ ended_ms }).where('id', '=', workerId).execute())
}
