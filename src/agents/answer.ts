import type { Block } from '../report/report.ts'

/** Who made an answer: the offline handbook (with the pages it used) or a model. */
export type AnsweredBy =
  | { readonly kind: 'handbook'; readonly pages: readonly string[] }
  | { readonly kind: 'model'; readonly route: string; readonly pages: readonly string[] }

/** A tool call that went into an answer. */
export interface Computed {
  readonly tool: string
  readonly input: unknown
  readonly output: unknown
}

/** What a specialist gives back; kept as JSON on the task. `text` is Markdown without the notice. */
export interface Answer {
  /** `answered`, or `unclear` (it names what would help), or `nothing` (the handbook has nothing that fits). */
  readonly outcome: 'answered' | 'unclear' | 'nothing'
  /** What to do now, first of all; null when nothing suggests an emergency. */
  readonly emergency: string | null
  readonly text: string
  /** The same for people: tables and charts of the tools between the prose. */
  readonly blocks: readonly Block[]
  readonly computed: readonly Computed[]
  readonly sources: readonly string[]
  readonly notice: string | null
  /** Remarks on how it was made, such as that no model is configured or that one failed. */
  readonly remarks: readonly string[]
  readonly by: AnsweredBy
  /** 0..1, how well the handbook fits; null when a model or a tool answered. */
  readonly fit: number | null
}
