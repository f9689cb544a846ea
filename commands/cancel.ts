import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { taskSlot } from '../src/command/slots.ts'
import { note, report } from '../src/report/report.ts'

export default defineCommand({
  name: 'cancel',
  summary: 'Cancel a task that has not ended.',
  group: 'Tasks',
  usage: ['cancel {task}'],
  phrases: ['(cancel|stop|abort) task {task}', 'kill task {task}'],
  examples: ['cancel 12'],
  role: 'operator',
  effect: 'changes',
  args: z.strictObject({ task: taskSlot }),
  returns: z.object({
    task: z.int(),
    state: z.string(),
    asked: z.boolean().describe('true: it is running and was asked to stop'),
  }),

  async run({ task: id }, { controller, caller }) {
    const { state } = await controller.tasks.cancel(id, caller)
    return { task: id, state, asked: state === 'running' }
  },

  show({ task, asked }) {
    return report(`Task ${task}`, note('good', asked ? 'It is running and was asked to stop.' : 'It is cancelled.'))
  },
})
