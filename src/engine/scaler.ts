import { groupDigits } from '../base/digits.ts'
import { MINUTE_MS, SECOND_MS } from '../base/units.ts'

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

/** A size that was thought of and not taken. */
export interface Rejected {
  readonly to: number
  readonly why: string
}

/** What is to be done and why. `need` is null without data, `highest` where the window was not looked at. */
export interface Decision {
  readonly way: 'up' | 'down' | 'stay'
  readonly from: number
  readonly to: number
  readonly reason: string
  readonly need: Need | null
  readonly highest: number | null
  readonly rejected: readonly Rejected[]
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

/**
 * The size that a pool should have now: up at once (in steps), down only to the highest need of the whole stabilisation
 * window, never out of the bounds, never up while a provider refuses work. Pure: the same numbers, the same decision.
 */
export function decideSize(measured: Measured, settings: ScalerSettings, history: History, nowMs: number): Decision {
  const { size } = measured
  const need = needOf(measured, settings)
  const look = { measured, settings, history, nowMs, need }
  const bounded = within(size, settings)
  if (bounded !== size) {
    const reason = `The bounds are ${settings.min} to ${settings.max}.`
    return { ...change(look, bounded), reason, rejected: rejectIf(true, size, 'out of bounds') }
  }
  if (need === null) return stay(look, 'No change, no data: no run has ended lately.')
  if (need.agents > size * (1 + settings.tolerance)) return lookUp({ ...look, need })
  if (need.agents < size) return lookDown({ ...look, need })
  return stay(look, `${agents(need.agents)} needed, ${size} there.`)
}

interface Look {
  readonly measured: Measured
  readonly settings: ScalerSettings
  readonly history: History
  readonly nowMs: number
  readonly need: Need | null
}
type Informed = Look & { readonly need: Need }

function lookUp(look: Informed): Decision {
  const { measured, settings, need } = look
  const { size } = measured
  const wanted = within(need.agents, settings)
  const beyond = rejectIf(need.agents > wanted, need.agents, `the bound is ${settings.max}`)
  const against = whyNotUp(look)
  if (against !== null) return stay(look, against, [...rejectIf(wanted > size, wanted, against), ...beyond])
  const to = Math.min(wanted, size + Math.max(size, settings.leastStep))
  const tooFar = `one step from ${size} goes to ${to} at most`
  return {
    ...change(look, to),
    reason: sayNeed(look),
    rejected: [
      ...rejectIf(true, size, `${agents(need.agents)} needed now`),
      ...rejectIf(to < wanted, wanted, tooFar),
      ...beyond,
    ],
  }
}

function whyNotUp({ measured, settings, history, nowMs, need }: Informed): string | null {
  const { size, ended, troubled } = measured
  if (size >= settings.max) return `${agents(need.agents)} needed, the bound is ${settings.max}.`
  if (troubled > 0 && troubled >= ended * settings.troubleShare) {
    return `No provider answered ${troubled} of the last minute's ${ended} runs: more agents would only ask more often.`
  }
  return soonAfter(history.upMs, settings.upPauseMs, nowMs)
}

function lookDown(look: Informed): Decision {
  const { measured, settings, history, nowMs, need } = look
  const { size } = measured
  const highest = Math.max(need.agents, ...recentNeeds(history, nowMs - settings.stableMs))
  const [thought, wanted] = [within(need.agents, settings), within(highest, settings)]
  const against = whyNotDown(look, highest)
  if (against !== null) return { ...stay(look, against, rejectIf(thought < size, thought, against)), highest }
  const to = Math.max(wanted, Math.ceil(size / 2))
  const reason = `At most ${agents(highest)} needed in the last ${span(settings.stableMs)}.`
  const lately = `${highest} needed within the last ${span(settings.stableMs)}`
  return {
    ...change(look, to),
    highest,
    reason,
    rejected: [
      ...rejectIf(true, size, reason),
      ...rejectIf(wanted < to, wanted, `one step from ${size} goes to ${to} at least`),
      ...rejectIf(thought < wanted, thought, lately),
    ],
  }
}

function whyNotDown({ measured, settings, history, nowMs }: Look, highest: number): string | null {
  const { size } = measured
  const { min, tolerance, stableMs, downPauseMs } = settings
  if (size <= min) return `The bound is ${min}.`
  if (nowMs - history.sinceMs < stableMs) {
    return `Watched for ${span(nowMs - history.sinceMs)}; agents go when ${span(stableMs)} did not need them.`
  }
  if (highest > min && highest >= size * (1 - tolerance)) {
    return `${agents(highest)} needed within the last ${span(stableMs)}.`
  }
  return soonAfter(Math.max(history.upMs ?? 0, history.downMs ?? 0), downPauseMs, nowMs)
}

const recentNeeds = ({ needs }: History, sinceMs: number): number[] =>
  needs.filter(({ atMs }) => atMs > sinceMs).map((one) => one.agents)

/** A step that lies ahead was made before the clock was set back, and holds nothing up. */
const soonAfter = (lastMs: number | null, pauseMs: number, nowMs: number): string | null =>
  lastMs === null || lastMs > nowMs || nowMs - lastMs >= pauseMs
    ? null
    : `The last step was ${span(nowMs - lastMs)} ago; the next may come ${span(pauseMs)} after it.`

const within = (wanted: number, { min, max }: ScalerSettings): number => Math.min(max, Math.max(min, wanted))

const change = ({ measured: { size }, need }: Look, to: number) => ({
  ...{ way: to > size ? ('up' as const) : ('down' as const), from: size, to, need, highest: null },
})

const stay = ({ measured: { size }, need }: Look, reason: string, rejected: readonly Rejected[] = []): Decision => ({
  ...{ way: 'stay', from: size, to: size, reason, need, highest: null, rejected },
})

const rejectIf = (is: boolean, to: number, why: string): readonly Rejected[] => (is ? [{ to, why }] : [])

/** Example: "2.4 tasks a second of 3.1 s each keep 10.6 agents at 70 % load; 40 waiting take 4.1 more to begin within 30 s." */
function sayNeed({ measured, settings, need }: Informed): string {
  const { arrivalsPerS, serviceMs, queued } = measured
  const rate = `${groupDigits(arrivalsPerS, 2)} tasks a second of ${span(serviceMs ?? 0)} each`
  const load = `keep ${groupDigits(need.forArrivals, 1)} agents at ${groupDigits(settings.targetLoad * 100)}% load`
  const backlog = `${groupDigits(queued)} waiting take ${groupDigits(need.forBacklog, 1)} more to be worked off in ${span(settings.drainMs)}`
  return `${rate} ${load}; ${backlog}.`
}

const agents = (n: number): string => `${n} ${n === 1 ? 'agent' : 'agents'}`

function span(ms: number): string {
  if (ms < SECOND_MS) return `${groupDigits(ms)} ms`
  return ms < MINUTE_MS ? `${groupDigits(ms / SECOND_MS, 1)} s` : `${groupDigits(ms / MINUTE_MS, 1)} min`
}
