import type { Clock } from '../../src/base/clock.ts'

/** A clock that stands until it is turned. Begins at noon UTC on 20 November 2026. */
export interface HandClock extends Clock {
  turn(ms: number): void
}

export function handClock(startMs = Date.UTC(2026, 10, 20, 12)): HandClock {
  let nowMs = startMs
  return {
    now: () => nowMs,
    turn(ms) {
      nowMs += ms
    },
  }
}
