import { pauseCommand } from '../src/command/pause-command.ts'

export default pauseCommand({
  name: 'pause',
  summary: 'Let a pool begin no more tasks; those that run go on, new ones wait.',
  verbs: 'suspend|freeze|hold',
  say: (pool, changed) => `The ${pool} pool ${changed ? 'begins no more tasks' : 'was paused already'}.`,
})
