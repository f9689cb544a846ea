import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { rig } from '../helpers/rig.ts'

const one = rig()
const states = async (line: string): Promise<string[]> => {
  const { code, out, err } = await shell(one, [...line.split(' '), '--json'])
  expect(code, `${line}: ${err}${out}`).toBe(0)
  const { data } = JSON.parse(out) as { data: { tasks: { state: string }[] } }
  return data.tasks.map(({ state }) => state)
}

beforeAll(async () => {
  await one.say('general: 15% of 240')
  await one.say('general: 16% of 240 --detach')
  await one.say('general: 17% of 240 --detach')
  await one.say('cancel 3')
})
afterAll(() => one.close())

describe('tasks by what people call their state', () => {
  test.each([
    ['tasks completed', ['done']],
    ['tasks finished', ['done']],
    ['tasks waiting', ['queued']],
    ['tasks pending', ['queued']],
    ['tasks open', ['queued']],
    ['tasks unfinished', ['queued']],
    ['show me the open tasks', ['queued']],
    ['tasks canceled', ['cancelled']],
    ['tasks in progress', []],
    ['tasks', ['cancelled', 'queued', 'done']],
  ])('"%s" lists %j', async (line, seen) => {
    expect(await states(line)).toEqual(seen)
  })

  test('a state that is none is refused with the states that there are', async () => {
    expect(await shell(one, ['tasks', 'sleeping'])).toMatchObject({ code: 2, err: expect.stringContaining('queued') })
  })
})
