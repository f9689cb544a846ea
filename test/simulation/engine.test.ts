import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { openTestStore } from '../helpers/open-test-store.ts'
import { simulateEngine } from './simulate-engine.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1)

test('whatever workers, clients and operators do, in whatever order, the engine loses, repeats and changes nothing', {
  timeout: 60_000,
}, async () => {
  for (const seed of SEEDS) {
    const { faults, told } = await simulateEngine(store, seed, 120)
    expect(faults, `npm run faults -- --mode simulate --from ${seed} --seeds 1\n${told.slice(-12).join('\n')}`).toEqual(
      [],
    )
  }
})

test('a seed plays the same story twice', async () => {
  const first = await simulateEngine(store, 7, 80)
  const second = await simulateEngine(store, 7, 80)
  expect(second.told).toEqual(first.told)
  expect(first.tasks).toBeGreaterThan(3)
})
