import { plain } from '../../src/render/format.ts'
import { type Io, runOneShot } from '../../src/surfaces/one-shot.ts'
import type { Rig } from './rig.ts'

/** What stands around a command. `confirm` undefined: nobody can answer. */
export interface Around {
  readonly stdin?: string | null
  readonly confirm?: boolean
  readonly signal?: AbortSignal
  /** True: a pipe, which has no width. */
  readonly whole?: boolean
}

/** How a one-shot call ended: exit code, what went to each stream, and what was asked. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly asked: readonly string[]
  /** Times that standard input was read. */
  readonly reads: number
}

/** Runs `operatoros <argv>` over a rig with streams that only remember. */
export async function shell({ app }: Rig, argv: readonly string[], around: Around = {}): Promise<Ended> {
  const seen = { out: '', err: '', asked: [] as string[], reads: 0 }
  const { confirm } = around
  const io: Io = {
    out(text) {
      seen.out += text
    },
    err(text) {
      seen.err += text
    },
    stage(text) {
      seen.err += `… ${text}\n`
    },
    width: 100,
    whole: around.whole ?? false,
    paint: plain,
    confirm: confirm === undefined ? null : async (question) => seen.asked.push(question) > 0 && confirm,
    async readInput() {
      seen.reads += 1
      return around.stdin ?? null
    },
    async *inputLines() {
      yield* (around.stdin ?? '').split('\n')
    },
    signal: around.signal ?? new AbortController().signal,
    nowMs: () => 0,
  }
  const code = await runOneShot(argv, app, io)
  return { code, ...seen }
}
