import { nextTick } from 'node:process'
import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { crashPoint } from '../base/crash-point.ts'
import { type Eve, openEve } from './eve.ts'
import { type Gathering, startGathering } from './gather.ts'
import type { Schema, Tx } from './schema.ts'
import { letReadsIn, runDirectly } from './statement.ts'

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
type Ends = Map<Job, End>

/** What a group of writes needs of the database beside Kysely. */
export interface GroupOptions {
  readonly db: Kysely<Schema>
  readonly raw: Database.Database
  /** Runs a transaction again while another process holds the lock. */
  readonly retryBusy: <T>(work: () => Promise<T>) => Promise<T>
}

interface Group extends GroupOptions {
  readonly jobs: readonly Job[]
  /** The writes that have come since. */
  readonly takeMore: () => Job[]
  /** Makes them wait for the next group again. */
  readonly putBack: (jobs: readonly Job[]) => void
}

/** A transaction under way. */
interface Under {
  readonly tx: Tx
  readonly eve: Eve
  readonly gathering: Gathering
  readonly ends: Ends
  readonly group: Group
}

/** More writes than this in one transaction would keep other processes waiting. */
const MOST_WRITES = 256
/** What is begun on the eve works while the lock is held, a millisecond or two each; the others are begun after the commit. */
const MOST_BEGUN = 64

/**
 * Writes that come in one turn of the event loop share one transaction and one flush to disk; each is told when that is
 * done. A write that fails is undone alone, the others stand. Writes run one after the other, in the order in which they
 * came, may not wait for anything but the database, and change nothing else: a group may have to be run again. What a
 * write sets going on the eve (`onEve`) may still write into the same transaction.
 */
export function groupCommit(options: GroupOptions): <T>(work: (tx: Tx) => Promise<T>, flush: Flush) => Promise<T> {
  const waiting: Job[] = []
  let pumping = false
  const takeMore = () => waiting.splice(0, MOST_WRITES)
  const putBack = (jobs: readonly Job[]) => void waiting.unshift(...jobs)

  async function pump(): Promise<void> {
    try {
      while (waiting.length > 0) await commit({ ...options, jobs: takeMore(), takeMore, putBack })
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
async function commit(group: Group): Promise<void> {
  const { jobs, raw } = group
  const later = jobs.every(({ flush }) => flush === 'later')
  try {
    if (later) raw.pragma('synchronous = NORMAL')
    const ends = await transact(group, runTogether).catch((thrown: unknown) => {
      if (!(thrown instanceof OneFailed)) throw thrown
      return transact(group, runApart)
    })
    crashPoint('commit.after')
    for (const [job, end] of ends) tellEnd(job, end)
  } catch (thrown) {
    // Nothing of the group is on disk.
    for (const job of jobs) job.reject(thrown)
  } finally {
    if (later && raw.open) raw.pragma('synchronous = FULL')
  }
}

async function transact(group: Group, run: (under: Under) => Promise<void>): Promise<Ends> {
  let made: Ends | undefined
  try {
    return await group.retryBusy(async () => {
      made = await transactOnce(group, run)
      return made
    })
  } catch (thrown) {
    // It was made, in a database that was taken away meanwhile.
    for (const job of made?.keys() ?? []) job.reject(thrown)
    throw thrown
  }
}

/** What has joined a transaction that is lost waits for the next group. */
async function transactOnce(group: Group, run: (under: Under) => Promise<void>): Promise<Ends> {
  const ends: Ends = new Map()
  let eve: Eve | undefined
  try {
    await group.db.transaction().execute(async (tx) => {
      runDirectly(tx, group.raw, true)
      eve = openEve(tx)
      const under = { tx, eve, gathering: startGathering(tx), ends, group }
      await run(under)
      await join(under)
      await under.gathering.writeAll()
      crashPoint('commit.before')
    })
  } catch (thrown) {
    eve?.lose()
    group.putBack([...ends.keys()].filter((job) => !group.jobs.includes(job)))
    throw thrown
  }
  eve?.begin()
  return ends
}

/** Only ends the transaction of a group in which a write failed; nobody outside sees it. */
class OneFailed extends Error {}

function tellEnd(job: Job, end: End): void {
  if ('reason' in end) job.reject(end.reason)
  else job.resolve(end.value)
}

/** Without savepoints: each would copy every page that its write changes. @throws OneFailed. */
async function runTogether({ tx, ends, group: { jobs, raw } }: Under): Promise<void> {
  for (const job of jobs) ends.set(job, { value: await job.work(tx).catch((cause) => failed(cause, raw, jobs)) })
}

function failed(cause: unknown, raw: Database.Database, jobs: readonly Job[]): never {
  // A write alone needs no second run, and SQLite rolls back by itself when the disk is full.
  throw jobs.length === 1 || !raw.inTransaction ? cause : new OneFailed('A write of the group failed.', { cause })
}

async function runApart(under: Under): Promise<void> {
  const { tx, ends, group } = under
  for (const job of group.jobs) {
    const reason = await undoneOnFailure(under, async () => {
      ends.set(job, { value: await job.work(tx) })
    })
    if (reason) ends.set(job, reason)
  }
}

/** The writes of what is begun on the eve. One that fails shows it in the next group: these are all made there then. */
async function join(under: Under): Promise<void> {
  const { tx, ends, group } = under
  if (!(await beginOnEve(under))) return
  const more = group.takeMore()
  for (const job of more) ends.set(job, { value: undefined })
  const failure = await undoneOnFailure(under, async () => {
    for (const job of more) ends.set(job, { value: await job.work(tx) })
  })
  if (!failure) return
  for (const job of more) ends.delete(job)
  group.putBack(more)
}

/**
 * Lets what is begun get as far as it does without waiting for the world. Nothing else of this process has its turn before
 * the commit: it would read, and might tell, what is not on disk yet. False when nothing was begun.
 */
async function beginOnEve({ eve, group: { raw } }: Under): Promise<boolean> {
  letReadsIn(raw, true)
  try {
    if (!eve.begin(MOST_BEGUN)) return false
    await new Promise<void>((resolve) => nextTick(resolve))
    return true
  } finally {
    letReadsIn(raw, false)
  }
}

/** Null when all went well. */
async function undoneOnFailure(
  { eve, gathering, group: { raw } }: Under,
  work: () => Promise<void>,
): Promise<{ readonly reason: unknown } | null> {
  const marks = { eve: eve.mark(), gathering: gathering.mark() }
  raw.prepare(SAVE).run()
  try {
    await work()
    return null
  } catch (reason) {
    if (!raw.inTransaction) throw reason
    raw.prepare(UNDO).run()
    gathering.undoTo(marks.gathering)
    eve.undoTo(marks.eve)
    return { reason }
  } finally {
    if (raw.inTransaction) raw.prepare(RELEASE).run()
  }
}

const SAVE = 'savepoint one_write'
const UNDO = 'rollback to one_write'
const RELEASE = 'release one_write'
