import * as z from 'zod'
import { microUsd, usdOf } from '../src/base/units.ts'
import { defineCommand } from '../src/command/define.ts'
import { poolSlot } from '../src/command/slots.ts'
import type { SampledMinute } from '../src/controller/samples.ts'
import { type Block, count, facts, known, ms, note, ratio, report, series, usd } from '../src/report/report.ts'

export default defineCommand({
  name: 'metrics',
  summary: 'Show how much was done, how fast, how well and at what cost.',
  group: 'Fleet',
  usage: ['metrics', 'metrics {pool}'],
  phrases: [
    '(show|display|give) [me] [the] [system|agent|pool] (performance|metrics|analytics|performance metrics|agent performance metrics)',
    '(show|display|give) [me] [the] (metrics|performance|performance metrics) (for|of) [the] {pool} [agents|pool|agent pool]',
    '(show|display|give) [me] [the] {pool} [agent|pool] (metrics|performance|performance metrics)',
    '(performance|usage) (metrics|stats|statistics|analytics|report)',
    '{pool} (metrics|performance)',
    '(how much|what) [of the] budget is left',
    'how much [of the] budget (is used|have we used|have we spent)',
  ],
  examples: ['metrics', 'metrics sports', 'show me system performance'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({
    pool: poolSlot.optional(),
    hours: z.coerce.number().int().min(1).max(168).default(24).describe('hours of history'),
  }),
  returns: z.object({
    pool: z.string().nullable(),
    today: z.object({
      done: z.int(),
      failed: z.int(),
      refused: z.int(),
      cancelled: z.int(),
      successRate: z.number().nullable(),
      responseMs: z.number().nullable(),
      waitMs: z.number().nullable(),
      costUsd: z.number(),
    }),
    budget: z.object({ usedUsd: z.number(), limitUsd: z.number() }),
    states: z.record(z.string(), z.int()),
    history: z.array(z.object({ atMs: z.number(), done: z.int(), failed: z.int() })),
    lastHour: z
      .array(
        z.object({
          atMs: z.number(),
          done: z.int(),
          failed: z.int(),
          queued: z.int().nullable(),
          busy: z.int().nullable(),
        }),
      )
      .nullable()
      .describe('the whole fleet by minute, as a resident worker sampled it; null when it sampled nothing'),
  }),

  async run({ pool, hours }, { controller }) {
    const name = pool === 'all' ? undefined : pool
    if (name !== undefined) await controller.pools.check(name)
    const { costMicro, ...today } = await controller.figures.today(name)
    const { usedMicro, limitMicro } = await controller.figures.budget()
    return {
      pool: name ?? null,
      today: { ...today, costUsd: usdOf(costMicro) },
      budget: { usedUsd: usdOf(usedMicro), limitUsd: usdOf(limitMicro) },
      states: await controller.figures.counts(name),
      history: await controller.figures.history(hours, name),
      lastHour: name === undefined ? await controller.samples.lastHour() : null,
    }
  },

  show({ pool, today, budget, states, history, lastHour }) {
    const points = history.map((quarter) => quarter.done + quarter.failed)
    const anything = points.some((n) => n > 0)
    return report(
      pool === null ? 'Metrics' : `Metrics of ${pool}`,
      facts('Today', {
        Done: count(today.done),
        Failed: count(today.failed),
        Refused: count(today.refused),
        Cancelled: count(today.cancelled),
        'Success rate': known(today.successRate, ratio),
        'Avg response time': known(today.responseMs, ms),
        'Avg wait for an agent': known(today.waitMs, ms),
        Cost: usd(microUsd(today.costUsd)),
        'Budget used or held': usd(microUsd(budget.usedUsd)),
        'Budget a day': usd(microUsd(budget.limitUsd)),
      }),
      facts('Tasks by state', Object.fromEntries(Object.entries(states).map(([state, n]) => [state, count(n)]))),
      anything
        ? series(`Finished tasks by quarter hour, last ${history.length / 4} h`, points)
        : note('plain', `No task ended in the last ${history.length / 4} hours.`),
      ...(pool === null ? showLastHour(lastHour) : []),
    )
  },
})

/** Sampled by a resident worker: without one there is nothing to show, and that is said. */
function showLastHour(minutes: readonly SampledMinute[] | null): Block[] {
  if (minutes === null) return [facts('Last hour, sampled', { 'By minute': null })]
  const highest = (of: 'queued' | 'busy') => minutes.map((minute) => minute[of]).filter((n) => n !== null)
  return [
    series(
      'Finished tasks by minute, last hour',
      minutes.map((minute) => minute.done + minute.failed),
    ),
    series('Waiting tasks, highest in each minute', highest('queued')),
    series('Busy agents, highest in each minute', highest('busy')),
  ]
}
