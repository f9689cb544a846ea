import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSampler, type Sampler } from '../../src/controller/samples.ts'
import { CALM } from '../helpers/calm-vitals.ts'
import { fakeRoute, says } from '../helpers/fake-provider.ts'
import { type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
let sample: Sampler
beforeEach(() => {
  fleet = smallFleet({ routes: [fakeRoute(async () => says('Yes'))] })
  sample = createSampler(fleet.house)
})
afterEach(() => fleet.close())

/** So many looks, ten seconds apart; how many of them wrote. */
async function look(times = 1, change: Partial<typeof CALM> = {}): Promise<number> {
  let wrote = 0
  for (let i = 0; i < times; i += 1) {
    fleet.clock.turn(10_000)
    if ((await sample({ ...CALM, ...change })) !== null) wrote += 1
  }
  return wrote
}
const rows = (spanMs: number) =>
  fleet.rows(`select queued, busy, done, failed, cpu, lag_ms from samples where span_ms = ${spanMs} order by at_ms`)

describe('a sample', () => {
  test('is not written while nothing changes, however the load of the machine does', async () => {
    expect(await look(3)).toBe(0)
    expect(await look(3, { cpuLoad: 0.9 })).toBe(0)
    expect(await fleet.controller.samples.lastHour()).toBeNull()
  })

  test('is written when something waits, when it ends, and then no more', async () => {
    await look()
    const { id } = await fleet.submit()
    expect(await look(4)).toBe(1)
    await fleet.settled(id)
    expect(await look(4)).toBe(1)
    expect(await rows(10_000)).toMatchObject([
      { queued: 1, busy: 0, done: 0 },
      { queued: 0, busy: 0, done: 1 },
    ])
  })

  test('goes into its minute and its hour: sums of what ended, the highest of the rest', async () => {
    await look(6)
    await fleet.run()
    await look(1, { cpuLoad: 0.7, eventLoopLagMs: 3 })
    await fleet.run()
    await fleet.submit()
    await look(1, { cpuLoad: 0.4, eventLoopLagMs: 9 })
    expect(await rows(10_000)).toHaveLength(2)
    const both = [{ queued: 1, busy: 0, done: 2, failed: 0, cpu: 0.7, lag_ms: 9 }]
    expect(await rows(60_000)).toEqual(both)
    expect(await rows(3_600_000)).toEqual(both)
  })

  test('counts a task that ended at the turn of a quarter hour once', async () => {
    await look()
    await fleet.run()
    await look()
    fleet.clock.turn(15 * 60_000)
    await look()
    await fleet.run()
    await look(200)
    expect(await fleet.rows('select sum(done) as n from samples where span_ms = 3600000')).toEqual([{ n: 2 }])
  })

  test('is kept for two hours by ten seconds and for a day by the minute', async () => {
    await look()
    for (let i = 0; i < 30; i += 1) {
      await fleet.run()
      fleet.clock.turn(3_600_000)
      await look()
    }
    expect((await rows(10_000)).length).toBeLessThanOrEqual(3)
    expect((await rows(60_000)).length).toBeLessThanOrEqual(25)
    expect(await rows(3_600_000)).toHaveLength(30)
  })
})

test('the last hour has sixty minutes, and a depth that did not change stays known', async () => {
  await look()
  await fleet.submit()
  await look(1)
  await look(30)
  const minutes = (await fleet.controller.samples.lastHour()) ?? []
  expect(minutes).toHaveLength(60)
  expect(minutes[0]).toMatchObject({ queued: null, busy: null, done: 0 })
  expect(minutes.at(-1)).toMatchObject({ queued: 1, busy: 0, done: 0 })
})

test('a depth that fell within a minute is not carried on as it was at its highest', async () => {
  await look()
  const { id } = await fleet.submit()
  await look(1)
  await fleet.settled(id)
  await look(1)
  await look(30)
  const queued = ((await fleet.controller.samples.lastHour()) ?? []).map((minute) => minute.queued)
  expect(Math.max(...queued.map((n) => n ?? 0))).toBe(1)
  expect(queued.at(-1)).toBe(0)
})
