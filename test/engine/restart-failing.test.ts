import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasRested, openRested } from '../../src/engine/restart-failing.ts'
import { fillSlots, freeSlot, replaceSlots, takeSlot } from '../../src/engine/slots.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'

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
const take = () => store.write((tx) => takeSlot(tx, { id: 1, pool: 'p' }, 'w', nowMs))
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
    await fail(3)
    await rest(2_000)
    await fail(3)
    expect(await hasRested(store.db, nowMs + 7_999)).toBe(false)
    await rest(8_000)
    await fail(3)
    expect(states()).toEqual(['quarantined'])
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

async function quarantineOne(): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    await fail(3)
    await rest(MINUTE_MS)
  }
}

describe('a quarantine', () => {
  beforeEach(async () => {
    await makePool(store, 'p', 1)
    await quarantineOne()
  })

  test('is lifted by a restart of the pool, and its alert is cleared', async () => {
    expect(await store.write((tx) => replaceSlots(tx, 'p', null, nowMs))).toEqual({ replaced: 1, draining: 0 })
    expect(states()).toEqual(['idle'])
    expect(rows('select state, cleared_ms from alerts')).toEqual([{ state: 'cleared', cleared_ms: nowMs }])
  })

  test('is lifted for those that are chosen, and its agents count as failed', async () => {
    const failed = rows<{ id: number }>('select id from slots where failures > 0').map(({ id }) => id)
    await store.write((tx) => replaceSlots(tx, 'p', failed, nowMs))
    expect(states()).toEqual(['idle'])
  })

  test('goes first when the pool shrinks, and counts as a place when it grows', async () => {
    const resize = (size: number) =>
      store.write(async (tx) => {
        await tx.updateTable('pools').set({ size }).where('name', '=', 'p').execute()
        await fillSlots(tx, 'p', nowMs)
      })
    await resize(3)
    expect(states()).toEqual(['quarantined', 'idle', 'idle'])
    await resize(2)
    expect(states()).toEqual(['idle', 'idle'])
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
