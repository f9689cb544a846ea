import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import tool from '../../../src/tools/kit/workflow-draft.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
interface Step {
  id: string
  do: string
  owner: string | null
  after: string[]
  within: string | null
  when: string | null
}
interface Output {
  trigger: string | null
  steps: Step[]
  yaml: string
  open_questions: string[]
}
const draft = async (text: string, attachment: string | null = null): Promise<Output> => {
  const heard = hear(text, attachment)
  if (!heard || !('use' in heard)) throw new Error(`not heard: ${text}`)
  return (await tool.call(heard.use, toolContext)).output as Output
}
const ORDER =
  'draft a workflow: when an order comes in, Anna checks stock, then Ben packs within 2 days, if payment fails notify finance'

describe('workflow-draft', () => {
  it('trigger, owner, limit, order and condition stand in the YAML, and nothing that was not said', async () => {
    const { yaml } = await draft(ORDER)
    expect(parse(yaml)).toEqual({
      trigger: 'an order comes in',
      steps: [
        { id: 'check-stock', do: 'check stock', owner: 'Anna' },
        { id: 'pack', do: 'pack', owner: 'Ben', after: ['check-stock'], within: '2 days' },
        { id: 'notify-finance', do: 'notify finance', after: ['pack'], when: 'payment fails' },
      ],
    })
  })

  it('what was not said is asked for', async () => {
    const { open_questions } = await draft(ORDER)
    expect(open_questions).toContain('Who does “notify finance”?')
    expect(open_questions).toContain('How soon must it happen: “check stock”, “notify finance”?')
    expect((await draft('process: 1. intake form 2. review 3. approval')).open_questions).toContain('What starts it?')
  })

  it.each([
    [
      'workflow: when a lead fills the form, sales calls within 1 hour, then marketing sends the brochure',
      ['sales: call', 'marketing: send the brochure'],
    ],
    [
      'turn this into a workflow yaml: every Monday Eve exports the report, then it is sent to the boss by Tom',
      ['Eve: export the report', 'Tom: it is sent to the boss'],
    ],
    [
      'write this process down as yaml: new hire signs contract -> HR creates accounts',
      ['new hire: sign contract', 'HR: create accounts'],
    ],
    ['automate this: when invoice arrives, scan it, send to accountant', ['-: scan it', '-: send to accountant']],
    [
      'When a ticket is opened, Ann triages it, then Bob fixes it. Make this a workflow',
      ['Ann: triage it', 'Bob: fix it'],
    ],
    ['write an SOP: open shop, count cash, turn on machines', ['-: open shop', '-: count cash', '-: turn on machines']],
    ['make a yaml workflow: gather customer details, ship it', ['-: gather customer details', '-: ship it']],
    [
      'i want a workflow where when someone books, we send a confirmation, then remind them',
      ['we: send a confirmation', '-: remind them'],
    ],
  ])('"%s" has these owners and steps', async (text, steps) =>
    expect((await draft(text)).steps.map((step) => `${step.owner ?? '-'}: ${step.do}`)).toEqual(steps),
  )

  it('notes in a file are read line by line', async () => {
    const { steps } = await draft(
      'draft a workflow from these notes',
      '- Anna checks stock\n- Ben packs\n- if out of stock, Anna emails the customer',
    )
    expect(steps.map((step) => [step.owner, step.when])).toEqual([
      ['Anna', null],
      ['Ben', null],
      ['Anna', 'out of stock'],
    ])
  })

  it('otherwise turns the condition around, and both ways wait for the same step', async () => {
    const { steps } = await draft(
      'make a workflow for refunds: support checks the order, if it is older than 30 days reject it, otherwise finance refunds within 5 days',
    )
    expect(steps.map(({ after, when }) => [after, when])).toEqual([
      [[], null],
      [['check-order'], 'it is older than 30 days'],
      [['check-order'], 'not: it is older than 30 days'],
    ])
  })

  it('a condition behind its step belongs to it, and steps at the same time wait for the same', async () => {
    const late = await draft(
      'design a process: support answers within 24 hours, the manager calls if the customer is unhappy',
    )
    expect(late.steps.at(-1)).toMatchObject({ owner: 'manager', do: 'call', when: 'the customer is unhappy' })
    const both = await draft(
      'workflow: HR sends the mail; at the same time IT sets up the laptop; then Eve meets the new person',
    )
    expect(both.steps.map((step) => step.after)).toEqual([[], [], ['send-mail', 'set-up-laptop']])
  })

  it('two steps alike get two names', async () => {
    const { steps } = await draft('workflow: Anna checks stock, Ben checks stock')
    expect(steps.map(({ id }) => id)).toEqual(['check-stock', 'check-stock-2'])
  })

  it('asked for without steps, it asks for them', () => expect(hear('draft a workflow yaml')).toHaveProperty('missing'))

  it.each([
    'help me optimize my team’s workflow',
    'how do i document a process',
    'what is a workflow',
    'describe the process of photosynthesis',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it.each([{}, { description: '' }, { description: '???' }])('%j is refused', (input) =>
    expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
