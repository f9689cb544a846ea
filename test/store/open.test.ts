import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type OperatorError, toOperatorError } from '../../src/base/errors.ts'
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

async function refusal(path: string): Promise<OperatorError> {
  return openTestStore(path).then(
    () => expect.fail('it opened'),
    (thrown: unknown) => toOperatorError(thrown),
  )
}

const setting = (name: string, value = '1') => ({ name, value, epoch: 1, updated_ms: 0, updated_by: 'test' })

test('a damaged page that a query meets names the database and not a bug', async () => {
  const path = fresh()
  const store = await opened(path)
  const rows = Array.from({ length: 400 }, (_, i) => setting(`s${i}`, 'x'.repeat(500)))
  await store.write((tx) => tx.insertInto('settings').values(rows).execute())
  store.maintain('pragma wal_checkpoint(truncate)')
  await store.close()
  open.pop()
  const bytes = readFileSync(path)
  for (let at = 4_096; at < bytes.length; at += 4_096) {
    if (bytes.subarray(at, at + 4_096).includes('x'.repeat(500))) bytes.fill(0xa5, at, at + 100)
  }
  writeFileSync(path, bytes)
  const again = await opened(path)
  await expect(again.db.selectFrom('settings').selectAll().execute()).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining('is damaged'),
  })
})

test('a write that SQLite has rolled back by itself fails with its own cause', async () => {
  const store = await opened(fresh())
  await expect(
    store.write(async (tx) => {
      await tx.insertInto('settings').values(setting('a')).execute()
      store.maintain('rollback')
      throw new Error('the cause')
    }),
  ).rejects.toThrow('the cause')
  expect(await store.db.selectFrom('settings').selectAll().execute()).toEqual([])
})

test.runIf(existsSync('/proc/self'))('a folder that can never be is refused at once', async () => {
  expect(await refusal('/proc/nowhere/deep/a.db')).toMatchObject({ code: 'STORE_UNAVAILABLE' })
})

describe('a file that cannot be ours', () => {
  test('of a newer OperatorOS is refused, and left as it is', async () => {
    const path = fresh()
    const store = await openTestStore(path)
    store.maintain("insert into migrations (name) values ('2199-01-01-later')")
    store.maintain('pragma user_version = 9999')
    await store.close()
    expect(await refusal(path)).toMatchObject({ code: 'STORE_UNAVAILABLE', message: /newer OperatorOS/ })
    expect(new Database(path, { readonly: true }).pragma('user_version', { simple: true })).toBe(9_999)
  })

  test('because it has seen as many steps, but others, is refused', async () => {
    const path = fresh()
    const store = await openTestStore(path)
    const count = store.maintain('select name from migrations').length
    store.maintain("update migrations set name = '2199-01-01-other' where rowid = 1")
    store.maintain(`pragma user_version = ${count}`)
    await store.close()
    expect(await refusal(path)).toMatchObject({ code: 'STORE_UNAVAILABLE', message: /newer OperatorOS/ })
  })

  test.each([
    { what: 'with a table of its own', sql: 'create table songs (title text)' },
    { what: 'with migrations of its own', sql: 'create table migrations (id integer); create table users (name text)' },
    { what: 'with a mark of its own', sql: 'pragma application_id = 42' },
  ])('of another program, $what, is refused and not touched', async ({ sql }) => {
    const path = fresh()
    const other = new Database(path)
    other.exec(sql)
    other.close()
    const before = statSync(path).size
    expect(await refusal(path)).toMatchObject({ code: 'STORE_UNAVAILABLE', message: /another program/ })
    const again = new Database(path)
    expect(again.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(again.pragma('user_version', { simple: true })).toBe(0)
    again.close()
    expect(statSync(path).size).toBe(before)
  })

  test.each([
    { what: 'text', make: (path: string) => writeFileSync(path, 'Dear diary, today I wrote a database.\n'.repeat(99)) },
    {
      what: 'a database whose first page was overwritten',
      make: (path: string) =>
        writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_000, 7)])),
    },
    { what: 'a folder', make: (path: string) => mkdirSync(path) },
  ])('because it is $what is refused with what to do', async ({ make }) => {
    const path = fresh()
    make(path)
    const { code, message, hint } = await refusal(path)
    expect(code).toBe('STORE_UNAVAILABLE')
    expect(message).toContain(path)
    expect(hint).toMatch(/\w/)
  })

  test('because its folder is a file is refused', async () => {
    const file = fresh()
    writeFileSync(file, '')
    expect((await refusal(join(file, 'operatoros.db'))).code).toBe('STORE_UNAVAILABLE')
  })

  // Root may write everywhere, so that nobody could be refused.
  test.skipIf(process.getuid?.() === 0)('because its folder is read-only is refused', async () => {
    const sealed = join(folder.path, 'sealed')
    mkdirSync(sealed, { mode: 0o500 })
    expect(await refusal(join(sealed, 'operatoros.db'))).toMatchObject({ code: 'STORE_UNAVAILABLE' })
    chmodSync(sealed, 0o700)
  })
})

describe('a file of no bytes', () => {
  /** A path in a folder of its own. */
  const alone = () => {
    const home = join(folder.path, `empty-${files++}`)
    mkdirSync(home)
    writeFileSync(join(home, 'operatoros.db'), '')
    return join(home, 'operatoros.db')
  }

  test('that was just made becomes a database', async () => {
    const path = alone()
    await opened(path)
    expect(statSync(path).size).toBeGreaterThan(0)
  })

  test('that a first start left behind, its journal beside it, becomes a database', async () => {
    const path = alone()
    writeFileSync(`${path}-journal`, '')
    await opened(path)
    expect(statSync(path).size).toBeGreaterThan(0)
  })

  test.each([
    { what: 'a log', file: 'operatoros.db-wal', named: 'operatoros.db-wal' },
    { what: 'the index of a log', file: 'operatoros.db-shm', named: 'operatoros.db-shm' },
    { what: 'a history of lines', file: 'history.jsonl', named: 'history.jsonl' },
    { what: 'a backup', file: 'backups/operatoros-1.db', named: 'backups' },
    { what: 'what a restore kept', file: 'operatoros.db.before-restore-1', named: 'before-restore' },
  ])('beside $what is refused as damaged, and both are left as they are', async ({ file, named }) => {
    const path = alone()
    const trace = join(path, '..', file)
    mkdirSync(join(trace, '..'), { recursive: true })
    writeFileSync(trace, 'what a fleet leaves')
    expect(await refusal(path)).toMatchObject({ code: 'STORE_UNAVAILABLE', message: /damaged: it is empty/ })
    expect((await refusal(path)).message).toContain(named)
    expect(statSync(path).size).toBe(0)
    expect(readFileSync(trace, 'utf8')).toBe('what a fleet leaves')
  })
})

describe('an open database', () => {
  test('makes the folder that is missing, for its owner only', async () => {
    const path = join(folder.path, 'a', 'b', 'operatoros.db')
    await opened(path)
    expect(existsSync(path)).toBe(true)
    expect(statSync(join(folder.path, 'a', 'b')).mode & 0o077).toBe(0)
  })

  test('is a file for its owner only, and so is its log', async () => {
    const path = fresh()
    const store = await opened(path)
    await store.write((tx) => tx.insertInto('settings').values(setting('own')).execute())
    expect(['', '-wal', '-shm'].map((tail) => statSync(`${path}${tail}`).mode & 0o777)).toEqual([0o600, 0o600, 0o600])
  })

  test('keeps the rights that somebody gave its file', async () => {
    const path = fresh()
    await (await openTestStore(path)).close()
    chmodSync(path, 0o664)
    await opened(path)
    expect(statSync(path).mode & 0o777).toBe(0o664)
  })

  test('keeps what is written on the disk: WAL, synchronous FULL, our mark', async () => {
    const store = await opened(fresh())
    const pragma = (name: string) => Object.values((store.maintain(`pragma ${name}`)[0] ?? {}) as object)[0]
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('application_id')).toBe(0x4f504f53)
  })

  test('takes the write lock when a transaction begins, so that what it read is still true when it writes', async () => {
    const path = fresh()
    const store = await opened(path)
    const other = new Database(path, { timeout: 0 })
    await store.write(async (tx) => {
      await tx.selectFrom('settings').selectAll().execute()
      expect(() => other.exec('begin immediate')).toThrow(/locked/)
    })
    expect(() => other.exec('begin immediate; rollback')).not.toThrow()
    other.close()
  })

  test('tells that another process has written, and not that it wrote itself', async () => {
    const path = fresh()
    const [one, other] = [await opened(path), await opened(path)]
    const before = one.changes()
    await one.write((tx) => tx.insertInto('settings').values(setting('own')).execute())
    expect(one.changes()).toBe(before)
    await other.write((tx) => tx.insertInto('settings').values(setting('foreign')).execute())
    expect(one.changes()).not.toBe(before)
  })

  test('keeps nothing of a transaction that fails', async () => {
    const store = await opened(fresh())
    const failing = store.write(async (tx) => {
      await tx.insertInto('settings').values(setting('half')).execute()
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(store.maintain('select name from settings')).toEqual([])
  })
})
