import { pauseCommand } from '../src/command/pause-command.ts'

export default pauseCommand({
  name: 'resume',
  summary: 'Let a paused pool begin tasks again.',
  verbs: 'unpause|unfreeze',
  say: (pool, changed) => `The ${pool} pool ${changed ? 'begins tasks again' : 'was not paused'}.`,
})
