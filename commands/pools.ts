import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { pausedNotes } from '../src/command/paused-notes.ts'
import { sayMode } from '../src/command/show-scaling.ts'
import { poolSlot } from '../src/command/slots.ts'
import { count, facts, known, ratio, report, table } from '../src/report/report.ts'

const pool = z.object({
  pool: z.string(),
  title: z.string(),
  size: z.int().describe('tasks that may run at the same time'),
  active: z.int(),
  idle: z.int(),
  draining: z.int(),
  starting: z.int().describe('agents that rest after a restart'),
  quarantined: z.int().describe('agents that take no task because they kept failing'),
  paused: z.boolean(),
  mode: z.enum(['pinned', 'auto']).describe('who sets the size: people, or the pool itself within min and max'),
  min: z.int().nullable(),
  max: z.int().nullable(),
  queued: z.int(),
  efficiency: z.number().nullable(),
  sample: z.int(),
})

const agent = z.object({
  agent: z.int(),
  state: z.string(),
  task: z.int().nullable(),
  done: z.int(),
  failures: z.int().describe('failed runs since the last good one'),
})

const MOST_SHOWN = 20

export default defineCommand({
  name: 'pools',
  summary: 'Show the agent pools, or one of them.',
  group: 'Fleet',
  usage: ['pools', 'pools {pool}'],
  phrases: [
    'how are the [agent] (pools|agents) (performing|doing|going|running)',
    'how are the {pool} agents (performing|doing|going|running)',
    'how is the {pool} [agent] (pool|team) (performing|doing|going|running)',
    '(show|list|display|give) [me] [the] [all] [agent] pools',
    '(show|display|check|give) [me] [the] {pool} [agent] (pool|agents|team)',
    '(check|show|display|give) [me] [the] status of [the] {pool} [agents|agent pool|pool|team]',
    "(what is|what's|whats) the status of [the] {pool} (agents|agent pool|pool|team)",
    'status of [the] {pool} (agents|agent pool|pool|team)',
    '[agent] (pool|pools) status',
    'compare [the|all] [the] [agent] pools',
    '{pool} [agent] (pool|agents) status',
  ],
  examples: ['pools', 'pools healthcare', 'check the status of financial agents'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({ pool: poolSlot.optional() }),
  returns: z.object({ pools: z.array(pool), agents: z.array(agent).describe('of one pool, when it was named') }),

  async run({ pool: name }, { controller }) {
    const pools = await controller.pools.list()
    if (name === undefined || name === 'all') return { pools, agents: [] }
    await controller.pools.check(name)
    const agents = await controller.pools.agents(name)
    return {
      pools: pools.filter((one) => one.pool === name),
      agents: agents.map((one) => ({ ...one, task: one.task?.id ?? null })),
    }
  },

  show({ pools, agents }) {
    const [only] = pools
    if (pools.length === 1 && only) {
      return report(
        only.title,
        facts(`Pool ${only.pool}`, {
          Size: count(only.size),
          Scaling: sayMode(only),
          Active: count(only.active),
          Idle: count(only.idle),
          Draining: count(only.draining),
          ...(only.starting > 0 ? { Starting: count(only.starting) } : {}),
          ...(only.quarantined > 0 ? { Quarantined: count(only.quarantined) } : {}),
          Queued: count(only.queued),
          Paused: only.paused ? 'yes' : 'no',
          'Efficiency (last hour)': known(only.efficiency, ratio),
          'Runs in the last hour': count(only.sample),
        }),
        table(
          ['Agent', 'State', 'Task', 'Done', 'Failures'],
          agents
            .slice(0, MOST_SHOWN)
            .map((one) => [
              count(one.agent),
              one.state,
              one.task === null ? '' : count(one.task),
              count(one.done),
              count(one.failures),
            ]),
          agents.length > MOST_SHOWN ? `The first ${MOST_SHOWN} of ${agents.length} agents` : 'Agents',
        ),
      )
    }
    const paused = pools.filter((one) => one.paused)
    return report(
      'Agent pools',
      table(
        ['Pool', ...(paused.length > 0 ? ['State'] : []), 'Size', 'Active', 'Idle', 'Queued', 'Efficiency', 'Scaling'],
        pools.map((one) => [
          one.pool,
          ...(paused.length > 0 ? [one.paused ? 'paused' : 'open'] : []),
          count(one.size),
          count(one.active),
          count(one.idle),
          count(one.queued),
          known(one.efficiency, ratio),
          sayMode(one),
        ]),
      ),
      ...pausedNotes(paused.map((one) => one.pool)),
    )
  },
})
