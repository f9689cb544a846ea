import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { defineCommand } from '../src/command/define.ts'
import { poolSlot } from '../src/command/slots.ts'
import { count, facts, note, report } from '../src/report/report.ts'

export default defineCommand({
  name: 'restart',
  summary: 'Replace the agents of a pool, or every agent whose last run failed.',
  group: 'Fleet',
  usage: ['restart {pool}', 'restart {target}'],
  phrases: [
    'restart [the|all] [the] failed [agents|ones|agent|workers] => target=failed',
    'restart [the] {pool} [agents|agent pool|pool|team]',
    'restart (all|every) {pool} agents',
    '(recycle|reboot|bounce) [the] {pool} [agents|agent pool|pool|team]',
  ],
  examples: ['restart healthcare', 'restart failed', 'restart failed agents'],
  role: 'operator',
  effect: 'changes',
  isGrave: ({ pool }) => pool === 'all',
  args: z.strictObject({
    pool: poolSlot.optional(),
    target: z
      .enum(['failed'], 'it is "failed", or the name of a pool')
      .optional()
      .describe('only agents whose last run failed'),
  }),
  returns: z.object({
    pools: z.array(z.string()),
    replaced: z.int(),
    draining: z.int().describe('busy agents that are replaced when their task ends'),
  }),

  check: async (args) => checkOne(args),

  async run({ pool, target }, { controller, caller }) {
    checkOne({ pool, target })
    if (pool === undefined) return controller.pools.restart({ failed: true }, caller)
    if (pool !== 'all') return controller.pools.restart({ pool }, caller)
    return controller.pools.restart({ all: true }, caller)
  },

  show({ pools, replaced, draining }) {
    if (pools.length === 0) return report('Restart', note('good', 'No agent had failed; nothing was replaced.'))
    return report(
      `Restart ${pools.join(', ')}`,
      facts('Agents', { 'Replaced now': count(replaced), 'Replaced after their task': count(draining) }),
    )
  },
})

/** @throws OperatorError ARGS_INVALID unless there is a pool or `failed`, and not both. */
function checkOne({
  pool,
  target,
}: {
  readonly pool?: string | undefined
  readonly target?: 'failed' | undefined
}): void {
  if ((pool === undefined) !== (target === undefined)) return
  const message =
    pool === undefined
      ? '"restart" needs a pool, or "failed".'
      : 'A pool is restarted, or every agent that failed, not both.'
  throw new OperatorError('ARGS_INVALID', message, { hint: `restart ${pool ?? 'sports'}  or  restart failed` })
}
