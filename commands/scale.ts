import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { defineCommand } from '../src/command/define.ts'
import { flag, poolSlot } from '../src/command/slots.ts'
import { count, facts, note, report } from '../src/report/report.ts'

const scaled = z.object({
  pool: z.string(),
  before: z.int(),
  after: z.int(),
  draining: z.int().describe('busy agents that go when their task ends'),
})

export default defineCommand({
  name: 'scale',
  summary: 'Set how many agents of a pool work at the same time.',
  group: 'Fleet',
  usage: [
    'scale {pool} {to}',
    'scale {pool} {direction}',
    'scale {pool} {direction} {by}',
    'scale {pool} {direction} by {by}',
    'scale {pool} to {to}',
  ],
  phrases: [
    'scale {direction} [the] {pool} [agents|agent pool|pool|team]',
    'scale [the] {pool} [agents|agent pool|pool|team] {direction} [by] {by}',
    'scale [the] {pool} [agents|agent pool|pool|team] {direction}',
    'scale {direction} [the] {pool} [agents|agent pool|pool|team] by {by}',
    'scale [the] {pool} [agents|agent pool|pool|team] to {to} [agents|workers]',
    'scale [the] {pool} [agents|agent pool|pool|team] {direction} to {to} [agents|workers]',
    'scale {direction} [the] {pool} [agents|agent pool|pool|team] to {to} [agents|workers]',
    '(set|change) [the] {pool} [agents|agent pool|pool|team] to {to} [agents|workers]',
  ],
  examples: [
    'scale healthcare up',
    'scale sports 5',
    'scale business down --by 2',
    'scale up the financial agent pool',
  ],
  role: 'operator',
  effect: 'changes',
  args: z.strictObject({
    pool: poolSlot,
    direction: z.enum(['up', 'down']).optional().describe('one more or one fewer'),
    to: z.coerce
      .number('it is not a number')
      .int('a pool has a whole number of agents')
      .min(0, 'a pool cannot have fewer than 0 agents')
      .max(1_000, 'a pool has at most 1,000 agents')
      .optional()
      .describe('number of agents'),
    by: z.coerce
      .number('it is not a number')
      .int('it is a whole number of agents')
      .min(1, 'it begins at 1')
      .max(1_000, 'it is at most 1,000')
      .optional()
      .describe('how many more or fewer'),
    dryRun: flag('show what would happen, change nothing'),
  }),
  returns: z.object({ scaled: z.array(scaled), dryRun: z.boolean() }),

  async run({ pool, direction, to, by, dryRun }, { controller, caller }) {
    if (to === undefined && direction === undefined) {
      throw new OperatorError('ARGS_INVALID', '"scale" needs a direction (up or down) or a number of agents.', {
        hint: `scale ${pool} up`,
      })
    }
    if (to !== undefined && (direction !== undefined || by !== undefined)) {
      throw new OperatorError('ARGS_INVALID', '"scale" takes a number of agents or a direction, not both.', {
        hint: `scale ${pool} ${to}`,
      })
    }
    const change = to !== undefined ? { to } : { by: (direction === 'down' ? -1 : 1) * (by ?? 1) }
    const pools = pool === 'all' ? (await controller.pools.list()).map((one) => one.pool) : [pool]
    const done: z.output<typeof scaled>[] = []
    for (const name of pools) done.push(await controller.pools.scale(name, change, { caller, dry: dryRun }))
    return { scaled: done, dryRun }
  },

  show({ scaled: done, dryRun }) {
    const title = done.length === 1 ? `Pool ${done[0]?.pool}` : 'Pools'
    return report(
      title,
      ...done.map(({ pool, before, after, draining }) =>
        facts(done.length === 1 ? 'Agents' : pool, {
          Before: count(before),
          [dryRun ? 'Would be' : 'Now']: count(after),
          ...(draining > 0 ? { Draining: count(draining) } : {}),
        }),
      ),
      ...(dryRun ? [note('plain', 'Nothing was changed (dry run).')] : []),
    )
  },
})
