import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { taskSlot } from '../src/command/slots.ts'
import { count, facts, known, ms, ratio, report, table, time } from '../src/report/report.ts'

const data = z.object({
  task: z.int(),
  state: z.string(),
  pool: z.string(),
  routing: z.object({ by: z.string(), scores: z.record(z.string(), z.number()).nullable() }),
  by: z.string().nullable(),
  pages: z.array(z.string()),
  fit: z.number().nullable(),
  remarks: z.array(z.string()),
  attempts: z.array(
    z.object({
      attempt: z.int(),
      worker: z.string(),
      outcome: z.string().nullable(),
      startedMs: z.number(),
      endedMs: z.number().nullable(),
    }),
  ),
  steps: z.array(
    z.object({ name: z.string(), attempt: z.int(), state: z.string(), effect: z.string(), ms: z.number().nullable() }),
  ),
  journal: z.array(
    z.object({ seq: z.int(), atMs: z.number(), kind: z.string(), principal: z.string(), data: z.unknown() }),
  ),
})

export default defineCommand({
  name: 'why',
  summary: 'Tell every decision that was made about a task.',
  group: 'Tasks',
  usage: ['why {task}'],
  phrases: [
    'why did task {task} (fail|stop|end|happen)',
    'why (was|is) task {task} (refused|parked|failed|slow|cancelled|routed there)',
    'explain task {task}',
    'what happened (to|with) task {task}',
  ],
  examples: ['why 12'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({ task: taskSlot }),
  returns: data,

  async run({ task: id }, { controller, caller }) {
    const task = await controller.tasks.find(id, caller)
    const entries = await controller.records.journal({ limit: 500, taskId: id })
    const answer = task.answer === null ? null : JSON.parse(task.answer)
    return {
      task: id,
      state: task.state,
      pool: task.pool,
      routing: JSON.parse(task.routing),
      by: task.answered_by,
      pages: answer?.by.pages ?? [],
      fit: answer?.fit ?? null,
      remarks: answer?.remarks ?? [],
      attempts: await controller.records.attempts(id),
      steps: await controller.records.steps(id),
      journal: entries.reverse().map(({ seq, atMs, kind, principal, data }) => ({ seq, atMs, kind, principal, data })),
    }
  },

  show({ task, state, pool, routing, by, pages, fit, remarks, attempts, steps, journal }) {
    const rejected = Object.entries(routing.scores ?? {}).sort(([, a], [, b]) => b - a)
    return report(
      `Why task ${task} is ${state}`,
      facts('Decisions', {
        Pool: `${pool} (${ROUTED[routing.by] ?? routing.by})`,
        'Answered by': by,
        'Handbook pages': pages.length > 0 ? pages.join(', ') : 'none',
        'Handbook fit': known(fit, ratio),
        Remarks: remarks.length > 0 ? remarks.join(' ') : 'none',
      }),
      ...(rejected.length > 0
        ? [
            table(
              ['Pool considered', 'Score'],
              rejected.map(([name, score]) => [name, ratio(score)]),
            ),
          ]
        : []),
      table(
        ['Attempt', 'Worker', 'Outcome', 'Began', 'Took'],
        attempts.map((one) => [
          count(one.attempt),
          one.worker,
          one.outcome,
          time(one.startedMs),
          known(one.endedMs === null ? null : one.endedMs - one.startedMs, ms),
        ]),
      ),
      ...(steps.length > 0
        ? [
            table(
              ['Step', 'Attempt', 'State', 'Effect', 'Took'],
              steps.map((one) => [one.name, count(one.attempt), one.state, one.effect, known(one.ms, ms)]),
            ),
          ]
        : []),
      table(
        ['Row', 'When', 'What', 'Who'],
        journal.map((one) => [count(one.seq), time(one.atMs), one.kind, one.principal]),
        'Journal',
      ),
    )
  },
})

const ROUTED: Readonly<Record<string, string>> = {
  asked: 'named by the caller',
  routed: 'chosen by what was asked',
  default: 'nothing pointed elsewhere',
}
