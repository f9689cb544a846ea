import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { defineCommand } from '../src/command/define.ts'
import { namedPools } from '../src/command/named-pools.ts'
import { sayMode } from '../src/command/show-scaling.ts'
import { flag, poolSlot, stepSlot } from '../src/command/slots.ts'
import { type Block, count, facts, note, report } from '../src/report/report.ts'

const scaled = z.object({
  pool: z.string(),
  before: z.int(),
  after: z.int(),
  draining: z.int().describe('busy agents that go when their task ends'),
  pinned: z.boolean().describe('it scaled itself until now'),
})

const scaling = z.object({
  pool: z.string(),
  size: z.int(),
  mode: z.enum(['pinned', 'auto']),
  min: z.int().nullable(),
  max: z.int().nullable(),
})

const bound = (description: string) =>
  z.coerce
    .number('it is not a number')
    .int('a pool has a whole number of agents')
    .min(1, 'a pool that scales itself keeps at least 1 agent')
    .max(1_000, 'a pool has at most 1,000 agents')
    .optional()
    .describe(description)

export default defineCommand({
  name: 'scale',
  summary: 'Set how many agents of a pool work at the same time, or let it scale itself.',
  group: 'Fleet',
  usage: [
    'scale {pool} {to}',
    'scale {pool} {direction}',
    'scale {pool} {direction} {by}',
    'scale {pool} {direction} by {by}',
    'scale {pool} to {to}',
    'scale {pool} {mode}',
    'scale {pool} {mode} {min} {max}',
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
    'autoscale [the] {pool} [agents|agent pool|pool|team] => mode=auto',
    'autoscale [the] {pool} [agents|agent pool|pool|team] (between|from) {min} (and|to) {max} [agents] => mode=auto',
    'scale [the] {pool} [agents|agent pool|pool|team] (automatically|by itself|by themselves|on demand) => mode=auto',
    'scale [the] {pool} [agents|agent pool|pool|team] [automatically] between {min} and {max} [agents] => mode=auto',
    'let [the] {pool} [agents|agent pool|pool|team] scale (itself|themselves|automatically) => mode=auto',
    '(turn on|switch on|enable|start) (autoscaling|auto scaling) (for|of) [the] {pool} [agents|agent pool|pool|team] => mode=auto',
    '(turn off|switch off|disable|stop) (autoscaling|auto scaling) (for|of) [the] {pool} [agents|agent pool|pool|team] => mode=pinned',
    '(stop|disable) autoscaling [the] {pool} [agents|agent pool|pool|team] => mode=pinned',
    'pin [the] {pool} [agents|agent pool|pool|team] => mode=pinned',
    '(pin|keep|hold) [the] {pool} [agents|agent pool|pool|team] at {to} [agents]',
    '(pin|lock|fix|keep) [the] {pool} [agents|agent pool|pool|team] (as it is|as they are|at its present size|at its current size) => mode=pinned',
    'make [the] {pool} [agents|agent pool|pool|team] (elastic|automatic) => mode=auto',
    'make [the] {pool} [agents|agent pool|pool|team] elastic (between|from) {min} (and|to) {max} [agents] => mode=auto',
  ],
  examples: [
    'scale healthcare up',
    'scale sports 5',
    'scale business down --by 2',
    'scale up the financial agent pool',
    'scale general down by half',
    'scale healthcare auto --min 2 --max 12',
    'autoscale the sports agents between 2 and 8',
    'turn off autoscaling for sports',
  ],
  role: 'operator',
  effect: 'changes',
  isGrave: ({ to }) => to !== undefined && Number(to) === 0,
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
    by: stepSlot.optional(),
    mode: z
      .enum(['auto', 'pinned'])
      .optional()
      .describe('auto: it scales itself within bounds; pinned: it stays as it is'),
    min: bound('auto: never fewer agents'),
    max: bound('auto: never more agents'),
    dryRun: flag('show what would happen, change nothing'),
  }),
  returns: z.object({
    scaled: z.array(scaled),
    scaling: z.array(scaling).describe('pools that were set to auto or pinned'),
    dryRun: z.boolean(),
  }),

  async run(args, { controller, caller }) {
    checkArgs(args)
    const { pool, dryRun } = args
    const by = { caller, dry: dryRun }
    const data: { scaled: z.output<typeof scaled>[]; scaling: z.output<typeof scaling>[] } = { scaled: [], scaling: [] }
    for (const name of await namedPools(pool, controller)) {
      if (args.mode === 'auto') data.scaling.push(await controller.scalings.auto(name, args, by))
      else if (args.mode === 'pinned') data.scaling.push(await controller.scalings.pin(name, by))
      else data.scaled.push(await controller.pools.scale(name, changeOf(args), by))
    }
    return { ...data, dryRun }
  },

  show({ scaled: done, scaling: modes, dryRun }) {
    const all = [...done, ...modes]
    const title = all.length === 1 ? `Pool ${all[0]?.pool}` : 'Pools'
    return report(
      title,
      ...done.flatMap((one) => sizeBlocks(one, done.length === 1 ? 'Agents' : one.pool, dryRun)),
      ...modes.map((one) => modeBlock(one, modes.length === 1 ? 'Agents' : one.pool)),
      ...(modes.some(({ mode }) => mode === 'auto') ? [note('plain', WHO_SCALES)] : []),
      ...(dryRun ? [note('plain', 'Nothing was changed (dry run).')] : []),
    )
  },
})

const WHO_SCALES = 'A resident worker scales it: the REPL or `operatoros worker`. `why scale <pool>` tells what it did.'

function sizeBlocks({ pool, before, after, draining, pinned }: z.output<typeof scaled>, title: string, dry: boolean) {
  const blocks: Block[] = [
    facts(title, {
      Before: count(before),
      [dry ? 'Would be' : 'Now']: count(after),
      ...(draining > 0 ? { Draining: count(draining) } : {}),
    }),
  ]
  if (pinned) blocks.push(note('plain', `It no longer scales itself; to let it again: scale ${pool} auto`))
  return blocks
}

const modeBlock = ({ size, mode, min, max }: z.output<typeof scaling>, title: string): Block =>
  facts(title, { Now: count(size), Scaling: sayMode({ mode, min, max }) })

interface Args {
  readonly pool: string
  readonly direction?: 'up' | 'down' | undefined
  readonly to?: number | undefined
  readonly by?: number | Share | undefined
  readonly mode?: 'auto' | 'pinned' | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** @throws OperatorError ARGS_INVALID unless there is exactly one of a number, a direction and a mode. */
function checkArgs({ pool, direction, to, by, mode, min, max }: Args): void {
  if (to === undefined && direction === undefined && mode === undefined) {
    throw invalid('"scale" needs a direction (up or down), a number of agents, or auto.', `scale ${pool} up`)
  }
  if (to !== undefined && (direction !== undefined || by !== undefined)) {
    throw invalid('"scale" takes a number of agents or a direction, not both.', `scale ${pool} ${to}`)
  }
  if (mode !== undefined && (to !== undefined || direction !== undefined || by !== undefined)) {
    throw invalid('A pool is given a size or a mode, not both.', `scale ${pool} ${mode}`)
  }
  if (mode !== 'auto' && (min !== undefined || max !== undefined)) {
    throw invalid('Bounds are for a pool that scales itself.', `scale ${pool} auto --min ${min ?? 1}`)
  }
}

const invalid = (message: string, hint: string) => new OperatorError('ARGS_INVALID', message, { hint })

const changeOf = ({ to, direction, by }: Args) => (to !== undefined ? { to } : stepOf(direction ?? 'up', by ?? 1))

const FACTORS = {
  up: { half: 1.5, double: 2, triple: 3 },
  down: { half: 0.5, double: 1 / 2, triple: 1 / 3 },
}
type Share = keyof typeof FACTORS.up

/** "down by half" halves, "up by half" adds half as many again; "down by double" leaves every second. */
function stepOf(direction: 'up' | 'down', by: number | Share): { by: number } | { times: number } {
  if (typeof by === 'number') return { by: direction === 'down' ? -by : by }
  return { times: FACTORS[direction][by] }
}
