import { groupDigits } from '../../src/base/digits.ts'
import type { Across } from './across-processes.ts'
import type { Driven } from './drive.ts'
import type { Peer } from './peers/queue.ts'

/** A queue and what it did, by the number of callers; `missing` is why it could not be measured. */
export interface Measured {
  readonly peer: Peer
  /** Of its package; null for one that is ours or that is missing. */
  readonly version: string | null
  readonly missing: string | null
  readonly runs: Map<number, Driven>
}

/** Everything that `npm run bench:engine` tells; the first measured is ours. */
export interface EngineFigures {
  readonly measured: readonly Measured[]
  readonly concurrency: readonly number[]
  readonly rounds: number
  /** The provider called without a fleet around it, median in ms. */
  readonly directMs: number
  /** Text when it could not be measured, and why. */
  readonly across: Across | string
}

const BAR = 44

/** One line for the terminal: jobs a second, our share of it, waits. */
export function tellRow({ peer, runs }: Measured, at: number, first: Measured | undefined): string {
  const run = runs.get(at)
  if (!run) return `${peer.name.padEnd(28)} n/a`
  const share = (first?.runs.get(at)?.perSecond ?? Number.NaN) / run.perSecond
  const waits = `submit→start p50 ${run.startMs.toFixed(2)}, p99 ${run.startP99Ms.toFixed(2)} ms`
  return `${peer.name.padEnd(28)} ${run.perSecond.toFixed(0).padStart(6)}/s   ours ${share.toFixed(2).padStart(5)} of it   ${waits}`
}

/** Table, bars and the two figures below them, in Markdown. */
export function tellEngine(figures: EngineFigures): string[] {
  const { measured, concurrency, rounds } = figures
  const callers = concurrency.map((at) => `${at}`)
  return [
    `No-op jobs a second from submission to a kept end, by callers at a time, each waiting for its job; median of ${rounds}`,
    `alternating runs, Node ${process.version}. Submit → start in ms, p50 · p99.`,
    '',
    `| Queue | ${callers.join(' | ')} | Start at ${callers.join(' | Start at ')} | Kept by |`,
    `|---|${callers.map(() => '---:|---:|').join('')}---|`,
    ...measured.map((one) => rowOf(one, concurrency)),
    '',
    '```text',
    ...concurrency.flatMap((at, i) => [...(i === 0 ? [] : ['']), ...barsOf(measured, at)]),
    '```',
    '',
    ...measured.flatMap(({ peer, missing }) => (missing === null ? [] : [`${peer.name}: n/a, ${missing}.`])),
    ...addedLines(figures),
    ...acrossLines(figures.across),
  ]
}

function rowOf({ peer, version, runs }: Measured, concurrency: readonly number[]): string {
  const all = concurrency.map((at) => runs.get(at))
  const rates = all.map((run) => (run ? groupDigits(run.perSecond, 0) : 'n/a'))
  const waits = all.map((run) => (run ? `${run.startMs.toFixed(1)} · ${run.startP99Ms.toFixed(1)}` : 'n/a'))
  const name = version === null ? peer.name : `${peer.name}, ${version}`
  return `| ${[name, ...rates, ...waits, peer.settings].join(' | ')} |`
}

function barsOf(measured: readonly Measured[], at: number): string[] {
  const rates = measured.map(({ runs }) => runs.get(at)?.perSecond ?? null)
  const highest = Math.max(...rates.map((rate) => rate ?? 0))
  const gutter = Math.max(...measured.map(({ peer }) => peer.name.length))
  return [
    `${at} at a time, jobs/s`,
    ...measured.map(({ peer }, i) => {
      const rate = rates[i] ?? null
      const bar =
        rate === null ? 'n/a' : `${'█'.repeat(Math.max(1, Math.round((rate / highest) * BAR)))} ${groupDigits(rate, 0)}`
      return `${peer.name.padEnd(gutter)}  ${bar}`
    }),
  ]
}

function addedLines({ measured, concurrency, directMs }: EngineFigures): string[] {
  const [at = 1] = concurrency
  const taskMs = measured[0]?.runs.get(at)?.jobMs ?? Number.NaN
  return [
    `Added time of a task over calling the provider directly, ${at} at a time, p50: ${(taskMs - directMs).toFixed(1)} ms`,
    `(a task ${taskMs.toFixed(2)} ms, the call alone ${directMs.toFixed(3)} ms).`,
  ]
}

function acrossLines(across: Across | string): string[] {
  const title = 'Submit → start from one process to another'
  if (typeof across === 'string') return [`${title}: n/a, ${across}.`]
  const { n, p50Ms, p99Ms } = across
  return [
    `${title} (${n} one-shots with \`--detach\`, a resident worker): p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms.`,
  ]
}
