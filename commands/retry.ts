import * as z from 'zod'
import { defineCommand } from '../src/command/define.ts'
import { taskSlot } from '../src/command/slots.ts'
import { note, report } from '../src/report/report.ts'

export default defineCommand({
  name: 'retry',
  summary: 'Put a task that failed, was refused, was cancelled or is unknown back into the queue.',
  group: 'Tasks',
  usage: ['retry {task}'],
  phrases: ['(retry|rerun|repeat) task {task}', '(try|run) task {task} [once more]'],
  examples: ['retry 12'],
  role: 'operator',
  effect: 'changes',
  args: z.strictObject({ task: taskSlot }),
  returns: z.object({ task: z.int(), state: z.string(), attempts: z.int() }),

  async run({ task: id }, { controller, caller }) {
    const { state, attempts } = await controller.tasks.retry(id, caller)
    return { task: id, state, attempts }
  },

  show({ task }) {
    return report(`Task ${task}`, note('good', `It is in the queue again. Follow it with: wait ${task}`))
  },
})
