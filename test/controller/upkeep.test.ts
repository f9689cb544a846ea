import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/base/digest.ts'
import { shell } from '../helpers/fake-io.ts'
import { openTestStore } from '../helpers/open-test-store.ts'
import { type Rig, rig } from '../helpers/rig.ts'

const open: Rig[] = []
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))

function house(interactive = true): Rig {
  const one = rig({ file: true, interactive })
  open.push(one)
  return one
}
const raise = () => {
  throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
}
const modeOf = (file: string) => statSync(file).mode & 0o777

describe('a backup', () => {
  test('and what is told of it are for their owner only', async () => {
    const one = house()
    await one.say(`admin backup ${join(one.home, 'copy.db')}`)
    expect(['copy.db', 'copy.db.json'].map((file) => modeOf(join(one.home, file)))).toEqual([0o600, 0o600])
  })

  test('takes no file’s place, not that of its manifest or its draft either', async () => {
    const one = house()
    for (const name of ['there', 'package.json', 'draft.part']) writeFileSync(join(one.home, name), 'mine')
    const codes = []
    for (const name of ['there', 'package', 'draft'])
      codes.push((await one.say(`admin backup ${join(one.home, name)}`)).error?.code)
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', undefined])
    const kept = ['there', 'package.json', 'draft.part'].map((name) => readFileSync(join(one.home, name), 'utf8'))
    expect(kept).toEqual(['mine', 'mine', 'mine'])
  })

  test('of which two are told one name at the same time is one, and whole', async () => {
    const one = house()
    const other = rig({ home: one.home })
    open.unshift(other)
    const path = join(one.home, 'same.db')
    const said = await Promise.all([one, other, one].map((each) => each.say(`admin backup ${path}`)))
    expect(said.map(({ error }) => error?.code ?? 'done').sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
    const { sha256: told } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as { sha256: string }
    expect(sha256(readFileSync(path))).toBe(told)
  })

  test('that fails leaves nothing behind', async () => {
    const one = house()
    mkdirSync(join(one.home, 'made'))
    const store = await one.store()
    Object.defineProperty(store, 'maintain', { value: () => raise() })
    expect((await one.say(`admin backup ${join(one.home, 'made', 'a.db')}`)).error).toBeDefined()
    expect(readdirSync(join(one.home, 'made'))).toEqual([])
  })

  test('of an agent goes into the backup folder, wherever else it is told to go', async () => {
    const one = house(false)
    const backups = join(one.home, 'backups')
    const outside = join(one.home, 'outside')
    mkdirSync(backups)
    mkdirSync(outside)
    symlinkSync(outside, join(backups, 'link'))
    const refused = [
      join(outside, 'a.db'),
      'a.db',
      join(backups, '..', 'a.db'),
      join(backups, 'link', 'a.db'),
      join(backups, 'link', 'new', 'a.db'),
      `${backups}-not/a.db`,
    ]
    for (const path of refused) {
      const { error } = await one.say(`admin backup ${path}`)
      expect([path, error?.code]).toEqual([path, 'ROLE_TOO_LOW'])
      expect(error?.hint).toContain(`operatoros admin backup ${join(backups, 'a.db')}`)
    }
    expect(readdirSync(outside)).toEqual([])
    expect((await one.say(`admin backup ${join(backups, 'a.db')}`)).error).toBeUndefined()
    expect((await one.say(`admin backup ${join(backups, 'deeper', 'b.db')}`)).error).toBeUndefined()
    expect((await one.say('admin backup')).error).toBeUndefined()
  })

  test('that an agent may not write is refused before anybody is asked', async () => {
    const one = house(false)
    const path = join(one.home, 'a.db')
    const ended = await shell(one, ['admin', '--section', 'backup', '--path', path])
    expect([ended.code, ended.asked, existsSync(path)]).toEqual([4, [], false])
  })
})

test.each([0o644, 0o400])('a database restored from a backup of mode %o is for its owner only', async (mode) => {
  const one = house()
  const copy = join(one.home, 'copy.db')
  await one.say(`admin backup ${copy}`)
  chmodSync(copy, mode)
  expect((await one.say(`admin restore ${copy}`)).error).toBeUndefined()
  expect(modeOf(one.app.controller.house.config.databasePath)).toBe(0o600)
})

test('a database restored from before a pool was made has it at the next ask', async () => {
  const one = house()
  const copy = join(one.home, 'copy.db')
  await one.say(`admin backup ${copy}`)
  const older = await openTestStore(copy)
  for (const table of ['slots', 'pools']) older.maintain(`delete from ${table}`)
  await older.close()
  await one.say('pools')
  expect((await one.say(`admin restore ${copy}`)).error).toBeUndefined()
  expect((await one.say('what is a mortgage')).error).toBeUndefined()
})
