import type { ReadyPack } from '../agents/ready-pack.ts'
import type { Clock } from '../base/clock.ts'
import type { Config } from '../base/config.ts'
import { OperatorError } from '../base/errors.ts'
import { loadAll } from '../base/folder.ts'
import type { House } from '../controller/house.ts'
import type { TextIndex } from '../store/text-index.ts'
import type { Folders } from './folders.ts'

/** What the outside gives the program; a test gives a clock that it turns by hand and a `fetch` that goes nowhere. */
export interface Outside {
  readonly config: Config
  readonly clock: Clock
  readonly fetch: typeof fetch
}

/** The house over its folders: each thing is imported and opened once, at its first use. */
export function openHouse({ config, clock, fetch }: Outside, folders: Folders): House {
  const opening = openStoreOnce(config, folders)
  let index: TextIndex | undefined
  const packs = once(() => loadAll(folders.packs))
  const plugs = once(() => loadAll(folders.providers))
  const routing = once(() => import('../models/open-routes.ts'))
  return {
    config,
    clock,
    fetch,
    nativeBinding: folders.nativeBinding,
    ...opening,
    packs,
    readyPack: remember((pool) => readyPack(pool, folders)),
    rules: once(() => loadAll(folders.rules)),
    async close() {
      await opening.closeStore()
      index?.close()
    },
    handbook: once(async () => {
      const { openHandbook } = await import('../knowledge/handbook.ts')
      index = folders.handbook()
      return openHandbook(index)
    }),
    language: once(async () => (await import('../language/open-language.ts')).openLanguage(folders.weights)),
    routes: remember(async (role) =>
      (await routing()).openRoutes({ plugs: await plugs(), role, key: config.key, clock }),
    ),
    async providers() {
      return (await routing()).describeProviders({ plugs: await plugs(), key: config.key })
    },
  }
}

/** A function that does its work at the first call; a failure is not kept, so that a later call may succeed. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= work().catch((thrown) => {
      kept = undefined
      throw thrown
    })
    return kept
  }
}

/** `once`, for each name. */
function remember<Name extends string, T>(work: (name: Name) => Promise<T>): (name: Name) => Promise<T> {
  const kept = new Map<Name, () => Promise<T>>()
  return (name) => {
    const known = kept.get(name) ?? once(() => work(name))
    kept.set(name, known)
    return known()
  }
}

function openStoreOnce(config: Config, folders: Folders): Pick<House, 'store' | 'closeStore'> {
  let open: ReturnType<House['store']> | undefined
  const openNow = async () => {
    const { openStore } = await import('../store/open.ts')
    return openStore({
      ...{ path: config.databasePath, nativeBinding: folders.nativeBinding },
      ...{ tables: () => loadAll(folders.tables), steps: folders.tableSteps },
    })
  }
  return {
    store() {
      open ??= openNow().catch((thrown) => {
        open = undefined
        throw thrown
      })
      return open
    },
    async closeStore() {
      const closing = open
      open = undefined
      await (await closing?.catch(() => undefined))?.close()
    },
  }
}

async function readyPack(pool: string, folders: Folders): Promise<ReadyPack> {
  if (!folders.packs.names.includes(pool)) {
    throw new OperatorError('NOT_FOUND', `There is no pool "${pool}".`, { hint: 'operatoros pools' })
  }
  const pack = await folders.packs.load(pool)
  const gates = await Promise.all(['inert-answer', ...pack.checks].map((name) => folders.gates.load(name)))
  const tools = await Promise.all(pack.tools.map((name) => folders.tools.load(name)))
  return { pack, gates, tools }
}
