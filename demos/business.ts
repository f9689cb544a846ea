import type { Demo } from '../src/command/demo.ts'

const business: Demo = {
  name: 'business',
  title: 'Plan a project, find the break-even, improve a workflow',
  steps: [
    {
      tell: 'A project in one line becomes a plan with its critical path:',
      say: 'business: critical path: design 3d, build 5d after design, docs 2d after design, test 2d after build and docs',
    },
    {
      tell: 'From how many pieces on does it pay?',
      say: 'business: break even with fixed costs 5000, price 20, cost 8',
    },
    {
      tell: 'What a weekly meeting costs:',
      say: 'business: meeting cost for 8 people at 60 an hour for 45 minutes every week',
    },
    { tell: 'How long the money lasts:', say: 'business: runway with 120000 cash and 15000 burn a month' },
    { tell: 'Was variant B really better?', say: 'business: ab test A 200 of 5000, B 250 of 5000' },
    { tell: 'A question without numbers is answered from the handbook:', say: 'Help me optimize my team’s workflow' },
    { tell: 'Automation, step by step:', say: 'Help me automate my project management workflow' },
    { tell: 'What the business pool can do besides:', say: 'capabilities business' },
  ],
}
export default business
