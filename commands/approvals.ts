import * as z from 'zod'
import { OperatorError } from '../src/base/errors.ts'
import { defineCommand } from '../src/command/define.ts'
import { count, note, report, table, time } from '../src/report/report.ts'

export default defineCommand({
  name: 'approvals',
  summary: 'List what waits for a person, approve it or deny it.',
  group: 'Governance',
  usage: ['approvals', 'approvals {action}', 'approvals {action} {id}'],
  phrases: [
    '(show|list) [me] [the] [pending|open|waiting] approvals',
    '(what|anything|is anything) (needs|waiting for|needs my|waits for) [my|an] approval',
    '{action} (approval|request|number) {id}',
  ],
  examples: ['approvals', 'approvals approve 3', 'approvals deny 3'],
  role: 'viewer',
  effect: 'changes',
  isGrave: ({ action }) => action === 'approve',
  effectOf: ({ action }) => (action === 'approve' || action === 'deny' ? 'changes' : 'reads'),
  args: z.strictObject({
    action: z.enum(['list', 'approve', 'deny']).default('list'),
    id: z.coerce.number('it is not an approval number').int().min(1).optional().describe('number of an approval'),
  }),
  returns: z.object({
    approvals: z.array(
      z.object({
        id: z.int(),
        task: z.int(),
        gate: z.string(),
        question: z.string(),
        state: z.enum(['pending', 'approved', 'denied', 'void']),
        requestedMs: z.number(),
        decidedBy: z.string().nullable(),
      }),
    ),
  }),

  async run({ action, id }, { controller, caller }) {
    if (action === 'list') return { approvals: await controller.approvals.pending() }
    if (id === undefined)
      throw new OperatorError('ARGS_INVALID', `"approvals ${action}" needs the number of an approval.`, {
        hint: 'approvals',
      })
    return { approvals: [await controller.approvals.decide(id, action === 'approve', caller)] }
  },

  show({ approvals }) {
    if (approvals.length === 0) return report('Approvals', note('good', 'Nothing waits for an approval.'))
    return report(
      'Approvals',
      table(
        ['Id', 'Task', 'State', 'Asked', 'Question'],
        approvals.map((one) => [count(one.id), count(one.task), one.state, time(one.requestedMs), one.question]),
      ),
    )
  },
})
