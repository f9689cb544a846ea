import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clearRecovered, hasRecovered, hasRested, openRested } from '../../src/engine/restart-failing.ts'
import { fillSlots, freeSlot, replaceSlots } from '../../src/engine/slots.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore, takePlace } from '../helpers/open-test-store.ts'

const MINUTE_MS = 60_000
let store: Store
let nowMs = NOON_MS
beforeEach(async () => {
  nowMs = NOON_MS
  store = await openTestStore()
})
afterEach(() => store.close())

const rows = <Row = Record<string, unknown>>(statement: string) => store.maintain(statement) as Row[]
const states = () => rows<{ state: string }>('select state from slots order by id').map(({ state }) => state)
const take = () => takePlace(store, 'p', nowMs)
const journalled = (kind: string) =>
  rows<{ data: string }>(`select data from journal where kind = '${kind}' order by seq`)
const rest = (ms: number) => {
  nowMs += ms
  return store.write((tx) => openRested(tx, nowMs))
}
async function runOnce(ended: 'good' | 'bad' | 'lost'): Promise<void> {
  const slot = (await take()) ?? expect.fail('no agent is free')
  nowMs += 10
  await store.write((tx) => freeSlot(tx, slot.id, ended, nowMs))
}
const fail = async (times: number) => {
  for (let i = 0; i < times; i += 1) await runOnce('bad')
}

describe('an agent whose runs fail', () => {
  beforeEach(() => makePool(store, 'p', 1))

  test('is replaced after the third in a row by one that rests before it takes a task', async () => {
    const [{ id } = { id: 0 }] = rows<{ id: number }>('select id from slots')
    await fail(3)
    expect(states()).toEqual(['starting'])
    expect(await take()).toBeUndefined()
    expect(JSON.parse(journalled('agent.restarted')[0]?.data ?? '{}')).toMatchObject({
      agent: id,
      failures: 3,
      restMs: 2_000,
    })
    expect(await hasRested(store.db, nowMs + 1_999)).toBe(false)
    expect(await hasRested(store.db, nowMs + 2_000)).toBe(true)
    await rest(2_000)
    expect((await take())?.id).toBeGreaterThan(id)
  })

  test('keeps its place when a good run stands between', async () => {
    await fail(2)
    await runOnce('good')
    await fail(2)
    expect(states()).toEqual(['idle'])
  })

  test('is not restarted for runs that were lost with their worker, although they count as failed', async () => {
    for (let i = 0; i < 5; i += 1) await runOnce('lost')
    expect(rows('select state, failures from slots')).toEqual([{ state: 'idle', failures: 5 }])
  })

  test('rests four times as long each time, and is quarantined at the third restart in ten minutes, with an alert', async () => {
    await resize(2)
    await take()
    await fail(3)
    await rest(2_000)
    await fail(3)
    expect(await hasRested(store.db, nowMs + 7_999)).toBe(false)
    await rest(8_000)
    await fail(3)
    expect(states()).toEqual(['busy', 'quarantined'])
    expect(await take()).toBeUndefined()
    expect(await hasRested(store.db, nowMs + 60 * MINUTE_MS)).toBe(false)
    expect(rows('select rule, subject, level, state from alerts')).toEqual([
      { rule: 'quarantine', subject: 'p', level: 'bad', state: 'open' },
    ])
    expect(journalled('agent.quarantined')).toHaveLength(1)
    expect(journalled('alert.raised')).toHaveLength(1)
  })

  test('is not quarantined when its restarts lie more than ten minutes apart', async () => {
    for (let i = 0; i < 4; i += 1) {
      await fail(3)
      await rest(11 * MINUTE_MS)
    }
    expect(states()).toEqual(['idle'])
    expect(rows('select id from alerts')).toEqual([])
  })
})

describe('the last agent of a pool that works', () => {
  beforeEach(() => makePool(store, 'p', 1))
  const alerts = () => rows('select rule, subject, level, state from alerts')
  const raised = { rule: 'last-agent', subject: 'p', level: 'bad', state: 'open' }

  test.each([1, 2])(
    'of %i raises an alert instead of a quarantine, and is tried again after its rest',
    async (size) => {
      await resize(size)
      for (let i = 0; i < 5 * size; i += 1) {
        await fail(3)
        await rest(MINUTE_MS)
      }
      expect(states().filter((state) => state === 'quarantined')).toHaveLength(size - 1)
      expect(alerts()).toContainEqual(raised)
      await rest(MINUTE_MS)
      expect(await take()).toBeDefined()
    },
  )

  test('is one also where another one only ends what it has begun', async () => {
    await resize(2)
    const last = (await take()) ?? expect.fail('no agent is free')
    await take()
    await resize(1)
    expect(states()).toEqual(['busy', 'draining'])
    await store.write((tx) => freeSlot(tx, last.id, 'bad', nowMs))
    await fail(2)
    for (let i = 0; i < 3; i += 1) {
      await rest(MINUTE_MS)
      await fail(3)
    }
    expect(states()).toEqual(['draining', 'starting'])
    expect(alerts()).toEqual([raised])
  })

  test('is told once while it keeps failing, and the alert is cleared by its next good run', async () => {
    for (let i = 0; i < 5; i += 1) {
      await fail(3)
      await rest(MINUTE_MS)
    }
    expect(journalled('alert.raised')).toHaveLength(1)
    await runOnce('bad')
    expect(await hasRecovered(store.db)).toBe(false)
    await runOnce('good')
    expect(await hasRecovered(store.db)).toBe(true)
    await store.write((tx) => clearRecovered(tx, nowMs))
    expect(alerts()).toEqual([{ ...raised, state: 'cleared' }])
    expect(await hasRecovered(store.db)).toBe(false)
  })
})

async function resize(size: number): Promise<void> {
  await store.write(async (tx) => {
    await tx.updateTable('pools').set({ size }).where('name', '=', 'p').execute()
    await fillSlots(tx, 'p', nowMs)
  })
}

/** Of two agents the one works on and the other is quarantined. */
async function quarantineOne(): Promise<void> {
  await take()
  for (let i = 0; i < 3; i += 1) {
    await fail(3)
    await rest(MINUTE_MS)
  }
}

describe('a quarantine', () => {
  beforeEach(async () => {
    await makePool(store, 'p', 2)
    await quarantineOne()
  })

  test('is lifted by a restart of the pool, and its alert is cleared', async () => {
    expect(await store.write((tx) => replaceSlots(tx, 'p', null, nowMs))).toEqual({ replaced: 1, draining: 1 })
    expect(states()).toEqual(['draining', 'idle'])
    expect(rows('select state, cleared_ms from alerts')).toEqual([{ state: 'cleared', cleared_ms: nowMs }])
  })

  test('is lifted for those that are chosen, and its agents count as failed', async () => {
    const failed = rows<{ id: number }>('select id from slots where failures > 0').map(({ id }) => id)
    await store.write((tx) => replaceSlots(tx, 'p', failed, nowMs))
    expect(states()).toEqual(['busy', 'idle'])
  })

  test('goes first when the pool shrinks, and counts as a place when it grows', async () => {
    await resize(4)
    expect(states()).toEqual(['busy', 'quarantined', 'idle', 'idle'])
    await resize(3)
    expect(states()).toEqual(['busy', 'idle', 'idle'])
  })
})

test('when all agents fail, at most half of the pool is taken out', async () => {
  await makePool(store, 'p', 4)
  for (let i = 0; i < 60; i += 1) {
    if (await hasRested(store.db, nowMs)) await rest(0)
    const slot = await take()
    if (slot) await store.write((tx) => freeSlot(tx, slot.id, 'bad', nowMs))
    else nowMs += 1_000
  }
  expect(states().filter((state) => state === 'quarantined')).toHaveLength(2)
  expect(rows('select id from alerts')).toHaveLength(1)
})
