import type { Emergency } from './emergency.ts'

/** A label with how likely it is, 0..1. */
export interface Guess {
  readonly label: string
  readonly confidence: number
  /** False: it may be meant, and it may as well be a question. */
  readonly sure: boolean
}

/** What the local text models say of a sentence. Pure and fast: no store, no network. */
export interface Language {
  /** A possible emergency, or null. */
  emergency(text: string): Emergency | null
  /** How likely each pool is, 0..1, summing to 1. */
  pools(text: string): Readonly<Record<string, number>>
  /** The command that a sentence most likely asks for (`label` is its name), or null when it is surely a question. */
  command(text: string): Guess | null
}
