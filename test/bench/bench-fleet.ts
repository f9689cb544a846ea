import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { folders } from '../../bin/folders.ts'
import { systemClock } from '../../src/base/clock.ts'
import { readConfig } from '../../src/base/config.ts'
import type { ModelRequest, ProviderPlug } from '../../src/models/provider.ts'
import { createTextIndex } from '../../src/store/text-index.ts'
import { type App, openApp } from '../../src/surfaces/open-app.ts'
import { says } from '../helpers/fake-provider.ts'
import { type Driven, drive } from './drive.ts'
import { type OpenJobs, openJobs } from './peers/open-jobs.ts'
import type { Queue } from './peers/queue.ts'

/** A fleet on a fresh file with a provider that answers at once. */
export interface BenchFleet extends Queue {
  /** `n` asks by `concurrency` callers, each waiting for its answer; `cpuMs` is this process's time for one task. */
  run(n: number, concurrency: number): Promise<Driven & { cpuMs: number }>
}

/** What the provider takes by itself: a call without a fleet around it, in ms. */
export async function callDirectly(): Promise<number> {
  const provider = plug.open({ apiKey: 'bench', baseUrl: undefined, idleMs: 60_000, totalMs: 60_000 })
  const request: ModelRequest = {
    model: 'bench',
    system: '',
    messages: [{ role: 'user', text: ASK }],
    tools: [],
    maxTokens: 100,
  }
  const startMs = performance.now()
  await provider.complete(request, new AbortController().signal, () => undefined)
  return performance.now() - startMs
}

const ASK = 'what is a budget'

const plug: ProviderPlug = {
  name: 'openai',
  title: 'Answers at once',
  keyName: 'OPENAI_API_KEY',
  baseUrlName: 'OPENAI_BASE_URL',
  open: () => ({ name: 'openai', complete: async () => says('Forty-two.') }),
}

const noPages = () => createTextIndex(':memory:', [], {})

/**
 * Opens one in `folder`, with a resident worker and room for 64 tasks at a time in the general pool. `lookUp`: each task
 * looks for passages in the whole handbook before it asks the model; else there is no handbook, and nothing to do but ask.
 */
export async function openBenchFleet(folder: string, { lookUp }: { lookUp: boolean }): Promise<BenchFleet> {
  const machine = {
    ...{ user: 'ada', homeDir: folder, platform: 'linux', cwd: folder, interactive: true },
    ...{ timeZone: () => 'UTC', version: '0.0.0-bench', nodeVersion: process.version },
  }
  const env = {
    ...{ OPERATOROS_HOME: folder, DATABASE_URL: `sqlite:///${join(folder, 'operatoros.db')}` },
    ...{ OPENAI_API_KEY: 'bench', OPERATOROS_DAILY_BUDGET_USD: '1000000' },
  }
  const app = openApp(
    { config: readConfig(env, machine), clock: systemClock, fetch: () => Promise.reject(new Error('no network')) },
    {
      ...folders,
      ...(lookUp ? {} : { handbook: noPages }),
      providers: { names: ['openai'], load: async () => plug },
    },
    {
      onError: (thrown) => {
        throw thrown
      },
    },
  )
  const { controller, caller } = app
  await controller.pools.scale('general', { to: 64 }, { caller, dry: false })
  await controller.worker.start()
  const jobs = openJobs()
  const queue: Queue = {
    job: () => jobs.run((n) => askOnce(app, n, jobs)),
    close: () => closeFleet(app),
  }
  return {
    ...queue,
    async run(n, concurrency) {
      const cpu = process.cpuUsage()
      const driven = await drive(queue, n, concurrency)
      const { user, system } = process.cpuUsage(cpu)
      return { ...driven, cpuMs: (user + system) / 1_000 / n }
    },
  }
}

/** A task of its own session; it has started when its agents are on it, and ended when its answer is kept. */
async function askOnce({ controller, caller }: App, n: number, jobs: OpenJobs): Promise<void> {
  const task = await controller.asks.submit({
    ...{ text: `${ASK}, number ${n}`, pool: 'general', attachment: null },
    ...{ session: `bench-${randomUUID()}`, principal: caller },
  })
  let begun = false
  await controller.asks.answer(task.id, {
    signal: new AbortController().signal,
    tell: () => {
      if (!begun) jobs.started(n)
      begun = true
    },
  })
  jobs.ended(n)
}

async function closeFleet(app: App): Promise<void> {
  await app.controller.worker.stop(1_000)
  await app.close()
}
