import * as z from 'zod'
import { type Block, count, facts, known, ms, note, number, ratio, table, time } from '../report/report.ts'

const measured = z.object({
  size: z.int(),
  busy: z.int(),
  queued: z.int().describe('tasks that are due and wait'),
  oldestWaitMs: z.number().nullable(),
  arrivalsPerS: z.number().describe('tasks that came or were put back, a second, over the last minute'),
  serviceMs: z.number().nullable().describe('mean time of the runs that ended in the last five minutes'),
  runs: z.int().describe('runs that serviceMs rests on'),
  ended: z.int().describe('runs that ended in the last minute'),
  troubled: z.int().describe('of these, those that no provider answered'),
})

const need = z.object({ agents: z.int(), forArrivals: z.number(), forBacklog: z.number() }).nullable()

const decided = z.object({
  reason: z.string(),
  need,
  highest: z.int().nullable().describe('highest need of the stabilisation window, where it was looked at'),
  rejected: z.array(z.object({ to: z.int(), why: z.string() })),
  measured,
  min: z.int(),
  max: z.int(),
})

/** How a pool's size came about, for machines. */
export const scalingData = z.object({
  pool: z.string(),
  size: z.int(),
  mode: z.enum(['pinned', 'auto']),
  min: z.int().nullable(),
  max: z.int().nullable(),
  measured,
  need,
  targetLoad: z.number().describe('share of the agents that should be busy, 0..1'),
  steps: z.array(
    z.object({
      seq: z.int(),
      atMs: z.number(),
      principal: z.string(),
      kind: z.string(),
      before: z.int().nullable(),
      after: z.int().nullable(),
      decided: decided.nullable(),
    }),
  ),
})

type Story = z.output<typeof scalingData>
type Step = Story['steps'][number]

/** Who sets a size: "pinned", or "auto, 2 to 12". */
export const sayMode = ({ mode, min, max }: Pick<Story, 'mode' | 'min' | 'max'>): string =>
  mode === 'auto' ? `auto, ${min} to ${max}` : 'pinned'

/** How a pool's size came about, for people. Pure. */
export function showScaling(story: Story): Block[] {
  const { size, steps, targetLoad } = story
  return [
    facts('Now', {
      Size: count(size),
      Scaling: sayMode(story),
      ...measuredFacts(story.measured),
      ...needFacts(story.need),
      'Target load': ratio(targetLoad),
    }),
    ...(steps.length === 0 ? [note('plain', 'Nobody has changed it yet.')] : [stepTable(steps)]),
    ...steps.flatMap(showDecided).slice(0, MOST_TOLD),
  ]
}

/** How the sizes of several pools came about, one row each. Pure. */
export const showScalings = (stories: readonly Story[]): Block[] => [
  table(
    ['Pool', 'Size', 'Scaling', 'Needed', 'Last change'],
    stories.map((story) => [
      story.pool,
      count(story.size),
      sayMode(story),
      known(story.need?.agents ?? null, count),
      known(latest(story.steps), time),
    ]),
  ),
  note('plain', 'To see every decision about one of them: why scale <pool>'),
]

const latest = (steps: readonly Step[]): number | null =>
  steps.length === 0 ? null : Math.max(...steps.map(({ atMs }) => atMs))

/** So many decisions are told with all their numbers; the table has the others. */
const MOST_TOLD = 5

const measuredFacts = (one: Story['measured']) => ({
  'Tasks a second': number(one.arrivalsPerS),
  'Time of a run': known(one.serviceMs, ms),
  'Runs measured': count(one.runs),
  Busy: count(one.busy),
  Waiting: count(one.queued),
  'First has waited': known(one.oldestWaitMs, ms),
  'No provider answered': `${one.troubled} of ${one.ended} runs in the last minute`,
})

const needFacts = (one: Story['need']) => ({
  'Needed for arrivals': known(one?.forArrivals ?? null, number),
  'Needed for the waiting': known(one?.forBacklog ?? null, number),
  'Agents needed': known(one?.agents ?? null, count),
})

const stepTable = (steps: readonly Step[]): Block =>
  table(
    ['Row', 'When', 'What', 'Before', 'After', 'Who'],
    steps.map((one) => [
      count(one.seq),
      time(one.atMs),
      one.kind,
      known(one.before, count),
      known(one.after, count),
      one.principal,
    ]),
    'Changes',
  )

function showDecided({ seq, atMs, before, after, decided: one }: Step): Block[] {
  if (one === null) return []
  return [
    facts(`Row ${seq}: from ${before} to ${after}`, {
      When: time(atMs),
      Why: one.reason,
      ...measuredFacts(one.measured),
      ...needFacts(one.need),
      'Highest need of the window': known(one.highest, count),
      Bounds: `${one.min} to ${one.max}`,
      Rejected: one.rejected.length === 0 ? 'nothing' : one.rejected.map(({ to, why }) => `${to} (${why})`).join('; '),
    }),
  ]
}
