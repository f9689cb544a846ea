import { MINUTE_MS, SECOND_MS } from '../base/units.ts'

/** How a pool may scale itself. Shares are 0..1. */
export interface ScalerSettings {
  readonly min: number
  readonly max: number
  /** The share of its agents that should be busy. */
  readonly targetLoad: number
  /** Waiting tasks are to be worked off in this time. */
  readonly drainMs: number
  /** Down goes only what was not needed in all of this time. */
  readonly stableMs: number
  /** Between two steps up. */
  readonly upPauseMs: number
  /** Between any step and a step down. */
  readonly downPauseMs: number
  /** A step up doubles the pool or adds so many, whichever is more; a step down at most halves it. */
  readonly leastStep: number
  /** A need this close to the size changes nothing. */
  readonly tolerance: number
  /** From this share of troubled runs on more agents would only be refused more often. */
  readonly troubleShare: number
}

/**
 * What every pool shares. Five minutes of stabilisation, doubling or four more, and a tolerance of a tenth are the
 * defaults of the Kubernetes HorizontalPodAutoscaler, whose pods are our agents.
 */
export const SCALER: Omit<ScalerSettings, 'min' | 'max'> = {
  targetLoad: 0.7,
  drainMs: 30 * SECOND_MS,
  stableMs: 5 * MINUTE_MS,
  upPauseMs: 10 * SECOND_MS,
  downPauseMs: MINUTE_MS,
  leastStep: 4,
  tolerance: 0.1,
  troubleShare: 0.1,
}
