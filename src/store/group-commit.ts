import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { crashPoint } from '../base/crash-point.ts'
import { startGathering } from './gather.ts'
import type { Schema, Tx } from './schema.ts'
import { runDirectly } from './statement.ts'

type Work = (tx: Tx) => Promise<unknown>

interface Job {
  readonly work: Work
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
 * done. A write that fails is undone alone (a savepoint), the others stand. Writes run one after the other, in the order
 * in which they came, and may not wait for anything but the database.
 */
export function groupCommit(options: GroupOptions): <T>(work: (tx: Tx) => Promise<T>) => Promise<T> {
  const waiting: Job[] = []
  let pumping = false

  async function pump(): Promise<void> {
    while (waiting.length > 0) await commit(waiting.splice(0, MOST_WRITES), options)
    pumping = false
  }

  return <T>(work: (tx: Tx) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (pumping) return
      pumping = true
      setImmediate(() => void pump())
    })
}

async function commit(jobs: readonly Job[], options: GroupOptions): Promise<void> {
  try {
    const ends = await options.retryBusy(() => options.db.transaction().execute((tx) => runAll(tx, jobs, options)))
    crashPoint('commit.after')
    for (const [i, job] of jobs.entries()) tellEnd(job, ends[i])
  } catch (thrown) {
    // Nothing of the group is on disk.
    for (const job of jobs) job.reject(thrown)
  }
}

function tellEnd(job: Job, end: End | undefined): void {
  if (end && 'reason' in end) job.reject(end.reason)
  else job.resolve(end?.value)
}

async function runAll(tx: Tx, jobs: readonly Job[], options: GroupOptions): Promise<End[]> {
  const { raw } = options
  runDirectly(tx, raw, true)
  const gathering = startGathering(tx)
  const ends: End[] = []
  for (const { work } of jobs) {
    const mark = gathering.mark()
    raw.prepare(SAVE).run()
    try {
      ends.push({ value: await work(tx) })
    } catch (reason) {
      // SQLite has rolled the whole transaction back by itself, as it does on a full disk.
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
