/** A number keeps its unit until a renderer prints it. `usd` is micro-dollars, `time` is Unix milliseconds, `null` prints n/a. */
export type Value =
  | string
  | null
  | { readonly unit: 'count' | 'ratio' | 'ms' | 'usd' | 'bytes' | 'time' | 'number'; readonly n: number }

export type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** One thing a report can tell. Each kind must be drawn by every renderer, so there are few. */
export type Block =
  | {
      readonly kind: 'facts'
      readonly title?: string | undefined
      readonly rows: ReadonlyArray<readonly [label: string, value: Value]>
    }
  | {
      readonly kind: 'table'
      readonly title?: string | undefined
      readonly head: readonly string[]
      readonly rows: ReadonlyArray<readonly Value[]>
    }
  | { readonly kind: 'gauge'; readonly label: string; readonly ratio: number; readonly text?: string | undefined }
  | {
      readonly kind: 'series'
      readonly label: string
      readonly points: readonly number[]
      /** `spark` is one line; `chart` has an axis and about eight rows. */
      readonly shape: 'spark' | 'chart'
    }
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'note'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'section'; readonly title: string; readonly blocks: readonly Block[] }

/** What a command tells. Data only: no colour, no width, no newline at the end. Prose is Markdown. */
export interface Report {
  readonly title: string
  readonly blocks: readonly Block[]
}

export const count = (n: number): Value => ({ unit: 'count', n })
export const ratio = (n: number): Value => ({ unit: 'ratio', n })
export const ms = (n: number): Value => ({ unit: 'ms', n })
export const usd = (micro: number): Value => ({ unit: 'usd', n: micro })
export const bytes = (n: number): Value => ({ unit: 'bytes', n })
export const time = (unixMs: number): Value => ({ unit: 'time', n: unixMs })
/** A bare number, printed with up to `4` decimals: `3.14159` → `3.1416`. */
export const number = (n: number): Value => ({ unit: 'number', n })

/** A value that may be missing: `null` (nothing measured) prints `n/a`. */
export const known = (n: number | null, make: (n: number) => Value): Value => (n === null ? null : make(n))

export const report = (title: string, ...blocks: readonly Block[]): Report => ({ title, blocks })
export const facts = (title: string | undefined, rows: Readonly<Record<string, Value>>): Block => ({
  kind: 'facts',
  title,
  rows: Object.entries(rows),
})
export const table = (head: readonly string[], rows: ReadonlyArray<readonly Value[]>, title?: string): Block => ({
  kind: 'table',
  title,
  head,
  rows,
})
export const note = (tone: Tone, text: string): Block => ({ kind: 'note', tone, text })
export const prose = (text: string): Block => ({ kind: 'prose', text })
export const gauge = (label: string, share: number, text?: string): Block => ({
  kind: 'gauge',
  label,
  ratio: share,
  text,
})
export const series = (label: string, points: readonly number[], shape: 'spark' | 'chart' = 'spark'): Block => ({
  kind: 'series',
  label,
  points,
  shape,
})
export const section = (title: string, ...blocks: readonly Block[]): Block => ({ kind: 'section', title, blocks })
