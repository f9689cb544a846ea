import type { Vitals } from './health.ts'

/** One thing that was looked at. `value` is in `unit`, null when it could not be measured; `hint` is what to do when it is not good. */
export interface Finding {
  readonly subject: string
  readonly state: 'good' | 'warn' | 'bad'
  readonly unit: 'ratio' | 'bytes' | 'ms' | 'count'
  readonly value: number | null
  readonly hint: string | null
}

/** A kill switch that is on is found first of all; off, it is no finding. */
export const findKilled = (killed: boolean): Finding[] =>
  killed
    ? [
        {
          ...{ subject: 'Kill switch is on', state: 'warn', unit: 'count', value: 1 },
          hint: 'nothing starts until a person runs: operatoros kill off',
        },
      ]
    : []

/** What can be looked at: from `warn` on a finding warns, from `bad` on it is bad; where `warn` is the larger, below them. */
interface Look {
  readonly subject: string
  readonly unit: Finding['unit']
  readonly warn: number
  readonly bad: number
  readonly hint: string
  readonly of: (vitals: Vitals) => number | null
}

const LOOKS: readonly Look[] = [
  {
    subject: 'CPU load',
    ...{ unit: 'ratio', warn: 0.85, bad: 0.97 },
    hint: 'something keeps the machine busy; close other programs, or scale a pool down',
    of: ({ cpuLoad }) => cpuLoad,
  },
  {
    subject: 'Memory in use',
    ...{ unit: 'ratio', warn: 0.9, bad: 0.97 },
    hint: 'close other programs, or scale a pool down',
    of: memoryShare,
  },
  {
    subject: 'Disk space free',
    ...{ unit: 'bytes', warn: 1e9, bad: 1e8 },
    hint: 'free some space; nothing can be written when it is full',
    of: ({ diskFree }) => diskFree,
  },
  {
    subject: 'Store read',
    ...{ unit: 'ms', warn: 50, bad: 500 },
    hint: 'the disk is slow, or the machine is overloaded',
    of: ({ storeReadMs }) => storeReadMs,
  },
  {
    subject: 'Store write',
    ...{ unit: 'ms', warn: 100, bad: 1_000 },
    hint: 'the disk is slow, or another process holds the lock',
    of: ({ storeWriteMs }) => storeWriteMs,
  },
  {
    subject: 'Write-ahead log',
    ...{ unit: 'bytes', warn: 64e6, bad: 512e6 },
    hint: 'end programs that keep the database open for long',
    of: ({ walBytes }) => walBytes,
  },
  {
    subject: 'Event-loop lag',
    ...{ unit: 'ms', warn: 100, bad: 1_000 },
    hint: 'this process is overloaded; close other programs and look again',
    of: ({ eventLoopLagMs }) => eventLoopLagMs,
  },
  {
    subject: 'Oldest waiting task',
    ...{ unit: 'ms', warn: 30_000, bad: 300_000 },
    hint: 'start a worker (operatoros worker), or scale its pool up',
    of: ({ oldestQueuedMs }) => oldestQueuedMs,
  },
  {
    subject: 'Tasks of lost workers',
    ...{ unit: 'count', warn: 1, bad: 10 },
    hint: 'the next worker takes them back: operatoros worker',
    of: ({ lostRuns }) => lostRuns,
  },
  {
    subject: 'Silent workers',
    ...{ unit: 'count', warn: 1, bad: 3 },
    hint: 'a worker stopped without leaving; start another one: operatoros worker',
    of: ({ silentWorkers }) => silentWorkers,
  },
  {
    subject: 'Quarantined agents',
    ...{ unit: 'count', warn: 1, bad: 5 },
    hint: 'see why with operatoros tasks failed, then operatoros restart failed',
    of: ({ quarantined }) => quarantined,
  },
  {
    subject: 'Resting providers',
    ...{ unit: 'count', warn: 1, bad: 3 },
    hint: 'their calls failed three times in a row and are tried again by themselves: operatoros providers',
    of: ({ restingRoutes }) => restingRoutes,
  },
  {
    subject: 'Error rate, last hour',
    ...{ unit: 'ratio', warn: 0.1, bad: 0.5 },
    hint: 'operatoros tasks failed',
    of: ({ errorRate }) => errorRate,
  },
  {
    subject: 'Failed in 24 hours',
    ...{ unit: 'count', warn: 1, bad: 100 },
    hint: 'operatoros tasks failed',
    of: ({ failedLastDay }) => failedLastDay,
  },
]

/** The share of the machine's memory that is in use, 0..1; null where it cannot be measured. */
export function memoryShare({ memoryUsed, memoryTotal }: Pick<Vitals, 'memoryUsed' | 'memoryTotal'>): number | null {
  return memoryUsed !== null && memoryTotal ? memoryUsed / memoryTotal : null
}

/** Vitals → findings, in the order in which they are shown. Pure. What was not measured is not held against the machine. */
export function judgeVitals(vitals: Vitals): Finding[] {
  return LOOKS.map((look) => {
    const value = look.of(vitals)
    const state = value === null ? 'good' : stateOf(value, look)
    return { subject: look.subject, state, unit: look.unit, value, hint: state === 'good' ? null : look.hint }
  })
}

function stateOf(value: number, { warn, bad }: Look): Finding['state'] {
  const passes = (limit: number) => (warn < bad ? value >= limit : value <= limit)
  return passes(bad) ? 'bad' : passes(warn) ? 'warn' : 'good'
}
