import { setTimeout as delay } from 'node:timers/promises'
import { folders } from '../../bin/folders.ts'
import { systemClock } from '../../src/base/clock.ts'
import { loadAll } from '../../src/base/folder.ts'
import { type Controller, createController } from '../../src/controller/controller.ts'
import type { Store } from '../../src/store/open.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { randomFrom } from './fleet-file.ts'
import { faultsOfFleet } from './judge-fleet.ts'
import { POOL, payAsk, scriptedHouse } from './scripted-house.ts'
import type { Program, Running } from './start-process.ts'

/** What came of a day: `faults` is empty when nothing was lost, repeated or left in disorder. */
export interface Verdict {
  readonly seed: number
  readonly acknowledged: number
  readonly done: number
  readonly unknown: number
  readonly takenOver: number
  /** Results of late workers that were thrown away. */
  readonly fenced: number
  readonly faults: readonly string[]
}

/** A database with payments to make; workers are other processes, and this one submits and judges. */
export interface PayDay {
  readonly home: string
  readonly store: Store
  readonly random: () => number
  submit(count: number, thinkMs: number): Promise<void>
  startWorker(env?: Readonly<Record<string, string>>): Promise<Running>
  /** Lets a process without faults finish the work, and judges. */
  judge(): Promise<Verdict>
  close(): Promise<void>
}

/** Four payments are made at a time. `seed` decides everything that is random, also in what is done with it. */
export async function openPayDay(program: Program, seed: number): Promise<PayDay> {
  const { path: home, remove } = tempFolder()
  const house = scriptedHouse(home, await loadAll(folders.tables), systemClock)
  const controller = createController(house, (thrown) => {
    throw thrown
  })
  const caller = { id: 'person:faults', kind: 'person', role: 'admin', owner: 'faults' } as const
  await controller.pools.list()
  await controller.pools.scale(POOL, { to: 4 }, { caller, dry: false })
  const store = await house.store()
  const acknowledged = new Map<number, string>()
  const running: Running[] = []

  return {
    ...{ home, store, random: randomFrom(seed) },
    async submit(count, thinkMs) {
      const keys = Array.from({ length: count }, (_, i) => `key-${acknowledged.size + i}`)
      await Promise.all(keys.map(async (key) => acknowledged.set(await submit(controller, key, thinkMs), key)))
    },
    async startWorker(env = {}) {
      const worker = program.start([home, 'worker'], env)
      running.push(worker)
      await worker.said('started')
      return worker
    },
    async judge() {
      for (const worker of running) worker.process.kill('SIGCONT')
      await Promise.all(running.map((worker) => worker.end('SIGTERM')))
      // Two days ahead: whatever a stepped clock put off is due.
      await program.start([home, 'finish'], { CLOCK_MS: '172800000' }).ended
      return verdictOf(store, seed, { home, acknowledged })
    },
    async close() {
      for (const worker of running) worker.process.kill('SIGKILL')
      await house.close()
      remove()
    },
  }
}

async function submit({ tasks }: Controller, key: string, thinkMs: number): Promise<number> {
  const principal = { id: 'person:faults', kind: 'person', role: 'admin', owner: 'faults' } as const
  const request = { pool: POOL, ask: payAsk(key, thinkMs), session: 's-faults', principal }
  return (await tasks.submit({ ...request, routing: { by: 'asked', scores: null } })).id
}

/** Judges a database whose work is over. */
export async function verdictOf(
  store: Store,
  seed: number,
  day: { home: string; acknowledged: ReadonlyMap<number, string> },
): Promise<Verdict> {
  const count = (sql: string): number => (store.maintain(`select count(*) n from ${sql}`) as { n: number }[])[0]?.n ?? 0
  return {
    seed,
    acknowledged: day.acknowledged.size,
    done: count("tasks where state = 'done'"),
    unknown: count("tasks where state = 'unknown'"),
    takenOver: count("journal where kind = 'task.recovered'"),
    fenced: count("journal where kind = 'task.fenced'"),
    faults: await faultsOfFleet(store, day),
  }
}

/** One of these workers that is in the middle of a task, a random moment after it was seen in it. */
export async function oneAtWork(day: PayDay, workers: readonly Running[]): Promise<Running> {
  for (;;) {
    const rows = day.store.maintain("select worker_id from tasks where state = 'running'") as { worker_id: string }[]
    const busy = workers.filter((worker) => rows.some((row) => row.worker_id === workerOf(worker)))
    const chosen = busy[Math.floor(day.random() * busy.length)]
    if (chosen) {
      await aMoment(day, 0, 60)
      return chosen
    }
    await delay(2)
  }
}

/** A worker's id, as it said it when it started. */
export const workerOf = ({ lines }: Running): string =>
  lines.find((line) => line.startsWith('started'))?.slice('started '.length) ?? ''

/** Waits a random moment of `least` to `most` milliseconds: long enough for work to be under way. */
export const aMoment = (day: PayDay, least: number, most: number): Promise<void> =>
  delay(least + day.random() * (most - least))
