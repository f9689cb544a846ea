import type { History, Measured } from '../../src/engine/pool-need.ts'

/** The time at which these pools are looked at. */
export const NOW = 1_000_000

/** A pool of four agents without any work, unless told otherwise. */
export const measured = (over: Partial<Measured> = {}): Measured => ({
  ...{ size: 4, busy: 0, queued: 0, oldestWaitMs: null, arrivalsPerS: 0, serviceMs: 2_000, runs: 30 },
  ...{ ended: 10, troubled: 0, ...over },
})

/** Watched for long, with these needs in the last minutes. */
export const watched = (needs: readonly number[] = [], over: Partial<History> = {}): History => ({
  ...{ sinceMs: 0, upMs: null, downMs: null },
  needs: needs.map((agents, i) => ({ atMs: NOW - (needs.length - i) * 5_000, agents })),
  ...over,
})
