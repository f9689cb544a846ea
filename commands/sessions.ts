import * as z from 'zod'
import { inertLine } from '../src/base/inert-text.ts'
import { defineCommand } from '../src/command/define.ts'
import { count, note, report, table, time } from '../src/report/report.ts'

export default defineCommand({
  name: 'sessions',
  summary: 'List the conversations, newest first.',
  group: 'Tasks',
  usage: ['sessions'],
  phrases: ['(show|list|display) [me] [all|the|my] [open|active|recent] (sessions|conversations)'],
  examples: ['sessions', 'sessions --limit 50'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({ limit: z.coerce.number().int().min(1).max(1_000).default(20).describe('how many at most') }),
  returns: z.object({
    current: z.string(),
    sessions: z.array(
      z.object({ session: z.string(), principal: z.string(), title: z.string(), turns: z.int(), lastMs: z.number() }),
    ),
  }),

  async run({ limit }, { controller, caller }) {
    return { current: caller.session, sessions: await controller.records.sessions(caller, limit) }
  },

  show({ current, sessions }) {
    if (sessions.length === 0) return report('Sessions', note('plain', 'There is no conversation yet. Ask something.'))
    const isAmong = sessions.some(({ session }) => session === current)
    return report(
      'Sessions',
      table(
        ['Session', 'Turns', 'Last', 'Began with'],
        sessions.map((one) => [
          one.session === current ? `${one.session} *` : one.session,
          count(one.turns),
          time(one.lastMs),
          inertLine(one.title, Number.POSITIVE_INFINITY),
        ]),
      ),
      note('plain', `${isAmong ? 'This one is marked with *. ' : ''}Continue another with --session <name>.`),
    )
  },
})
