import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { reserve, settleLedger, spentSince } from '../../src/store/ledger.ts'
import type { Store } from '../../src/store/open.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const folder = tempFolder()
const open: Store[] = []
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())))
afterAll(folder.remove)

async function opened(path?: string): Promise<Store> {
  const store = await openTestStore(path)
  open.push(store)
  return store
}

const payer = { id: 1, attempt: 1, principal: 'person:ada', pool: 'general' }
const hold = (worstMicro: number, sinceMs = 0) => ({ route: 'a/b', worstMicro, limitMicro: 1_000, sinceMs })
const spend = (costMicro: number) => ({ route: 'a/b', costMicro, inTokens: 10, outTokens: 5 })

test('what is held counts as used until it is settled, then only what was spent', async () => {
  const store = await opened()
  await store.write((tx) => reserve(tx, payer, hold(600), NOON_MS))
  expect(await spentSince(store.db, 0)).toBe(600)
  await store.write((tx) => settleLedger(tx, payer, [spend(50), spend(20)], NOON_MS))
  expect(await spentSince(store.db, 0)).toBe(70)
})

test.each([
  { used: 0, worst: 1_000, fits: true },
  { used: 0, worst: 1_001, fits: false },
  { used: 999, worst: 1, fits: true },
  { used: 1_000, worst: 0, fits: true },
  { used: 1_000, worst: 1, fits: false },
])('with $used of 1000 used, holding $worst more fits: $fits', async ({ used, worst, fits }) => {
  const store = await opened()
  if (used > 0) await store.write((tx) => settleLedger(tx, payer, [spend(used)], NOON_MS))
  const holding = store.write((tx) => reserve(tx, payer, hold(worst), NOON_MS))
  if (fits) await expect(holding).resolves.toBeUndefined()
  else await expect(holding).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' })
  expect(await spentSince(store.db, 0)).toBe(used + (fits ? worst : 0))
})

test('settling twice gives back what was held once', async () => {
  const store = await opened()
  await store.write((tx) => reserve(tx, payer, hold(600), NOON_MS))
  await store.write((tx) => settleLedger(tx, payer, [], NOON_MS))
  await store.write((tx) => settleLedger(tx, payer, [], NOON_MS))
  expect(await spentSince(store.db, 0)).toBe(0)
})

test("one attempt's settling leaves what another attempt or task holds", async () => {
  const store = await opened()
  await store.write((tx) => reserve(tx, payer, hold(100), NOON_MS))
  await store.write((tx) => reserve(tx, { ...payer, attempt: 2 }, hold(200), NOON_MS))
  await store.write((tx) => reserve(tx, { ...payer, id: 2 }, hold(300), NOON_MS))
  await store.write((tx) => settleLedger(tx, payer, [], NOON_MS))
  expect(await spentSince(store.db, 0)).toBe(500)
})

describe('over midnight', () => {
  const MIDNIGHT = NOON_MS + 12 * 3_600_000

  test('a hold of yesterday that is given back today does not make room for more than the limit', async () => {
    const store = await opened()
    await store.write((tx) => reserve(tx, payer, hold(600), MIDNIGHT - 1_000))
    await store.write((tx) => settleLedger(tx, payer, [spend(50)], MIDNIGHT + 1_000))
    expect(await spentSince(store.db, MIDNIGHT)).toBe(50)
    expect(await spentSince(store.db, 0)).toBe(50)
  })

  test('yesterday’s money does not count today', async () => {
    const store = await opened()
    await store.write((tx) => settleLedger(tx, payer, [spend(1_000)], MIDNIGHT - 1))
    await store.write((tx) => reserve(tx, payer, hold(1_000, MIDNIGHT), MIDNIGHT))
    expect(await spentSince(store.db, MIDNIGHT)).toBe(1_000)
  })
})

test('two connections that reach for the last money in turn: the limit holds for both together', async () => {
  const path = join(folder.path, 'shared.db')
  const stores = [await opened(path), await opened(path)]
  const ends: boolean[] = []
  for (let id = 1; id <= 10; id += 1) {
    const store = stores[id % 2] ?? expect.fail()
    const held = store.write((tx) => reserve(tx, { ...payer, id }, hold(300), NOON_MS))
    ends.push(
      await held.then(
        () => true,
        () => false,
      ),
    )
  }
  expect(ends.filter(Boolean)).toHaveLength(3)
  expect(await spentSince(stores[0]?.db ?? expect.fail(), 0)).toBe(900)
})
