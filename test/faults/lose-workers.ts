import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '../../src/store/open.ts'
import { aMoment, oneAtWork, openPayDay, type Verdict, workerOf } from './pay-day.ts'
import type { Program } from './start-process.ts'

/** How long it took from a death to the moment when a living worker took its tasks back, in milliseconds. */
export interface Takeover {
  readonly samples: number
  readonly p50Ms: number | null
  readonly p99Ms: number | null
}

/** Each time one of two workers is killed in the middle of its payments; when the other has taken over, a fresh one comes. */
export async function killPayers(
  program: Program,
  { rounds, seed }: { rounds: number; seed: number },
): Promise<Verdict & { readonly takeover: Takeover }> {
  const day = await openPayDay(program, seed)
  const deaths = new Map<string, number>()
  try {
    const workers = [await day.startWorker(), await day.startWorker()]
    for (let round = 0; round < rounds; round += 1) {
      await day.submit(6, 20 + Math.floor(day.random() * 130))
      const victim = await oneAtWork(day, workers)
      deaths.set(workerOf(victim), Date.now())
      await victim.end('SIGKILL')
      await untilTakenOver(day.store, workerOf(victim))
      workers.splice(workers.indexOf(victim), 1, await day.startWorker())
    }
    const verdict = await day.judge()
    return { ...verdict, takeover: takeoverOf(day.store, deaths) }
  } finally {
    await day.close()
  }
}

async function untilTakenOver(store: Store, worker: string): Promise<void> {
  const held = "select 1 from tasks where state = 'running' and worker_id = ?"
  const untilMs = performance.now() + 5_000
  while (store.maintain(held, [worker]).length > 0 && performance.now() < untilMs) await delay(5)
}

function takeoverOf(store: Store, deaths: ReadonlyMap<string, number>): Takeover {
  const rows = store.maintain("select at_ms, data from journal where kind = 'task.recovered'") as {
    at_ms: number
    data: string
  }[]
  const waits = rows
    .map(({ at_ms, data }) => at_ms - (deaths.get((JSON.parse(data) as { worker: string }).worker) ?? Number.NaN))
    // What nobody took back before the day was over is judged, and not measured.
    .filter((ms) => ms >= 0 && ms < 60_000)
    .sort((a, b) => a - b)
  const quantile = (q: number) => waits[Math.min(waits.length - 1, Math.floor(q * waits.length))] ?? null
  return { samples: waits.length, p50Ms: quantile(0.5), p99Ms: quantile(0.99) }
}

const PAST_LEASE_MS = 11_000

/**
 * Each time one of two workers is stopped in the middle of its payments until its lease is over, and then goes on. With
 * `wait` the lease runs out by itself; without it the other worker's clock is stepped past it.
 */
export async function stopPayers(
  program: Program,
  { rounds, seed, wait }: { rounds: number; seed: number; wait: boolean },
): Promise<Verdict> {
  const day = await openPayDay(program, seed)
  try {
    const env = { STEP_MS: String(PAST_LEASE_MS) }
    const [one, two] = [await day.startWorker(env), await day.startWorker(env)]
    for (let round = 0; round < rounds; round += 1) {
      await day.submit(8, 80)
      const stopped = await oneAtWork(day, [one, two])
      const other = stopped === one ? two : one
      stopped.process.kill('SIGSTOP')
      if (wait) await delay(PAST_LEASE_MS)
      else other.process.kill('SIGUSR2')
      await delay(1_500)
      if (!wait) stopped.process.kill('SIGUSR2')
      stopped.process.kill('SIGCONT')
      await aMoment(day, 100, 300)
    }
    return await day.judge()
  } finally {
    await day.close()
  }
}

const STEPS_MS = [-3_600_000, -5_000, 9_000, 15_000, 3_600_000]

/** Workers whose clocks are stepped again and again, forward and back, each on its own. */
export async function stepClocks(
  program: Program,
  { rounds, seed }: { rounds: number; seed: number },
): Promise<Verdict> {
  const day = await openPayDay(program, seed)
  try {
    const steps = [0, 1].map(() => STEPS_MS[Math.floor(day.random() * STEPS_MS.length)] ?? 0)
    const workers = await Promise.all(steps.map((ms) => day.startWorker({ STEP_MS: String(ms) })))
    for (let round = 0; round < rounds; round += 1) {
      await day.submit(6, 80)
      await aMoment(day, 20, 200)
      workers[day.random() < 0.5 ? 0 : 1]?.process.kill('SIGUSR2')
      await aMoment(day, 100, 400)
    }
    return await day.judge()
  } finally {
    await day.close()
  }
}
