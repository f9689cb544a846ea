import { median, quantile } from 'simple-statistics'
import type { Queue } from './peers/queue.ts'

/** What so many jobs took. Waits go from the call that submits a job to its start; a whole job ends when its end is kept. */
export interface Driven {
  readonly perSecond: number
  /** Medians and the wait that one in a hundred exceeds, in ms. */
  readonly startMs: number
  readonly startP99Ms: number
  readonly jobMs: number
}

/** `n` jobs by `concurrency` callers, each waiting for the end of its job before it submits the next. */
export async function drive(queue: Queue, n: number, concurrency: number): Promise<Driven> {
  let left = n
  const waits: number[] = []
  const wholes: number[] = []
  const call = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const startMs = performance.now()
      waits.push(await queue.job())
      wholes.push(performance.now() - startMs)
    }
  }
  const startMs = performance.now()
  await Promise.all(Array.from({ length: concurrency }, call))
  const seconds = (performance.now() - startMs) / 1_000
  return {
    perSecond: n / seconds,
    startMs: median(waits),
    startP99Ms: quantile(waits, 0.99),
    jobMs: median(wholes),
  }
}
