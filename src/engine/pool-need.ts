import { SECOND_MS } from '../base/units.ts'
import type { ScalerSettings } from './scaler-settings.ts'

/** What rows tell of a pool at one moment. */
export interface Measured {
  /** Agents that are set. */
  readonly size: number
  /** Tasks that run, those of draining agents included. */
  readonly busy: number
  /** Tasks that are due and wait. */
  readonly queued: number
  /** How long the first of them has waited; null when none waits. */
  readonly oldestWaitMs: number | null
  /** Tasks that came a second, new ones and those put back for another try. */
  readonly arrivalsPerS: number
  /** Mean time that a run kept an agent busy; null when none ended lately. */
  readonly serviceMs: number | null
  /** Runs that `serviceMs` rests on. */
  readonly runs: number
  /** Runs that ended in the last minute, and how many of them no provider would answer. */
  readonly ended: number
  readonly troubled: number
}

/** What was needed before, as far as somebody watched without a gap, and when the size last changed by itself. */
export interface History {
  readonly sinceMs: number
  /** Oldest first. */
  readonly needs: ReadonlyArray<{ readonly atMs: number; readonly agents: number }>
  readonly upMs: number | null
  readonly downMs: number | null
}

/** Agents needed, whole, and the two parts it is made of, in agents with fractions. */
export interface Need {
  readonly agents: number
  readonly forArrivals: number
  readonly forBacklog: number
}

/**
 * Agents that a pool needs: the busy ones by Little's law (arrival rate × time a run takes) over the target load, and
 * those that work off the waiting tasks in `drainMs`; never fewer than work now. Null when tasks come or wait and it is
 * not known how long one takes.
 */
export function needOf(measured: Measured, { targetLoad, drainMs }: ScalerSettings): Need | null {
  const { arrivalsPerS, queued, serviceMs, busy, size } = measured
  if (serviceMs === null && (arrivalsPerS > 0 || queued > 0)) return null
  const forArrivals = (arrivalsPerS * (serviceMs ?? 0)) / SECOND_MS / targetLoad
  const forBacklog = (queued * (serviceMs ?? 0)) / drainMs
  const computed = Math.ceil(forArrivals + forBacklog - ROUNDING)
  // Draining agents are beyond the size: to count them would undo the step that lets them go.
  return { agents: Math.max(computed, Math.min(busy, size)), forArrivals, forBacklog }
}

// 7 agents at 0.7 are 10, not 10.000000000000002.
const ROUNDING = 1e-9

/** The history with what is needed now; a gap in the watching (a machine asleep, a clock set back) begins it anew. */
export function remember(
  history: History | null,
  measured: Measured,
  settings: ScalerSettings,
  nowMs: number,
): History {
  // Without data what is there counts as needed: nothing is taken away in the dark.
  const agents = needOf(measured, settings)?.agents ?? measured.size
  const lastMs = history?.needs.at(-1)?.atMs ?? history?.sinceMs
  const watched = history !== null && lastMs !== undefined && Math.abs(nowMs - lastMs) <= GAP_MS
  const before = watched ? history.needs.filter(({ atMs }) => atMs > nowMs - settings.stableMs) : []
  return {
    sinceMs: watched ? history.sinceMs : nowMs,
    needs: [...before, { atMs: nowMs, agents }],
    upMs: history?.upMs ?? null,
    downMs: history?.downMs ?? null,
  }
}

const GAP_MS = 30 * SECOND_MS
