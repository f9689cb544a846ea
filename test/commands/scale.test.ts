import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

describe('a pool that scales itself', () => {
  test.each([
    ['scale healthcare auto --min 2 --max 12', 'scale healthcare auto 2 12'],
    ['scale healthcare auto 2 12', 'scale healthcare auto 2 12'],
    ['autoscale the doctors between 2 and 12', 'scale healthcare auto 2 12'],
    ['Please scale the healthcare agents between two and twelve', 'scale healthcare auto 2 12'],
  ])('"%s" lets it', async (line, echo) => {
    const said = await one.say(line)
    expect(said.error).toBeUndefined()
    expect(said.echo).toBe(echo)
    expect(said.data).toMatchObject({
      scaled: [],
      scaling: [{ pool: 'healthcare', size: 5, mode: 'auto', min: 2, max: 12 }],
    })
    expect((await one.say('pools healthcare')).text).toContain('Scaling: auto, 2 to 12')
    expect((await one.say('pools')).text).toMatch(/healthcare .* auto, 2 to 12\n.*sports .* pinned/)
  })

  test('without bounds it gets them from its size, and `all` means every pool', async () => {
    const { data } = await one.say('scale all auto')
    expect(data).toMatchObject({
      scaling: [
        { pool: 'business', min: 1, max: 16 },
        { pool: 'financial', min: 1, max: 16 },
        { pool: 'general', min: 1, max: 24 },
        { pool: 'healthcare', min: 1, max: 20 },
        { pool: 'sports', min: 1, max: 12 },
      ],
    })
  })

  test.each([
    'scale healthcare 5',
    'scale healthcare up',
    'scale healthcare down by half',
    'scale healthcare pinned',
    'turn off autoscaling for the doctors',
    'stop autoscaling healthcare',
    'pin the healthcare pool',
    'keep the healthcare agents at 7',
  ])('"%s" pins it', async (line) => {
    await one.say('scale healthcare auto')
    expect((await one.say(line)).error).toBeUndefined()
    expect((await one.say('pools healthcare')).text).toContain('Scaling: pinned')
  })

  test('a size given by hand says that it pinned the pool', async () => {
    await one.say('scale healthcare auto')
    expect((await one.say('scale healthcare 5')).text).toContain('It no longer scales itself')
    expect((await one.say('scale healthcare 6')).text).not.toContain('no longer')
  })

  test('a dry run changes nothing', async () => {
    expect((await one.say('scale healthcare auto --dry-run')).text).toContain('Nothing was changed')
    expect((await one.say('pools healthcare')).text).toContain('Scaling: pinned')
  })
})

test.each([
  ['scale healthcare auto --min 0', 'at least 1 agent'],
  ['scale healthcare auto --min 9 --max 3', '9 to 3 is not that'],
  ['scale healthcare 4 --min 2', 'Bounds are for'],
  ['scale healthcare up --max 2', 'Bounds are for'],
  ['scale healthcare pinned --min 2', 'Bounds are for'],
  ['scale healthcare auto --by 2', 'not both'],
])('"%s" is refused with a reason', async (line, reason) => {
  const { error } = await one.say(line)
  expect(error).toMatchObject({ code: 'ARGS_INVALID' })
  expect(error?.message).toContain(reason)
})

describe('a size that no pool can have', () => {
  test.each([
    'scale sports 1001',
    'scale sports to two thousand',
    'please make it five thousand agents in the sports pool',
  ])('"%s" is refused before anybody is asked', async (line) => {
    const ended = await shell(one, [line], { confirm: true })
    expect(ended).toMatchObject({ code: 2, asked: [] })
    expect(ended.err).toContain('"scale" cannot use its to: a pool has at most 1,000 agents.')
  })
})

test('"could sports be restarted?" restarts nothing before somebody says yes', async () => {
  const line = 'could sports be restarted?'
  expect(await shell(one, [line], { confirm: false })).toMatchObject({ code: 130, asked: ['Run "restart sports"?'] })
  const alone = await shell(one, [line])
  expect(alone).toMatchObject({ code: 2, out: '', err: expect.stringContaining('This would run "restart sports"') })
  const journal = await one.app.controller.records.journal({ limit: 100 })
  expect(journal.filter(({ kind }) => kind.startsWith('pool.'))).toEqual([])
})
