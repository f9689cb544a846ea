import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { openTestStore } from '../helpers/open-test-store.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const folder = tempFolder()
const open: Store[] = []
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())))
afterAll(folder.remove)

let files = 0
const fresh = () => join(folder.path, `test-${files++}.db`)

async function opened(path: string): Promise<Store> {
  const store = await openTestStore(path)
  open.push(store)
  return store
}

const setting = (name: string) => ({ name, value: '1', epoch: 1, updated_ms: 0, updated_by: 'test' })

describe('a database that is taken away while it is open', () => {
  const write = (store: Store, name: string) =>
    store.write((tx) => tx.insertInto('settings').values(setting(name)).execute())

  test('because its file is removed acknowledges no write any more', async () => {
    const path = fresh()
    const store = await opened(path)
    await write(store, 'before')
    expect(store.displaced()).toBeNull()
    rmSync(path)
    await expect(write(store, 'after')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', message: /was removed/ })
    expect(store.displaced()).toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })

  test('because another file is put in its place acknowledges no write, and leaves the other and its log alone', async () => {
    const [path, other] = [fresh(), fresh()]
    const store = await opened(path)
    await (await openTestStore(other)).close()
    for (const tail of ['-wal', '-shm']) rmSync(`${path}${tail}`)
    renameSync(other, path)
    const next = await opened(path)
    await write(next, 'of the other')
    await expect(write(store, 'late')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', message: /was replaced/ })
    await store.close()
    open.splice(open.indexOf(store), 1)
    expect(next.maintain('select name from settings')).toEqual([{ name: 'of the other' }])
    expect(existsSync(`${path}-wal`)).toBe(true)
  })

  test.each([
    { how: 'removed', take: (log: string) => rmSync(log) },
    {
      how: 'replaced by another file',
      take(log: string) {
        copyFileSync(log, `${log}.copy`)
        renameSync(`${log}.copy`, log)
      },
    },
  ])('because its log is $how acknowledges no write any more', async ({ how, take }) => {
    const path = fresh()
    const store = await opened(path)
    await write(store, 'before')
    take(`${path}-wal`)
    const message = `The log ${path}-wal was ${how} while it was open.`
    await expect(write(store, 'after')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', message })
    expect(store.displaced()).toMatchObject({ code: 'STORE_UNAVAILABLE', message })
  })

  test('only in appearance, since its log was emptied or it is closed, is in its place', async () => {
    const path = fresh()
    const store = await opened(path)
    expect(store.displaced()).toBeNull()
    await write(store, 'before')
    store.maintain('pragma wal_checkpoint(truncate)')
    expect(store.displaced()).toBeNull()
    await write(store, 'after')
    await store.close()
    open.splice(open.indexOf(store), 1)
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(store.displaced()).toBeNull()
  })

  test('and put back works again', async () => {
    const path = fresh()
    const store = await opened(path)
    renameSync(path, `${path}.away`)
    await expect(write(store, 'away')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    renameSync(`${path}.away`, path)
    await write(store, 'back')
    expect(store.maintain('select name from settings')).toEqual([{ name: 'back' }])
  })
})
