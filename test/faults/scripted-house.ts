import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import type { Pack } from '../../src/agents/pack.ts'
import type { Clock } from '../../src/base/clock.ts'
import { readConfig } from '../../src/base/config.ts'
import type { House } from '../../src/controller/house.ts'
import type { ModelRequest } from '../../src/models/provider.ts'
import { openStore } from '../../src/store/open.ts'
import type { Table } from '../../src/store/schema.ts'
import { defineTool } from '../../src/tools/tool.ts'
import { says } from '../helpers/fake-provider.ts'

/** The file outside the database, in the folder `FAULTS_LEDGER` or else the home, where every payment leaves its key. */
export const LEDGER_FILE = 'ledger.txt'

/** The one pool of the scripted house. */
export const POOL = 'payments'

/** What is asked of the scripted house: a payment under a key, whose steps take so long. */
export const payAsk = (key: string, thinkMs = 0): string => `pay ${key} in ${thinkMs} ms`

/**
 * A house with one pool, a model that follows a script and a tool that writes to a ledger outside the database. A task
 * has three steps of the same length: the model asks for the payment, the payment, the model says that it is done.
 */
export function scriptedHouse(home: string, tables: readonly Table[], clock: Clock): House {
  const machine = {
    ...{ user: 'faults', homeDir: home, platform: 'linux', cwd: home, interactive: true },
    ...{ timeZone: () => 'UTC', version: '0.0.0', nodeVersion: process.version },
  }
  const { FAULTS_LEDGER } = process.env
  const config = readConfig({ OPERATOROS_HOME: home, OPERATOROS_DAILY_BUDGET_USD: '100000', FAULTS_LEDGER }, machine)
  const store = once(() => openStore({ path: config.databasePath, tables }))
  const ready = { pack, gates: [], tools: [payTool(join(config.key('FAULTS_LEDGER') ?? home, LEDGER_FILE))] }
  return {
    ...{ config, clock, store, nativeBinding: undefined },
    closeStore: async () => (await store()).close(),
    close: async () => (await store()).close(),
    packs: async () => [pack],
    readyPack: async () => ready,
    rules: async () => [],
    handbook: async () => ({ search: () => [], find: () => undefined, sizes: () => ({}) }),
    language: async () => ({ emergency: () => null, pools: () => ({}), command: () => null }),
    routes: async () => [route],
    providers: async () => [],
    fetch: () => Promise.reject(new Error('no network')),
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= work()
    return kept
  }
}

const pack: Pack = {
  ...{ name: POOL, title: 'Payers', summary: 'They pay.', capabilities: ['pay'], aliases: [], signals: ['pay'] },
  ...{ examples: ['pay a'], notice: null, checks: [], tools: ['pay'], role: 'balanced', slots: 2, system: 'Pay.' },
}

const payTool = (ledger: string) =>
  defineTool({
    name: 'pay',
    summary: 'Pays once.',
    example: 'pay a',
    effect: 'write',
    input: z.strictObject({ key: z.string(), takesMs: z.number() }),
    output: z.object({ paid: z.string() }),
    hear: () => null,
    async run({ key, takesMs }, { signal }) {
      appendFileSync(ledger, `${key}\n`)
      await delay(takesMs, undefined, { signal })
      return { paid: key }
    },
    show: () => [],
  })

const route = {
  name: 'fake/model',
  model: 'model',
  provider: {
    name: 'fake',
    async complete({ messages }: ModelRequest, signal: AbortSignal) {
      const ask = messages.findLast((message) => message.role === 'user')?.text ?? ''
      const [, key = '', thinkMs = '0'] = /^pay (\S+) in (\d+) ms$/.exec(ask) ?? []
      await delay(Number(thinkMs), undefined, { signal })
      return messages.at(-1)?.role === 'tool'
        ? says('Paid.')
        : says('', { stop: 'tools', calls: [{ id: 'c', name: 'pay', input: { key, takesMs: Number(thinkMs) } }] })
    },
  },
}
