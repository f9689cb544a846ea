import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bornOf, thisProcess } from '../../src/base/host.ts'
import { hasLostRuns, recoverRuns } from '../../src/engine/recover-runs.ts'
import { beginRun, LEASE_MS, type Run, settleRun } from '../../src/engine/runs.ts'
import { recordSteps } from '../../src/engine/steps.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import type { Store } from '../../src/store/open.ts'
import { handClock } from '../helpers/hand-clock.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
  await makePool(store, 'general', 2)
})
afterEach(() => store.close())

const GONE_PID = 2 ** 22 + 1
const born = bornOf(thisProcess.pid)
const here = { ...thisProcess, born, ended_ms: null as number | null }

/** A running task of a worker that may be anywhere. */
async function running(worker: Partial<typeof here> = {}): Promise<Run> {
  return store.write(async (tx) => {
    const times = { resident: 1, started_ms: NOON_MS, beat_ms: NOON_MS }
    await tx
      .insertInto('workers')
      .values({ id: 'w-1', ...here, ...times, ...worker })
      .execute()
    const { task } = await submitTask(tx, taskRequest(), NOON_MS)
    return (await beginRun(tx, task.id, 'w-1', NOON_MS)) ?? expect.fail()
  })
}

const recover = (nowMs = NOON_MS + 1_000) => store.write((tx) => recoverRuns(tx, nowMs))
const rows = <Row>(sql: string) => store.maintain(sql) as Row[]
const task = () => rows<Record<string, unknown>>('select * from tasks')[0]

describe('a running task', () => {
  test.each([
    { who: 'a worker that lives and renews its lease', worker: {}, lost: false },
    { who: 'a worker whose process is gone', worker: { pid: GONE_PID }, lost: true },
    { who: 'a worker that left', worker: { ended_ms: NOON_MS }, lost: true },
    ...(born === null
      ? []
      : [{ who: 'a worker whose number another process has now', worker: { born: born - 1 }, lost: true }]),
    { who: 'a worker on another host, of any process number', worker: { host: 'other', pid: GONE_PID }, lost: false },
  ])('of $who is lost: $lost', async ({ worker, lost }) => {
    await running(worker)
    expect(await hasLostRuns(store.db, NOON_MS + 1_000)).toBe(lost)
    expect(await recover()).toEqual(lost ? [{ taskId: 1, state: 'queued' }] : [])
  })

  test.each([
    { after: LEASE_MS, lost: false },
    { after: LEASE_MS + 1, lost: true },
  ])('whose worker says nothing for $after ms is lost: $lost', async ({ after, lost }) => {
    await running({ host: 'other' })
    expect(await recover(NOON_MS + after)).toHaveLength(lost ? 1 : 0)
  })
})

test('a lost task queues again at once, with its place free and the loss written down', async () => {
  await running({ pid: GONE_PID })
  await recover()
  expect(task()).toMatchObject({ state: 'queued', worker_id: null, slot_id: null, run_at_ms: NOON_MS + 1_000 })
  expect(rows('select outcome from attempts')).toEqual([{ outcome: 'lost' }])
  expect(rows("select * from slots where state <> 'idle'")).toEqual([])
  expect(rows('select state, n from counts where n <> 0')).toEqual([{ state: 'queued', n: 1 }])
  expect(rows<{ kind: string }>('select kind from journal order by seq').at(-1)).toEqual({ kind: 'task.recovered' })
})

test('of two that recover, the second finds nothing', async () => {
  await running({ pid: GONE_PID })
  const both = await Promise.all([recover(), recover()])
  expect(both.map((found) => found.length).sort()).toEqual([0, 1])
})

test('a worker that comes back after the recovery can settle nothing', async () => {
  const run = await running({ pid: GONE_PID })
  await recover()
  const done = { state: 'done', answer: '{}', answeredBy: 'handbook', spends: [] } as const
  expect(await store.write((tx) => settleRun(tx, run, done, NOON_MS))).toBeUndefined()
  expect(task()).toMatchObject({ state: 'queued' })
})

test.each([
  { effect: 'write', ends: 'unknown' },
  { effect: 'spend', ends: 'queued' },
  { effect: 'read', ends: 'queued' },
] as const)('a task lost in the middle of a $effect becomes $ends', async ({ effect, ends }) => {
  const run = await running({ pid: GONE_PID })
  const runStep = recordSteps(store, run, handClock())
  // The process ends here: the step is begun and never recorded.
  void runStep({ name: 'tool:x', kind: 'tool', effect, input: {} }, () => new Promise<never>(() => undefined))
  await store.write(() => Promise.resolve())
  await expect.poll(() => rows('select * from steps').length).toBe(effect === 'read' ? 0 : 1)
  expect(await recover()).toEqual([{ taskId: 1, state: ends }])
  expect(task()).toMatchObject({ state: ends, finished_ms: null })
})

test('a task that was asked to stop is cancelled, not run again', async () => {
  await running({ pid: GONE_PID })
  store.maintain('update tasks set cancel_requested = 1')
  expect(await recover()).toEqual([{ taskId: 1, state: 'cancelled' }])
  expect(task()).toMatchObject({ state: 'cancelled', error_code: 'CANCELLED', finished_ms: NOON_MS + 1_000 })
  expect(rows('select outcome, n from tallies')).toEqual([{ outcome: 'cancelled', n: 1 }])
})

test('a task that took ten workers with it fails, and is counted as failed', async () => {
  await running({ pid: GONE_PID })
  for (let loss = 1; loss < 10; loss += 1) {
    expect(await recover()).toEqual([{ taskId: 1, state: 'queued' }])
    await store.write((tx) => beginRun(tx, 1, 'w-1', NOON_MS + 120_000))
  }
  expect(await recover()).toEqual([{ taskId: 1, state: 'failed' }])
  expect(task()).toMatchObject({ state: 'failed', error_code: 'TASK_FAILED' })
  expect(rows('select outcome, n from tallies')).toEqual([{ outcome: 'failed', n: 1 }])
})

test('a task that loses worker after worker rests from the third loss on, twice as long each time', async () => {
  await running({ pid: GONE_PID })
  const rests: number[] = []
  for (let loss = 1; loss <= 6; loss += 1) {
    await recover()
    rests.push(Number(task()?.run_at_ms) - NOON_MS - 1_000)
    await store.write((tx) => beginRun(tx, 1, 'w-1', NOON_MS + 120_000))
  }
  expect(rests).toEqual([0, 0, 500, 1_000, 2_000, 4_000])
})
