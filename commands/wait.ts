import * as z from 'zod'
import { answerData, askData, showAsk } from '../src/command/ask-command.ts'
import { defineCommand } from '../src/command/define.ts'
import { taskSlot } from '../src/command/slots.ts'

export default defineCommand({
  name: 'wait',
  summary: 'Wait for a task and print its answer; ends with the task’s own exit code.',
  group: 'Tasks',
  usage: ['wait {task}'],
  phrases: ['wait for task {task} [to finish|to end]', 'wait (for|until) task {task} [is done|is finished]'],
  examples: ['wait 12', 'wait 12 --timeout 30'],
  role: 'viewer',
  effect: 'reads',
  args: z.strictObject({
    task: taskSlot,
    timeout: z.coerce.number().min(0.001).max(86_400).optional().describe('seconds to wait'),
  }),
  returns: askData,
  onlyShown: ['blocks'],

  async run({ task: id, timeout }, { controller, caller, signal, tell }) {
    await controller.tasks.find(id, caller)
    const timeoutMs = timeout === undefined ? undefined : timeout * 1_000
    return answerData(await controller.asks.answer(id, { signal, timeoutMs, tell }))
  },

  show: showAsk,
})
