import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { namedPools } from '../src/command/named-pools.ts'
import { poolSlot } from '../src/command/slots.ts'
import { note, report } from '../src/report/report.ts'

export default defineCommand({
  name: 'resume',
  summary: 'Let a paused pool begin tasks again.',
  group: 'Fleet',
  usage: ['resume {pool}'],
  phrases: ['(resume|unpause|unfreeze) [the] {pool} (agents|agent pool|pool|team)'],
  examples: ['resume sports', 'resume the financial pool'],
  role: 'operator',
  effect: 'changes',
  args: z.strictObject({ pool: poolSlot }),
  returns: z.object({ pools: z.array(z.object({ pool: z.string(), changed: z.boolean() })) }),

  async run({ pool }, { controller, caller }) {
    const pools = []
    for (const name of await namedPools(pool, controller))
      pools.push({ pool: name, changed: await controller.pools.pause(name, false, caller) })
    controller.worker.wake()
    return { pools }
  },

  show({ pools }) {
    return report(
      'Resume',
      ...pools.map(({ pool, changed }) =>
        note('good', changed ? `The ${pool} pool begins tasks again.` : `The ${pool} pool was not paused.`),
      ),
    )
  },
})
