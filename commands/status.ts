import * as z from 'zod'
import { groupDigits } from '../src/base/digits.ts'
import { defineCommand } from '../src/command/define.ts'
import { pausedNotes } from '../src/command/paused-notes.ts'
import { flag } from '../src/command/slots.ts'
import { type Block, count, facts, known, ms, note, ratio, report, type Value } from '../src/report/report.ts'

const figures = () =>
  z.object({
    pools: z.array(
      z.object({
        pool: z.string(),
        active: z.int(),
        idle: z.int(),
        efficiency: z.number().nullable().describe('busy share of the agents’ time in the last hour, 0..1'),
        sample: z.int().describe('runs that the efficiency rests on'),
      }),
    ),
    performance: z.object({
      completedToday: z.int(),
      successRate: z.number().nullable(),
      responseMs: z.number().nullable(),
      uptime: z.number().nullable().describe('share of the observed time with a resident worker, 0..1'),
      observedMs: z.number(),
    }),
    activity: z.object({ running: z.record(z.string(), z.int()), queued: z.int(), parked: z.int(), failed: z.int() }),
    killed: z.boolean(),
    paused: z.array(z.string()).describe('pools that begin no task'),
    openAlerts: z.int().describe('not yet acknowledged; `alerts` lists them'),
    explain: z.boolean(),
  })

export default defineCommand({
  name: 'status',
  summary: 'Show the pools, how they perform and what they do now.',
  group: 'Fleet',
  usage: ['status'],
  phrases: [
    '(show|give|tell|display) [me] [the] [current] [system|fleet] status',
    '[show|display] [me] [the] (system|fleet) (status|overview)',
    'status (report|overview|check|update)',
    "(what is|what's|whats) [the] [current] (status|state) [of the system|of the fleet|of everything]",
    'how (is|are) [the] (system|fleet|everything|things) (doing|running|going|performing|looking)',
    'start operatoros',
  ],
  examples: ['status', 'status --explain', 'status --json'],
  role: 'viewer',
  effect: 'reads',
  // Schemas are built only where they are needed, for the card or for arguments: at every start they would take a tenth of it.
  get args() {
    return z.strictObject({ explain: flag('say what each number means and how large its sample is') })
  },
  bare: { explain: false },
  get returns() {
    return figures()
  },
  onlyShown: ['explain'],

  async run({ explain }, { controller }) {
    const pools = await controller.pools.list()
    const today = await controller.figures.today()
    const counts = await controller.figures.counts()
    const uptime = await controller.figures.uptime()
    const kill = await controller.killSwitch.read()
    return {
      pools: pools.map(({ pool, active, idle, efficiency, sample }) => ({ pool, active, idle, efficiency, sample })),
      performance: {
        completedToday: today.done,
        successRate: today.successRate,
        responseMs: today.responseMs,
        uptime: uptime.ratio,
        observedMs: uptime.observedMs,
      },
      activity: {
        running: Object.fromEntries(pools.filter((pool) => pool.active > 0).map((pool) => [pool.pool, pool.active])),
        queued: counts.queued,
        parked: counts.parked,
        failed: today.failed,
      },
      killed: kill.on,
      paused: pools.filter((pool) => pool.paused).map((pool) => pool.pool),
      openAlerts: await controller.alerts.countOpen(),
      explain,
    }
  },

  show({ pools, performance, activity, killed, paused, openAlerts, explain }) {
    const kill: Block[] = killed
      ? [note('bad', 'The kill switch is on: nothing starts. A person may run: kill off')]
      : []
    return report(
      'OperatorOS system status',
      ...kill,
      ...pausedNotes(paused),
      facts('Agent pools', Object.fromEntries(pools.map((pool) => [titleCase(pool.pool), poolLine(pool)]))),
      facts('System performance', {
        'Total tasks': `${groupDigits(performance.completedToday)} completed today`,
        'Success rate': known(performance.successRate, ratio),
        'Avg response time': known(performance.responseMs, ms),
        Uptime: known(performance.uptime, ratio),
      }),
      facts('Current activity', {
        Processing: processing(activity.running),
        Queued: tasks(activity.queued, 'pending'),
        ...(activity.parked > 0 ? { Parked: tasks(activity.parked, 'waiting for approval') } : {}),
        Failed: tasks(activity.failed, 'failed today'),
        ...(openAlerts > 0 ? { Alerts: `${groupDigits(openAlerts)} open (operatoros alerts)` } : {}),
      }),
      ...(explain ? [explanation(pools, performance)] : []),
    )
  },
})

type Data = z.output<ReturnType<typeof figures>>

const titleCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const poolLine = ({ active, idle, efficiency }: Data['pools'][number]): string =>
  `${active} active, ${idle} idle (${sayEfficiency(efficiency)})`

/** A few milliseconds of an hour are not nothing: "0%" would say that nobody worked. */
function sayEfficiency(efficiency: number | null): string {
  if (efficiency === null) return 'n/a'
  const percent = Math.round(efficiency * 100)
  return `${percent === 0 && efficiency > 0 ? 'under 1' : percent}% efficiency`
}

function processing(running: Data['activity']['running']): Value {
  const parts = Object.entries(running).map(([pool, n]) => `${n} ${pool} task${n === 1 ? '' : 's'}`)
  return parts.length > 0 ? parts.join(', ') : 'nothing'
}

const tasks = (n: number, what: string): string => `${groupDigits(n)} task${n === 1 ? '' : 's'} ${what}`

const explanation = (pools: Data['pools'], performance: Data['performance']): Block =>
  facts('What the numbers mean', {
    Efficiency: `busy time of a pool's agents divided by their time, last hour; runs: ${pools.map((p) => `${p.pool} ${p.sample}`).join(', ')}`,
    'Total tasks': 'tasks that ended "done" since local midnight',
    'Success rate': `done / (done + failed) since local midnight; sample ${performance.completedToday} done`,
    'Avg response time': `mean of submit → answer over the tasks done since local midnight; sample ${performance.completedToday}`,
    Uptime:
      'share of the last 30 days (or since the first one) in which a resident worker was there: the REPL or `worker`',
    Observed: known(performance.observedMs || null, ms),
    Active: count(pools.reduce((sum, pool) => sum + pool.active, 0)),
  })
