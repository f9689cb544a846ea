import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginRun } from '../../src/engine/runs.ts'
import { submitTask, type TaskRequest } from '../../src/engine/submit-task.ts'
import type { Store } from '../../src/store/open.ts'
import { makePool, NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { taskRequest } from '../helpers/task-request.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
  await makePool(store, 'general', 500)
})
afterEach(() => store.close())

const ownedBy = (owner: string): Partial<TaskRequest> => ({ principal: { ...taskRequest().principal, owner } })
const submit = async (over: Partial<TaskRequest> = {}) =>
  (await store.write((tx) => submitTask(tx, taskRequest(over), NOON_MS))).task.id
const waiting = async () => {
  const rows = await store.db
    .selectFrom('tasks')
    .select('id')
    .where('state', '=', 'queued')
    .orderBy('turn')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
/** Begins the task whose turn it is; its number. */
async function beginNext(): Promise<number> {
  const [next = 0] = await waiting()
  await store.write((tx) => beginRun(tx, next, 'w-1', NOON_MS))
  return next
}

describe('the line of a pool', () => {
  test('lets the urgent go first, and those of one priority in the order in which they came', async () => {
    const [late, early, urgent, second] = [
      await submit({ priority: 9 }),
      await submit(),
      await submit({ priority: 0 }),
      await submit(),
    ]
    expect(await waiting()).toEqual([urgent, early, second, late])
  })

  test('lets who brings one task pass who brought a hundred before', async () => {
    for (let i = 0; i < 100; i += 1) await submit(ownedBy('ada'))
    for (let i = 0; i < 10; i += 1) await beginNext()
    const eves = await submit(ownedBy('eve'))
    expect((await waiting()).indexOf(eves)).toBeLessThanOrEqual(1)
  })

  test('serves two owners in turn while both wait', async () => {
    const adas = [await submit(ownedBy('ada')), await submit(ownedBy('ada')), await submit(ownedBy('ada'))]
    const eves = [await submit(ownedBy('eve')), await submit(ownedBy('eve')), await submit(ownedBy('eve'))]
    const begun = [await beginNext(), await beginNext(), await beginNext(), await beginNext()]
    expect(begun.filter((id) => adas.includes(id))).toHaveLength(2)
    expect(begun.filter((id) => eves.includes(id))).toHaveLength(2)
  })

  test('starves nobody: the least urgent task begins while urgent ones keep coming', async () => {
    const patient = await submit({ priority: 9 })
    let begun = 0
    for (let i = 0; i < 400 && begun !== patient; i += 1) {
      await submit({ priority: 0 })
      begun = await beginNext()
    }
    expect(begun).toBe(patient)
  })

  test('puts an urgent task of an owner before the long line that the same owner has already', async () => {
    for (let i = 0; i < 300; i += 1) await submit()
    const urgent = await submit({ priority: 0 })
    expect((await waiting())[0]).toBe(urgent)
  })
})

describe('a full line', () => {
  test('refuses the next task, counts those of the same transaction, and takes one again when one has begun', async () => {
    const limited = (over: Partial<TaskRequest> = {}) =>
      store.write((tx) => submitTask(tx, taskRequest(over), NOON_MS, { mostQueued: 3 }))
    const ends = await Promise.allSettled([limited(), limited(), limited(), limited(), limited()])
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(3)
    await expect(limited()).rejects.toMatchObject({ code: 'QUEUE_FULL', hint: 'operatoros scale general up' })
    await beginNext()
    await expect(limited()).resolves.toMatchObject({ fresh: true })
  })

  test('still answers a request that was taken before', async () => {
    const limited = () =>
      store.write((tx) => submitTask(tx, taskRequest({ idempotencyKey: 'k' }), NOON_MS, { mostQueued: 1 }))
    const { task } = await limited()
    expect(await limited()).toMatchObject({ fresh: false, task: { id: task.id } })
  })
})

describe('tasks that make tasks', () => {
  test('stand one deeper each, and at most five deep', async () => {
    let parentId = await submit()
    for (let depth = 1; depth <= 5; depth += 1) parentId = await submit({ parentId })
    expect(
      (await store.db.selectFrom('tasks').select('depth').where('id', '=', parentId).executeTakeFirst())?.depth,
    ).toBe(5)
    await expect(submit({ parentId })).rejects.toMatchObject({ code: 'LIMIT_REACHED', data: { task: parentId } })
  })

  test('have at most a hundred children', async () => {
    const parentId = await submit()
    for (let i = 0; i < 100; i += 1) await submit({ parentId })
    await expect(submit({ parentId })).rejects.toMatchObject({ code: 'LIMIT_REACHED' })
  })

  test('need a parent that exists', async () => {
    await expect(submit({ parentId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
