import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import type { Context } from '../src/command/context.ts'
import { counted } from '../src/command/counted.ts'
import { defineCommand } from '../src/command/define.ts'
import { namedPools } from '../src/command/named-pools.ts'
import { pausedNotes } from '../src/command/paused-notes.ts'
import { scalingData, showScaling, showScalings } from '../src/command/show-scaling.ts'
import { poolSlot, taskSlot } from '../src/command/slots.ts'
import { type Block, count, facts, known, ms, ratio, report, table, time } from '../src/report/report.ts'

const taskData = z.object({
  task: z.int(),
  state: z.string(),
  pool: z.string(),
  paused: z.boolean().describe('it waits because its pool is paused'),
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
  summary: 'Tell every decision that was made about a task, or about a pool’s size.',
  group: 'Tasks',
  usage: ['why {task}', 'why scale {pool}'],
  phrases: [
    'why did task {task} (fail|stop|end|happen)',
    'why (was|is) task {task} (refused|parked|failed|slow|cancelled|routed there)',
    'explain task {task}',
    'what happened (to|with) task {task}',
    'why did [the] {pool} [agents|agent pool|pool|team] (scale|grow|shrink)',
    'why did [the] {pool} [agents|agent pool|pool|team] scale (up|down)',
    'why (was|were|is|are) [the] {pool} [agents|agent pool|pool|team] (scaled|autoscaled|resized)',
    'why (was|were|is|are) [the] {pool} [agents|agent pool|pool|team] scaled (up|down)',
    '(show|explain|tell) [me] [the] (scaling|autoscaling) (decisions|history) (of|for) [the] {pool} [agents|agent pool|pool|team]',
    'explain [the] (scaling|autoscaling|size) of [the] {pool} [agents|agent pool|pool|team]',
    'why scale => pool=all',
    '(show|explain|tell) [me] [the] (scaling|autoscaling) (decisions|history) => pool=all',
  ],
  examples: ['why 12', 'why scale healthcare', 'why did healthcare scale up'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({ task: taskSlot.optional(), pool: poolSlot.optional() }),
  returns: z.union([taskData, scalingData, z.object({ pools: z.array(scalingData) })]),

  async run({ task, pool }, { controller, caller }) {
    if (task !== undefined) return findTask(task, { controller, caller })
    if (pool === 'all') return { pools: await storiesOf(controller) }
    if (pool !== undefined) return scalingData.parse(await controller.scalings.story(pool))
    throw new OperatorError('ARGS_INVALID', '"why" needs the number of a task, or "scale" and a pool.', {
      hint: 'why 12  or  why scale healthcare',
      data: { argument: 'task' },
    })
  },

  show(data) {
    if ('task' in data) return report(`Why task ${data.task} is ${data.state}`, ...showTask(data))
    if ('pools' in data) return report('Why the pools have their sizes', ...showScalings(data.pools))
    return report(`Why pool ${data.pool} has ${counted(data.size, 'agent')}`, ...showScaling(data))
  },
})

async function storiesOf(controller: Context['controller']) {
  const names = await namedPools('all', controller)
  return Promise.all(names.map(async (name) => scalingData.parse(await controller.scalings.story(name))))
}

async function findTask(id: number, { controller, caller }: Pick<Context, 'controller' | 'caller'>) {
  const task = await controller.tasks.find(id, caller)
  const entries = await controller.records.journal({ limit: 500, taskId: id })
  const answer = task.answer === null ? null : JSON.parse(task.answer)
  return {
    task: id,
    state: task.state,
    pool: task.pool,
    paused: task.state === 'queued' && (await isPaused(task.pool, controller)),
    routing: JSON.parse(task.routing),
    by: task.answered_by,
    pages: answer?.by.pages ?? [],
    fit: answer?.fit ?? null,
    remarks: answer?.remarks ?? [],
    attempts: await controller.records.attempts(id),
    steps: await controller.records.steps(id),
    journal: entries.reverse().map(({ seq, atMs, kind, principal, data }) => ({ seq, atMs, kind, principal, data })),
  }
}

const isPaused = async (name: string, { pools }: Context['controller']): Promise<boolean> =>
  (await pools.list()).some(({ pool, paused }) => pool === name && paused)

function showTask({
  pool,
  paused,
  routing,
  by,
  pages,
  fit,
  remarks,
  attempts,
  steps,
  journal,
}: z.output<typeof taskData>) {
  const rejected = Object.entries(routing.scores ?? {}).sort(([, a], [, b]) => b - a)
  const blocks: Block[] = [
    ...pausedNotes(paused ? [pool] : []),
    facts('Decisions', {
      Pool: `${pool} (${ROUTED[routing.by] ?? routing.by})`,
      'Answered by': by,
      'Handbook pages': pages.length > 0 ? pages.join(', ') : 'none',
      'Handbook fit': known(fit, ratio),
      Remarks: remarks.length > 0 ? remarks.join(' ') : 'none',
    }),
  ]
  if (rejected.length > 0) {
    const rows = rejected.map(([name, score]) => [name, ratio(score)])
    blocks.push(table(['Pool considered', 'Score'], rows))
  }
  blocks.push(
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
  )
  if (steps.length > 0) {
    const rows = steps.map((one) => [one.name, count(one.attempt), one.state, one.effect, known(one.ms, ms)])
    blocks.push(table(['Step', 'Attempt', 'State', 'Effect', 'Took'], rows))
  }
  const told = journal.map((one) => [count(one.seq), time(one.atMs), one.kind, one.principal])
  blocks.push(table(['Row', 'When', 'What', 'Who'], told, 'Journal'))
  return blocks
}

const ROUTED: Readonly<Record<string, string>> = {
  asked: 'named by the caller',
  routed: 'chosen by what was asked',
  default: 'nothing pointed elsewhere',
}
