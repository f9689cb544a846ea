import { folders } from '../../bin/folders.ts'
import { toOperatorError } from '../../src/base/errors.ts'
import { loadAll } from '../../src/base/folder.ts'
import { packCommand } from '../../src/command/pack-commands.ts'
import { createResolver, type Resolver } from '../../src/intent/resolve.ts'
import type { Language } from '../../src/language/language.ts'
import { readCorpus } from './read-corpus.ts'

/** One sentence, what it is and what was made of it. Commands are `name {args}`; `none` is a question. */
export interface Verdict {
  readonly text: string
  readonly right: string
  readonly found: string
}

/** How one voice was understood. */
export interface Evaluation {
  readonly commands: readonly Verdict[]
  readonly nearMisses: readonly Verdict[]
  readonly routing: readonly Verdict[]
  readonly emergencies: readonly Verdict[]
}

/** Reads one voice with the real commands, packs and patterns, and with these models. */
export async function evaluateVoice(voice: string, language: Language): Promise<Evaluation> {
  const resolver = await openResolver(language)
  return {
    commands: readCorpus('commands', voice).map(([text, name = '', args = '{}']) => ({
      text,
      right: named(name, JSON.parse(args) as Record<string, unknown>),
      found: understood(text, resolver),
    })),
    nearMisses: readCorpus('near-misses', voice).map(([text]) => ({
      ...{ text, right: 'none', found: understood(text, resolver) },
    })),
    routing: readCorpus('routing', voice).map(([text, right = '']) => ({
      text,
      right,
      found: best(language.pools(text)),
    })),
    emergencies: readCorpus('emergency', voice).map(([text, right = '']) => ({
      ...{ text, right, found: language.emergency(text) ? '1' : '0' },
    })),
  }
}

/** The resolver over the real commands and packs. */
export async function openResolver(language: Language | null): Promise<Resolver> {
  const packs = await loadAll(folders.packs)
  const cards = [...(await loadAll(folders.commands)), ...packs.map(packCommand)]
  const names = packs.flatMap((pack) => [pack.name, ...pack.aliases].map((alias) => [alias, pack.name] as const))
  const pools = new Map([...names, ...['all', 'everyone', 'everything'].map((word) => [word, 'all'] as const)])
  return createResolver(cards, { pools }, language)
}

/** What the command takes for itself when nothing is said: `approvals` lists. */
const UNSAID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  approvals: { action: 'list' },
  audit: { action: 'verify' },
  kill: { state: 'status' },
}

function named(command: string, args: Readonly<Record<string, unknown>>): string {
  const all = Object.entries({ ...UNSAID[command], ...args }).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${command} ${JSON.stringify(Object.fromEntries(all))}`
}

function understood(text: string, resolver: Resolver): string {
  try {
    const intent = resolver.resolve(text)
    return intent.command === null ? 'none' : named(intent.command, intent.args)
  } catch (thrown) {
    return `refused ${toOperatorError(thrown).code}`
  }
}

const best = (scores: Readonly<Record<string, number>>): string =>
  Object.entries(scores).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'none'
