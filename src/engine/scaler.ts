import { groupDigits } from '../base/digits.ts'
import { MINUTE_MS, SECOND_MS } from '../base/units.ts'
import { type History, type Measured, type Need, needOf } from './pool-need.ts'
import type { ScalerSettings } from './scaler-settings.ts'

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
    return { ...change(look, bounded), reason, rejected: [{ to: size, why: 'out of bounds' }] }
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
      { to: size, why: `${agents(need.agents)} needed now` },
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
      { to: size, why: reason },
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

const change = ({ measured: { size }, need }: Look, to: number) => {
  const way: Decision['way'] = to > size ? 'up' : 'down'
  return { way, from: size, to, need, highest: null }
}

const stay = ({ measured: { size }, need }: Look, reason: string, rejected: readonly Rejected[] = []): Decision => ({
  way: 'stay',
  from: size,
  to: size,
  reason,
  need,
  highest: null,
  rejected,
})

const rejectIf = (is: boolean, to: number, why: string): readonly Rejected[] => (is ? [{ to, why }] : [])

/** Example: "2.4 tasks a second of 3.1 s each keep 10.6 agents at 70% load; 40 waiting take 4.1 more to be worked off in 30 s." */
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
