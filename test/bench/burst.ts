import { quantile } from 'simple-statistics'
import { SCALER } from '../../src/engine/scaler-settings.ts'
import { chart } from '../../src/render/plot.ts'
import { type Course, exponential, type Look, type Scenario, simulateFleet } from '../simulation/simulate-fleet.ts'
import { writeBetweenMarks } from './write-between-marks.ts'

// `npm run bench:burst`: how the scaler answers a burst, in simulated time, written to docs/performance.md between its
// marks. The same on every machine: random numbers are seeded, and nothing is timed.

const MINUTE = 60_000
const SEEDS = 200
const WIDTH = 100
const [MIN, MAX] = [2, 40]

const scenario = (seed: number, over: Partial<Scenario> = {}): Scenario => ({
  ...{ seed, lengthMs: 25 * MINUTE, mostPerS: 10, startSize: MIN, settings: { ...SCALER, min: MIN, max: MAX } },
  ratePerS: (atMs) => (atMs > 5 * MINUTE && atMs <= 10 * MINUTE ? 10 : 0.5),
  serviceMs: (random) => exponential(2_000, random),
  ...over,
})

const pinnedAt = (seed: number, size: number) =>
  scenario(seed, { startSize: size, settings: { ...SCALER, min: size, max: size } })

const told = [
  `Simulated: 0.5 tasks a second, 10 a second from minute 5 to minute 10; runs of 2 s on average (exponential); ${MIN} to ${MAX}`,
  'agents; a look every 5 s. Seed 1, 25 minutes from left to right:',
  '',
  '```text',
  ...plots(simulateFleet(scenario(1))),
  '```',
  '',
  `Over ${SEEDS} seeds, median and worst:`,
  '',
  '| Pool | Wait p95 in the burst, s | Longest wait, s | Most agents | Agent-minutes | Steps |',
  '|---|---:|---:|---:|---:|---:|',
  rowOf(`scales itself, ${MIN} to ${MAX}`, (seed) => scenario(seed)),
  rowOf('pinned at 8', (seed) => pinnedAt(seed, 8)),
  rowOf('pinned at 29 (what the burst needs)', (seed) => pinnedAt(seed, 29)),
]
process.stdout.write(`${told.join('\n')}\n`)
writeBetweenMarks('burst', told)

function plots({ looks }: Course): string[] {
  const plot = (title: string, pointOf: (look: Look) => number) => [
    title,
    ...chart(looks.map(pointOf), WIDTH).map((row) => row.trimEnd()),
    '',
  ]
  return [
    ...plot('Wait of the first in line, s', ({ measured }) => (measured.oldestWaitMs ?? 0) / 1_000),
    ...plot('Agents', ({ decision }) => decision.to),
    ...plot('Busy', ({ measured }) => measured.busy),
    'Decisions',
    ...looks.filter(({ decision }) => decision.way !== 'stay').map(lineOf),
  ]
}

function lineOf({ atMs, decision: { from, to, reason } }: Look): string {
  const at = (atMs / MINUTE).toFixed(2).padStart(6)
  return `${at} min  ${String(from).padStart(2)} → ${String(to).padStart(2)}  ${reason}`
}

function rowOf(name: string, of: (seed: number) => Scenario): string {
  const courses = Array.from({ length: SEEDS }, (_, i) => simulateFleet(of(i + 1)))
  const cells = [
    cellOf(courses, burstP95S, 1),
    cellOf(courses, ({ waits }) => Math.max(...waits.map(({ waitMs }) => waitMs)) / 1_000, 0),
    cellOf(courses, ({ looks }) => Math.max(...looks.map(({ decision }) => decision.to)), 0),
    cellOf(courses, ({ looks }) => looks.reduce((sum, { decision }) => sum + decision.to / 12, 0), 0),
    cellOf(courses, ({ looks }) => looks.filter(({ decision }) => decision.way !== 'stay').length, 0),
  ]
  return `| ${[name, ...cells].join(' | ')} |`
}

/** Of the tasks that began between minute 5 and minute 10. */
function burstP95S({ waits }: Course): number {
  const inBurst = waits.filter(({ atMs }) => atMs > 5 * MINUTE && atMs <= 10 * MINUTE)
  return (
    quantile(
      inBurst.map(({ waitMs }) => waitMs),
      0.95,
    ) / 1_000
  )
}

function cellOf(courses: readonly Course[], of: (course: Course) => number, decimals: number): string {
  const values = courses.map(of)
  return `${quantile(values, 0.5).toFixed(decimals)} · ${Math.max(...values).toFixed(decimals)}`
}
