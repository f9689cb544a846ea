import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { type FleetFile, openFleetFile, PROGRAM, randomFrom } from './fleet-file.ts'

/** What became of the acknowledged tasks. Everything but `deaths`, `acknowledged` and `done` should be zero or true. */
export interface Judgement {
  readonly seed: number
  readonly deaths: number
  readonly acknowledged: number
  readonly done: number
  /** Acknowledged tasks that are not in the database. */
  readonly lost: number
  /** Tasks with more than one recorded end. */
  readonly recordedTwice: number
  /** Tasks that ended otherwise than done. */
  readonly notDone: number
  /** Why, each sentence once. */
  readonly reasons: readonly string[]
  readonly journalClean: boolean
  readonly takenOver: number
}

/**
 * Kills workers with SIGKILL at random moments while they work through a growing queue, then lets one finish, and
 * judges from a list of acknowledged numbers that is kept outside the database. A seed repeats the moments.
 */
export async function killWorkers({ deaths, seed }: { deaths: number; seed: number }): Promise<Judgement> {
  const fleet = openFleetFile()
  const random = randomFrom(seed)
  const acknowledged: number[] = []
  try {
    for (let death = 0; death < deaths; death += 1) {
      acknowledged.push(...(await submitBatch(fleet, 6, death)))
      const worker = startWorker(fleet.home)
      await hasArrived(fleet, worker)
      await delay(random() * 300)
      await end(worker, 'SIGKILL')
    }
    const worker = startWorker(fleet.home)
    await allStand(fleet)
    await end(worker, 'SIGTERM')
    return await judge(fleet, { seed, deaths, acknowledged })
  } finally {
    await fleet.close()
  }
}

function submitBatch({ app }: FleetFile, size: number, round: number): Promise<number[]> {
  const asks = Array.from({ length: size }, async (_, i) => {
    const pool = i % 2 === 0 ? 'business' : 'healthcare'
    const text =
      i % 2 === 0 ? `break even with fixed costs ${1_000 + round}, price 20, cost 8` : 'I have persistent headaches'
    const { session } = app.caller
    return (await app.controller.asks.submit({ text, pool, attachment: null, session, principal: app.caller })).id
  })
  return Promise.all(asks)
}

const startWorker = (home: string): ChildProcess =>
  spawn(process.execPath, [PROGRAM, 'worker'], { env: { ...process.env, OPERATOROS_HOME: home }, stdio: 'ignore' })

/** Counted from here, a slow machine gives a worker as much time to work as a quick one. */
async function hasArrived({ app }: FleetFile, worker: ChildProcess): Promise<void> {
  const store = await app.controller.house.store()
  const known = () => store.maintain(`select 1 from workers where pid = ${worker.pid}`).length > 0
  while (!known() && worker.exitCode === null) await delay(5)
}

async function end(worker: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const exited = once(worker, 'exit')
  worker.kill(signal)
  await exited
}

async function allStand({ app }: FleetFile): Promise<void> {
  const until = performance.now() + 120_000
  for (;;) {
    const counts = await app.controller.figures.counts()
    if (counts.queued + counts.running === 0) return
    if (performance.now() > until) throw new Error(`tasks still open: ${JSON.stringify(counts)}`)
    await delay(50)
  }
}

async function judge(
  { app }: FleetFile,
  run: { seed: number; deaths: number; acknowledged: readonly number[] },
): Promise<Judgement> {
  const { db } = await app.controller.house.store()
  const tasks = await db.selectFrom('tasks').select(['id', 'state', 'error_message']).execute()
  const states = new Map(tasks.map((task) => [task.id, task.state]))
  const entries = await db.selectFrom('journal').select(['task_id', 'kind']).execute()
  const ends = new Map<number, number>()
  for (const { task_id, kind } of entries) {
    if (task_id !== null && kind === 'task.done') ends.set(task_id, (ends.get(task_id) ?? 0) + 1)
  }
  const { bad } = await app.controller.records.verify()
  return {
    seed: run.seed,
    deaths: run.deaths,
    acknowledged: run.acknowledged.length,
    done: run.acknowledged.filter((id) => states.get(id) === 'done').length,
    lost: run.acknowledged.filter((id) => !states.has(id)).length,
    recordedTwice: [...ends.values()].filter((n) => n > 1).length,
    notDone: run.acknowledged.filter((id) => states.get(id) !== 'done').length,
    reasons: [
      ...new Set(tasks.filter((task) => task.state !== 'done').map((task) => `${task.state}: ${task.error_message}`)),
    ],
    journalClean: bad === null,
    takenOver: entries.filter((entry) => entry.kind === 'task.recovered').length,
  }
}
