import { openJobs } from './open-jobs.ts'
import { peerPackage } from './peer-package.ts'
import { postgresSchema } from './postgres-schema.ts'
import type { Peer } from './queue.ts'

interface GraphileWorker {
  run(options: Readonly<Record<string, unknown>>): Promise<{
    addJob(task: string, payload: Payload): Promise<unknown>
    stop(): Promise<void>
    readonly events: { on(event: 'job:complete', heard: (told: { job: { payload: Payload } }) => void): void }
  }>
  Logger: new (factory: () => () => void) => unknown
}

interface Payload {
  readonly n: number
}

/** One runner with so many places; it hears of new jobs by LISTEN, as it does by default. */
export const graphileWorker: Peer = {
  name: 'graphile-worker',
  from: 'graphile-worker',
  settings: 'PostgreSQL, fsync and synchronous_commit on',
  async open({ concurrency }) {
    const { run, Logger } = peerPackage<GraphileWorker>('graphile-worker')
    const place = await postgresSchema()
    const jobs = openJobs()
    const runner = await run({
      ...{ connectionString: place.url, schema: place.schema, concurrency, maxPoolSize: Math.max(10, concurrency) },
      ...{ noHandleSignals: true, parsedCronItems: [], logger: new Logger(() => () => undefined) },
      taskList: { bench: async ({ n }: Payload) => jobs.started(n) },
    })
    runner.events.on('job:complete', ({ job }) => jobs.ended(job.payload.n))
    return {
      job: () => jobs.run((n) => runner.addJob('bench', { n })),
      async close() {
        await runner.stop()
        await place.drop()
      },
    }
  },
}
