import { OperatorError } from '../base/errors.ts'
import { bornOf, thisProcess } from '../base/host.ts'
import { slowHeapGrowth } from '../base/slow-heap-growth.ts'
import { HOUR_MS } from '../base/units.ts'
import { hasLostRuns, hasRuns, recoverRuns } from '../engine/recover-runs.ts'
import { LEASE_MS } from '../engine/runs.ts'
import type { Store } from '../store/open.ts'
import type { Tx } from '../store/schema.ts'
import { AUTOSCALE_MS, createAutoscaler } from './autoscale.ts'
import type { Care } from './care.ts'
import type { House } from './house.ts'
import { readKill } from './kill-switch.ts'

const LOOK_MS = 200
/** Of so many looks one is made where nobody runs anything, so that nobody can lose anything. */
const QUIET_LOOKS = 5
const FLEET_MS = 1_000
const BEAT_MS = 2_000

/** A worker that is to be kept alive: what it runs now, by task, and whether it cares for the whole fleet. */
export interface Kept {
  readonly house: House
  readonly workerId: string
  readonly running: ReadonlyMap<number, AbortController>
  readonly resident: boolean
  /** Something may be due: a lost task was put back. */
  readonly wake: () => void
  /** The database is not where it was opened any more: nothing that this worker does can be kept. Told once. */
  readonly onDisplaced: (why: OperatorError) => void
  readonly onError: (thrown: unknown) => void
}

/**
 * Looks after a worker's runs: renews the worker's beat and the leases, passes on cancellations and the kill switch, and,
 * in a resident worker, takes back tasks of lost workers. Beside that a resident one runs what is scheduled, scales the
 * pools that scale themselves and cares for the fleet; however long that takes, beats and takeovers do not wait for it.
 * Returns how to stop, which waits for a look that is under way.
 */
export function keepAlive(kept: Kept): () => Promise<void> {
  const care = careOf(kept)
  const stops: Array<() => Promise<void> | void> = [care.stop]
  const stop = async (): Promise<void> => {
    await Promise.all(stops.map((one) => one()))
  }
  const leave = (why: OperatorError): void => {
    void stop()
    kept.onDisplaced(why)
  }
  // A fleet whose workers all died waits for the first that comes: it does not wait longer than that.
  stops.push(lookAgain(kept, runsOf(kept, leave), { everyMs: LOOK_MS, atOnce: kept.resident }))
  if (!kept.resident) return stop
  slowHeapGrowth()
  stops.push(lookAgain(kept, fleetOf(kept, care), { everyMs: FLEET_MS, atOnce: false }))
  return stop
}

/** Looks again and again, one look at a time; what it throws is told. */
function lookAgain(
  { house, onError }: Kept,
  look: (nowMs: number) => Promise<void>,
  { everyMs, atOnce }: { readonly everyMs: number; readonly atOnce: boolean },
): () => Promise<void> {
  let looking: Promise<void> | undefined
  const lookNow = (): void => {
    looking ??= look(house.clock.now())
      .catch(onError)
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(lookNow, everyMs)
  timer.unref()
  if (atOnce) lookNow()
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/** Opened at its first look, which only a resident worker takes: a one-shot does not load it. */
function careOf(kept: Kept): Care {
  let open: Care | undefined
  return {
    async look(nowMs) {
      open ??= (await import('./care.ts')).createCare(kept)
      await open.look(nowMs)
    },
    stop: () => open?.stop(),
  }
}

/** As `careOf`. */
function schedulesOf(kept: Kept): (nowMs: number) => Promise<void> {
  let run: ((nowMs: number) => Promise<void>) | undefined
  return async (nowMs) => {
    run ??= (await import('./run-schedules.ts')).createScheduleRunner(kept)
    await run(nowMs)
  }
}

function runsOf(kept: Kept, leave: Kept['onDisplaced']): (nowMs: number) => Promise<void> {
  const { house, running, resident } = kept
  let beatMs = house.clock.now()
  let [looks, quiet] = [0, false]
  const recover = recoveryOf(kept)
  return async (nowMs) => {
    looks += 1
    if (quiet && running.size === 0 && looks % QUIET_LOOKS !== 0) return
    const store = await house.store()
    const displaced = store.displaced()
    if (displaced) return leave(displaced)
    if (isDue(beatMs, BEAT_MS, nowMs) && (resident || running.size > 0)) {
      beatMs = nowMs
      await store.write((tx) => beat(tx, kept, nowMs), 'later')
    }
    // Asked each time: what this process itself wrote (a kill switch pulled in the REPL) does not show in `changes`.
    if (running.size > 0) await passOn(store, running)
    quiet = resident && (await recover(store, nowMs))
  }
}

function fleetOf(kept: Kept, care: Care): (nowMs: number) => Promise<void> {
  const { house } = kept
  const autoscale = createAutoscaler(house)
  const schedules = schedulesOf(kept)
  let scaledMs = 0
  return async (nowMs) => {
    await schedules(nowMs)
    if (isDue(scaledMs, AUTOSCALE_MS, nowMs)) {
      scaledMs = nowMs
      await autoscale()
    }
    await care.look(nowMs)
  }
}

/** Also when the clock was set back: the care for the fleet does not wait until it has caught up. */
const isDue = (lastMs: number, everyMs: number, nowMs: number): boolean => Math.abs(nowMs - lastMs) >= everyMs

async function beat(tx: Tx, { workerId, running, resident }: Kept, nowMs: number): Promise<void> {
  await registerWorker(tx, { workerId, resident }, nowMs)
  if (running.size === 0) return
  await tx
    .updateTable('tasks')
    .set({ lease_until_ms: nowMs + LEASE_MS })
    // A task of ours whose end could not be written is not among them: its lease runs out.
    .where('id', 'in', [...running.keys()])
    .where('worker_id', '=', workerId)
    .where('state', '=', 'running')
    .execute()
}

/** Makes the worker known, or renews its beat. One-shots leave without a word: the rows of old ones are swept here. */
export async function registerWorker(
  tx: Tx,
  { workerId, resident }: { workerId: string; resident: boolean },
  nowMs: number,
): Promise<void> {
  if (!resident)
    await tx
      .deleteFrom('workers')
      .where('resident', '=', 0)
      .where('beat_ms', '<', nowMs - HOUR_MS)
      .execute()
  await tx
    .insertInto('workers')
    .values({
      id: workerId,
      ...thisProcess,
      born: bornOf(thisProcess.pid),
      resident: resident ? 1 : 0,
      started_ms: nowMs,
      beat_ms: nowMs,
      ended_ms: null,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ beat_ms: nowMs, resident: resident ? 1 : 0, ended_ms: null }),
    )
    .execute()
}

async function passOn(store: Store, running: Kept['running']): Promise<void> {
  const kill = await readKill(store.db)
  const asked = await store.db
    .selectFrom('tasks')
    .select('id')
    .where('id', 'in', [...running.keys()])
    .where('cancel_requested', '=', 1)
    .execute()
  for (const { id } of asked) running.get(id)?.abort(new OperatorError('CANCELLED', `Task ${id} was cancelled.`))
  if (!kill.on) return
  for (const abort of running.values()) abort.abort(new OperatorError('KILLED', 'The kill switch stopped the task.'))
}

/**
 * Takes back what lost workers left; true when nobody runs anything: then nobody can lose anything before somebody writes.
 */
function recoveryOf({ wake }: Kept): (store: Store, nowMs: number) => Promise<boolean> {
  let quietAt = ''
  return async (store, nowMs) => {
    const stamp = store.stamp()
    if (stamp === quietAt) return true
    quietAt = (await hasRuns(store.db)) ? '' : stamp
    if (quietAt !== '') return true
    if (await hasLostRuns(store.db, nowMs)) {
      await store.write((tx) => recoverRuns(tx, nowMs))
      wake()
    }
    return false
  }
}
