import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { outsideAnswers } from '../../src/store/outside-answers.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const folder = tempFolder()
const open: Store[] = []
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())))
afterAll(folder.remove)

async function opened(clock: { ms: number }, path?: string) {
  const store = await openTestStore(path)
  open.push(store)
  return {
    store,
    outside: outsideAnswers(
      async () => store,
      () => clock.ms,
    ),
  }
}

const QUOTA = { limit: 3, windowMs: 60_000 }

describe('kept answers', () => {
  test('an answer is recalled with the time at which it was fetched, until it expires', async () => {
    const clock = { ms: NOON_MS }
    const { outside } = await opened(clock)
    expect(await outside.recall('a')).toBeNull()
    await outside.keep('a', { price: 1.5, none: null }, NOON_MS + 1_000)
    clock.ms += 999
    expect(await outside.recall('a')).toEqual({ answer: { price: 1.5, none: null }, fetchedMs: NOON_MS })
    clock.ms += 1
    expect(await outside.recall('a')).toBeNull()
  })

  test('a newer answer takes the place of the older one', async () => {
    const { outside } = await opened({ ms: NOON_MS })
    await outside.keep('a', 1, NOON_MS + 1_000)
    await outside.keep('a', 2, NOON_MS + 2_000)
    expect(await outside.recall('a')).toEqual({ answer: 2, fetchedMs: NOON_MS })
  })

  test('what has expired is removed when the next answer is kept', async () => {
    const clock = { ms: NOON_MS }
    const { store, outside } = await opened(clock)
    await outside.keep('old', 1, NOON_MS + 1)
    await outside.keep('long', 1, NOON_MS + 1_000_000)
    clock.ms += 10
    await outside.keep('new', 1, NOON_MS + 100)
    expect(store.maintain('select key from fetched order by key')).toEqual([{ key: 'long' }, { key: 'new' }])
  })

  test('an answer outlives the process that fetched it', async () => {
    const path = join(folder.path, 'kept.db')
    const first = await opened({ ms: NOON_MS }, path)
    await first.outside.keep('a', 'hello', NOON_MS + 1_000)
    await first.store.close()
    open.length = 0
    const second = await opened({ ms: NOON_MS + 5 }, path)
    expect(await second.outside.recall('a')).toEqual({ answer: 'hello', fetchedMs: NOON_MS })
  })
})

describe('quotas', () => {
  test('requests are granted up to the limit, and free again when the window has passed', async () => {
    const clock = { ms: NOON_MS }
    const { outside } = await opened(clock)
    const lefts = []
    for (let i = 0; i < 3; i += 1) lefts.push((await outside.take('s', QUOTA, 1)).left)
    expect(lefts).toEqual([2, 1, 0])
    clock.ms += 59_999
    expect(await outside.take('s', QUOTA, 1)).toEqual({ granted: false, left: 0, freeAtMs: NOON_MS + 60_000 })
    clock.ms += 1
    expect(await outside.left('s', QUOTA)).toBe(3)
    expect(await outside.take('s', QUOTA, 1)).toMatchObject({ granted: true, left: 2 })
  })

  test('a request that costs two is refused when one is left, and says when two are free', async () => {
    const clock = { ms: NOON_MS }
    const { outside } = await opened(clock)
    await outside.take('s', QUOTA, 1)
    clock.ms += 1_000
    await outside.take('s', QUOTA, 1)
    expect(await outside.take('s', QUOTA, 2)).toEqual({ granted: false, left: 1, freeAtMs: NOON_MS + 60_000 })
    expect(await outside.take('s', QUOTA, 3)).toMatchObject({ freeAtMs: NOON_MS + 61_000 })
  })

  test('one source does not use up another', async () => {
    const { outside } = await opened({ ms: NOON_MS })
    await outside.take('one', QUOTA, 3)
    expect(await outside.take('other', QUOTA, 1)).toMatchObject({ granted: true, left: 2 })
  })

  test('a request that is given back is free again', async () => {
    const { outside } = await opened({ ms: NOON_MS })
    const allowance = await outside.take('s', QUOTA, 3)
    if (allowance.granted) await outside.giveBack(allowance.ticket)
    expect(await outside.left('s', QUOTA)).toBe(3)
  })

  test('requests of past windows are removed', async () => {
    const clock = { ms: NOON_MS }
    const { store, outside } = await opened(clock)
    await outside.take('gone', QUOTA, 1)
    clock.ms += 60_000
    await outside.take('s', QUOTA, 1)
    expect(store.maintain('select source from requests')).toEqual([{ source: 's' }])
  })

  test('two connections that reach at the same time get no more than the limit together', async () => {
    const path = join(folder.path, 'shared.db')
    const clock = { ms: NOON_MS }
    const [one, other] = [await opened(clock, path), await opened(clock, path)]
    const asked = Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).outside.take('s', QUOTA, 1))
    const granted = (await Promise.all(asked)).filter((allowance) => allowance.granted)
    expect(granted).toHaveLength(3)
  })

  test('in no window are more requests granted than the quota allows', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ waitMs: fc.nat(40_000), n: fc.integer({ min: 1, max: 3 }) }), { maxLength: 25 }),
        async (asks) => {
          const clock = { ms: NOON_MS }
          const { store, outside } = await opened(clock)
          const granted: { at: number; n: number }[] = []
          for (const { waitMs, n } of asks) {
            clock.ms += waitMs
            if ((await outside.take('s', QUOTA, n)).granted) granted.push({ at: clock.ms, n })
          }
          await store.close()
          open.pop()
          for (const { at } of granted) {
            const inWindow = granted.filter((one) => one.at <= at && one.at > at - QUOTA.windowMs)
            expect(inWindow.reduce((sum, one) => sum + one.n, 0)).toBeLessThanOrEqual(QUOTA.limit)
          }
        },
      ),
      { numRuns: 30 },
    ))
})
