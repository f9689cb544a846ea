/** Wall time in Unix milliseconds. Across processes on one SQLite file it is the host's clock, which is the database's. */
export interface Clock {
  now(): number
}

/** The real clock; tests turn one by hand. */
export const systemClock: Clock = { now: () => Date.now() }
