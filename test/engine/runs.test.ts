import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OperatorError } from '../../src/base/errors.ts'
import { beginRun, type Ending, LEASE_MS, type Run, settleRun } from '../../src/engine/runs.ts'
import { submitTask } from '../../src/engine/submit-task.ts'
import { reserve } from '../../src/store/ledger.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
  await makePool(store, 'general', 2)
})
afterEach(() => store.close())

const submit = async (over = {}) => (await store.write((tx) => submitTask(tx, taskRequest(over), NOON_MS))).task.id
const begin = (id: number, worker = 'w-1', nowMs = NOON_MS + 100) =>
  store.write((tx) => beginRun(tx, id, worker, nowMs))
const settle = (run: Run, ending: Ending, nowMs = NOON_MS + 1_100) =>
  store.write((tx) => settleRun(tx, run, ending, nowMs))
const begun = async (id: number, worker = 'w-1') => (await begin(id, worker)) ?? expect.fail('it did not begin')
const rows = <Row>(sql: string) => store.maintain(sql) as Row[]
const taskOf = (id: number) => rows<Record<string, unknown>>(`select * from tasks where id = ${id}`)[0]
const kinds = () => rows<{ kind: string }>('select kind from journal order by seq').map(({ kind }) => kind)
const counts = () =>
  Object.fromEntries(
    rows<{ state: string; n: number }>('select state, n from counts where n <> 0').map(({ state, n }) => [state, n]),
  )

const error = new OperatorError('PROVIDER_FAILED', 'No.')
const done: Ending = { state: 'done', answer: '{"text":"yes"}', answeredBy: 'handbook', spends: [] }
const spends = [{ route: 'a/b', costMicro: 70, inTokens: 1, outTokens: 2 }]

describe('beginning', () => {
  test('gives the task a place, a lease and a first attempt', async () => {
    const id = await submit()
    const run = await begun(id)
    expect(run).toMatchObject({ attempt: 1, epoch: 1, workerId: 'w-1' })
    expect(taskOf(id)).toMatchObject({ state: 'running', worker_id: 'w-1', lease_until_ms: NOON_MS + 100 + LEASE_MS })
    expect(rows(`select state, task_id from slots where id = ${run.slotId}`)).toEqual([{ state: 'busy', task_id: id }])
    expect(counts()).toEqual({ running: 1 })
    expect(kinds()).toEqual(['task.submitted', 'task.started'])
  })

  test('of ten workers at once, one gets the task', async () => {
    const id = await submit()
    const runs = await Promise.all(Array.from({ length: 10 }, (_, i) => begin(id, `w-${i}`)))
    expect(runs.filter(Boolean)).toHaveLength(1)
    expect(rows('select * from attempts')).toHaveLength(1)
  })

  test.each([
    { why: 'the pool is full', prepare: "update slots set state = 'busy'" },
    { why: 'every place of the pool drains', prepare: "update slots set state = 'draining'" },
    { why: 'the pool is paused', prepare: 'update pools set paused = 1' },
    { why: 'its time has not come', prepare: `update tasks set run_at_ms = ${NOON_MS + 101}` },
    { why: 'it is parked', prepare: "update tasks set state = 'parked'" },
    { why: 'it was cancelled', prepare: "update tasks set state = 'cancelled'" },
  ])('is refused while $why, and writes nothing', async ({ prepare }) => {
    const id = await submit()
    store.maintain(prepare)
    expect(await begin(id)).toBeUndefined()
    expect(taskOf(id)).toMatchObject({ attempts: 0, worker_id: null })
    expect(kinds()).toEqual(['task.submitted'])
  })

  test('of a task that does not exist is refused', async () => {
    expect(await begin(99)).toBeUndefined()
  })
})

describe('settling', () => {
  test.each([
    { ending: done, state: 'done', outcome: 'done', final: true, failures: 0 },
    { ending: { state: 'failed', error, spends: [] }, state: 'failed', outcome: 'failed', final: true, failures: 1 },
    { ending: { state: 'refused', error, spends: [] }, state: 'refused', outcome: 'refused', final: true, failures: 0 },
    {
      ending: { state: 'cancelled', error, spends: [] },
      state: 'cancelled',
      outcome: 'cancelled',
      final: true,
      failures: 0,
    },
    {
      ending: { state: 'unknown', error, spends: [] },
      state: 'unknown',
      outcome: 'unknown',
      final: false,
      failures: 0,
    },
    {
      ending: { state: 'queued', runAtMs: NOON_MS + 5_000, error, spends: [] },
      state: 'queued',
      outcome: 'requeued',
      final: false,
      failures: 1,
    },
  ] as Array<{ ending: Ending; state: string; outcome: string; final: boolean; failures: number }>)(
    'as $state frees the place, ends the attempt and keeps every number true',
    async ({ ending, state, outcome, final, failures }) => {
      const id = await submit()
      const run = await begun(id)
      expect(await settle(run, ending)).toEqual(taskOf(id))
      expect(taskOf(id)).toMatchObject({ state, worker_id: null, slot_id: null, lease_until_ms: null })
      expect(rows('select outcome, ended_ms from attempts')).toEqual([{ outcome, ended_ms: NOON_MS + 1_100 }])
      expect(rows(`select state, failures, busy_ms, done from slots where id = ${run.slotId}`)).toEqual([
        { state: 'idle', failures, busy_ms: 1_000, done: 1 },
      ])
      expect(counts()).toEqual({ [state]: 1 })
      expect(kinds().at(-1)).toBe(`task.${state}`)
      const tallies = rows('select outcome, n, wait_ms, total_ms from tallies')
      expect(tallies).toEqual(final ? [{ outcome: state, n: 1, wait_ms: 100, total_ms: 1_100 }] : [])
    },
  )

  test('as done keeps the answer, who gave it, and clears the error of an earlier attempt', async () => {
    const id = await submit()
    await settle(await begun(id), { state: 'queued', runAtMs: NOON_MS, error, spends: [] })
    await settle((await begin(id, 'w-1', NOON_MS + 2_000)) ?? expect.fail(), done)
    expect(taskOf(id)).toMatchObject({
      ...{ answer: '{"text":"yes"}', answered_by: 'handbook', error_code: null, error_message: null, attempts: 2 },
    })
  })

  test.each([
    { ending: { ...done, spends } },
    { ending: { state: 'failed', error, spends } },
    { ending: { state: 'queued', runAtMs: NOON_MS, error, spends } },
    { ending: { state: 'parked', gate: 'g', digest: 'd', question: 'May I?', spends } },
  ] as Array<{ ending: Ending }>)(
    'as $ending.state charges what was spent and gives back the rest',
    async ({ ending }) => {
      const id = await submit()
      const run = await begun(id)
      const payer = { id, attempt: 1, principal: 'person:ada', pool: 'general' }
      const hold = { route: 'a/b', worstMicro: 500, limitMicro: 1_000, sinceMs: 0 }
      await store.write((tx) => reserve(tx, payer, hold, NOON_MS))
      await settle(run, ending)
      expect(taskOf(id)).toMatchObject({ cost_micro: 70 })
      expect(rows('select sum(micro_usd) as n from ledger')).toEqual([{ n: 70 }])
    },
  )

  test('as parked asks for exactly one approval of exactly that action', async () => {
    const id = await submit()
    await settle(await begun(id), { state: 'parked', gate: 'g', digest: 'd', question: 'May I?', spends: [] })
    expect(rows('select task_id, gate, digest, question, state from approvals')).toEqual([
      { task_id: id, gate: 'g', digest: 'd', question: 'May I?', state: 'pending' },
    ])
    expect(taskOf(id)).toMatchObject({ finished_ms: null })
  })
})

describe('a worker that wakes late', () => {
  test('changes nothing of the task that another worker runs by now, and that is written down', async () => {
    const id = await submit()
    const late = await begun(id, 'w-late')
    store.maintain("update tasks set state = 'queued', worker_id = null")
    const now = await begun(id, 'w-now')
    const before = [taskOf(id), counts(), rows('select * from slots'), rows('select * from ledger')]
    expect(await settle(late, { ...done, spends })).toBeUndefined()
    expect([taskOf(id), counts(), rows('select * from slots'), rows('select * from ledger')]).toEqual(before)
    expect(kinds().at(-1)).toBe('task.fenced')
    expect(rows('select outcome from attempts order by attempt')).toEqual([{ outcome: 'fenced' }, { outcome: null }])
    expect(await settle(now, done)).toEqual(taskOf(id))
    expect(taskOf(id)).toMatchObject({ state: 'done', epoch: 2 })
  })

  test('changes nothing of a task that ended without it', async () => {
    const id = await submit()
    const run = await begun(id)
    await settle(run, done)
    expect(await settle(run, { state: 'failed', error, spends: [] })).toBeUndefined()
    expect(taskOf(id)).toMatchObject({ state: 'done' })
    expect(counts()).toEqual({ done: 1 })
  })
})
