import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig({ file: true })
})
afterEach(() => one.close())

const restore = (file: string) => shell(one, ['admin', 'restore', join(one.home, file)], { confirm: true })

test('what cannot be restored is refused before anybody is asked', async () => {
  writeFileSync(join(one.home, 'README.md'), 'words '.repeat(1_000))
  const text = await restore('README.md')
  expect([text.code, text.asked]).toEqual([11, []])
  expect(text.err).toContain('README.md is not a backup')
  expect(await restore('nothing.db')).toMatchObject({ code: 3, asked: [] })
}, 20_000)

test('a running worker is refused before anybody is asked, and nobody is asked twice', async () => {
  await one.say(`admin backup ${join(one.home, 'copy.db')}`)
  await one.app.controller.worker.start()
  expect(await restore('copy.db')).toMatchObject({ code: 5, asked: [] })
  await one.app.controller.worker.stop(0)
  expect(await restore('copy.db')).toMatchObject({ code: 0, asked: [expect.stringContaining('admin restore')] })
}, 20_000)

test('a backup that was made while the kill switch was on brings it back, and says so', async () => {
  await one.say('kill on')
  await one.say(`admin backup ${join(one.home, 'copy.db')}`)
  await one.say('kill off')
  expect((await restore('copy.db')).out).toContain('The kill switch was on in this backup, so it is on')
}, 20_000)
