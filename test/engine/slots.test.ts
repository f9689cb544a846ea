import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillSlots, freeSlot, replaceSlots } from '../../src/engine/slots.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore, takePlace } from '../helpers/open-test-store.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.close())

const slots = () =>
  store.maintain('select id, state, generation from slots order by id') as Array<{
    id: number
    state: string
    generation: number
  }>
const states = () => slots().map(({ state }) => state)
const take = () => takePlace(store, 'p', NOON_MS)
const free = (id: number, ended: 'good' | 'bad' = 'good') => store.write((tx) => freeSlot(tx, id, ended, NOON_MS + 500))
const resize = (size: number) =>
  store.write(async (tx) => {
    await tx.updateTable('pools').set({ size }).where('name', '=', 'p').execute()
    await fillSlots(tx, 'p', NOON_MS)
  })

describe.each([
  { from: 3, busy: 0, to: 5, now: { idle: 5, busy: 0, draining: 0 } },
  { from: 3, busy: 3, to: 5, now: { idle: 2, busy: 3, draining: 0 } },
  { from: 3, busy: 0, to: 1, now: { idle: 1, busy: 0, draining: 0 } },
  { from: 3, busy: 1, to: 1, now: { idle: 0, busy: 1, draining: 0 } },
  { from: 3, busy: 3, to: 1, now: { idle: 0, busy: 1, draining: 2 } },
  { from: 3, busy: 2, to: 0, now: { idle: 0, busy: 0, draining: 2 } },
  { from: 0, busy: 0, to: 2, now: { idle: 2, busy: 0, draining: 0 } },
])('a pool of $from with $busy busy that is set to $to', ({ from, busy, to, now }) => {
  beforeEach(async () => {
    await makePool(store, 'p', from)
    for (let n = 0; n < busy; n += 1) await take()
    await resize(to)
  })

  test('removes idle places first, and lets busy ones finish', () => {
    const count = (state: string) => states().filter((one) => one === state).length
    expect({ idle: count('idle'), busy: count('busy'), draining: count('draining') }).toEqual(now)
  })

  test('has exactly its size when every task has ended', async () => {
    for (const { id, state } of slots()) if (state !== 'idle') await free(id)
    expect(states()).toEqual(Array.from({ length: to }, () => 'idle'))
  })
})

test('a draining place takes no task', async () => {
  await makePool(store, 'p', 1)
  await take()
  await resize(0)
  expect(await take()).toBeUndefined()
})

test('a pool that shrinks and grows again while it is busy ends with its size', async () => {
  await makePool(store, 'p', 4)
  for (let id = 1; id <= 4; id += 1) await take()
  await resize(1)
  await resize(4)
  for (const { id } of slots()) await free(id)
  expect(states()).toEqual(['idle', 'idle', 'idle', 'idle'])
})

test('a restart replaces idle places now and busy ones after their task, all of a new generation', async () => {
  await makePool(store, 'p', 3)
  const taken = await take()
  const before = slots().map(({ id }) => id)
  expect(await store.write((tx) => replaceSlots(tx, 'p', null, NOON_MS))).toEqual({ replaced: 2, draining: 1 })
  expect(states().sort()).toEqual(['draining', 'idle', 'idle'])
  await free(taken?.id ?? 0)
  expect(slots().filter(({ id }) => before.includes(id))).toEqual([])
  expect(slots().map(({ generation }) => generation)).toEqual([1, 1, 1])
})

test('a restart of some replaces those and no other', async () => {
  await makePool(store, 'p', 3)
  const [first, second, third] = slots().map(({ id }) => id)
  await store.write((tx) => replaceSlots(tx, 'p', [second ?? 0], NOON_MS))
  const after = slots().map(({ id }) => id)
  expect(after).toHaveLength(3)
  expect(after).toEqual(expect.arrayContaining([first, third]))
  expect(after).not.toContain(second)
})

test('failures are counted until a good run, and busy time adds up', async () => {
  await makePool(store, 'p', 1)
  const one = () => store.maintain('select failures, busy_ms, done from slots')[0]
  for (const ended of ['bad', 'bad'] as const) await free((await take())?.id ?? 0, ended)
  expect(one()).toEqual({ failures: 2, busy_ms: 1_000, done: 2 })
  await free((await take())?.id ?? 0, 'good')
  expect(one()).toEqual({ failures: 0, busy_ms: 1_500, done: 3 })
})
