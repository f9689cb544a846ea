interface Waiting {
  readonly submittedMs: number
  readonly resolve: (startMs: number) => void
  readonly reject: (reason: unknown) => void
  startMs: number
}

/** The jobs of a queue between their submission and their end. */
export interface OpenJobs {
  /** Enqueues a job under a number of its own and waits for `ended`; gives the ms from the call to `started`. */
  run(enqueue: (job: number) => Promise<unknown>): Promise<number>
  started(job: number): void
  ended(job: number): void
  /** The queue has failed: nobody waits any longer. */
  fail(reason: unknown): void
}

/** None yet. A job that is told twice, or that nobody waits for, is passed over. */
export function openJobs(): OpenJobs {
  const open = new Map<number, Waiting>()
  let last = 0
  return {
    async run(enqueue) {
      last += 1
      const job = last
      const submittedMs = performance.now()
      const end = new Promise<number>((resolve, reject) => {
        open.set(job, { submittedMs, resolve, reject, startMs: Number.NaN })
      })
      const [startMs] = await Promise.all([end, enqueue(job)])
      return startMs
    },
    started(job) {
      const waiting = open.get(job)
      if (waiting) waiting.startMs = performance.now() - waiting.submittedMs
    },
    ended(job) {
      const waiting = open.get(job)
      open.delete(job)
      waiting?.resolve(waiting.startMs)
    },
    fail(reason) {
      for (const { reject } of open.values()) reject(reason)
    },
  }
}
