import * as z from 'zod'
import type { Told } from '../src/command/context.ts'
import { defineCommand } from '../src/command/define.ts'
import { flag, taskSlot } from '../src/command/slots.ts'
import type { Controller } from '../src/controller/controller.ts'
import type { JournalEntry } from '../src/controller/records.ts'
import { facts, note, report, time } from '../src/report/report.ts'

const LOOK_MS = 100

export default defineCommand({
  name: 'watch',
  summary: 'Follow what happens, or one task until it stands.',
  group: 'Tasks',
  usage: ['watch', 'watch {task}'],
  phrases: ['(watch|follow) task {task}', '(watch|follow|monitor) (the fleet|everything|what happens|all tasks)'],
  examples: ['watch', 'watch 12', 'watch --json'],
  role: 'viewer',
  effect: 'reads',
  streams: true,
  args: z.strictObject({
    task: taskSlot.optional(),
    timeout: z.coerce
      .number()
      .min(0.001)
      .max(86_400)
      .optional()
      .describe('seconds to watch; without it until you stop it, or the task stands'),
    past: flag('begin with what has happened already'),
  }),
  returns: z.object({ events: z.int(), state: z.string().nullable().describe('of the one task') }),

  async run({ task, timeout, past }, { controller, caller, signal, tell }) {
    const until = timeout === undefined ? Number.POSITIVE_INFINITY : performance.now() + timeout * 1_000
    let seq = past || task !== undefined ? 0 : await newestSeq(controller)
    let events = 0
    for (;;) {
      const state = task === undefined ? null : (await controller.tasks.find(task, caller)).state
      const entries = await controller.records.journal({ limit: 1_000, afterSeq: seq, taskId: task })
      for (const entry of entries.reverse()) tell(partOf(entry))
      seq = entries.at(-1)?.seq ?? seq
      events += entries.length
      if (stands(state) || performance.now() > until) return { events, state }
      signal.throwIfAborted()
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  },

  show({ events, state }) {
    return report(
      'Watch',
      note('plain', `${events} event${events === 1 ? '' : 's'}.${state === null ? '' : ` The task is ${state}.`}`),
    )
  },
})

const stands = (state: string | null): boolean => state !== null && state !== 'queued' && state !== 'running'

const newestSeq = async ({ records }: Controller): Promise<number> => (await records.journal({ limit: 1 }))[0]?.seq ?? 0

const partOf = ({ seq, atMs, kind, principal, task, pool, data }: JournalEntry): Told => ({
  kind: 'part',
  data: { seq, atMs, kind, principal, task, pool, data },
  report: report(
    kind,
    facts(undefined, {
      When: time(atMs),
      Task: task === null ? 'none' : String(task),
      Pool: pool ?? 'none',
      Who: principal,
    }),
  ),
})
