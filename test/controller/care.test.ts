import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { thisProcess } from '../../src/base/host.ts'
import { type Care, createCare } from '../../src/controller/care.ts'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
let care: Care
let woken = 0
beforeEach(async () => {
  woken = 0
  fleet = smallFleet()
  await fleet.controller.pools.list()
  await resident('w-1', 1_000)
  care = createCare({ house: fleet.house, workerId: 'w-1', wake: () => (woken += 1) })
})
afterEach(async () => {
  care.stop()
  await fleet.close()
})

/** A resident worker that came so long ago and beats now. */
const resident = (id: string, sinceMs: number) => {
  const { host, pid } = thisProcess
  const nowMs = fleet.clock.now()
  return fleet.rows(
    `insert into workers (id, host, pid, resident, started_ms, beat_ms, ended_ms) values ('${id}', '${host}', ${pid}, 1, ${nowMs - sinceMs}, ${nowMs}, null)`,
  )
}
const beat = () => fleet.rows(`update workers set beat_ms = ${fleet.clock.now()}`)
async function look(afterMs: number): Promise<void> {
  fleet.clock.turn(afterMs)
  await beat()
  await care.look(fleet.clock.now())
}
/** Rows of what care writes. Not alerts: the machine that runs the tests may really be busy. */
const written = async () =>
  (
    await fleet.rows(`select (select count(*) from journal where kind not like 'alert.%')
      + (select count(*) from samples) + (select count(*) from settings) as n`)
  )[0]
const pretendRest = () =>
  fleet.rows(`update slots set state = 'starting', ready_ms = ${fleet.clock.now() + 2_000} where id = 1`)

describe('care of the fleet', () => {
  test('offers an agent that has rested, and wakes the dispatcher for it', async () => {
    await pretendRest()
    await look(1_000)
    expect([woken, (await fleet.rows('select state from slots where id = 1'))[0]]).toEqual([0, { state: 'starting' }])
    await look(1_000)
    expect([woken, (await fleet.rows('select state from slots where id = 1'))[0]]).toEqual([1, { state: 'idle' }])
  })

  test('is taken by the resident worker that has been there longest, and by the next when that one is gone', async () => {
    await resident('w-0', 5_000)
    await pretendRest()
    await look(10_000)
    expect(woken).toBe(0)
    await fleet.rows(`update workers set ended_ms = ${fleet.clock.now()} where id = 'w-0'`)
    await look(1_000)
    expect(woken).toBe(1)
  })

  test('writes nothing while nothing happens', async () => {
    await look(10_000)
    const before = await written()
    for (let i = 0; i < 30; i += 1) await look(10_000)
    expect(await written()).toEqual(before)
  })

  test('samples what waits and raises an alert for what waits too long', async () => {
    await fleet.submit()
    for (let i = 0; i < 12; i += 1) await look(10_000)
    expect((await fleet.controller.samples.lastHour())?.at(-1)).toMatchObject({ queued: 1 })
    const open = await fleet.controller.alerts.list(false)
    expect(open.filter(({ rule }) => rule === 'queue-age')).toHaveLength(1)
  })
})

describe('an agent in quarantine', () => {
  const quarantine = () => fleet.rows("update slots set state = 'quarantined', failures = 3 where pool = 'general'")

  test('makes waiting vain when it is the only one there is, and the task stays in the queue', async () => {
    await quarantine()
    const { id } = await fleet.submit()
    await expect(fleet.settled(id)).rejects.toMatchObject({ code: 'PAUSED', hint: 'restart general' })
    expect(await fleet.rows('select state from tasks')).toEqual([{ state: 'queued' }])
  })

  test('is shown among the agents of its pool, and lifted by restarting what failed', async () => {
    await quarantine()
    expect(await fleet.controller.pools.agents('general')).toMatchObject([
      { state: 'quarantined', task: null, failures: 3 },
      { state: 'quarantined', task: null, failures: 3 },
    ])
    expect((await fleet.controller.pools.list())[0]).toMatchObject({ pool: 'general', idle: 0, quarantined: 2 })
    expect(await fleet.controller.pools.restart({ failed: true }, ADA)).toMatchObject({ replaced: 2 })
    expect((await fleet.controller.pools.list())[0]).toMatchObject({ idle: 2, quarantined: 0 })
  })
})

test('an agent that rests is offered to a one-shot that waits, without any resident worker', async () => {
  await fleet.rows('delete from workers')
  await fleet.rows(`update slots set state = 'starting', ready_ms = ${fleet.clock.now() + 2_000}`)
  const { id } = await fleet.submit()
  const settled = fleet.settled(id)
  fleet.clock.turn(2_000)
  expect(await settled).toMatchObject({ attempts: 1 })
})
