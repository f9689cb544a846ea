import { openJobs } from './open-jobs.ts'
import { peerPackage } from './peer-package.ts'
import { type PostgresSchema, postgresSchema } from './postgres-schema.ts'
import type { Peer } from './queue.ts'

interface Boss {
  on(event: 'error', heard: (thrown: Error) => void): unknown
  start(): Promise<unknown>
  stop(options: { graceful: boolean; wait: boolean }): Promise<void>
  createQueue(name: string): Promise<void>
  send(name: string, data: { n: number }): Promise<unknown>
  fetch(name: string): Promise<ReadonlyArray<{ id: string; data: { n: number } }>>
  complete(name: string, id: string): Promise<unknown>
}

const QUEUE = 'bench'

/**
 * Fetched in this process as soon as a job is sent, each job by a transaction of its own: pg-boss's own `work` looks every
 * two seconds by default, half a second at best.
 */
export const pgBoss: Peer = {
  name: 'pg-boss',
  from: 'pg-boss',
  settings: 'PostgreSQL, fsync and synchronous_commit on; fetched at once instead of every 2 s',
  async open({ concurrency }) {
    const place = await postgresSchema()
    const jobs = openJobs()
    const boss = await startBoss(place, concurrency, jobs.fail)
    let waiting = 0
    let busy = 0

    const work = async (): Promise<void> => {
      busy += 1
      while (waiting > 0) {
        waiting -= 1
        const fetched = await boss.fetch(QUEUE)
        if (fetched.length === 0) waiting += 1
        for (const { id, data } of fetched) {
          jobs.started(data.n)
          await boss.complete(QUEUE, id)
          jobs.ended(data.n)
        }
      }
      busy -= 1
    }
    return {
      job: () =>
        jobs.run(async (n) => {
          await boss.send(QUEUE, { n })
          waiting += 1
          if (busy < concurrency) work().catch(jobs.fail)
        }),
      async close() {
        await boss.stop({ graceful: false, wait: true })
        await place.drop()
      },
    }
  },
}

async function startBoss(
  { url, schema }: PostgresSchema,
  concurrency: number,
  onError: (thrown: unknown) => void,
): Promise<Boss> {
  const PgBoss = peerPackage<new (options: Readonly<Record<string, unknown>>) => Boss>('pg-boss')
  const quiet = { supervise: false, schedule: false }
  const boss = new PgBoss({ connectionString: url, schema, max: Math.max(10, concurrency), ...quiet })
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue(QUEUE)
  return boss
}
