import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { alertTone } from '../src/command/alert-tone.ts'
import { defineCommand } from '../src/command/define.ts'
import { flag } from '../src/command/slots.ts'
import type { AlertFacts } from '../src/controller/alerts.ts'
import { type Block, count, note, report, table, time } from '../src/report/report.ts'

export default defineCommand({
  name: 'alerts',
  summary: 'List what wants attention, or say that you have seen it.',
  group: 'Fleet',
  usage: ['alerts', 'alerts {action} {id}', 'alerts {action}'],
  phrases: [
    '(show|list|display|give) [me] [the|all] [open|active|current|standing] alerts',
    '(are there|is there|do we have|any) [any|an] [open|active|new|current] (alert|alerts)',
    '(what|which) alerts (are there|are open|are active|do we have)',
    '(open|active|current|new) alerts',
    'alerts (open|active|current)',
    '(acknowledge|ack) [the] (alert|warning|alarm) [number] {id} => action=ack',
    '(show|list|display) [me] [the|all] (cleared|past|old) alerts => all=true',
    '(show|list|display) [me] [the|all] alerts that (were|are) cleared => all=true',
  ],
  examples: ['alerts', 'alerts ack 3', 'are there any alerts', 'acknowledge alert 3'],
  role: 'viewer',
  effect: 'changes',
  effectOf: ({ action }) => (action === 'ack' ? 'changes' : 'reads'),
  args: z.strictObject({
    action: z.enum(['list', 'ack']).default('list'),
    id: z.coerce.number('it is not an alert number').int().min(1).optional().describe('number of an alert'),
    all: flag('also those that were cleared'),
  }),
  returns: z.object({
    killed: z.boolean().describe('the kill switch is on: nothing starts'),
    alerts: z.array(
      z.object({
        id: z.int(),
        rule: z.string(),
        subject: z.string().nullable(),
        level: z.enum(['info', 'warn', 'bad']),
        state: z.enum(['open', 'acknowledged', 'cleared']),
        message: z.string(),
        hint: z.string(),
        raisedMs: z.number(),
        times: z.int().describe('how often it came: a reminder that nobody has acknowledged comes again'),
        lastMs: z.number().describe('when it came last; of a reminder, when it was last due'),
        acknowledgedBy: z.string().nullable(),
        clearedMs: z.number().nullable(),
      }),
    ),
  }),

  async run({ action, id, all }, { controller, caller }) {
    const { on: killed } = await controller.killSwitch.read()
    if (action === 'list') return { killed, alerts: chosen(await controller.alerts.list(all), id) }
    if (id === undefined)
      throw new OperatorError('ARGS_INVALID', '"alerts ack" needs the number of an alert.', { hint: 'alerts' })
    return { killed, alerts: [await controller.alerts.acknowledge(id, caller)] }
  },

  show({ killed, alerts }) {
    const kill: Block[] = killed ? [note('bad', KILLED)] : []
    if (alerts.length === 0)
      return report(
        'Alerts',
        ...kill,
        killed ? note('plain', 'No alert stands.') : note('good', 'Nothing wants attention.'),
      )
    return report(
      'Alerts',
      ...kill,
      alertTable(alerts),
      ...alerts
        .filter((one) => one.state === 'open')
        .map((one) => note(alertTone(one.level), `${one.id}: ${one.hint}; seen it? operatoros alerts ack ${one.id}`)),
    )
  },
})

/** All of them, or the one that is named. */
function chosen(alerts: AlertFacts[], id: number | undefined): AlertFacts[] {
  const found = id === undefined ? alerts : alerts.filter((one) => one.id === id)
  if (id === undefined || found.length > 0) return found
  throw new OperatorError('NOT_FOUND', `No alert ${id} stands.`, { hint: 'operatoros alerts --all' })
}

/** How often is told only where it says something. */
function alertTable(alerts: readonly AlertFacts[]): Block {
  const again = alerts.some(({ times }) => times > 1)
  return table(
    ['Alert', 'State', again ? 'Latest' : 'Raised', ...(again ? ['Times'] : []), 'What'],
    alerts.map(({ id, state, lastMs, times, message }) => [
      ...[count(id), state, time(lastMs)],
      ...(again ? [count(times)] : []),
      message,
    ]),
  )
}

const KILLED = 'The kill switch is on: nothing starts. A person may run: kill off'
