import { afterEach, expect, test } from 'vitest'
import { appendJournal, verifyJournal } from '../../src/store/journal.ts'
import type { Store } from '../../src/store/open.ts'
import { NOON_MS, openTestStore } from '../helpers/open-test-store.ts'

const open: Store[] = []
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())))

/** A journal of ten rows: `test.1` to `test.10`. */
async function journalOfTen(): Promise<Store> {
  const store = await openTestStore()
  open.push(store)
  for (let n = 1; n <= 10; n += 1) {
    await store.write((tx) =>
      appendJournal(tx, { kind: `test.${n}`, principal: 'person:ada', atMs: NOON_MS + n, data: { n, b: [1, 'ü'] } }),
    )
  }
  return store
}

test('a whole journal is found whole, with the number of its rows and its head', async () => {
  const store = await journalOfTen()
  const { rows, head, bad } = await verifyJournal(store.db)
  expect({ rows, seq: head.seq, bad }).toEqual({ rows: 10, seq: 10, bad: null })
  expect(head.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('an empty journal is whole', async () => {
  const store = await openTestStore()
  open.push(store)
  expect(await verifyJournal(store.db)).toEqual({ rows: 0, head: { seq: 0, hash: '0'.repeat(64) }, bad: null })
})

test.each([
  { what: 'a changed fact', sql: `update journal set data = '{"b":[1,"ü"],"n":50}' where seq = 5`, at: 5 },
  { what: 'a changed time', sql: 'update journal set at_ms = at_ms + 1 where seq = 5', at: 5 },
  { what: 'a changed principal', sql: `update journal set principal = 'person:eve' where seq = 1`, at: 1 },
  { what: 'a changed hash', sql: `update journal set hash = '${'a'.repeat(64)}' where seq = 5`, at: 5 },
  { what: 'a deleted row', sql: 'delete from journal where seq = 5', at: 5, why: 'row 5 is missing' },
  { what: 'a deleted first row', sql: 'delete from journal where seq = 1', at: 1, why: 'row 1 is missing' },
  { what: 'a cut-off end', sql: 'delete from journal where seq > 7', at: 8, why: 'the end was cut off' },
  { what: 'a journal that was emptied', sql: 'delete from journal', at: 1, why: 'the end was cut off' },
  {
    what: 'an inserted row after the end',
    sql: `insert into journal select 11, at_ms, kind, principal, session, task_id, pool, data, hash, hash from journal where seq = 10`,
    at: 11,
  },
  {
    what: 'two rows that changed places',
    sql: 'update journal set seq = case seq when 4 then -5 when 5 then -4 end where seq in (4, 5)',
    after: 'update journal set seq = -seq where seq < 0',
    at: 4,
  },
  { what: 'another head', sql: `update heads set hash = '${'b'.repeat(64)}'`, at: 10, why: 'the head is another' },
])('$what is found at row $at', async ({ sql, after, at, why }) => {
  const store = await journalOfTen()
  store.maintain(sql)
  if (after) store.maintain(after)
  const { bad, rows } = await verifyJournal(store.db)
  expect(bad?.seq).toBe(at)
  expect(bad?.why).toMatch(why ?? /./)
  expect(rows).toBeLessThanOrEqual(10)
})

test('entries of one transaction follow each other, and a transaction that fails leaves none', async () => {
  const store = await journalOfTen()
  const entry = (kind: string) => ({ kind, principal: 'system', atMs: NOON_MS })
  await store.write((tx) => appendJournal(tx, entry('one'), entry('two'), entry('three')))
  expect((await verifyJournal(store.db)).head.seq).toBe(13)
  const failing = store.write(async (tx) => {
    await appendJournal(tx, entry('lost'))
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect(await verifyJournal(store.db)).toMatchObject({ rows: 13, bad: null })
})

test('a journal longer than one reading is checked to its end', async () => {
  const store = await openTestStore()
  open.push(store)
  const entries = Array.from({ length: 700 }, (_, i) => ({ kind: 'k', principal: 'p', atMs: i }))
  for (let i = 0; i < 8; i += 1) await store.write((tx) => appendJournal(tx, ...entries))
  expect(await verifyJournal(store.db)).toMatchObject({ rows: 5_600, bad: null })
  store.maintain('update journal set at_ms = 99 where seq = 5555')
  expect((await verifyJournal(store.db)).bad?.seq).toBe(5_555)
})
