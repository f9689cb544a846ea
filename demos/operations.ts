import type { Demo } from '../src/command/demo.ts'

const operations: Demo = {
  name: 'operations',
  title: 'Operate the fleet by talking: grow, work, restart, look back',
  steps: [
    {
      tell: 'Words become commands. This is what a sentence would do, without doing it:',
      say: 'inspect scale up the healthcare agent pool',
    },
    {
      tell: 'Now really. A change that is asked for in a sentence is shown and confirmed; here the demo says yes:',
      say: 'scale up the healthcare agent pool',
    },
    { tell: 'By more than one works as well:', say: 'scale sports up by 2' },
    { tell: 'First look, then leap:', say: 'scale business 2 --dry-run' },
    { tell: 'Work for the fleet:', say: 'general: 15% of 240' },
    { tell: 'Replace a pool’s agents; busy ones finish their task first:', say: 'restart the sports agents' },
    { tell: 'Only agents whose last run failed, if there are any:', say: 'restart failed agents' },
    { tell: 'The kill switch stops everything at once. This only looks at it:', say: 'kill status' },
    { tell: 'What waits for a person:', say: 'approvals' },
    { tell: 'Back to where we were, first one pool:', say: 'scale healthcare down' },
    { tell: 'Then the other:', say: 'scale sports down by 2' },
  ],
}
export default operations
