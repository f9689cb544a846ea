import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { rebuildTable } from '../../src/store/rebuild-table.ts'
import { isRareKind } from '../../src/store/tables/journal.ts'
import { openTestStore } from '../helpers/open-test-store.ts'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.close())

test('a table made anew holds what it held, under other rules, and its indexes are gone', async () => {
  await store.write(async (tx) => {
    await sql`create table things (a text, b integer)`.execute(tx)
    await sql`create index things_b on things (b)`.execute(tx)
    await sql`insert into things (a, b) values ('x', 1), ('y', 2)`.execute(tx)
    await rebuildTable(tx, 'things', () => sql`create table things (b integer primary key, a text)`.execute(tx))
  })
  expect(store.maintain('select * from things')).toEqual([
    { b: 1, a: 'x' },
    { b: 2, a: 'y' },
  ])
  expect(store.maintain("select name from sqlite_master where name like 'things%'")).toEqual([{ name: 'things' }])
})

test('what went wrong is found in the journal by its kind, however many tasks there were', async () => {
  const query = store.db.selectFrom('journal').selectAll().where('kind', 'in', ['task.failed']).where(isRareKind)
  const plan = store.maintain(`explain query plan ${query.compile().sql}`, ['task.failed'])
  expect(JSON.stringify(plan)).toMatch(/USING INDEX journal_kind \(kind=\?\)/)
})
