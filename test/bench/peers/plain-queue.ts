import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openJobs } from './open-jobs.ts'
import type { Peer, Place, Queue } from './queue.ts'

interface Job {
  readonly id: number
}

/**
 * The simplest durable queue that can be written: one table, WAL, FULL; each job is enqueued by a transaction of its own,
 * and in each turn of the loop one transaction finishes what ran and claims up to the free places.
 */
export const plainQueue: Peer = {
  name: 'plain better-sqlite3 queue',
  from: null,
  settings: 'SQLite in process, WAL, synchronous=FULL',
  open: async (place) => openPlain(place),
}

function openPlain({ folder, concurrency }: Place): Queue {
  const db = openFile(join(folder, 'plain.db'))
  const enqueue = db.prepare<[number, string]>("insert into jobs (id, state, payload) values (?, 'queued', ?)")
  const claim = db.prepare<[number], Job>(
    "update jobs set state = 'running' where id in (select id from jobs where state = 'queued' order by id limit ?) returning id",
  )
  const finish = db.prepare<[number, number]>("update jobs set state = 'done', done_ms = ? where id = ?")
  const jobs = openJobs()
  let finished: number[] = []
  let running = 0
  let turning = false

  const turn = (): void => {
    turning = false
    const over = finished
    finished = []
    running -= over.length
    const begun = db
      .transaction(() => {
        for (const id of over) finish.run(Date.now(), id)
        return running < concurrency ? claim.all(concurrency - running) : []
      })
      .immediate()
    running += begun.length
    for (const id of over) jobs.ended(id)
    for (const { id } of begun) void Promise.resolve().then(() => work(id))
  }
  const ring = (): void => {
    if (turning) return
    turning = true
    setImmediate(turn)
  }
  const work = (id: number): void => {
    jobs.started(id)
    finished.push(id)
    ring()
  }
  return {
    job: () =>
      jobs.run(async (id) => {
        enqueue.run(id, '{"ask":"what is a budget"}')
        ring()
      }),
    close: async () => void db.close(),
  }
}

function openFile(path: string): Database.Database {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table jobs (id integer primary key, state text not null, payload text, done_ms integer)')
  db.exec("create index jobs_open on jobs (state, id) where state != 'done'")
  return db
}
