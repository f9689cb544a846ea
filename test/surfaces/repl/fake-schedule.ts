import type { Schedule } from '../../../src/surfaces/repl/schedule.ts'

interface Waiting {
  readonly at: number
  readonly run: () => void
}

/** A timer that stands still until `advance` turns it. */
export function fakeSchedule() {
  let now = 0
  let waiting: readonly Waiting[] = []
  const schedule: Schedule = (run, ms) => {
    const item = { at: now + ms, run }
    waiting = [...waiting, item]
    return () => {
      waiting = waiting.filter((other) => other !== item)
    }
  }
  function advance(ms: number): void {
    const end = now + ms
    for (let due = next(end); due; due = next(end)) {
      const item = due
      now = item.at
      waiting = waiting.filter((other) => other !== item)
      item.run()
    }
    now = end
  }
  function next(end: number): Waiting | undefined {
    return [...waiting].sort((one, other) => one.at - other.at).find(({ at }) => at <= end)
  }
  return { schedule, advance, waiting: () => waiting.length }
}
