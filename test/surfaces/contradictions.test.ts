import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig({ file: true })
})
afterEach(() => one.close())

const changes = async () =>
  (await one.app.controller.records.journal({ limit: 100 })).filter(({ kind }) => /^(?:pool|kill|task)\./.test(kind))

describe('one of two values is not left out in silence', () => {
  test.each([
    [['scale', 'sports', '5', '--to', '7'], '"scale" cannot be told two things as its to: "5" and "7".'],
    [['pause', 'all', '--pool', 'sports'], '"pause" cannot be told two things as its pool: "all" and "sports".'],
    [['kill', '--state', 'on', '--state', 'off'], `Option '--state' is given twice: "on" and "off".`],
    [['tasks', '--limit', '5', '--limit', '-7'], `Option '--limit' is given twice: "5" and "-7".`],
    [['--file', 'a', '--file', 'b', 'what'], `Option '--file' is given twice: "a" and "b".`],
    [['restart', 'sports', '--target', 'failed'], 'A pool is restarted, or every agent that failed, not both.'],
    [['cancel', '1', '2'], '"cancel" takes one number at a time.'],
    [['please scale sports 5 6'], '"5 6" can mean either: nothing was done.'],
    [['scale', 'sports', 'up', 'down'], '"up down" can mean either: nothing was done.'],
    [['kill', 'off', 'on'], '"off on" can mean either: nothing was done.'],
    [['restart', 'sports', 'not'], 'Nothing was done: "restart sports not" says not to.'],
    [['restart\u200bsports'], '"restart" needs a pool, or "failed".'],
    [['cancel', 'everything'], 'Tasks are cancelled and retried one at a time.'],
    [['please retry all of them'], 'Tasks are cancelled and retried one at a time.'],
    [['sports:'], '"sports" needs more than its name.'],
  ])('%j', async (argv, message) => {
    const ended = await shell(one, argv, { confirm: true })
    expect(ended).toMatchObject({ code: 2, out: '', asked: [] })
    expect(ended.err).toContain(message)
    expect(await changes()).toEqual([])
  })

  test.each([
    [['scale', 'sports', '5', '--to', '5']],
    [['tasks', '--limit', '5', '--limit', '5']],
    [['scale', 'sports', 'auto', '2', '8']],
    [['pause', 'sports', '--pool', 'Sports']],
  ])('the same value twice is once: %j', async (argv) => {
    expect((await shell(one, argv)).code).toBe(0)
  })
})

describe('a question that comes with material is no command that it only sounds like', () => {
  const line = 'what does this say'

  test('from a file', async () => {
    const file = join(one.home, 'notes.txt')
    writeFileSync(file, 'Bees visit flowers.')
    expect(JSON.parse((await shell(one, ['--json', '--file', file, line])).out)).toMatchObject({ command: 'task' })
  })

  test('from a pipe, which is read once', async () => {
    const ended = await shell(one, ['--json', line], { stdin: 'Bees visit flowers.' })
    expect(JSON.parse(ended.out)).toMatchObject({ command: 'task' })
    expect(ended.reads).toBe(1)
    const { attachment } = await one.app.controller.tasks.find(1, one.app.caller)
    expect(attachment).toBe('Bees visit flowers.')
  })

  test('without any it is the command', async () => {
    expect(JSON.parse((await shell(one, ['--json', line])).out)).toMatchObject({ command: 'help' })
  })

  test('and a command in its own words never waits for a pipe', async () => {
    expect((await shell(one, ['show', 'me', 'the', 'status'], { stdin: 'x' })).reads).toBe(0)
    expect((await shell(one, ['status'], { stdin: 'x' })).reads).toBe(0)
  })
})

test('one alert can be looked at, and one that does not stand is not found', async () => {
  const { db } = await one.store()
  const news = { rule: 'worker', level: 'warn', state: 'open', hint: 'look' } as const
  const unseen = { acknowledged_ms: null, acknowledged_by: null, cleared_ms: null, raised_ms: 0 }
  for (const message of ['First.', 'Second.'])
    await db
      .insertInto('alerts')
      .values({ ...news, ...unseen, message, subject: message })
      .execute()
  const { alerts } = JSON.parse((await shell(one, ['--json', 'alerts', '--id', '1'])).out).data
  expect(alerts).toMatchObject([{ id: 1, message: 'First.' }])
  expect(await shell(one, ['alerts', '--id', '7'])).toMatchObject({ code: 3, out: '' })
})

describe('a backup', () => {
  test.each(['file/inside', 'a'.repeat(300)])('that cannot be written says where: %s', async (path) => {
    writeFileSync(join(one.home, 'file'), 'mine')
    const ended = await shell(one, ['admin', 'backup', path])
    expect(ended).toMatchObject({ code: 11, out: '' })
    expect(ended.err).toContain(path)
  })

  test('may have as long a name as the file system takes for its manifest', async () => {
    expect((await shell(one, ['admin', 'backup', 'a'.repeat(240)])).code).toBe(0)
  })
})
