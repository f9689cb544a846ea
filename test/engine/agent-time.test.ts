import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countGone, countRun, readEfficiencies } from '../../src/engine/agent-time.ts'
import { freeSlot, replaceSlots } from '../../src/engine/slots.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore, takePlace } from '../helpers/open-test-store.ts'

const MINUTE_MS = 60_000
let store: Store
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.close())

async function efficiency(nowMs: number) {
  const present = await store.db.selectFrom('slots').select(['pool', 'busy_since_ms', 'created_ms']).execute()
  return (await readEfficiencies(store.db, present, nowMs))('p')
}

async function work(fromMs: number, untilMs: number): Promise<void> {
  const slot = await takePlace(store, 'p', fromMs)
  await store.write((tx) => freeSlot(tx, slot?.id ?? 0, 'good', untilMs))
}

test('a restart does not change the efficiency of the hour: the old agents’ time stays counted', async () => {
  await makePool(store, 'p', 2)
  const atMs = NOON_MS + 30 * MINUTE_MS
  await work(NOON_MS, NOON_MS + 15 * MINUTE_MS)
  const before = await efficiency(atMs)
  expect(before).toEqual({ efficiency: 0.25, runs: 1 })
  await store.write((tx) => replaceSlots(tx, 'p', null, atMs))
  expect(await efficiency(atMs)).toEqual(before)
  await work(atMs, atMs + 30 * MINUTE_MS)
  expect(await efficiency(atMs + 30 * MINUTE_MS)).toEqual({ efficiency: 45 / 120, runs: 2 })
})

test('a run that goes on counts up to now', async () => {
  await makePool(store, 'p', 1)
  await takePlace(store, 'p', NOON_MS + 60_000)
  expect(await efficiency(NOON_MS + 120_000)).toEqual({ efficiency: 0.5, runs: 0 })
})

test('what was done over an hour ago does not count', async () => {
  await makePool(store, 'p', 1)
  await work(NOON_MS, NOON_MS + MINUTE_MS)
  expect(await efficiency(NOON_MS + 61 * MINUTE_MS)).toEqual({ efficiency: null, runs: 0 })
})

test('the minutes of a stretch add up to it, whatever its ends, and only the last hour of it is kept', async () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 90 * MINUTE_MS }), fc.integer({ min: 0, max: 90 * MINUTE_MS }))
  await fc.assert(
    fc.asyncProperty(stretch, async ([start, long]) => {
      await store.write((tx) => tx.deleteFrom('minutes').execute())
      const one = { pool: 'p', fromMs: NOON_MS + start, untilMs: NOON_MS + start + long }
      await store.write(async (tx) => {
        await countRun(tx, one)
        await countGone(tx, one)
      })
      const [sum] = store.maintain(
        'select sum(runs) as runs, sum(busy_ms) as busy, sum(gone_ms) as gone, count(*) as n from minutes',
      ) as Array<{ runs: number; busy: number; gone: number; n: number }>
      const kept = one.untilMs - (one.untilMs - 60 * MINUTE_MS - ((one.untilMs - 60 * MINUTE_MS) % MINUTE_MS))
      expect(sum).toMatchObject({ runs: 1, busy: Math.min(long, kept), gone: Math.min(long, kept) })
      expect(sum?.n).toBeLessThanOrEqual(61)
    }),
    { numRuns: 60 },
  )
})
