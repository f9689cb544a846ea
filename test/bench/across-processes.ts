import { setTimeout as delay } from 'node:timers/promises'
import { quantileSorted } from 'simple-statistics'
import { runProgram, startWorker } from './program.ts'
import { readDatabase } from './read-database.ts'

/** Waits from the call that submits to the start, in whole ms as the tasks keep them. */
export interface Across {
  readonly n: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const WARM_UP = 5
/** How long the last of them may take. */
const BEGUN_MS = 10_000
const OPEN = 'select 1 from tasks where started_ms is null'
const WAITS = `select started_ms - created_ms from tasks where id > ${WARM_UP} and started_ms is not null order by 1`

/**
 * From one process to another: a one-shot with `--detach` puts each task into the queue and leaves, a resident worker
 * runs it.
 *
 * @throws Error when there is no built program.
 */
export async function measureAcross(home: string, n: number): Promise<Across> {
  const worker = await startWorker(home)
  try {
    for (let i = 0; i < WARM_UP + n; i += 1) {
      await runProgram(home, ['general', `15% of ${i}`, '--detach'])
    }
    const until = performance.now() + BEGUN_MS
    while (readDatabase(home, OPEN).length > 0 && performance.now() < until) await delay(50)
  } finally {
    await worker.end()
  }
  const waits = readDatabase<number>(home, WAITS)
  if (waits.length < n) throw new Error(`only ${waits.length} of ${n} tasks were begun`)
  return { n, p50Ms: quantileSorted(waits, 0.5), p99Ms: quantileSorted(waits, 0.99) }
}
