import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/raci.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
interface Output {
  people: string[]
  cells: string[][]
  findings: { task: string; finding: string }[]
}
const make = async (text: string, attachment: string | null = null): Promise<Output> => {
  const heard = hear(text, attachment)
  if (!heard || !('use' in heard)) throw new Error(`not heard: ${text}`)
  return (await tool.call(heard.use, toolContext)).output as Output
}

describe('raci', () => {
  it.each([
    'RACI: design - Anna does, Ben approves, Carl consulted, Dana informed',
    'make a raci matrix: design: Anna R, Ben A, Carl C, Dana I',
    'RACI chart\n- design: R Anna, A Ben, C Carl, I Dana',
    'raci: design (R: Anna, A: Ben, C: Carl, I: Dana)',
    'build me a RACI table. Design - Anna is responsible, Ben is accountable, we consult Carl, inform Dana.',
    'rasci design - done by Anna, approved by Ben, ask Carl, tell Dana',
    'Anna does the design, Ben approves it, Carl consulted, Dana informed - make a raci',
    'responsibility matrix: design - responsible: Anna, accountable: Ben, consulted: Carl, informed: Dana',
  ])('"%s" has one of each', async (text) =>
    expect(await make(text)).toMatchObject({
      people: ['Anna', 'Ben', 'Carl', 'Dana'],
      cells: [['R', 'A', 'C', 'I']],
      findings: [],
    }),
  )

  it.each(['task,R,A,C,I\ndesign,Anna,Ben,Carl,Dana', 'Task;Anna;Ben;Carl;Dana\ndesign;R;A;C;I'])(
    'the table %j is read',
    async (csv) =>
      expect(await make('make a raci', csv)).toMatchObject({
        people: ['anna', 'ben', 'carl', 'dana'].map((name) => expect.stringMatching(new RegExp(name, 'i'))),
        cells: [['R', 'A', 'C', 'I']],
      }),
  )

  it.each([
    ['raci: build - Carl does', 'nobody is accountable'],
    ['raci: build - Carl does, Ben and Anna accountable', '2 are accountable (Ben, Anna)'],
    ['raci: build - Ben approves', 'nobody is responsible'],
    ['raci: build - Anna, Ben approves', 'the part of Anna was not said'],
  ])('"%s" is found out: %s', async (text, finding) => {
    const { findings } = await make(text)
    expect(findings.map((one) => one.finding).join(' ')).toContain(finding)
  })

  it('a person may both do and answer', async () => {
    expect(await make('raci: invoices - Anna does and approves')).toMatchObject({ cells: [['R/A']], findings: [] })
  })

  it('more people than fit side by side get a second matrix', async () => {
    const { blocks } = await tool.call(
      { tasks: [{ name: 'a', responsible: ['p1', 'p2', 'p3', 'p4'], accountable: ['p5'], informed: ['p6'] }] },
      toolContext,
    )
    expect(blocks.filter((block) => block.kind === 'table')).toHaveLength(2)
  })

  it('asked for without tasks, it asks for them', () =>
    expect(hear('make a raci for my team')).toHaveProperty('missing'))

  it.each(['what is a raci matrix', 'how do i write a raci chart', 'Anna does the design'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )
})
