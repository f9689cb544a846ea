import { afterEach, beforeEach, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

test('a list of tasks that is empty says why it is', async () => {
  expect((await one.say('tasks')).text).toContain('Nobody has asked anything yet.')
  await one.say('what is a budget')
  expect((await one.say('tasks failed')).text).toContain('No task is failed.')
})

test('a mark is explained only where it stands', async () => {
  const marked = 'This one is marked with *.'
  await one.say('what is a budget')
  expect((await one.say('sessions')).text).toContain(marked)
  const store = await one.store()
  await store.write((tx) => tx.updateTable('sessions').set({ id: 'another' }).execute())
  expect((await one.say('sessions')).text).not.toContain(marked)
})

test('one row is a row', async () => {
  expect((await one.say('audit')).text).toContain('The journal is whole: 0 rows,')
  await one.say('kill on')
  expect((await one.say('audit')).text).toContain('The journal is whole: 1 row,')
  expect((await one.say('doctor')).text).toContain('Journal: 1 row,')
})

test.each(['restart', 'scale', 'cancel', 'why'])('"%s" alone says that it needs more', async (name) => {
  expect((await one.say(name)).error).toMatchObject({ message: `"${name}" needs more than its name.` })
})

test('a pool that is not there is no pool, and not a wrong target', async () => {
  const ended = await shell(one, ['restart', 'xyz'])
  expect(ended).toMatchObject({ code: 3, err: expect.stringContaining('no pool') })
})
