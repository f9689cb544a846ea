import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import { fillSlots } from '../../src/engine/slots.ts'
import { openStore, type Store } from '../../src/store/open.ts'

/** Noon UTC on 20 November 2026: the time of tests that need no clock. */
export const NOON_MS = Date.UTC(2026, 10, 20, 12)

/** A store with every table; in memory unless a path is given. */
export async function openTestStore(path = ':memory:'): Promise<Store> {
  return openStore({ path, tables: await loadAll(folders.tables) })
}

/** Makes a pool with idle places. */
export const makePool = (store: Store, name: string, size: number): Promise<void> =>
  store.write(async (tx) => {
    await tx.insertInto('pools').values({ name, size, updated_ms: NOON_MS }).execute()
    await fillSlots(tx, name, NOON_MS)
  })
