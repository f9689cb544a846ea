import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import { fillSlots, type Slot, takeSlot } from '../../src/engine/slots.ts'
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

/** Makes a task that waits in a pool and takes a place for it; undefined when none is free. */
export const takePlace = (store: Store, pool: string, nowMs: number): Promise<Slot | undefined> =>
  store.write(async (tx) => {
    const task = { state: 'queued' as const, pool, ask: 'x', request_digest: 'x', session: 's', routing: '{}' }
    const { id } = await tx
      .insertInto('tasks')
      .values({ ...task, run_at_ms: nowMs, created_ms: nowMs, principal: 'person:ada', owner: 'ada' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return takeSlot(tx, id, 'w', nowMs)
  })
