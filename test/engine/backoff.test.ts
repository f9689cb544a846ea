import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backoffMs, hasRetryBudget } from '../../src/engine/backoff.ts'
import type { Store } from '../../src/store/open.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'

describe('the pause before another try', () => {
  test('is between nothing and a bound that doubles with every attempt up to a ceiling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const pause = backoffMs('TASK_FAILED', attempt, random)
        expect(pause).toBeGreaterThanOrEqual(0)
        expect(pause).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** (attempt - 1)))
      }),
    )
  })

  test('begins longer for a provider that is asked too often than for one that failed', () => {
    expect(backoffMs('RATE_LIMITED', 1, 1)).toBe(4_000)
    expect(backoffMs('PROVIDER_FAILED', 1, 1)).toBe(1_000)
    expect(backoffMs('STORE_UNAVAILABLE', 1, 1)).toBe(200)
  })
})

describe('the budget for retries', () => {
  let store: Store
  beforeEach(async () => {
    store = await openTestStore()
  })
  afterEach(() => store.close())

  const ended = (n: number, attempt: number, { pool = 'general', agoMs = 1_000 } = {}) =>
    store.write(async (tx) => {
      const first = Number(
        (
          await tx
            .selectFrom('attempts')
            .select((q) => q.fn.countAll<number>().as('n'))
            .executeTakeFirst()
        )?.n,
      )
      for (let i = 0; i < n; i += 1) {
        const row = { task_id: first + i, attempt, epoch: attempt, worker_id: 'w', pool, slot_id: 1, error_code: null }
        await tx
          .insertInto('attempts')
          .values({ ...row, started_ms: NOON_MS - agoMs, ended_ms: NOON_MS - agoMs, outcome: 'failed' })
          .execute()
      }
    })
  const may = () => hasRetryBudget(store.db, 'general', NOON_MS)

  test('lets a quiet pool try again twenty times a minute, and then no more', async () => {
    await ended(19, 2)
    expect(await may()).toBe(true)
    await ended(1, 2)
    expect(await may()).toBe(false)
  })

  test('lets a busy pool spend a fifth of its runs', async () => {
    await ended(20, 2)
    await ended(81, 1)
    expect(await may()).toBe(true)
    await ended(10, 2)
    expect(await may()).toBe(false)
  })

  test('forgets what is older than a minute, and what other pools did', async () => {
    await ended(30, 2, { agoMs: 61_000 })
    await ended(30, 2, { pool: 'sports' })
    expect(await may()).toBe(true)
  })
})
