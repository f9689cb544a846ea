import { afterEach, expect, test } from 'vitest'
import { folderOf } from '../../src/base/folder.ts'
import type { Demo } from '../../src/command/demo.ts'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
afterEach(() => one.close())

/** A rig with one short demo that says these lines. */
function rigThatPlays(...lines: string[]): Rig {
  const steps = lines.map((say) => ({ tell: 'It is said:', say }))
  const demo: Demo = { name: 'operations', title: 'Operate', steps }
  return rig({ folders: { demos: folderOf([demo.name], async () => ({ default: demo })) } })
}

test('a demo with a failed step ends as a failed task, after all of its steps were played', async () => {
  one = rigThatPlays('cancel 99', 'approvals')
  const { code, out, err } = await shell(one, ['demo', 'operations', '--auto', '--yes'])
  expect(code).toBe(1)
  expect(out).toContain('> approvals')
  expect(err).toContain('TASK_FAILED: 1 of the 2 steps of the demo failed')
}, 20_000)

test('a pool that scaled itself before a demo does so after it, within its bounds; a pinned one stays pinned', async () => {
  one = rigThatPlays('scale sports 4', 'scale sports 3', 'scale business 3')
  await one.say('scale sports auto --min 2 --max 9')
  expect((await shell(one, ['demo', 'operations', '--auto', '--yes'])).code).toBe(0)
  const pools = await one.app.controller.pools.list()
  expect(pools.find(({ pool }) => pool === 'sports')).toMatchObject({ mode: 'auto', min: 2, max: 9 })
  expect(pools.find(({ pool }) => pool === 'business')).toMatchObject({ mode: 'pinned' })
})
