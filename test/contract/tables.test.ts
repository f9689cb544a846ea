import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const tables = await loadAll(folders.tables)
const folder = tempFolder()
const open: Store[] = []
let nextFile = 0

afterEach(() => Promise.all(open.splice(0).map((store) => store.close())))
afterAll(folder.remove)

async function opened(path: string): Promise<Store> {
  const store = await openStore({ path, tables })
  open.push(store)
  return store
}

const fresh = () => join(folder.path, `database-${nextFile++}.db`)

async function shapeOf(store: Store): Promise<string[]> {
  const found = await sql<{ sql: string }>`select sql from sqlite_master where sql is not null order by name`.execute(
    store.db,
  )
  return found.rows.map((row) => row.sql)
}

describe.each(tables)('table $name', ({ name, steps }) => {
  test('has dated steps, and one that makes it', async () => {
    expect(Object.keys(steps).length).toBeGreaterThan(0)
    for (const step of Object.keys(steps))
      expect(step).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])-[a-z-]+$/)
    const store = await opened(':memory:')
    expect((await shapeOf(store)).join('\n')).toContain(`CREATE TABLE "${name}"`)
  })
})

test('two openers at once migrate an empty file once', async () => {
  const path = fresh()
  const [one, other] = await Promise.all([opened(path), opened(path)])
  const alone = await opened(':memory:')
  expect(await shapeOf(one)).toEqual(await shapeOf(alone))
  expect(await shapeOf(other)).toEqual(await shapeOf(alone))
})

test('opening again changes nothing', async () => {
  const path = fresh()
  const before = await opened(path)
  const shape = await shapeOf(before)
  await before.close()
  open.length = 0
  const again = await opened(path)
  expect(await shapeOf(again)).toEqual(shape)
  const [{ n } = { n: 0 }] = again.maintain('select count(*) as n from migrations') as Array<{ n: number }>
  expect(n).toBe(tables.flatMap((table) => Object.keys(table.steps)).length)
})

test('a step that was added later runs on a database that has the others, and keeps its rows', async () => {
  const path = fresh()
  const old = await opened(path)
  await old.write((tx) =>
    tx.insertInto('settings').values({ name: 'a', value: '1', epoch: 1, updated_ms: 0, updated_by: 'x' }).execute(),
  )
  await old.close()
  open.length = 0
  const later = { name: 'later', steps: { '2027-01-01-later': async (db: unknown) => void (await addColumn(db)) } }
  const store = await openStore({ path, tables: [...tables, later] })
  open.push(store)
  expect(store.maintain('select name, note from settings')).toEqual([{ name: 'a', note: null }])
})

const addColumn = (db: unknown) => sql`alter table settings add column note text`.execute(db as Store['db'])
