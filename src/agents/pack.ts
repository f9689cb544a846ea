import type { ModelRole } from '../models/provider.ts'

/**
 * A domain's agents as data: what they are for, how they speak, which checks, tools and models serve them.
 * Its handbook is the `handbook/` folder beside it.
 */
export interface Pack {
  readonly name: string
  /** Such as `Healthcare specialists`. */
  readonly title: string
  /** One sentence: what they help with. */
  readonly summary: string
  readonly capabilities: readonly string[]
  /** Other names that people give the pool: "the doctors", "money team". Lower case, without articles. */
  readonly aliases: readonly string[]
  /** Words and phrases that point to this pool; `general` has none. Lower case. */
  readonly signals: readonly string[]
  /** Questions that show what it can do. */
  readonly examples: readonly string[]
  /** The notice that stands on every answer of the domain, or null. */
  readonly notice: string | null
  /** A matter of the domain with a notice of its own, and the words that tell it (plain, lower case): betting in sports. */
  readonly matter?: { readonly words: readonly string[]; readonly notice: string }
  /** Names of gates (gates/checks), in order. */
  readonly checks: readonly string[]
  /** Names of tools (tools/kit); tried in this order when a sentence asks for one. */
  readonly tools: readonly string[]
  readonly role: ModelRole
  /** How many of its tasks run at the same time until someone scales it. */
  readonly slots: number
  /** What a model is told before the question. */
  readonly system: string
}
