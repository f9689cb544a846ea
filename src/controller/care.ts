import { isProcessAlive, thisProcess } from '../base/host.ts'
import { clearRecovered, hasRecovered, hasRested, openRested } from '../engine/restart-failing.ts'
import type { Db } from '../store/schema.ts'
import { statement } from '../store/statement.ts'
import { FRESH_BEAT_MS } from '../store/tables/workers.ts'
import { alertWatch } from './alerts.ts'
import { watchLag } from './event-loop-lag.ts'
import { lookAround } from './health.ts'
import type { Kept } from './keep-alive.ts'
import { createSampler, SAMPLE_MS } from './samples.ts'
import { createSweep } from './sweep.ts'

/** What a resident worker does for the whole fleet beside running tasks. */
export interface Care {
  /** One look; to be called every second or so. Writes nothing while there is nothing to do. */
  look(nowMs: number): Promise<void>
  stop(): void
}

const LAG_RESOLUTION_MS = 200

/**
 * Care of the fleet: offers restarted agents that have rested, clears alerts of pools that work again, weighs the vitals for alerts and samples them every ten
 * seconds, and removes what is old. Of several resident workers the one that has been there longest does it.
 */
export function createCare({ house, workerId, wake }: Pick<Kept, 'house' | 'workerId' | 'wake'>): Care {
  const watch = alertWatch(house)
  const sample = createSampler(house)
  const sweep = createSweep(house)
  const lag = watchLag(LAG_RESOLUTION_MS)
  let sampledMs = 0
  let storeWriteMs: number | null = null

  async function measure(): Promise<void> {
    const eventLoopLagMs = lag.read()
    const vitals = { ...(await lookAround(house)), eventLoopLagMs }
    storeWriteMs = (await sample(vitals)) ?? storeWriteMs
    await watch({ ...vitals, storeWriteMs })
  }

  return {
    async look(nowMs) {
      const store = await house.store()
      if (!(await isCaretaker(store.db, workerId, nowMs))) return
      if (await hasRested(store.db, nowMs)) {
        await store.write((tx) => openRested(tx, nowMs))
        wake()
      }
      if (await hasRecovered(store.db)) await store.write((tx) => clearRecovered(tx, nowMs))
      if (Math.abs(nowMs - sampledMs) >= SAMPLE_MS) {
        sampledMs = nowMs
        await measure()
      }
      await sweep(nowMs)
    },
    stop: lag.stop,
  }
}

/** True for the resident worker that has been there longest of those that are there now. */
async function isCaretaker(db: Db, workerId: string, nowMs: number): Promise<boolean> {
  const rows = await residents(db, { sinceMs: nowMs - FRESH_BEAT_MS })
  return rows.find(({ host, pid, born }) => host !== thisProcess.host || isProcessAlive(pid, born))?.id === workerId
}

const residents = statement((db, given: { sinceMs: number }) =>
  db
    .selectFrom('workers')
    .select(['id', 'host', 'pid', 'born'])
    .where('ended_ms', 'is', null)
    .where('beat_ms', '>', given.sinceMs)
    .where('resident', '=', 1)
    .orderBy('started_ms')
    .orderBy('id'),
)
