import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Dispatcher } from '../../src/engine/dispatcher.ts'
import { embeddedDispatcher } from '../../src/engine/embedded-dispatcher.ts'
import { beginRun, settleRun } from '../../src/engine/runs.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import type { Store } from '../../src/store/open.ts'
import { handClock } from '../helpers/hand-clock.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'

let store: Store
let dispatcher: Dispatcher
const clock = handClock()
const errors: unknown[] = []

beforeEach(async () => {
  store = await openTestStore()
  dispatcher = embeddedDispatcher(store, clock, (thrown) => errors.push(thrown))
})
afterEach(async () => {
  await dispatcher.stop(0)
  await store.close()
})

const submit = (over = {}) => store.write((tx) => submitTask(tx, taskRequest(over), NOON_MS))

/** Runs every delivery to its end, one after the other in a pool of one place, and keeps the order. */
async function runAll(count: number): Promise<string[]> {
  const order: string[] = []
  dispatcher.start(async ({ taskId }) => {
    const run = await store.write((tx) => beginRun(tx, taskId, 'w', NOON_MS))
    if (!run) return false
    order.push(run.task.ask)
    const done = { state: 'done', answer: '{}', answeredBy: 'handbook', spends: [] } as const
    return (await store.write((tx) => settleRun(tx, run, done, NOON_MS))) !== undefined
  })
  await expect.poll(() => order.length, { timeout: 5_000 }).toBe(count)
  return order
}

test('the most urgent task runs first, and of equals the oldest', async () => {
  await makePool(store, 'general', 1)
  for (const [ask, priority] of [
    ['a', 5],
    ['b', 9],
    ['c', 0],
    ['d', 5],
    ['e', 0],
  ] as const)
    await submit({ ask, priority })
  expect(await runAll(5)).toEqual(['c', 'e', 'a', 'd', 'b'])
})

test('three hundred tasks on three places all run, each once', async () => {
  await makePool(store, 'general', 3)
  for (let i = 0; i < 300; i += 1) await submit({ ask: `ask ${i}` })
  expect(new Set(await runAll(300)).size).toBe(300)
})

describe('what is not due is not offered', () => {
  test.each([
    { what: 'a task of later', prepare: `update tasks set run_at_ms = ${NOON_MS + 1}` },
    { what: 'a task of a paused pool', prepare: 'update pools set paused = 1' },
    { what: 'a task of a pool without a free place', prepare: "update slots set state = 'busy'" },
    { what: 'a parked task', prepare: "update tasks set state = 'parked' where pool = 'general'" },
  ])('$what', async ({ prepare }) => {
    await makePool(store, 'general', 1)
    await submit()
    store.maintain(prepare)
    await makePool(store, 'sports', 1)
    await submit({ pool: 'sports', ask: 'the next one' })
    const offered: number[] = []
    dispatcher.start(async ({ taskId }) => offered.push(taskId) < 0)
    await expect.poll(() => offered).toContain(2)
    expect(offered).not.toContain(1)
  })
})

test('a task that cannot be taken now does not keep everything else from happening', async () => {
  await makePool(store, 'general', 1)
  await submit()
  let offers = 0
  dispatcher.start(async () => {
    offers += 1
    return false
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(offers).toBe(1)
})

test('stopping waits for what runs, and says whether it ended', async () => {
  await makePool(store, 'general', 2)
  await submit()
  let end: (() => void) | undefined
  dispatcher.start(() => new Promise<boolean>((resolve) => (end = () => resolve(true))))
  await expect.poll(() => end).toBeDefined()
  expect(await dispatcher.stop(1)).toBe(false)
  end?.()
  expect(await dispatcher.stop(1_000)).toBe(true)
})

test('stopping waits for a run, though another one under the same number has ended before', async () => {
  let end: () => void = () => undefined
  dispatcher.start(async () => true)
  dispatcher.adopt(1, Promise.resolve())
  dispatcher.adopt(1, new Promise<void>((resolve) => (end = resolve)))
  await new Promise(setImmediate)
  expect(await dispatcher.stop(1)).toBe(false)
  end()
  expect(await dispatcher.stop(1_000)).toBe(true)
})

test('a look that fails is told, and the next one is made', async () => {
  await makePool(store, 'general', 1)
  store.maintain('alter table counts rename to hidden')
  const offered: number[] = []
  dispatcher.start(async ({ taskId }) => offered.push(taskId) < 0)
  await expect.poll(() => errors.length).toBeGreaterThan(0)
  store.maintain('alter table hidden rename to counts')
  await submit()
  dispatcher.wake()
  await expect.poll(() => offered.length).toBeGreaterThan(0)
})
