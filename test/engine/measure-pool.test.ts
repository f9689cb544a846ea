import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { measurePool } from '../../src/engine/measure-pool.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
  await makePool(store, 'sports', 3)
  await makePool(store, 'general', 3)
})
afterEach(() => store.close())

const measure = () => measurePool(store.db, 'sports', NOON_MS)

/** A task that came so long ago and is due from then on, or later. */
const task = (agoMs: number, over: { pool?: string; state?: 'queued' | 'done'; dueInMs?: number } = {}) => {
  const { pool = 'sports', state = 'queued', dueInMs = -agoMs } = over
  return store.write((tx) =>
    tx
      .insertInto('tasks')
      .values({
        ...{ state, pool, ask: 'x', attachment: null, created_ms: NOON_MS - agoMs, run_at_ms: NOON_MS + dueInMs },
        ...{ request_digest: '', session: 's', principal: 'p', owner: 'o', routing: '{}' },
      })
      .execute(),
  )
}

let nextTask = 1_000
const run = (
  endedAgoMs: number,
  tookMs: number,
  over: { pool?: string; outcome?: 'done' | 'lost' | 'requeued'; code?: string } = {},
) => {
  const { pool = 'sports', outcome = 'done', code = null } = over
  const task_id = nextTask++
  return store.write(async (tx) => {
    await tx
      .insertInto('attempts')
      .values({
        ...{ task_id, attempt: 1, epoch: 1, worker_id: 'w', pool, slot_id: 1, outcome, error_code: code },
        ...{ started_ms: NOON_MS - endedAgoMs - tookMs, ended_ms: NOON_MS - endedAgoMs },
      })
      .execute()
    return task_id
  })
}

const call = (task_id: number, seq: number, error_code: string | null) =>
  store.write((tx) =>
    tx
      .insertInto('steps')
      .values({
        ...{ task_id, name: 'model', seq, attempt: 1, kind: 'model', effect: 'spend', idempotency_key: '' },
        ...{ state: error_code === null ? 'done' : 'failed', input_digest: '', output: null, error_code },
        ...{ started_ms: NOON_MS, ended_ms: NOON_MS },
      })
      .execute(),
  )

describe('what rows tell of a pool', () => {
  test('of one where nothing happened: nothing', async () => {
    expect(await measure()).toEqual({
      ...{ size: 3, busy: 0, queued: 0, oldestWaitMs: null, arrivalsPerS: 0, serviceMs: null, runs: 0 },
      ...{ ended: 0, troubled: 0 },
    })
  })

  test('waiting are its own tasks that are due', async () => {
    await task(9_000)
    await task(20_000)
    await task(30_000, { dueInMs: 1 })
    await task(40_000, { pool: 'general' })
    expect(await measure()).toMatchObject({ queued: 2, oldestWaitMs: 20_000 })
  })

  test('arrivals are what came or was put back in the last minute', async () => {
    await task(59_999, { state: 'done' })
    await task(0)
    await task(60_000)
    await task(5_000, { pool: 'general' })
    await run(1_000, 10, { outcome: 'requeued' })
    await run(61_000, 10, { outcome: 'requeued' })
    expect((await measure()).arrivalsPerS).toBeCloseTo(3 / 60)
  })

  test('a burst counts over the whole minute, however fast it came', async () => {
    await run(10, 10, { outcome: 'requeued' })
    await run(10, 10)
    for (let i = 0; i < 28; i += 1) await task(10)
    expect((await measure()).arrivalsPerS).toBeCloseTo(29 / 60)
  })

  test('the time of a run is the mean of its whole runs of the last five minutes', async () => {
    await run(1_000, 2_000)
    await run(299_999, 4_000)
    await run(300_000, 90_000)
    await run(2_000, 90_000, { outcome: 'lost' })
    await run(2_000, 90_000, { pool: 'general' })
    expect(await measure()).toMatchObject({ serviceMs: 3_000, runs: 2, ended: 2 })
  })

  test('busy are agents that have a task, also those that go after it', async () => {
    await store.write(async (tx) => {
      await tx.updateTable('slots').set({ state: 'busy' }).where('id', '=', 1).execute()
      await tx.updateTable('slots').set({ state: 'draining' }).where('id', '=', 2).execute()
    })
    expect(await measure()).toMatchObject({ size: 3, busy: 2 })
  })

  test('troubled are runs of the last minute that no provider answered', async () => {
    await run(1_000, 10, { outcome: 'requeued', code: 'RATE_LIMITED' })
    await run(1_000, 10, { outcome: 'requeued', code: 'STORE_UNAVAILABLE' })
    await call(await run(1_000, 10), 0, 'PROVIDER_FAILED')
    await call(await run(61_000, 10), 0, 'PROVIDER_FAILED')
    const answeredBySecond = await run(1_000, 10)
    await call(answeredBySecond, 0, 'RATE_LIMITED')
    await call(answeredBySecond, 1, null)
    expect(await measure()).toMatchObject({ ended: 4, troubled: 2 })
  })

  test('every query finds its rows by an index', async () => {
    const plan = (statement: string) => JSON.stringify(store.maintain(`explain query plan ${statement}`))
    expect(plan("select created_ms from tasks where pool = 'x' and created_ms > 5 order by created_ms desc")).toMatch(
      /COVERING INDEX tasks_arrivals/,
    )
    expect(plan("select 1 from attempts where ended_ms > 5 and pool = 'x' order by ended_ms desc")).toMatch(
      /INDEX attempts_ended/,
    )
  })
})
