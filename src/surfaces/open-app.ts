import { loadAll } from '../base/folder.ts'
import type { Caller, Context, Told } from '../command/context.ts'
import { type CommandSource, createRegistry, type Registry } from '../command/registry.ts'
import { type Controller, createController } from '../controller/controller.ts'
import { inspectText } from '../intent/inspect-text.ts'
import type { Vocabulary } from '../intent/pattern.ts'
import { createResolver, type Resolver } from '../intent/resolve.ts'
import type { Folders } from './folders.ts'
import { type Outside, openHouse } from './open-house.ts'
import { speakLine } from './speak-line.ts'

/** What a surface knows of one call. `pause` waits for a key; absent where nobody can press one. */
export interface ContextCall {
  readonly signal: AbortSignal
  readonly attachment: string | null
  readonly tell: (told: Told) => void
  readonly pause?: (() => Promise<void>) | undefined
}

const noPause = async (): Promise<void> => undefined

/** The whole program without a surface. */
export interface App {
  readonly folders: Folders
  readonly registry: Registry
  readonly controller: Controller
  readonly caller: Caller
  vocabulary(): Promise<Vocabulary>
  /** Compiled once; needs no database. */
  resolver(): Promise<Resolver>
  /** What one command may touch. */
  contextFor(call: ContextCall): Context
  close(): Promise<void>
}

/** `onError` hears of failures between tasks (a full disk while looking for work). `session` overrides the configured one. */
export function openApp(
  outside: Outside,
  folders: Folders,
  options: { onError: (thrown: unknown) => void; session?: string | undefined },
): App {
  const house = openHouse(outside, folders)
  const controller = createController(house, options.onError)
  const registry = createRegistry([folders.commands, packSource(folders)])
  const { config } = outside
  const session = options.session ?? config.session ?? defaultSession(config.principal.id, config.cwd)
  const caller = { ...config.principal, session }
  let resolving: Promise<Resolver> | undefined

  const app: App = {
    folders,
    registry,
    controller,
    caller,
    resolver() {
      resolving ??= buildResolver(app)
      return resolving
    },
    vocabulary: () => readVocabulary(house),
    contextFor: (call) => ({
      controller,
      caller,
      // Handed on unread: a signal is made for the first who looks at it.
      get signal() {
        return call.signal
      },
      attachment: call.attachment,
      tell: call.tell,
      language: {
        cards: () => registry.cards(),
        pause: call.pause ?? noPause,
        demos: () => loadAll(folders.demos),
        inspect: (text) => inspectText(text, { resolver: app.resolver, house }),
        speak: (line, material) => speakLine(line, app, { signal: call.signal, attachment: material ?? null }),
      },
    }),
    async close() {
      await controller.stop(2_000)
      await house.close()
    },
  }
  return app
}

const packSource = ({ packs, writtenCard }: Folders): CommandSource => ({
  names: packs.names,
  load: async (name) => (await import('../command/pack-commands.ts')).packCommand(await packs.load(name)),
  ...(writtenCard ? { card: writtenCard } : {}),
})

/** One conversation per principal and working directory. */
const defaultSession = (principal: string, cwd: string): string => `s-${shortHash(`${principal}\n${cwd}`)}`

/** FNV-1a over 2 × 32 bits, as 13 letters: it tells conversations apart and keeps no secret, so it needs no cryptography. */
function shortHash(text: string): string {
  const half = (seed: number): string => {
    let hash = seed
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
    return hash.toString(36).padStart(7, '0')
  }
  return `${half(0x811c9dc5)}${half(0x1b873593)}`
}

async function buildResolver({ registry, controller }: App): Promise<Resolver> {
  const { house } = controller
  return createResolver(await registry.cards(), await readVocabulary(house), await house.language())
}

async function readVocabulary(house: Controller['house']): Promise<Vocabulary> {
  const packs = await house.packs()
  const names = packs.flatMap((pack) => [pack.name, ...pack.aliases].map((alias) => [alias, pack.name] as const))
  return { pools: new Map([...names, ...ALL.map((word) => [word, 'all'] as const)]) }
}

const ALL = [
  'all',
  'every',
  'everyone',
  'everything',
  'all of them',
  'all pools',
  'the whole fleet',
  'whole fleet',
  'each',
]
