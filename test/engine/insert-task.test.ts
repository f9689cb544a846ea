import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertTask } from '../../src/engine/insert-task.ts'
import type { Store } from '../../src/store/open.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.close())

const columns = {
  ...{ pool: 'general', ask: 'what is a budget', attachment: 'a,b', priority: 4, turn: 81, depth: 1, parent_id: 7 },
  ...{ run_at_ms: NOON_MS, deadline_ms: NOON_MS + 1, created_ms: NOON_MS, idempotency_key: 'k', request_digest: 'd' },
  ...{ session: 's', principal: 'person:ada', owner: 'ada', routing: '{}' },
}
const HELD = { worker_id: 'w', slot_id: 3, lease_until_ms: NOON_MS + 10_000, started_ms: NOON_MS }

test.each([
  ['that waits', undefined, { state: 'queued', attempts: 0, epoch: 0 }],
  ['that has a place', HELD, { state: 'running', attempts: 1, epoch: 1, ...HELD }],
])('a task %s is given as the database holds it, every column', async (_, held, stands) => {
  const task = await store.write((tx) => insertTask(tx, columns, held))
  expect([task]).toEqual(store.maintain('select * from tasks'))
  expect(task).toMatchObject({ ...columns, ...stands, max_attempts: 3, answer: null })
})
