import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OperatorError } from '../../src/base/errors.ts'
import { createAutoscaler } from '../../src/controller/autoscale.ts'
import { fakeRoute, says } from '../helpers/fake-provider.ts'
import { ADA, type Fleet, smallFleet } from '../helpers/small-fleet.ts'

let fleet: Fleet
let look: ReturnType<typeof createAutoscaler>
let refused = false
beforeEach(() => {
  refused = false
  const route = fakeRoute(async () => {
    fleet.clock.turn(2_000)
    if (refused) throw new OperatorError('RATE_LIMITED', 'Too many.')
    return says('Yes')
  })
  fleet = smallFleet({ routes: [route] })
  look = createAutoscaler(fleet.house)
})
afterEach(() => fleet.close())

const auto = (min = 1, max = 12) => fleet.controller.scalings.auto('general', { min, max }, { caller: ADA, dry: false })
const size = async () => (await fleet.controller.pools.list()).find(({ pool }) => pool === 'general')?.size
const queue = async (n: number) => {
  for (let i = 0; i < n; i += 1) await fleet.submit()
}
/** Looks every five seconds for so many minutes. */
const watch = async (minutes: number) => {
  for (let i = 0; i < minutes * 12; i += 1) {
    fleet.clock.turn(5_000)
    await look()
  }
}

describe('a pool that scales itself', () => {
  test('grows by what rows say and journals every number of the decision, by the scaler', async () => {
    await auto()
    await fleet.run()
    await queue(60)
    await look()
    expect(await size()).toBe(6)
    const [row] = await fleet.rows<{ principal: string; data: string }>(
      "select principal, data from journal where kind = 'pool.autoscaled'",
    )
    expect(row?.principal).toBe('system:scaler')
    expect(JSON.parse(row?.data ?? '')).toMatchObject({
      ...{ before: 2, after: 6, min: 1, max: 12 },
      need: { agents: 7, forBacklog: 4 },
      measured: { size: 2, busy: 0, queued: 60, serviceMs: 2_000, runs: 1, arrivalsPerS: 61 / 60, troubled: 0 },
      rejected: [{ to: 2 }, { to: 7 }],
    })
    const slots = await fleet.rows("select id from slots where pool = 'general'")
    expect(slots).toHaveLength(6)
  })

  test('shrinks to its lower bound when nothing came in the whole window, and writes nothing while it waits', async () => {
    await auto()
    await fleet.run()
    await look()
    const before = await fleet.rows('select max(seq) as seq from journal')
    await watch(4.5)
    expect(await size()).toBe(2)
    expect(await fleet.rows('select max(seq) as seq from journal')).toEqual(before)
    await watch(1)
    expect(await size()).toBe(1)
  })

  test('does not grow while runs are refused by a provider', async () => {
    await auto()
    await fleet.run()
    refused = true
    const { id } = await fleet.submit()
    await fleet.controller.worker.run(id)
    await queue(60)
    const [decision] = await look()
    expect(decision).toMatchObject({ way: 'stay', to: 2, need: { agents: expect.any(Number) } })
    expect(decision?.reason).toContain("answered 1 of the last minute's 2 runs")
    expect(await size()).toBe(2)
  })

  test('is left alone without data, while it is paused, and under the kill switch', async () => {
    await auto()
    await queue(60)
    expect(await look()).toMatchObject([{ way: 'stay', need: null }])
    await fleet.controller.pools.pause('general', true, ADA)
    expect(await look()).toEqual([])
    await fleet.controller.pools.pause('general', false, ADA)
    await fleet.controller.killSwitch.set(true, ADA)
    expect(await look()).toEqual([])
  })

  test('is not looked at when it is pinned', async () => {
    await fleet.run()
    await queue(60)
    expect(await look()).toEqual([])
    expect(await size()).toBe(2)
  })

  test('is decided on once by two workers', async () => {
    await auto()
    await fleet.run()
    await queue(60)
    await Promise.all([look(), createAutoscaler(fleet.house)()])
    expect(await fleet.rows("select seq from journal where kind = 'pool.autoscaled'")).toHaveLength(1)
    await createAutoscaler(fleet.house)()
    expect(await size()).toBe(6)
  })
})

test('a decision about a size that the pool no longer has is dropped', async () => {
  await auto()
  const by = { caller: ADA, dry: false, step: { way: 'up' as const, from: 5, facts: {} } }
  expect(await fleet.controller.pools.scale('general', { to: 9 }, by)).toMatchObject({ before: 2, after: 2 })
  await fleet.controller.scalings.pin('general', { caller: ADA, dry: false })
  const late = { ...by, step: { ...by.step, from: 2 } }
  expect(await fleet.controller.pools.scale('general', { to: 9 }, late)).toMatchObject({ before: 2, after: 2 })
  expect(await size()).toBe(2)
})

test('a resident worker looks by itself', async () => {
  await auto(4, 8)
  await fleet.controller.worker.start()
  await expect.poll(size, { timeout: 4_000 }).toBe(4)
  expect(fleet.errors).toEqual([])
})

describe('who sets the size', () => {
  test('a person who gives a size takes the pool from the scaler, also when the size is the same', async () => {
    await auto()
    expect(await fleet.controller.pools.scale('general', { to: 2 }, { caller: ADA, dry: false })).toMatchObject({
      ...{ before: 2, after: 2, pinned: true },
    })
    expect((await fleet.controller.pools.list())[0]).toMatchObject({ mode: 'pinned', min: null, max: null })
    expect(await fleet.rows("select kind from journal where kind like 'pool.%' order by seq")).toEqual([
      { kind: 'pool.unpinned' },
      { kind: 'pool.pinned' },
    ])
  })

  test('bounds are kept for the next time, and begin at four times the size', async () => {
    const by = { caller: ADA, dry: false }
    const { scalings } = fleet.controller
    expect(await scalings.auto('general', {}, by)).toMatchObject({ min: 1, max: 8 })
    expect(await scalings.auto('general', { min: 3, max: 5 }, by)).toMatchObject({ min: 3, max: 5 })
    await scalings.pin('general', by)
    expect(await scalings.auto('general', {}, by)).toMatchObject({ min: 3, max: 5 })
    expect(await scalings.auto('general', { max: 2 }, by)).toMatchObject({ min: 2, max: 2 })
    expect(await scalings.auto('general', { min: 9 }, by)).toMatchObject({ min: 9, max: 9 })
  })

  test('a dry run changes nothing', async () => {
    const dry = { caller: ADA, dry: true }
    await fleet.controller.scalings.auto('general', { min: 1, max: 4 }, dry)
    expect((await fleet.controller.pools.list())[0]?.mode).toBe('pinned')
    await auto()
    await fleet.controller.pools.scale('general', { to: 5 }, dry)
    await fleet.controller.scalings.pin('general', dry)
    expect((await fleet.controller.pools.list())[0]).toMatchObject({ mode: 'auto', size: 2 })
  })

  test.each([
    [0, 4],
    [5, 4],
    [1, 1_001],
  ])('bounds from %i to %i are refused', async (min, max) => {
    await expect(auto(min, max)).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })

  test('an unknown pool is named', async () => {
    const by = { caller: ADA, dry: false }
    await expect(fleet.controller.scalings.auto('nowhere', {}, by)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(fleet.controller.scalings.story('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('the story tells the mode, what is measured and needed, and the changes with their numbers, newest first', async () => {
  await auto()
  await fleet.run()
  await queue(60)
  await look()
  await fleet.controller.pools.scale('general', { to: 3 }, { caller: ADA, dry: false })
  expect(await fleet.controller.scalings.story('general')).toMatchObject({
    ...{ pool: 'general', size: 3, mode: 'pinned', min: null, max: null },
    measured: { queued: 60, serviceMs: 2_000 },
    need: { agents: 7 },
    steps: [
      { kind: 'pool.scaled', principal: ADA.id, before: 6, after: 3, decided: null },
      { kind: 'pool.pinned', before: null, after: null, decided: null },
      { kind: 'pool.autoscaled', before: 2, after: 6, decided: { need: { agents: 7 }, max: 12 } },
      { kind: 'pool.unpinned', decided: null },
    ],
  })
})
