import * as z from 'zod'
import { groupDigits } from '../base/digits.ts'
import { note, report } from '../report/report.ts'
import { type Command, defineCommand } from './define.ts'
import { namedPools } from './named-pools.ts'
import { poolSlot } from './slots.ts'

interface Words {
  readonly name: 'pause' | 'resume'
  readonly summary: string
  /** Other verbs for it, as a phrase has them: `suspend|freeze`. */
  readonly verbs: string
  readonly say: (pool: string, changed: boolean) => string
}

const sayUnattended = (waiting: number): string =>
  `Nobody is there to run the ${waiting === 1 ? 'task that waits' : `${groupDigits(waiting)} tasks that wait`}: it takes a worker or an open conversation (operatoros worker).`

/** The command that lets pools begin no tasks, or begin them again. */
export const pauseCommand = ({ name, summary, verbs, say }: Words): Command =>
  defineCommand({
    ...{ name, summary },
    group: 'Fleet',
    usage: [`${name} {pool}`],
    phrases: [`(${name}|${verbs}) [all] [the] [new] {pool} [agents|agent pool|pool|team|work|tasks]`],
    examples: [`${name} sports`, `${name} the financial pool`],
    role: 'operator',
    effect: 'changes',
    isGrave: ({ pool }) => name === 'pause' && pool === 'all',
    args: z.strictObject({ pool: poolSlot }),
    returns: z.object({
      pools: z.array(z.object({ pool: z.string(), changed: z.boolean() })),
      waiting: z.int().describe('tasks that wait in these pools'),
      attended: z.boolean().describe('somebody is there who runs what waits'),
    }),

    async run({ pool }, { controller, caller }) {
      const pools: Array<{ pool: string; changed: boolean }> = []
      for (const one of await namedPools(pool, controller))
        pools.push({ pool: one, changed: await controller.pools.pause(one, name === 'pause', caller) })
      controller.worker.wake()
      const waiting = (await controller.pools.list())
        .filter((one) => pools.some(({ pool }) => pool === one.pool))
        .reduce((sum, { queued }) => sum + queued, 0)
      return { pools, waiting, attended: await controller.schedules.isAttended() }
    },

    show: ({ pools, waiting, attended }) =>
      report(
        name === 'pause' ? 'Pause' : 'Resume',
        ...pools.map(({ pool, changed }) => note('good', say(pool, changed))),
        ...(name === 'pause' ? [note('plain', 'New tasks wait until: resume <pool>')] : []),
        ...(name === 'resume' && waiting > 0 && !attended ? [note('warn', sayUnattended(waiting))] : []),
      ),
  })
