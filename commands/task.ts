import * as z from 'zod'
import { askArgs, askData, runAsk, showAsk } from '../src/command/ask-command.ts'
import { defineCommand } from '../src/command/define.ts'
import { poolSlot } from '../src/command/slots.ts'

export default defineCommand({
  name: 'task',
  summary: 'Ask the fleet; the best pool is chosen by what is asked.',
  group: 'Ask',
  usage: ['task {ask}', 'task: {ask}'],
  phrases: [],
  examples: ['task I have persistent headaches and fatigue', 'task plan my week --detach'],
  role: 'operator',
  effect: 'reads',
  material: true,
  args: z.strictObject({ ...askArgs, pool: poolSlot.optional() }),
  returns: askData,
  onlyShown: ['blocks'],
  run: ({ pool, ...args }, context) => runAsk(args, pool, context),
  show: showAsk,
})
