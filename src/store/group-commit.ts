import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { crashPoint } from '../base/crash-point.ts'
import { startGathering } from './gather.ts'
import type { Schema, Tx } from './schema.ts'
import { runDirectly } from './statement.ts'

type Work = (tx: Tx) => Promise<unknown>

/** When a write reaches the disk: before it returns, or with the next one that does. */
export type Flush = 'now' | 'later'

interface Job {
  readonly work: Work
  readonly flush: Flush
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

/** What came of one write of a group. */
type End = { readonly value: unknown } | { readonly reason: unknown }

/** What a group of writes needs of the database beside Kysely. */
export interface GroupOptions {
  readonly db: Kysely<Schema>
  readonly raw: Database.Database
  /** Runs a transaction again while another process holds the lock. */
  readonly retryBusy: <T>(work: () => Promise<T>) => Promise<T>
}

/** More writes than this in one transaction would keep other processes waiting. */
const MOST_WRITES = 256

/**
 * Writes that come in one turn of the event loop share one transaction and one flush to disk; each is told when that is
 * done. A write that fails is undone alone, the others stand. Writes run one after the other, in the order in which they
 * came, may not wait for anything but the database, and change nothing else: a group may have to be run again.
 */
export function groupCommit(options: GroupOptions): <T>(work: (tx: Tx) => Promise<T>, flush: Flush) => Promise<T> {
  const waiting: Job[] = []
  let pumping = false

  async function pump(): Promise<void> {
    try {
      while (waiting.length > 0) await commit(waiting.splice(0, MOST_WRITES), options)
    } finally {
      pumping = false
    }
  }

  return <T>(work: (tx: Tx) => Promise<T>, flush: Flush) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, flush, resolve: resolve as (value: unknown) => void, reject })
      if (pumping) return
      pumping = true
      setImmediate(() => void pump())
    })
}

/** Nearly every group succeeds as a whole; only one that does not is run again with each write apart. */
async function commit(jobs: readonly Job[], options: GroupOptions): Promise<void> {
  const run = (work: (tx: Tx) => Promise<End[]>) => options.retryBusy(() => options.db.transaction().execute(work))
  const later = jobs.every(({ flush }) => flush === 'later')
  try {
    if (later) options.raw.pragma('synchronous = NORMAL')
    const ends = await run((tx) => runTogether(tx, jobs, options)).catch((thrown: unknown) => {
      if (!(thrown instanceof OneFailed)) throw thrown
      return run((tx) => runApart(tx, jobs, options))
    })
    crashPoint('commit.after')
    for (const [i, job] of jobs.entries()) tellEnd(job, ends[i])
  } catch (thrown) {
    // Nothing of the group is on disk.
    for (const job of jobs) job.reject(thrown)
  } finally {
    if (later && options.raw.open) options.raw.pragma('synchronous = FULL')
  }
}

/** Only ends the transaction of a group in which a write failed; nobody outside sees it. */
class OneFailed extends Error {}

function tellEnd(job: Job, end: End | undefined): void {
  if (end && 'reason' in end) job.reject(end.reason)
  else job.resolve(end?.value)
}

/** Without savepoints: each would copy every page that its write changes. @throws OneFailed. */
async function runTogether(tx: Tx, jobs: readonly Job[], { raw }: GroupOptions): Promise<End[]> {
  runDirectly(tx, raw, true)
  const gathering = startGathering(tx)
  const ends: End[] = []
  for (const { work } of jobs) ends.push({ value: await work(tx).catch((cause) => failed(cause, raw, jobs)) })
  await gathering.writeAll()
  crashPoint('commit.before')
  return ends
}

function failed(cause: unknown, raw: Database.Database, jobs: readonly Job[]): never {
  // A write alone needs no second run, and SQLite rolls back by itself when the disk is full.
  throw jobs.length === 1 || !raw.inTransaction ? cause : new OneFailed('A write of the group failed.', { cause })
}

async function runApart(tx: Tx, jobs: readonly Job[], { raw }: GroupOptions): Promise<End[]> {
  runDirectly(tx, raw, true)
  const gathering = startGathering(tx)
  const ends: End[] = []
  for (const { work } of jobs) {
    const mark = gathering.mark()
    raw.prepare(SAVE).run()
    try {
      ends.push({ value: await work(tx) })
    } catch (reason) {
      if (!raw.inTransaction) throw reason
      raw.prepare(UNDO).run()
      gathering.undoTo(mark)
      ends.push({ reason })
    }
    raw.prepare(RELEASE).run()
  }
  await gathering.writeAll()
  crashPoint('commit.before')
  return ends
}

const SAVE = 'savepoint one_write'
const UNDO = 'rollback to one_write'
const RELEASE = 'release one_write'
