import { join } from 'node:path'
import Database from 'better-sqlite3'

interface Job {
  readonly id: number
}

/**
 * Jobs a second of the simplest durable queue that can be written: one table, WAL, FULL; each job
 * is enqueued by a transaction of its own, and in each turn of the loop one transaction finishes what ran and claims up to
 * the free places. A job does nothing.
 */
export async function measureFloor(folder: string, n: number, concurrency: number): Promise<number> {
  const db = new Database(join(folder, 'floor.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table jobs (id integer primary key, state text not null, payload text, done_ms integer)')
  db.exec("create index jobs_open on jobs (state, id) where state != 'done'")
  const enqueue = db.prepare<[string], Job>("insert into jobs (state, payload) values ('queued', ?) returning id")
  const claim = db.prepare<[number], Job>(
    "update jobs set state = 'running' where id in (select id from jobs where state = 'queued' order by id limit ?) returning id",
  )
  const finish = db.prepare<[number, number]>("update jobs set state = 'done', done_ms = ? where id = ?")

  const ended = new Map<number, () => void>()
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
    for (const id of over) {
      ended.get(id)?.()
      ended.delete(id)
    }
    for (const { id } of begun) void Promise.resolve().then(() => complete(id))
  }
  const ring = (): void => {
    if (turning) return
    turning = true
    setImmediate(turn)
  }
  const complete = (id: number): void => {
    finished.push(id)
    ring()
  }
  const job = async (): Promise<void> => {
    const id = enqueue.get('{"ask":"what is a budget"}')?.id ?? 0
    ring()
    await new Promise<void>((resolve) => ended.set(id, resolve))
  }

  let left = n
  const startedMs = performance.now()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1
        await job()
      }
    }),
  )
  const seconds = (performance.now() - startedMs) / 1_000
  db.close()
  return n / seconds
}
