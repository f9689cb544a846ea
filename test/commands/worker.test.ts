import { afterEach, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
afterEach(() => one.close())

test.each([
  { interactive: true, counts: true },
  { interactive: false, counts: false },
])(
  'with a person there $interactive, a worker tells what runs and what is done: $counts',
  async ({ interactive, counts }) => {
    one = rig({ interactive })
    await one.say('general: 15% of 240')
    const { err } = await shell(one, ['worker', '--for', '1.5'])
    expect(err.includes('0 running, 1 done today')).toBe(counts)
  },
  20_000,
)
