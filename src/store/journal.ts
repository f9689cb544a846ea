import { canonicalJson, sha256 } from '../base/digest.ts'
import { OperatorError } from '../base/errors.ts'
import { gather, type Topic } from './gather.ts'
import type { Db, Tx } from './schema.ts'
import { statement } from './statement.ts'
import type { JournalRow } from './tables/journal.ts'

/** A fact to write down. `data` is what is needed to understand it later; never a secret. */
export interface Entry {
  readonly kind: string
  readonly principal: string
  readonly atMs: number
  readonly session?: string | null | undefined
  readonly taskId?: number | null | undefined
  readonly pool?: string | null | undefined
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

/** Appends entries inside the transaction of the change that they tell of, in this order. */
export const appendJournal = (tx: Tx, ...entries: readonly Entry[]): Promise<void> => gather(tx, JOURNAL, ...entries)

const JOURNAL: Topic<Entry> = {
  async write(tx, entries) {
    let { seq, hash } = await readHead(tx)
    const rows = entries.map((entry) => {
      const row = rowOf(entry, seq + 1, hash)
      seq = row.seq
      hash = row.hash
      return row
    })
    for (const row of rows) await insertRow(tx, row)
    await moveHead(tx, { seq, hash })
  },
}

const insertRow = statement((db, row: JournalRow) =>
  db.insertInto('journal').values({
    seq: row.seq,
    at_ms: row.at_ms,
    kind: row.kind,
    principal: row.principal,
    session: row.session,
    task_id: row.task_id,
    pool: row.pool,
    data: row.data,
    prev: row.prev,
    hash: row.hash,
  }),
)

const moveHead = statement((db, head: Head) =>
  db.updateTable('heads').set({ seq: head.seq, hash: head.hash }).where('name', '=', 'journal'),
)

function rowOf(entry: Entry, seq: number, prev: string): JournalRow {
  const row = {
    seq,
    at_ms: entry.atMs,
    kind: entry.kind,
    principal: entry.principal,
    session: entry.session ?? null,
    task_id: entry.taskId ?? null,
    pool: entry.pool ?? null,
    data: canonicalJson(entry.data ?? {}),
    prev,
  }
  return { ...row, hash: hashOf(row) }
}

/** The canonical JSON of a row: numbers, texts and nulls under these names, which stand in their order. */
const hashOf = ({ at_ms, data, kind, pool, prev, principal, seq, session, task_id }: Omit<JournalRow, 'hash'>) =>
  sha256(JSON.stringify({ at_ms, data, kind, pool, prev, principal, seq, session, task_id }))

/** The last row of the chain. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** How a check of the journal ended: `bad` names the first row that does not fit, `null` when all do. */
export interface Verification {
  readonly rows: number
  readonly head: Head
  readonly bad: { readonly seq: number; readonly why: string } | null
}

const CHUNK = 5_000
const START = '0'.repeat(64)

/** Reads the whole chain and recomputes every hash. Finds a changed, missing, added or cut-off row. */
export async function verifyJournal(db: Db): Promise<Verification> {
  const head = await readHead(db)
  let last = { seq: 0, hash: START }
  for (;;) {
    const rows = await readChunk(db, last.seq)
    for (const { hash, ...row } of rows) {
      const why = row.seq !== last.seq + 1 ? `row ${last.seq + 1} is missing` : faultOf(row, hash, last.hash)
      if (why) return { rows: last.seq, head, bad: { seq: Math.min(row.seq, last.seq + 1), why } }
      last = { seq: row.seq, hash }
    }
    if (rows.length < CHUNK) return { rows: last.seq, head: last, bad: faultAtEnd(last, head) }
  }
}

/** @throws OperatorError STORE_UNAVAILABLE when the head is gone: whoever removed it hid how long the journal was. */
async function readHead(db: Db): Promise<Head> {
  const [head] = await headRow(db, {})
  if (!head)
    throw new OperatorError('STORE_UNAVAILABLE', 'The head of the journal is missing.', { hint: 'operatoros doctor' })
  return head
}

const headRow = statement((db) => db.selectFrom('heads').select(['seq', 'hash']).where('name', '=', 'journal'))

const readChunk = (db: Db, after: number) =>
  db.selectFrom('journal').selectAll().where('seq', '>', after).orderBy('seq').limit(CHUNK).execute()

/** The chain may have grown since the head was read; it may never be shorter or end in another hash. */
function faultAtEnd(last: Head, head: Head): Verification['bad'] {
  if (last.seq < head.seq) return { seq: last.seq + 1, why: 'the end was cut off' }
  return last.seq === head.seq && last.hash !== head.hash ? { seq: last.seq, why: 'the head is another' } : null
}

function faultOf(row: Omit<JournalRow, 'hash'>, hash: string, prev: string): string | null {
  if (row.prev !== prev) return 'it does not follow the row before it'
  return hashOf(row) === hash ? null : 'its content was changed'
}
