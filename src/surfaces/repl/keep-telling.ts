import type { Schedule } from './schedule.ts'

const LOOK_MS = 1_000

/** Tells again and again what is new, such as a reminder that came due while nobody typed. The answer ends it. */
export function keepTelling(tell: () => Promise<void>, schedule: Schedule): () => void {
  let cancel: () => void
  let ended = false
  const wait = () => {
    if (!ended) cancel = schedule(() => void tell().then(wait), LOOK_MS)
  }
  wait()
  return () => {
    ended = true
    cancel()
  }
}
