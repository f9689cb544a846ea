import type { Principal } from '../base/roles.ts'
import type { Controller } from '../controller/controller.ts'
import type { Report } from '../report/report.ts'
import type { CommandCard } from './define.ts'
import type { Demo } from './demo.ts'

/** Who speaks, and in which conversation. */
export type Caller = Principal & { readonly session: string }

/** What a command tells while it runs: a stage, a piece of text, or a finished part. Surfaces decide how it looks. */
export type Told =
  | { readonly kind: 'stage'; readonly text: string }
  | { readonly kind: 'piece'; readonly text: string }
  | { readonly kind: 'part'; readonly report: Report; readonly data: unknown }

/** How a line that was spoken on the caller's behalf ended. A failure is a report too. */
export interface Spoken {
  readonly ok: boolean
  readonly echo: string | null
  readonly report: Report
}

/** Everything a command may touch. A test passes only the parts that its command destructures. */
export interface Context {
  readonly controller: Controller
  readonly caller: Caller
  readonly signal: AbortSignal
  /** Text that came with the command: piped in, or the content of `--file`; null when none did. */
  readonly attachment: string | null
  readonly tell: (told: Told) => void
  readonly language: CommandLanguage
}

/** The commands as words: for help, inspection and demos. */
export interface CommandLanguage {
  readonly cards: () => Promise<readonly CommandCard[]>
  readonly demos: () => Promise<readonly Demo[]>
  /** Waits until a person wants to go on; at once where nobody can press a key. */
  readonly pause: () => Promise<void>
  /** What a text would do; runs nothing. */
  readonly inspect: (text: string) => Promise<Inspection>
  /** Runs a line as the same caller and confirms it. */
  readonly speak: (line: string, material?: string) => Promise<Spoken>
}

/** What OperatorOS makes of a text. `command` is null for a question; null fields are not judged yet. */
export interface Inspection {
  readonly text: string
  readonly command: string | null
  readonly args: Readonly<Record<string, unknown>>
  readonly pool: string | null
  readonly scores: Readonly<Record<string, number>>
  readonly confidence: number
  readonly emergency: string | null
  readonly redacted: string | null
  readonly pii: ReadonlyArray<{ type: string; start: number; end: number }> | null
  readonly injection: { suspicion: number; verdict: string } | null
}
