import type { Language } from '../language/language.ts'
import { wordsOf } from '../language/words.ts'
import type { Pack } from './pack.ts'

/** Where a question belongs. `scores` are 0..1 by pool and sum to 1; `confidence` is the chosen pool's score. */
export interface PackChoice {
  readonly pool: string
  readonly scores: Readonly<Record<string, number>>
  readonly confidence: number
}

/**
 * Chooses the pack for a question: what the text model says, moved by the packs' own signals, so that a new pack
 * is routed to before any model has heard of it.
 */
export function routePack(question: string, packs: readonly Pack[], language: Language): PackChoice {
  const text = ` ${wordsOf(question.slice(0, 4_000)).join(' ')} `
  const learned = language.pools(question)
  const raw = packs.map((pack) => (learned[pack.name] ?? 0) + SIGNAL_WEIGHT * signalsIn(text, pack))
  const sum = raw.reduce((all, score) => all + score, 0)
  const scores = Object.fromEntries(
    packs.map((pack, i) => [pack.name, sum > 0 ? (raw[i] ?? 0) / sum : 1 / packs.length]),
  )
  const pool = packs.reduce(
    (best, pack) => ((scores[pack.name] ?? 0) > (scores[best] ?? 0) ? pack.name : best),
    fallback(packs),
  )
  return { pool, scores, confidence: scores[pool] ?? 0 }
}

const SIGNAL_WEIGHT = 0.15

const signalsIn = (text: string, { signals }: Pack): number =>
  Math.min(4, signals.filter((signal) => text.includes(` ${signal} `) || text.includes(` ${signal}s `)).length)

const fallback = (packs: readonly Pack[]): string =>
  (packs.find((pack) => pack.name === 'general') ?? packs[0])?.name ?? 'general'
