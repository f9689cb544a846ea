import { randomUUID } from 'node:crypto'
import { openJobs } from './open-jobs.ts'
import { peerPackage } from './peer-package.ts'
import { postgresSchema } from './postgres-schema.ts'
import type { Peer, Queue } from './queue.ts'

interface Job {
  readonly data: { readonly n: number }
}

interface Part {
  on(event: 'error', heard: (thrown: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

interface JobQueue extends Part {
  add(name: string, data: Job['data']): Promise<unknown>
  obliterate(options: { force: boolean }): Promise<void>
}

interface JobWorker extends Part {
  on(event: 'error' | 'completed', heard: (told: never) => void): unknown
}

type Options = Readonly<Record<string, unknown>>

interface Bullmq {
  Queue: new (name: string, options: Options, backend?: unknown) => JobQueue
  Worker: new (name: string, work: (job: Job) => Promise<void>, options: Options, backend?: unknown) => JobWorker
  createPostgresBackend: unknown
}

/** BullMQ where it is at home. */
export const bullmqOnRedis: Peer = {
  name: 'BullMQ on Redis',
  from: 'bullmq',
  settings: 'Redis, appendfsync always',
  async open({ concurrency }) {
    const url = process.env.REDIS_URL
    if (!url) throw new Error('REDIS_URL names no Redis')
    const connection = await redisConnection(url)
    return openQueue({ connection, concurrency, backend: undefined })
  },
}

/** BullMQ over the same PostgreSQL as the others. */
export const bullmqOnPostgres: Peer = {
  name: 'BullMQ on PostgreSQL',
  from: 'bullmq',
  settings: 'PostgreSQL, fsync and synchronous_commit on',
  async open({ concurrency }) {
    const { url: connectionString, schema, drop } = await postgresSchema()
    const { createPostgresBackend: backend } = peerPackage<Bullmq>('bullmq')
    // Its queue and its worker have a pool each.
    const connection = { connectionString, schema, migrate: true, max: Math.max(10, concurrency / 2) }
    const queue = await openQueue({ connection, concurrency, backend })
    return {
      job: queue.job,
      async close() {
        await queue.close()
        await drop()
      },
    }
  },
}

interface Opening {
  readonly connection: unknown
  readonly concurrency: number
  /** Undefined is Redis. */
  readonly backend: unknown
}

async function openQueue({ connection, concurrency, backend }: Opening): Promise<Queue> {
  const { Queue: BullQueue, Worker } = peerPackage<Bullmq>('bullmq')
  const jobs = openJobs()
  const name = `operatoros-bench-${randomUUID()}`
  const queue = new BullQueue(name, { connection }, backend)
  queue.on('error', jobs.fail)
  await queue.waitUntilReady()
  const worker = new Worker(name, async ({ data }) => jobs.started(data.n), { connection, concurrency }, backend)
  worker.on('error', jobs.fail)
  worker.on('completed', ({ data }: Job) => jobs.ended(data.n))
  await worker.waitUntilReady()
  return {
    job: () => jobs.run((n) => queue.add('bench', { n })),
    async close() {
      await worker.close()
      await queue.obliterate({ force: true })
      await queue.close()
    },
  }
}

interface Ioredis {
  Redis: new (
    url: string,
    options: Options,
  ) => {
    on(event: 'error', heard: () => void): unknown
    connect(): Promise<void>
    config(verb: 'GET', name: string): Promise<string[]>
    disconnect(): void
  }
}

/** @throws Error when it does not answer, or would lose what it acknowledged. */
async function redisConnection(url: string): Promise<Options> {
  const { Redis } = peerPackage<Ioredis>('ioredis')
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => undefined)
  await redis.connect()
  const [, kept] = await redis.config('GET', 'appendfsync')
  const [, only] = await redis.config('GET', 'appendonly')
  redis.disconnect()
  if (kept !== 'always' || only !== 'yes') throw new Error(`the Redis has appendonly ${only}, appendfsync ${kept}`)
  const place = url.startsWith('/') ? { path: url } : { host: new URL(url).hostname, port: Number(new URL(url).port) }
  return { ...place, maxRetriesPerRequest: null }
}
