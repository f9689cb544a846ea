import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { watchWrites } from '../../src/store/watch-writes.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const folder = tempFolder()
afterAll(folder.remove)

let [store, other]: Store[] = []
const stops: Array<() => void> = []
let n = 0
beforeEach(async () => {
  n += 1
  const path = join(folder.path, `watched-${n}.db`)
  store = await openTestStore(path)
  other = await openTestStore(path)
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await store?.close()
  await other?.close()
})

const put = (into: Store | undefined, name: string) =>
  into?.write((tx) =>
    tx.insertInto('settings').values({ name, value: '1', epoch: 1, updated_ms: NOON_MS, updated_by: 'x' }).execute(),
  )

function watched(seen: Pick<Store, 'path' | 'changes'> | undefined): { told: number } {
  const heard = { told: 0 }
  if (seen)
    stops.push(
      watchWrites(seen, () => {
        heard.told += 1
      }),
    )
  return heard
}

describe('a watcher of writes', () => {
  test('is told of each write of another connection', async () => {
    const heard = watched(store)
    await put(other, 'a')
    await expect.poll(() => heard.told).toBe(1)
    await put(other, 'b')
    await expect.poll(() => heard.told).toBe(2)
  })

  test('is not told of what its own connection wrote', async () => {
    const heard = watched(store)
    const fromOutside = watched(other)
    await put(store, 'own')
    await expect.poll(() => fromOutside.told).toBe(1)
    expect(heard.told).toBe(0)
  })

  test('is told also where there is no file to listen to', async () => {
    const heard = watched(store && { path: join(folder.path, 'nowhere.db'), changes: store.changes })
    await put(other, 'a')
    await expect.poll(() => heard.told).toBe(1)
  })

  test('hears nothing more once it has stopped', async () => {
    const heard = watched(store)
    stops.pop()?.()
    const later = watched(store)
    await put(other, 'a')
    await expect.poll(() => later.told).toBe(1)
    expect(heard.told).toBe(0)
  })
})
