import { join } from 'node:path'
import { folders } from '../../bin/folders.ts'
import { systemClock } from '../../src/base/clock.ts'
import { readConfig } from '../../src/base/config.ts'
import type { ProviderPlug } from '../../src/models/provider.ts'
import { openApp } from '../../src/surfaces/open-app.ts'
import { says } from '../helpers/fake-provider.ts'

/** A fleet on a fresh file with a provider that answers at once. */
export interface BenchFleet {
  /** `n` asks by `concurrency` callers, each waiting for its answer; the median wait from submission to start. */
  run(n: number, concurrency: number): Promise<{ perSecond: number; startMs: number; cpuMs: number }>
  close(): Promise<void>
}

const plug: ProviderPlug = {
  name: 'openai',
  title: 'Answers at once',
  keyName: 'OPENAI_API_KEY',
  baseUrlName: 'OPENAI_BASE_URL',
  open: () => ({ name: 'openai', complete: async () => says('Forty-two.') }),
}

/** Opens one in `folder`, with a resident worker and room for 64 tasks at a time in the general pool. */
export async function openBenchFleet(folder: string): Promise<BenchFleet> {
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
    { ...folders, providers: { names: ['openai'], load: async () => plug } },
    {
      onError: (thrown) => {
        throw thrown
      },
    },
  )
  const { controller, caller } = app
  await controller.pools.scale('general', { to: 64 }, { caller, dry: false })
  await controller.worker.start()
  return {
    async run(n, concurrency) {
      let left = n
      const waits: number[] = []
      const cpu = process.cpuUsage()
      const startedMs = performance.now()
      const session = async (i: number): Promise<void> => {
        while (left > 0) {
          left -= 1
          const task = await controller.asks.submit({
            ...{ text: `what is a budget, number ${left}`, pool: 'general', attachment: null },
            ...{ session: `bench-${i}-${left}`, principal: caller },
          })
          const answered = await controller.asks.answer(task.id, {
            signal: new AbortController().signal,
            tell: () => undefined,
          })
          waits.push((answered.task.started_ms ?? 0) - answered.task.created_ms)
        }
      }
      await Promise.all(Array.from({ length: concurrency }, (_, i) => session(i)))
      const seconds = (performance.now() - startedMs) / 1_000
      const used = process.cpuUsage(cpu)
      waits.sort((a, b) => a - b)
      return {
        perSecond: n / seconds,
        startMs: waits[Math.floor(waits.length / 2)] ?? Number.NaN,
        cpuMs: (used.user + used.system) / 1_000 / n,
      }
    },
    async close() {
      await controller.worker.stop(1_000)
      await app.close()
    },
  }
}
