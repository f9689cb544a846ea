import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { findKilled } from '../src/controller/judge-vitals.ts'
import { known, note, report, table } from '../src/report/report.ts'

export default defineCommand({
  name: 'health',
  summary: 'Check the machine, the database, the workers and the queue.',
  group: 'Fleet',
  usage: ['health'],
  phrases: [
    '(show|display|give|run) [me] [the|a] [system|detailed] health [metrics|check|report|status]',
    '[system] health (check|report|metrics|status)',
    '(is|are) (the system|everything|the fleet|all agents|the agents) (healthy|ok|okay|alright)',
  ],
  examples: ['health', 'display health metrics'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({}),
  returns: z.object({
    state: z.enum(['good', 'warn', 'bad']),
    findings: z.array(
      z.object({
        subject: z.string(),
        state: z.enum(['good', 'warn', 'bad']),
        unit: z.enum(['ratio', 'bytes', 'ms', 'count']),
        value: z.number().nullable().describe('null: could not be measured'),
        hint: z.string().nullable(),
      }),
    ),
    vitals: z.record(z.string(), z.number().nullable()),
    openAlerts: z.int().describe('raised by a resident worker or an agent, and not yet acknowledged'),
  }),

  async run(_args, { controller }) {
    const vitals = await controller.health.vitals()
    const { on } = await controller.killSwitch.read()
    const findings = [...findKilled(on), ...controller.health.findings(vitals)]
    const state = worst(findings.map((one) => one.state))
    return { state, findings, vitals: { ...vitals }, openAlerts: await controller.alerts.countOpen() }
  },

  show({ state, findings, openAlerts }) {
    const sentence = { good: 'Everything looks good.', warn: 'Something wants attention.', bad: 'Something is wrong.' }[
      state
    ]
    return report(
      'Health',
      note(state, sentence),
      ...(openAlerts > 0 ? [note('warn', sayAlerts(openAlerts))] : []),
      table(
        ['Check', 'State', 'Now'],
        findings.map((one) => [one.subject, STATES[one.state], known(one.value, (n) => ({ unit: one.unit, n }))]),
      ),
      ...findings.filter((one) => one.hint !== null).map((one) => note(one.state, `${one.subject}: ${one.hint}`)),
    )
  },
})

const sayAlerts = (n: number): string => `${n === 1 ? 'One alert is' : `${n} alerts are`} open: operatoros alerts`

type State = 'good' | 'warn' | 'bad'

const worst = (states: readonly State[]): State =>
  states.includes('bad') ? 'bad' : states.includes('warn') ? 'warn' : 'good'

const STATES = { good: 'good', warn: 'attention', bad: 'bad' } as const
