import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { midnightMs } from '../../src/controller/local-day.ts'
import { fakeRoute, says } from '../helpers/fake-provider.ts'
import { type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
let next: ReturnType<typeof says> | Error | null = says('Yes')
beforeEach(() => {
  next = says('Yes')
  const route = fakeRoute(async () => {
    fleet.clock.turn(2_000)
    if (next instanceof Error) throw next
    return next ?? says('Yes')
  })
  fleet = smallFleet({ routes: [route] })
})
afterEach(() => fleet.close())

const figures = () => fleet.controller.figures
const fail = async () => {
  next = new TypeError('no')
  await fleet.run()
  next = says('Yes')
}

describe('every number follows the world', () => {
  test('before anything happened nothing is claimed', async () => {
    expect(await figures().today()).toMatchObject({ done: 0, successRate: null, responseMs: null, waitMs: null })
    expect(await figures().uptime()).toEqual({ ratio: null, observedMs: 0, workers: 0 })
    expect((await fleet.controller.pools.list()).map((pool) => [pool.efficiency, pool.sample])).toEqual([
      [null, 0],
      [null, 0],
    ])
  })

  test('today counts what ended, how well and how fast', async () => {
    await fleet.run()
    await fleet.run()
    await fail()
    const { id } = await fleet.submit()
    fleet.clock.turn(4_000)
    await fleet.settled(id)
    const today = await figures().today()
    expect(today).toMatchObject({ done: 3, failed: 1, successRate: 0.75 })
    expect(today.responseMs).toBeCloseTo((2_000 + 2_000 + 6_000) / 3)
    expect(today.waitMs).toBeCloseTo(4_000 / 3)
    expect(today.costMicro).toBe((await figures().budget()).usedMicro)
    expect(await figures().today('sports')).toMatchObject({ done: 0, successRate: null })
  })

  test('yesterday does not count today, and stays in the history', async () => {
    await fleet.run()
    fleet.clock.turn(20 * 3_600_000)
    expect(await figures().today()).toMatchObject({ done: 0, successRate: null })
    expect((await figures().budget()).usedMicro).toBe(0)
    const history = await figures().history(24)
    expect(history).toHaveLength(96)
    expect(history.reduce((sum, quarter) => sum + quarter.done, 0)).toBe(1)
    expect((await figures().history(2)).reduce((sum, quarter) => sum + quarter.done, 0)).toBe(0)
  })

  test('the counts by state are the tasks by state', async () => {
    await fleet.run()
    await fail()
    await fleet.submit()
    const counted = await figures().counts()
    const real = await fleet.rows<{ state: string; n: number }>('select state, count(*) as n from tasks group by state')
    for (const { state, n } of real) expect(counted).toMatchObject({ [state]: n })
    expect(Object.values(counted).reduce((sum, n) => sum + n, 0)).toBe(3)
  })

  test('efficiency is the busy share of the agents’ time in the last hour', async () => {
    await fleet.controller.pools.list()
    fleet.clock.turn(1_800_000 - 2_000)
    await fleet.run()
    const [general, sports] = await fleet.controller.pools.list()
    expect(general?.efficiency).toBeCloseTo(2_000 / (2 * 1_800_000), 6)
    expect([general?.sample, sports?.efficiency, sports?.sample]).toEqual([1, null, 0])
    fleet.clock.turn(3_600_001)
    expect((await fleet.controller.pools.list())[0]).toMatchObject({ efficiency: null, sample: 0 })
  })
})

test('uptime is the time with a resident worker, two at once counted once', async () => {
  await fleet.controller.pools.list()
  const now = fleet.clock.now()
  const worker = (id: string, from: number, to: number, resident = 1) =>
    fleet.rows(
      `insert into workers (id, host, pid, resident, started_ms, beat_ms, ended_ms) values ('${id}', 'h', 1, ${resident}, ${now - from}, ${now - to}, ${now - to})`,
    )
  await worker('one-shot', 100_000, 0, 0)
  await worker('a', 10_000, 6_000)
  await worker('b', 8_000, 5_000)
  await worker('c', 9_000, 7_000)
  await worker('d', 1_000, 0)
  expect(await figures().uptime()).toEqual({ ratio: 0.6, observedMs: 10_000, workers: 4 })
  fleet.clock.turn(2_000)
  expect((await figures().uptime()).ratio).toBeCloseTo(0.5)
})

describe('midnight', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test.each([
    { where: 'UTC', at: '2026-11-20T12:00:00Z', began: '2026-11-20T00:00:00Z' },
    { where: 'Europe/Berlin', at: '2026-11-20T22:59:59Z', began: '2026-11-19T23:00:00Z' },
    { where: 'Europe/Berlin', at: '2026-11-20T23:00:00Z', began: '2026-11-20T23:00:00Z' },
    { where: 'Europe/Berlin', at: '2026-03-29T12:00:00Z', began: '2026-03-28T23:00:00Z' },
    { where: 'Europe/Berlin', at: '2026-10-25T12:00:00Z', began: '2026-10-24T22:00:00Z' },
    { where: 'America/New_York', at: '2026-11-01T12:00:00Z', began: '2026-11-01T04:00:00Z' },
    { where: 'Asia/Kathmandu', at: '2026-11-20T12:00:00Z', began: '2026-11-19T18:15:00Z' },
    // In Cairo the last Friday of April has no midnight: the day begins at one.
    { where: 'Africa/Cairo', at: '2026-04-24T12:00:00Z', began: '2026-04-23T22:00:00Z' },
  ])('in $where at $at the day began at $began', ({ where, at, began }) => {
    process.env.TZ = where
    expect(new Date(midnightMs(Date.parse(at))).toISOString()).toBe(new Date(began).toISOString())
  })
})
