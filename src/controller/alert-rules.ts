import type { Vitals } from './health.ts'
import { memoryShare } from './judge-vitals.ts'

/**
 * When something is told to a person. It is raised when its value stands at `raise` or beyond for `looks` looks in a row
 * (ten seconds apart), and cleared when it is back at `clear` or better; between the two nothing changes. Where `raise`
 * is the smaller, less is worse.
 */
export interface AlertRule {
  readonly name: string
  readonly level: 'warn' | 'bad'
  readonly raise: number
  readonly clear: number
  readonly looks: number
  /** Null when it was not measured: that neither raises nor clears. */
  readonly of: (vitals: Vitals) => number | null
  readonly say: (value: number) => string
  readonly hint: string
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

/** Every rule, by name. Agents in quarantine raise theirs at once (engine/restart-failing.ts). */
export const ALERT_RULES: readonly AlertRule[] = [
  {
    name: 'cpu',
    ...{ level: 'warn', raise: 0.95, clear: 0.8, looks: 12 },
    of: ({ cpuLoad }) => cpuLoad,
    say: (value) => `The machine has been busy for two minutes (CPU ${percent(value)}).`,
    hint: 'close other programs, or scale a pool down',
  },
  {
    name: 'disk',
    ...{ level: 'bad', raise: 1e9, clear: 2e9, looks: 3 },
    of: ({ diskFree }) => diskFree,
    say: (value) => `Only ${megabytes(value)} of disk space are free; when it is full nothing can be written.`,
    hint: 'free some space',
  },
  {
    name: 'error-rate',
    ...{ level: 'bad', raise: 0.3, clear: 0.1, looks: 2 },
    of: ({ errorRate }) => errorRate ?? 0,
    say: (value) => `${percent(value)} of the tasks of the last hour failed.`,
    hint: 'operatoros tasks failed',
  },
  {
    name: 'loop-lag',
    ...{ level: 'warn', raise: 1_000, clear: 200, looks: 3 },
    of: ({ eventLoopLagMs }) => eventLoopLagMs,
    say: (value) => `The worker cannot keep up: it was held up for ${seconds(value)}.`,
    hint: 'start another worker (operatoros worker), or scale a pool down',
  },
  {
    name: 'memory',
    ...{ level: 'warn', raise: 0.95, clear: 0.85, looks: 6 },
    of: memoryShare,
    say: (value) => `The machine's memory has been ${percent(value)} full for a minute.`,
    hint: 'close other programs, or scale a pool down',
  },
  {
    name: 'providers',
    ...{ level: 'warn', raise: 1, clear: 0, looks: 1 },
    of: ({ restingRoutes }) => restingRoutes,
    say: (value) =>
      `${value === 1 ? 'A route to a model' : `${value} routes to models`} failed three times in a row and ${value === 1 ? 'rests' : 'rest'}.`,
    hint: 'operatoros providers',
  },
  {
    name: 'queue-age',
    ...{ level: 'warn', raise: 60_000, clear: 15_000, looks: 3 },
    of: ({ oldestQueuedMs }) => oldestQueuedMs ?? 0,
    say: (value) => `A task has waited for an agent for ${seconds(value)}.`,
    hint: 'operatoros pools, then scale up the pool that has tasks queued',
  },
  {
    name: 'silent-worker',
    ...{ level: 'warn', raise: 1, clear: 0, looks: 1 },
    of: ({ silentWorkers }) => silentWorkers,
    say: (value) =>
      `${value === 1 ? 'A worker' : `${value} workers`} stopped without leaving; its tasks go on elsewhere.`,
    hint: 'operatoros health',
  },
  {
    name: 'store-write',
    ...{ level: 'warn', raise: 500, clear: 100, looks: 3 },
    of: ({ storeWriteMs }) => storeWriteMs,
    say: (value) => `Writing to the database takes ${Math.round(value)} ms.`,
    hint: 'the disk is slow, or another process holds the lock: operatoros doctor',
  },
  {
    name: 'write-ahead-log',
    ...{ level: 'warn', raise: 256e6, clear: 64e6, looks: 3 },
    of: ({ walBytes }) => walBytes,
    say: (value) => `The write-ahead log of the database has grown to ${megabytes(value)}.`,
    hint: 'end programs that keep the database open for long',
  },
]

/** What a look does to a rule. `streak` is how many looks in a row it has stood at `raise` or beyond. */
export interface Weighed {
  readonly streak: number
  readonly verdict: 'raise' | 'hold' | 'clear'
}

/** Pure. `streak` is that of the look before. */
export function weigh({ raise, clear, looks }: AlertRule, value: number | null, streak: number): Weighed {
  if (value === null) return { streak, verdict: 'hold' }
  const atLeast = (limit: number) => (raise > clear ? value >= limit : value <= limit)
  if (atLeast(raise)) return { streak: streak + 1, verdict: streak + 1 >= looks ? 'raise' : 'hold' }
  const isBack = raise > clear ? value <= clear : value >= clear
  return { streak: 0, verdict: isBack ? 'clear' : 'hold' }
}
