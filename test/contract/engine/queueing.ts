import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ADA, EVE, type Fleet } from '../../helpers/small-fleet.ts'
import { type EngineUnderTest, eventsOf, type HeldRoute, heldRoute, submitTo, taskOf } from './engine-under-test.ts'

/** Who is taken into the queue, and who comes out of it when. */
export function queueing(engine: EngineUnderTest): void {
  let route: HeldRoute
  let fleet: Fleet
  let beside: Fleet
  const slots = 2
  beforeEach(() => {
    route = heldRoute()
    fleet = engine.open({ routes: [route], slots })
    beside = engine.openBeside(fleet, { routes: [route], slots })
  })
  afterEach(async () => {
    await beside.close()
    await fleet.close()
  })

  const inside = () => expect.poll(() => route.inside.length, { timeout: 5_000, interval: 5 })
  const counts = () => fleet.controller.figures.counts()

  /** Lets everything through, each time only when the pool is as full as the waiting work can make it. */
  async function workOff(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      await inside().toBe(Math.min(slots, left))
      route.release()
      await inside().toBe(Math.min(slots, left - 1))
    }
  }

  test('the urgent go first, and equals in the order in which they came', async () => {
    for (const [ask, priority] of [
      ['a', 5],
      ['b', 9],
      ['c', 0],
      ['d', 5],
      ['e', 0],
    ] as const)
      await submitTo(fleet, { ask, priority })
    await fleet.controller.worker.start()
    await workOff(5)
    expect(route.came).toEqual(['c', 'e', 'a', 'd', 'b'])
  })

  describe('an idempotency key', () => {
    test('given twice makes one task', async () => {
      const first = await submitTo(fleet, { idempotencyKey: 'k' })
      const second = await submitTo(beside, { idempotencyKey: 'k' })
      expect(second.id).toBe(first.id)
      expect(await counts()).toMatchObject({ queued: 1 })
    })

    test('given by many at once in two processes makes one task', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, i) => submitTo(i % 2 === 0 ? fleet : beside, { idempotencyKey: 'k' })),
      )
      expect(new Set(all.map(({ id }) => id)).size).toBe(1)
      expect(await eventsOf(fleet, 1)).toEqual(['task.submitted'])
    })

    test('of another request is a conflict, and of another owner another task', async () => {
      await submitTo(fleet, { idempotencyKey: 'k' })
      await expect(submitTo(fleet, { idempotencyKey: 'k', ask: 'another' })).rejects.toMatchObject({ code: 'CONFLICT' })
      expect((await submitTo(fleet, { idempotencyKey: 'k', principal: EVE })).id).toBe(2)
    })
  })

  test('a submission that is refused leaves nothing, and one of the same moment stands', async () => {
    await submitTo(fleet, { idempotencyKey: 'k' })
    const tables = ['tasks', 'journal', 'messages', 'principals']
    const rows = () => Promise.all(tables.map(async (table) => (await fleet.rows(`select 1 from ${table}`)).length))
    const [tasks = 0, journal = 0, messages = 0, principals = 0] = await rows()
    const ends = await Promise.allSettled([
      submitTo(fleet, { idempotencyKey: 'k', ask: 'another', principal: { ...ADA, id: 'person:ada-2' } }),
      submitTo(fleet, { ask: 'a good one' }),
      submitTo(fleet, { parentId: 99 }),
    ])
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    expect(await rows()).toEqual([tasks + 1, journal + 1, messages + 1, principals])
    expect(await counts()).toMatchObject({ queued: 2 })
    expect(await fleet.controller.records.verify()).toMatchObject({ bad: null })
  })

  test('two processes share the places of a pool: never more at a time, and none idle while work waits', async () => {
    for (let i = 0; i < 24; i += 1) await submitTo(i % 2 === 0 ? fleet : beside, { ask: `ask ${i}` })
    await Promise.all([fleet.controller.worker.start(), beside.controller.worker.start()])
    await workOff(24)
    expect(route.most()).toBe(slots)
    await expect.poll(counts).toMatchObject({ queued: 0, running: 0, done: 24 })
    expect(new Set(route.came).size).toBe(24)
  })

  test('a pool that shrinks while it is full ends nobody, and then runs no more than its size', async () => {
    await fleet.controller.worker.start()
    for (let i = 0; i < 5; i += 1) await submitTo(fleet, { ask: `ask ${i}` })
    await inside().toBe(2)
    expect(await beside.controller.pools.scale('general', { to: 1 }, { caller: ADA, dry: false })).toMatchObject({
      draining: 1,
    })
    route.release()
    route.release()
    for (let left = 3; left > 0; left -= 1) {
      await inside().toBe(1)
      route.release()
      await inside().toBe(left > 1 ? 1 : 0)
    }
    await expect.poll(counts).toMatchObject({ done: 5, cancelled: 0 })
  })

  test('a paused pool begins nothing in any process, lets what runs go on, and resumed works on', async () => {
    await Promise.all([fleet.controller.worker.start(), beside.controller.worker.start()])
    const first = await submitTo(fleet, { ask: 'first' })
    await inside().toBe(1)
    await beside.controller.pools.pause('general', true, ADA)
    const second = await submitTo(beside, { ask: 'second' })
    route.release()
    expect(await fleet.settled(first.id)).toMatchObject({ state: 'done' })
    expect(await taskOf(fleet, second.id)).toMatchObject({ state: 'queued', attempts: 0 })
    await fleet.controller.pools.pause('general', false, ADA)
    await inside().toBe(1)
    route.release()
    expect(await fleet.settled(second.id)).toMatchObject({ state: 'done' })
  })

  test('a delayed task is not begun before its time, whoever waits, and others pass it', async () => {
    await fleet.controller.worker.start()
    const later = await submitTo(fleet, { ask: 'later', priority: 0, runAtMs: fleet.clock.now() + 60_000 })
    const now = await submitTo(fleet, { ask: 'now', priority: 9 })
    await inside().toBe(1)
    route.release()
    await fleet.settled(now.id)
    expect(await taskOf(fleet, later.id)).toMatchObject({ state: 'queued', attempts: 0 })
    fleet.clock.turn(60_000)
    await inside().toBe(1)
    expect(route.inside).toEqual(['later'])
  })

  test('who brings thirty tasks does not keep out who brings one', async () => {
    for (let i = 0; i < 30; i += 1) await submitTo(fleet, { ask: `many ${i}` })
    await submitTo(fleet, { ask: 'the one', principal: EVE })
    await fleet.controller.worker.start()
    await inside().toBe(2)
    route.release()
    await expect.poll(() => route.came.length).toBe(3)
    expect(route.came).toContain('the one')
  })

  test('the kill switch keeps every process from beginning anything, and released, all goes on', async () => {
    const { id } = await submitTo(fleet)
    await fleet.controller.killSwitch.set(true, ADA)
    await beside.controller.worker.start()
    expect(await fleet.controller.worker.run(id)).toBe(false)
    expect(await taskOf(fleet, id)).toMatchObject({ state: 'queued', attempts: 0 })
    await fleet.controller.killSwitch.set(false, ADA)
    await inside().toBe(1)
  })
}
