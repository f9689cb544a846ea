import { afterEach, describe, expect, test } from 'vitest'
import { folders } from '../../bin/folders.ts'
import { loadAll } from '../../src/base/folder.ts'
import type { Block, Report } from '../../src/report/report.ts'
import { type Rig, rig } from '../helpers/rig.ts'

const demos = await loadAll(folders.demos)
let one: Rig | undefined

afterEach(() => one?.close())

const partsOf = (report: Report): Block[] =>
  report.blocks.flatMap((block) => (block.kind === 'section' ? [block, ...block.blocks] : [block]))

test('there is a demo for each domain and one for the fleet', () => {
  expect(demos.map((demo) => demo.name)).toEqual(
    expect.arrayContaining(['business', 'financial', 'healthcare', 'operations', 'sports']),
  )
})

test('who says in the sports demo that betting has become a need is led to help', async () => {
  one = rig()
  const last = demos.find((demo) => demo.name === 'sports')?.steps.at(-1)?.say ?? ''
  expect(last).toContain('stop betting')
  expect((await one.say(last)).data).toMatchObject({ outcome: 'answered', pages: ['sports/problem-gambling'] })
})

describe.each(demos)('demo $name', (demo) => {
  test('explains every step in a sentence', () => {
    expect(demo.steps.length).toBeGreaterThan(1)
    for (const { tell } of demo.steps) expect(tell).toMatch(/^[A-Z].*[.:?!)]$/s)
  })

  test('plays to its end with the real commands, without a failed step', async () => {
    one = rig()
    const { data, told, error } = await one.say(`demo ${demo.name}`)
    expect(error).toBeUndefined()
    const steps = (data as { steps: Array<{ tell: string; say: string | null; ok: boolean; report: Report }> }).steps
    expect(steps.map(({ say }) => say)).toEqual(demo.steps.map(({ say }) => say))
    for (const step of steps) expect(step.ok, `${step.say}: ${JSON.stringify(step.report)}`).toBe(true)
    expect(told.filter((part) => part.kind === 'part')).toHaveLength(demo.steps.length)
  })

  test('shows nothing that went wrong, except what to do in an emergency', async () => {
    one = rig()
    for (const { say, material } of demo.steps) {
      if (say === null) continue
      const { report, data, error } = await one.say(say, material?.(1))
      expect(error, say).toBeUndefined()
      const emergency = (data as { emergency?: string | null } | null)?.emergency ?? null
      const red = partsOf(report).filter((block) => block.kind === 'note' && block.tone === 'bad')
      expect(emergency === null ? red : [], say).toEqual([])
    }
  })
})
