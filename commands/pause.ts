import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { namedPools } from '../src/command/named-pools.ts'
import { poolSlot } from '../src/command/slots.ts'
import { note, report } from '../src/report/report.ts'

export default defineCommand({
  name: 'pause',
  summary: 'Let a pool begin no more tasks; those that run go on, new ones wait.',
  group: 'Fleet',
  usage: ['pause {pool}'],
  phrases: ['(pause|suspend|freeze) [the] {pool} (agents|agent pool|pool|team)'],
  examples: ['pause sports', 'pause the financial pool'],
  role: 'operator',
  effect: 'changes',
  args: z.strictObject({ pool: poolSlot }),
  returns: z.object({ pools: z.array(z.object({ pool: z.string(), changed: z.boolean() })) }),

  async run({ pool }, { controller, caller }) {
    const pools = []
    for (const name of await namedPools(pool, controller))
      pools.push({ pool: name, changed: await controller.pools.pause(name, true, caller) })
    return { pools }
  },

  show({ pools }) {
    return report(
      'Pause',
      ...pools.map(({ pool, changed }) =>
        note('good', changed ? `The ${pool} pool begins no more tasks.` : `The ${pool} pool was paused already.`),
      ),
      note('plain', 'New tasks wait until: resume <pool>'),
    )
  },
})
