import type { Vitals } from '../../src/controller/health.ts'

/** A machine and a fleet with nothing to complain of. */
export const CALM: Vitals = {
  cpuLoad: 0.1,
  memoryUsed: 2e9,
  memoryTotal: 8e9,
  processRss: 1e8,
  diskFree: 5e10,
  databaseBytes: 1e6,
  walBytes: 1e5,
  storeReadMs: 1,
  storeWriteMs: 5,
  eventLoopLagMs: 1,
  oldestQueuedMs: null,
  liveWorkers: 1,
  silentWorkers: 0,
  lostRuns: 0,
  quarantined: 0,
  errorRate: 0,
  restingRoutes: 0,
  failedLastDay: 0,
}
