import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/critical-path.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })
const plan = async (text: string, attachment: string | null = null) => {
  const heard = hear(text, attachment)
  if (!heard || !('use' in heard)) throw new Error(`not heard: ${JSON.stringify(heard)}`)
  return tool.call(heard.use, toolContext)
}
const PLAN = 'design 3d, build 5d after design, test 2d after build and docs, docs 2d after design'

describe('critical-path', () => {
  it.each([
    `critical path: ${PLAN}`,
    `What is the critical path of ${PLAN}?`,
    `${PLAN} - what is the critical path?`,
    `make a gantt chart for this: ${PLAN}`,
  ])('"%s" takes ten days by way of design, build and test', async (text) => {
    const { output } = await plan(text)
    expect(output).toMatchObject({ total_duration: 10, unit: 'days', critical_path: ['design', 'build', 'test'] })
  })

  it.each([
    'task A 3 days, task B 2 days after A, task C 5 days after A, D 1 day after B and C. how long',
    'step 1 takes 3 days, step 2 5 days after step 1, step 3 1 day after step 2, how long in total',
  ])('"%s" takes nine days', async (text) => {
    expect((await plan(text)).output).toMatchObject({ total_duration: 9, unit: 'days' })
  })

  it.each([
    [
      'a list',
      '- design: 3 days\n- build: 5 days (after design)\n- docs: 2 days (after design)\n- test 2d after build, docs\n',
    ],
    ['a CSV', 'task,duration,after\ndesign,3,\nbuild,5,design\ndocs,2,design\ntest,2,"build, docs"\n'],
    ['a CSV with semicolons', 'Name;Days;Predecessors\ndesign;3;\nbuild;5;design\ndocs;2;design\ntest;2;build, docs\n'],
  ])('%s in the attachment gives the same plan', async (_, attachment) => {
    const { output } = await plan('what is the critical path of this project?', attachment)
    expect(output).toMatchObject({ total_duration: 10, critical_path: ['design', 'build', 'test'] })
  })

  it('slack stands in the table and the Gantt bars are equally long', async () => {
    const { blocks } = await plan(`critical path: ${PLAN}`)
    const tables = blocks.filter((block) => block.kind === 'table')
    expect(tables[0]?.rows.map((row) => [row[0], row[4]])).toContainEqual(['docs', { unit: 'number', n: 3 }])
    expect(new Set(tables[1]?.rows.map((row) => String(row[1]).length)).size).toBe(1)
  })

  it.each([
    ['critical path: a 1d after b, b 1d after a', 'circle: a → b → a'],
    ['critical path: a 1d, b 1d after docz', '"docz"'],
    ['critical path: a -1d, b 1d', '"a" cannot be used: a duration cannot be negative'],
    ['critical path: a 1e300d, b 1d', 'too long'],
  ])('"%s" is refused by name', async (text, reason) => {
    await expect(plan(text)).rejects.toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining(reason) })
  })

  it.each([{}, { tasks: [] }, { plan: '' }, { tasks: [{ name: 'a', duration: Number.NaN }] }])(
    '%j is refused',
    (input) => expect(tool.call(input, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it('a model may hand in tasks', async () => {
    const tasks = [
      { name: 'a', duration: 1.5 },
      { name: 'b', duration: 0, after: ['a'] },
    ]
    const { output } = await tool.call({ tasks, unit: 'weeks' }, toolContext)
    expect(output).toMatchObject({ total_duration: 1.5, unit: 'weeks', critical_path: ['a', 'b'] })
  })

  it.each([
    'how long will my project take: design 3d, build 5d after design, test 2d after build',
    'critcal path: design 3d, build 5d after design and testing takes 2 days after build',
    'project: design 3 days, build 5 days after design, test 2 days after build. critical path?',
    'timeline for: design 3 days, build 5 days after design, test 2 days after build',
    'CPM: design(3), build(5, after design), test(2, after build)',
    'schedule these tasks: web design 3d, build 5d after design, test 2d after build',
  ])('"%s" takes ten days', async (text) => expect((await plan(text)).output).toMatchObject({ total_duration: 10 }))

  it('long names and milestones leave every bar whole', async () => {
    const { blocks } = await plan(
      'critical path: the first thing that we must do 3d, end 0d after the first thing that we must do',
    )
    const [, gantt] = blocks.filter((block) => block.kind === 'table')
    expect(gantt?.rows.map((row) => String(row[1]))).toEqual(['█'.repeat(32), `${'·'.repeat(31)}◆`])
    expect(Math.max(...(gantt?.rows ?? []).map((row) => String(row[0]).length))).toBeLessThanOrEqual(24)
  })

  it('a request without tasks is asked for them', () => {
    expect(hear('calculate the critical path of my project')).toHaveProperty('missing')
  })

  it.each([
    'what is a critical path?',
    'how do I find the critical path',
    'is the gantt chart outdated',
    'build 5d after design',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())
})
