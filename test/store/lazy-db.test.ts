import Database from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LazyDb, lazyDb } from '../../src/store/lazy-db.ts'
import type { Schema } from '../../src/store/schema.ts'
import { ImmediateSqliteDialect } from '../../src/store/sqlite-dialect.ts'
import '../../src/store/tables/counts.ts'

let raw: Database.Database
let lazy: LazyDb
let made: number
beforeEach(() => {
  raw = new Database(':memory:')
  raw.exec(
    "create table counts (pool text, state text, n integer); insert into counts values ('a', 'done', 2), ('b', 'done', 3), ('a', 'queued', 4)",
  )
  made = 0
  lazy = lazyDb(raw, () => {
    made += 1
    return new Kysely<Schema>({ dialect: new ImmediateSqliteDialect(raw) })
  })
})
afterEach(() => lazy.close())

const done = () => lazy.db.selectFrom('counts').select('n').where('state', '=', 'done').orderBy('pool')

test('plain selects are answered without the query builder', async () => {
  expect(await done().execute()).toEqual([{ n: 2 }, { n: 3 }])
  expect(await done().executeTakeFirst()).toEqual({ n: 2 })
  expect(await done().where('pool', '=', 'c').executeTakeFirst()).toBeUndefined()
  expect(done().compile()).toMatchObject({
    sql: 'select "n" from "counts" where "state" = ? order by "pool"',
    parameters: ['done'],
  })
  expect(made).toBe(0)
})

test('what is not plain goes to one query builder, with all that was said before', async () => {
  const sums = lazy.db
    .selectFrom('counts')
    .select((q) => q.fn.count('n').as('rows'))
    .where('state', '=', 'done')
  expect(await sums.execute()).toEqual([{ rows: 2 }])
  expect(
    await done()
      .where((q) => q('n', '>', 2))
      .execute(),
  ).toEqual([{ n: 3 }])
  expect(await done().executeTakeFirstOrThrow()).toEqual({ n: 2 })
  expect((await sql<{ n: number }>`select n from counts where n = 4`.execute(lazy.db)).rows).toEqual([{ n: 4 }])
  expect(made).toBe(1)
})

test('a plain select can stand inside another query', async () => {
  const most = lazy.db.selectFrom('counts').select('n').orderBy('n', 'desc').limit(1)
  expect(await lazy.db.selectFrom('counts').select('pool').where('n', '=', most).execute()).toEqual([{ pool: 'a' }])
})

test('while a transaction is open, a read outside of it waits and sees what it wrote', async () => {
  let reading: Promise<unknown> | undefined
  await lazy.db.transaction().execute(async (tx) => {
    await tx.updateTable('counts').set({ n: 9 }).where('state', '=', 'queued').execute()
    reading = lazy.db.selectFrom('counts').select('n').where('state', '=', 'queued').execute()
    await tx.updateTable('counts').set({ n: 10 }).where('state', '=', 'queued').execute()
  })
  expect(await reading).toEqual([{ n: 10 }])
})

test('an async function can return it', async () => {
  expect(await (async () => lazy.db)()).toBe(lazy.db)
  expect(made).toBe(0)
})

test.each([0, 1])('closing it closes the connection, with %i query builders made', async (makes) => {
  if (makes === 1) await done().executeTakeFirstOrThrow()
  expect(made).toBe(makes)
  await lazy.close()
  expect(raw.open).toBe(false)
})
