import { ARRIVALS_MS, SERVICE_MS } from '../../src/engine/measure-pool.ts'
import { type History, type Measured, remember } from '../../src/engine/pool-need.ts'
import { type Decision, decideSize } from '../../src/engine/scaler.ts'
import type { ScalerSettings } from '../../src/engine/scaler-settings.ts'
import { seededRandom } from '../../src/tools/seeded-random.ts'

/** A world for the scaler: tasks that come at random and take random times. Times are milliseconds from its start. */
export interface Scenario {
  readonly seed: number
  readonly lengthMs: number
  /** Tasks a second at a time, never above `mostPerS`. */
  readonly ratePerS: (atMs: number) => number
  readonly mostPerS: number
  /** How long a run takes; `random` gives 0..1. */
  readonly serviceMs: (random: () => number) => number
  readonly startSize: number
  readonly settings: ScalerSettings
  /** While true, a provider refuses every run that begins: it ends at once and its task comes back later. */
  readonly refuses?: (atMs: number) => boolean
}

/** What stood at a look of the scaler. */
export interface Look {
  readonly atMs: number
  readonly measured: Measured
  readonly decision: Decision
}

/** How it went. `waits` are the waits of the tasks that began, by the time they began. */
export interface Course {
  readonly looks: readonly Look[]
  readonly waits: ReadonlyArray<{ readonly atMs: number; readonly waitMs: number }>
  readonly arrived: number
  readonly done: number
}

const LOOK_MS = 5_000
const REFUSED_MS = 300
const BACKOFF_MS = 10_000

/** An exponentially distributed time with this mean. */
export const exponential = (mean: number, random: () => number): number => -Math.log(1 - random()) * mean

interface World {
  size: number
  nextArrivalMs: number
  upMs: number | null
  downMs: number | null
  history: History | null
  readonly waiting: number[]
  readonly running: Array<{ readonly startedMs: number; readonly endMs: number; readonly refused: boolean }>
  /** When refused tasks come back, in that order. */
  readonly backs: number[]
  readonly arrivals: number[]
  readonly ends: Array<{ readonly atMs: number; readonly tookMs: number; readonly refused: boolean }>
}

/** Plays a scenario: a discrete-event simulation, the same for a seed on every machine. */
export function simulateFleet(scenario: Scenario): Course {
  const random = seededRandom(scenario.seed)
  const world: World = {
    ...{ size: scenario.startSize, nextArrivalMs: 0, upMs: null, downMs: null, history: null },
    ...{ waiting: [], running: [], backs: [], arrivals: [], ends: [] },
  }
  world.nextArrivalMs = nextArrival(scenario, 0, random)
  const looks: Look[] = []
  const waits: Array<{ atMs: number; waitMs: number }> = []
  let nextLookMs = LOOK_MS
  for (;;) {
    const endMs = Math.min(...world.running.map((run) => run.endMs))
    const backMs = world.backs[0] ?? Number.POSITIVE_INFINITY
    const nowMs = Math.min(world.nextArrivalMs, endMs, backMs, nextLookMs)
    if (nowMs >= scenario.lengthMs) break
    if (nowMs === endMs) endRun(world, nowMs)
    else if (nowMs === backMs) comeBack(world, nowMs)
    else if (nowMs === world.nextArrivalMs) {
      world.arrivals.push(nowMs)
      world.waiting.push(nowMs)
      world.nextArrivalMs = nextArrival(scenario, nowMs, random)
    } else {
      looks.push(lookAt(world, scenario.settings, nowMs))
      nextLookMs += LOOK_MS
    }
    for (const startedMs of begin(world, scenario, nowMs, random)) {
      waits.push({ atMs: nowMs, waitMs: nowMs - startedMs })
    }
  }
  const done = world.ends.filter(({ refused }) => !refused).length
  return { looks, waits, arrived: world.arrivals.length, done }
}

/** Thinning (Lewis and Shedler, 1979): candidates at the highest rate, each kept with the share that its time has. */
function nextArrival({ ratePerS, mostPerS }: Scenario, afterMs: number, random: () => number): number {
  for (let atMs = afterMs; ; ) {
    atMs += exponential(1_000 / mostPerS, random)
    if (random() < ratePerS(atMs) / mostPerS) return atMs
    if (atMs > afterMs + 1e9) return Number.POSITIVE_INFINITY
  }
}

/** When the tasks that begin now had come. */
function begin(world: World, scenario: Scenario, nowMs: number, random: () => number): number[] {
  const free = Math.max(0, world.size - world.running.length)
  const begun = world.waiting.splice(0, free)
  for (const _ of begun) {
    const refused = scenario.refuses?.(nowMs) ?? false
    const tookMs = refused ? REFUSED_MS : scenario.serviceMs(random)
    world.running.push({ startedMs: nowMs, endMs: nowMs + tookMs, refused })
  }
  return begun
}

function endRun(world: World, nowMs: number): void {
  const at = world.running.findIndex((run) => run.endMs === nowMs)
  const [run] = world.running.splice(at, 1)
  if (!run) return
  world.ends.push({ atMs: nowMs, tookMs: nowMs - run.startedMs, refused: run.refused })
  if (run.refused) world.backs.push(nowMs + BACKOFF_MS)
}

function comeBack(world: World, nowMs: number): void {
  world.backs.shift()
  world.waiting.push(nowMs)
}

function lookAt(world: World, settings: ScalerSettings, nowMs: number): Look {
  const measured = measure(world, nowMs)
  const history = { ...remember(world.history, measured, settings, nowMs), upMs: world.upMs, downMs: world.downMs }
  world.history = history
  const decision = decideSize(measured, settings, history, nowMs)
  if (decision.way === 'up') world.upMs = nowMs
  if (decision.way === 'down') world.downMs = nowMs
  world.size = decision.to
  return { atMs: nowMs, measured, decision }
}

/** As `measurePool` reads it from rows. */
function measure({ size, running, waiting, arrivals, ends }: World, nowMs: number): Measured {
  const since = (ms: number) => nowMs - ms
  const came = countSince(arrivals, (atMs) => atMs, since(ARRIVALS_MS))
  const inService = ends.slice(ends.length - countSince(ends, ({ atMs }) => atMs, since(SERVICE_MS))).slice(-500)
  const last = inService.filter(({ atMs }) => atMs > since(ARRIVALS_MS))
  const refused = last.filter((end) => end.refused).length
  const [first] = waiting
  return {
    ...{ size, busy: running.length, queued: waiting.length },
    oldestWaitMs: first === undefined ? null : nowMs - first,
    arrivalsPerS: (came + refused) / (ARRIVALS_MS / 1_000),
    serviceMs: inService.length === 0 ? null : inService.reduce((sum, end) => sum + end.tookMs, 0) / inService.length,
    ...{ runs: inService.length, ended: last.length, troubled: refused },
  }
}

/** How many at the end of a list, in the order of their times, are later than a time. */
function countSince<Item>(items: readonly Item[], timeOf: (item: Item) => number, sinceMs: number): number {
  const before = items.findLastIndex((item) => timeOf(item) <= sinceMs)
  return items.length - 1 - before
}
