import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type Fate, fateOf, onEve } from '../../src/store/eve.ts'
import { appendJournal, verifyJournal } from '../../src/store/journal.ts'
import type { Store } from '../../src/store/open.ts'
import type { Tx } from '../../src/store/schema.ts'
import { statement } from '../../src/store/statement.ts'
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

const put = (name: string) => (tx: Tx) =>
  tx.insertInto('settings').values({ name, value: '1', epoch: 1, updated_ms: 0, updated_by: 'x' }).execute()
const names = async (store: Store) =>
  (await store.db.selectFrom('settings').select('name').execute()).map((r) => r.name)
const note = (kind: string) => ({ kind, principal: 'system', atMs: NOON_MS })

describe('writes that come in one turn', () => {
  test('share one transaction: another connection sees one change, not a hundred', async () => {
    const path = join(folder.path, 'shared.db')
    const [store, other] = [await opened(path), await opened(path)]
    const seen = new Set([other.changes()])
    const writes = Array.from({ length: 100 }, (_, i) =>
      store.write(put(`n${i}`)).then(() => seen.add(other.changes())),
    )
    await Promise.all(writes)
    expect(await names(other)).toHaveLength(100)
    expect(seen.size).toBe(2)
  })

  test('one that fails is undone alone, with what it gathered, and is told why', async () => {
    const store = await opened()
    const ends = await Promise.allSettled([
      store.write(put('a')),
      store.write(async (tx) => {
        await put('lost')(tx)
        await appendJournal(tx, note('lost'))
        throw new Error('stop')
      }),
      store.write(async (tx) => {
        await put('b')(tx)
        await appendJournal(tx, note('kept'))
      }),
    ])
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await names(store)).sort()).toEqual(['a', 'b'])
    expect((await store.db.selectFrom('journal').select('kind').execute()).map((row) => row.kind)).toEqual(['kept'])
    expect((await verifyJournal(store.db)).bad).toBeNull()
  })

  test('run in the order in which they came, each seeing what the ones before it wrote', async () => {
    const store = await opened()
    const counted = Array.from({ length: 20 }, (_, i) =>
      store.write(async (tx) => {
        await put(`n${i}`)(tx)
        return (await tx.selectFrom('settings').select('name').execute()).length
      }),
    )
    expect(await Promise.all(counted)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  test('nobody is told before the whole group is on disk', async () => {
    const path = join(folder.path, 'told.db')
    const [store, other] = [await opened(path), await opened(path)]
    const told = store.write(put('first')).then(() => names(other))
    await store.write(put('second'))
    expect((await told).sort()).toEqual(['first', 'second'])
  })
})

test('writes that come while a group is written go into the next one', async () => {
  const store = await opened()
  const inner: Promise<unknown>[] = []
  await store.write(async (tx) => {
    await put('outer')(tx)
    inner.push(store.write(put('inner')))
  })
  await Promise.all(inner)
  expect((await names(store)).sort()).toEqual(['inner', 'outer'])
})

test('a write that fails takes the others of its group along only until the group is run again without it', async () => {
  const store = await opened()
  const runs = { good: 0, bad: 0 }
  const ends = await Promise.allSettled([
    store.write(async (tx) => {
      runs.good += 1
      await put('good')(tx)
    }),
    store.write(async () => {
      runs.bad += 1
      throw new Error('stop')
    }),
  ])
  expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected'])
  expect(await names(store)).toEqual(['good'])
  expect(runs).toEqual({ good: 2, bad: 2 })
})

test('only writes that may reach the disk later go without a flush, and the next write is flushed again', async () => {
  const store = await opened()
  const seen: unknown[] = []
  const look = (name: string) => async (tx: Tx) => {
    seen.push(store.maintain('pragma synchronous'))
    await put(name)(tx)
  }
  const [FULL, NORMAL] = [[{ synchronous: 2 }], [{ synchronous: 1 }]]
  await store.write(look('a'), 'later')
  await Promise.all([store.write(look('b'), 'later'), store.write(look('c'))])
  await store.write(look('d'))
  expect(seen).toEqual([NORMAL, FULL, FULL, FULL])
})

describe('on the eve of a commit', () => {
  test('what a write sets going joins its transaction: others see one change', async () => {
    const path = join(folder.path, 'eve.db')
    const [store, other] = [await opened(path), await opened(path)]
    const seen = new Set([other.changes()])
    let joined: Promise<unknown> | undefined
    await store.write(async (tx) => {
      await put('first')(tx)
      onEve(tx, () => {
        joined = store.write(put('second'))
      })
    })
    seen.add(other.changes())
    await joined
    seen.add(other.changes())
    expect((await names(other)).sort()).toEqual(['first', 'second'])
    expect(seen.size).toBe(2)
  })

  test('it sees what the transaction has written, though nobody else does', async () => {
    const path = join(folder.path, 'eve-reads.db')
    const [store, other] = [await opened(path), await opened(path)]
    let reading: Promise<unknown> | undefined
    await store.write(async (tx) => {
      await put('first')(tx)
      onEve(tx, () => {
        reading = Promise.all([namesNow(store.db, {}), namesNow(other.db, {})])
      })
    })
    expect(await reading).toEqual([[{ name: 'first' }], []])
  })

  test('a write that joins and fails is undone alone, and is told why', async () => {
    const store = await opened()
    let joined: Promise<unknown> | undefined
    await store.write(async (tx) => {
      await put('first')(tx)
      onEve(tx, () => {
        joined = store.write(async (inner) => {
          await put('lost')(inner)
          throw new Error('stop')
        })
        joined.catch(() => undefined)
      })
    })
    await expect(joined).rejects.toThrow('stop')
    expect(await names(store)).toEqual(['first'])
  })

  test('nothing is begun by a write that failed, and its transaction counts as lost', async () => {
    const store = await opened()
    const begun: string[] = []
    const fates: Fate[] = []
    const write = (name: string, fails: boolean) =>
      store.write(async (tx) => {
        fates.push(fateOf(tx))
        await put(name)(tx)
        onEve(tx, () => begun.push(name))
        if (fails) throw new Error('stop')
      })
    await Promise.allSettled([write('a', false), write('b', true), write('c', false)])
    expect(begun).toEqual(['a', 'c'])
    // The group ran as a whole first, and then, for that was lost, each write apart.
    expect(fates.map(({ lost }) => lost)).toEqual([true, true, false, false, false])
  })

  test('what joined a transaction that is not kept is written with the next one', async () => {
    const store = await opened()
    let fate: Fate | undefined
    let joined: Promise<unknown> | undefined
    const first = store.write(async (tx) => {
      fate = fateOf(tx)
      await put('first')(tx)
      onEve(tx, () => {
        joined = store.write(async (inner) => {
          await put('second')(inner)
        })
        // A constraint that is only checked at the commit makes it fail.
        store.maintain('create table parent (id integer primary key)')
        store.maintain('create table child (id integer references parent deferrable initially deferred)')
        store.maintain('insert into child values (1)')
      })
    })
    await expect(first).rejects.toThrow()
    await joined
    expect(fate?.lost).toBe(true)
    expect(await names(store)).toEqual(['second'])
  })

  test('nobody else in the process has a turn before the commit: what is not on disk is neither told nor copied', async () => {
    const store = await opened(join(folder.path, 'eve-alone.db'))
    let told: Promise<unknown> | undefined
    let copied: Promise<unknown> | undefined
    const saved = { yet: false }
    await store.write(async (tx) => {
      await put('first')(tx)
      onEve(tx, () => {
        const turn = new Promise(setImmediate)
        told = turn.then(() => saved.yet)
        copied = turn.then(() => store.maintain('vacuum into ?', [join(folder.path, 'copy.db')]))
      })
    })
    saved.yet = true
    expect(await told).toBe(true)
    expect(await copied).toEqual([])
  })

  test('of very many that are begun the last are begun after the commit, in their order', async () => {
    const path = join(folder.path, 'many.db')
    const [store, other] = [await opened(path), await opened(path)]
    const begun: Array<{ i: number; onDisk: number }> = []
    await store.write(async (tx) => {
      await put('first')(tx)
      for (let i = 0; i < 100; i++)
        onEve(tx, () => begun.push({ i, onDisk: other.maintain('select * from settings').length }))
    })
    expect(begun).toEqual(Array.from({ length: 100 }, (_, i) => ({ i, onDisk: i < 64 ? 0 : 1 })))
  })

  test('what joined is told as well when the database was taken away meanwhile', async () => {
    const path = join(folder.path, 'away.db')
    const store = await opened(path)
    let joined: Promise<unknown> | undefined
    const first = store.write(async (tx) => {
      onEve(tx, () => {
        joined = store.write(put('second'))
        renameSync(path, `${path}.away`)
      })
    })
    await expect(first).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(joined).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})

const namesNow = statement((db) => db.selectFrom('settings').select('name'))
