let last: Promise<void> = Promise.resolve()

/**
 * Waits for a turn of the event loop of one's own. Who computes for seconds takes one first: between two such turns timers
 * and the database get theirs, so that a worker with many heavy tasks still renews its leases.
 */
export function loopTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setTimeout(() => setImmediate(resolve), 0)))
  return last
}
