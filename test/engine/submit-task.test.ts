import { afterEach, beforeEach, expect, test } from 'vitest'
import { submitTask, type TaskRequest } from '../../src/engine/submit-task.ts'
import type { Store } from '../../src/store/open.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.close())

const submit = (over: Partial<TaskRequest> = {}) =>
  store.write((tx) => submitTask(tx, taskRequest({ idempotencyKey: 'k', ...over }), NOON_MS))
const rows = (what: string) => (store.maintain(`select count(*) as n from ${what}`)[0] as { n: number }).n

test('a request becomes one queued task, one count and one journal row that tells of it', async () => {
  const { task, fresh } = await submit({ priority: 2, attachment: 'a,b\n1,2' })
  expect(fresh).toBe(true)
  expect(task).toMatchObject({ id: 1, state: 'queued', priority: 2, attempts: 0, owner: 'ada', run_at_ms: NOON_MS })
  expect(store.maintain('select pool, state, n from counts')).toEqual([{ pool: 'general', state: 'queued', n: 1 }])
  const [entry] = store.maintain('select kind, principal, task_id, data from journal') as Array<{ data: string }>
  expect(entry).toMatchObject({ kind: 'task.submitted', principal: 'person:ada', task_id: 1 })
  expect(JSON.parse(entry?.data ?? '')).toMatchObject({ priority: 2, attachmentLength: 7 })
})

test('the same key and the same request give the same task, and nothing is written', async () => {
  const first = await submit()
  const again = await submit()
  expect(again).toEqual({ task: first.task, fresh: false })
  expect([rows('tasks'), rows('journal')]).toEqual([1, 1])
})

test.each([
  { what: 'another ask', over: { ask: 'what is a loan' } },
  { what: 'another pool', over: { pool: 'sports' } },
  { what: 'an attachment', over: { attachment: 'text' } },
])('the same key with $what is a conflict that names the task', async ({ over }) => {
  await submit()
  await expect(submit(over)).rejects.toMatchObject({ code: 'CONFLICT', data: { task: 1 } })
  expect(rows('tasks')).toBe(1)
})

test.each([
  { what: 'of another owner', over: { principal: { ...taskRequest().principal, owner: 'eve' } } },
  { what: 'without a key', over: { idempotencyKey: undefined } },
  { what: 'with another key', over: { idempotencyKey: 'other' } },
])('the same request $what is another task', async ({ over }) => {
  await submit()
  expect(await submit(over)).toMatchObject({ fresh: true, task: { id: 2 } })
})

test('a hundred submissions of one key at the same time make one task', async () => {
  const done = await Promise.all(Array.from({ length: 100 }, () => submit()))
  expect(done.filter(({ fresh }) => fresh)).toHaveLength(1)
  expect(new Set(done.map(({ task }) => task.id))).toEqual(new Set([1]))
})
