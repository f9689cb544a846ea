import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { facts, known, note, report, time } from '../src/report/report.ts'

export default defineCommand({
  name: 'kill',
  summary: 'Stop everything with the kill switch, release it, or look at it.',
  group: 'Governance',
  usage: ['kill {state}', 'kill'],
  phrases: [
    '(pull|hit|press|engage|activate|flip|trigger|turn on|throw) the kill switch => state=on',
    'turn the kill switch {state}',
    '(release|disengage|deactivate|reset|turn off|lift) the kill switch => state=off',
    '(is|what is|show) [me] the kill switch [status|on|state]',
    'kill switch {state}',
    'stop (everything|all agents|all the agents) => state=on',
  ],
  examples: ['kill status', 'kill on', 'kill off'],
  role: 'operator',
  effect: 'destroys',
  effectOf: ({ state }) => (state === 'on' ? 'destroys' : state === 'off' ? 'changes' : 'reads'),
  args: z.strictObject({
    state: z.enum(['on', 'off', 'status']).default('status').describe('on stops, off releases, status looks'),
  }),
  returns: z.object({ on: z.boolean(), sinceMs: z.number().nullable(), by: z.string().nullable() }),

  async run({ state }, { controller, caller }) {
    const { on, sinceMs, by } =
      state === 'status' ? await controller.killSwitch.read() : await controller.killSwitch.set(state === 'on', caller)
    return { on, sinceMs, by }
  },

  show({ on, sinceMs, by }) {
    return report(
      'Kill switch',
      note(on ? 'bad' : 'good', on ? 'On: nothing starts and no effect happens.' : 'Off: the fleet may work.'),
      facts(undefined, { 'Last changed': known(sinceMs, time), By: by }),
    )
  },
})
