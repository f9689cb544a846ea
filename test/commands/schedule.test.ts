import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { understandLine } from '../../src/surfaces/speak-line.ts'
import { shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

describe('sentences', () => {
  test.each([
    ['schedule every day at 9 what do the markets do', 'every day at 9', 'what do the markets do', null],
    ['schedule "0 9 * * 1-5" how is my budget', '0 9 * * 1-5', 'how is my budget', null],
    ['schedule in 2h plan my week --pool business', 'in 2h', 'plan my week', 'business'],
    ['schedule a market summary every morning', 'every morning', 'a market summary', null],
    ['remind me every monday at 8 to send the invoices', 'every monday at 8', 'send the invoices', null],
    ['could you please remind me to call mum at 18:00?', 'at 18:00', 'call mum', null],
    ['remind me in 20 minutes about the oven', 'in 20 minutes', 'the oven', null],
    ['tomorrow at 9 remind me to pay the rent', 'tomorrow at 9', 'pay the rent', null],
    ['ask the money team every morning for a saving tip', 'every morning', 'a saving tip', 'financial'],
    ['ask every day at 7 what is the weather in Berlin', 'every day at 7', 'what is the weather in Berlin', null],
    ['every morning at 7 ask what my budget looks like', 'every morning at 7', 'what my budget looks like', null],
    ["every weekday at 8 tell me what's on my plan", 'every weekday at 8', "what's on my plan", null],
    ['each monday ask the sports team who won', 'each monday', 'who won', 'sports'],
    ['each monday remind me to call the bank', 'each monday', 'call the bank', null],
    ['every friday remind us the report is due', 'every friday', 'the report is due', null],
    [
      'ask the doctors every sunday at 20:00 how to sleep better',
      'every sunday at 20:00',
      'how to sleep better',
      'healthcare',
    ],
    [
      'every friday at 5 have the sports people to preview the weekend',
      'every friday at 5',
      'preview the weekend',
      'sports',
    ],
  ])('"%s" asks later', async (line, when, ask, pool) => {
    const { data, error } = await one.say(line)
    expect(error).toBeUndefined()
    expect(data).toMatchObject({ did: 'add', schedules: [{ id: 1, when, ask, ...(pool ? { pool } : {}) }] })
  })

  test.each([
    'every night my baby cries, what can I do',
    'remind me what a loan is',
    'ask the doctors about sleep at night',
    'ask the sports team about the match on saturday',
    'schedule a meeting with bob',
    'ask my boss for a raise tomorrow',
    'today tell me a joke',
    'tell me every detail of the offside rule',
    'every morning my back hurts, should I ask a doctor',
    'remind me of the rules of chess',
    'in 2 days I fly, what do I pack',
  ])('"%s" is a question', async (line) => {
    expect((await understandLine(line, one.app)).command).not.toBe('schedule')
  })

  test('a reminder asks nobody: it has no pool, and a pool for it is refused', async () => {
    expect((await one.say('remind me in 20 minutes about the oven')).data).toMatchObject({
      schedules: [{ kind: 'reminder', ask: 'the oven', pool: null }],
    })
    expect((await one.say('schedule in 1h the oven --kind reminder --pool sports')).error).toMatchObject({
      ...{ code: 'ARGS_INVALID', message: expect.stringContaining('asks no pool') },
    })
  })

  test('a reminder with a file is refused: nobody would read it', async () => {
    const { error } = await one.say('schedule in 1h the oven --kind reminder', 'a text')
    expect(error).toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining('reads no file') })
  })

  test('an end or an exception is refused, and does not become part of what is asked', async () => {
    const { error } = await one.say('schedule every day at 9 until friday check my budget')
    expect(error).toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining('until friday') })
  })

  test('a change that is asked for in a sentence is confirmed, a typed one and a look are not', async () => {
    const confirm = async (line: string) => (await understandLine(line, one.app)).confirm
    expect(await confirm('remind me every monday at 8 to send the invoices')).toBe(true)
    expect(await confirm('cancel reminder 2')).toBe(true)
    expect(await confirm('schedule every monday at 8 send the invoices')).toBe(false)
    expect(await confirm('show me my reminders')).toBe(false)
  })

  test('what a sentence is echoed as means the same when it is typed', async () => {
    const { echo, data } = await one.say('ask the money team every morning for a saving tip')
    const again = await one.say(echo ?? '')
    expect(again.data).toEqual({
      ...(data as object),
      schedules: [expect.objectContaining({ id: 2, pool: 'financial' })],
    })
  })
})

describe('what cannot be scheduled', () => {
  test.each([
    ['schedule every -5 minutes what is 2+2', 'every -5 minutes'],
    ['schedule in -3 hours what is 2+2', 'in -3 hours'],
    ['schedule every 99999999999 days what is 2+2', 'every 99999999999 days'],
    ['schedule last friday of the month at 9 what is 2+2', 'last friday of the month at 9'],
    ['schedule never what is 2+2', 'never'],
    ['schedule at quarter past nine what is 2+2', 'at quarter past nine'],
    ['schedule in -3 hours what is new tomorrow', 'in -3 hours'],
    ['schedule every -5 minutes show the status', 'every -5 minutes'],
  ])('"%s" is no question: "%s" is named as a time that cannot be read', async (line, time) => {
    const { error } = await one.say(line)
    expect(error).toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining(`cannot read "${time}"`) })
    expect(error?.hint).toContain('every monday at 8')
  })

  test.each([
    'schedule of the premier league',
    'schedule for studying biology',
    'schedule every employee fairly',
    'schedule first day of school for a toddler',
    'schedule in excel with formulas',
    'schedule 30 day workout plan for beginners',
    'schedule 5 to 10 ideas for lunch',
    "schedule next week's meals for a family",
    'schedule vs plan',
  ])('"%s" is a question', async (line) => {
    expect((await understandLine(line, one.app)).command).toBe('task')
  })

  test.each([
    ['schedule every day at 9 CET what is 2+2', 'CET'],
    ['schedule at 9am in New York what is 2+2', 'in New York'],
    ['schedule every day at 9 london time what is 2+2', 'london time'],
    ['schedule at 2:30 europe/berlin what is 2+2', 'europe/berlin'],
    ['schedule every 15 minutes between 9 and 17 what is 2+2', 'between 9 and 17'],
    ['schedule every day at quarter past nine what is 2+2', 'at quarter past nine'],
    ['schedule every day at 9 from monday to friday what is 2+2', 'from monday to friday'],
    ['schedule 0 0 9 * * * what is 2+2', '*'],
    ['schedule every day for 3 weeks what is 2+2', 'for 3 weeks'],
  ])('"%s" is refused: "%s" is not put into what is asked', async (line, words) => {
    const { error } = await one.say(line)
    expect(error).toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining(`"${words}" behind it`) })
  })

  test.each([
    ['schedule every day at 9 at what age can I retire', 'at what age can I retire'],
    ['schedule every day at 9 in short what is new', 'in short what is new'],
    ['schedule every sunday 5 to 10 ideas for lunch', '5 to 10 ideas for lunch'],
    ['schedule every day at 9 in us dollars what is 5 euro', 'in us dollars what is 5 euro'],
    ['schedule every day at 9 resume writing tips', 'resume writing tips'],
    ['schedule every day at 9 time management tips', 'time management tips'],
    ['schedule every day at 9 for and against nuclear power', 'and against nuclear power'],
  ])('"%s" asks "%s"', async (line, ask) => {
    expect((await one.say(line)).data).toMatchObject({ schedules: [{ ask }] })
  })

  test.each([
    'schedule every day at 9 kill on',
    'schedule every 5 minutes pause sports',
    'schedule in 2h scale sports 3',
  ])('"%s" is refused: a schedule only asks', async (line) => {
    const { error } = await one.say(line)
    expect(error).toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining('only asks') })
  })

  test('a person may be reminded to give a command', async () => {
    const { data } = await one.say('remind me tomorrow at 9 to restart sports')
    expect(data).toMatchObject({ schedules: [{ kind: 'reminder', ask: 'restart sports' }] })
  })

  test.each([
    ['schedule every day at 9', 'nothing to ask'],
    ['schedule at 25:00 tea', 'no time of day'],
    ['schedule on 2020-01-01 tea', 'has passed'],
    ['schedule 0 0 30 2 * tea', 'never happens'],
    ['schedule --when whenever --what tea', 'cannot read "whenever"'],
    ['schedule --what tea', 'needs a time'],
    ['schedule cancel', 'needs the number'],
    ['schedule every day at 9 tea --timezone Atlantis', 'no time zone'],
    ['schedule every day at 9 tea --catch-up never', 'catchUp'],
  ])('"%s" is refused with a sentence: %s', async (line, sentence) => {
    const { error } = await one.say(line)
    expect(error).toMatchObject({ code: 'ARGS_INVALID', message: expect.stringContaining(sentence) })
  })
})

test('where nobody is there to run it, adding and listing say so; a worker that is there is enough', async () => {
  expect((await one.say('schedule')).text).toContain('Nothing is scheduled.')
  expect((await one.say('schedule every day at 9 tea')).text).toContain('operatoros worker')
  expect((await one.say('schedule list')).text).toContain('operatoros worker')
  await one.app.controller.worker.start()
  expect((await one.say('schedule list')).text).not.toContain('operatoros worker')
})

test('pausing, resuming and cancelling are told, and cancelled ones are shown only with --all', async () => {
  await one.say('schedule every day at 9 tea')
  expect((await one.say('schedule pause 1')).data).toMatchObject({ schedules: [{ state: 'paused', nextMs: null }] })
  expect((await one.say('schedule resume 1')).text).toContain('Next: 2026-11-21')
  expect((await one.say('schedule cancel 1')).text).toContain('It is cancelled.')
  expect((await one.say('schedule list')).data).toMatchObject({ schedules: [], total: 0 })
  expect((await one.say('schedule list --all')).data).toMatchObject({ schedules: [{ state: 'cancelled' }], total: 1 })
})

test('an ask that may be an emergency is answered now with what to do', async () => {
  const { data } = await one.say('schedule in 2h I have crushing chest pain and cannot breathe')
  expect(data).toMatchObject({ emergency: expect.stringContaining('emergency') })
})

test('a dry run shows when it would run and keeps nothing', async () => {
  const { text, data } = await one.say('schedule every day at 9 tea --dry-run')
  expect(text).toContain('Nothing was changed')
  expect(data).toMatchObject({
    schedules: [{ id: null, upcomingMs: [expect.any(Number), expect.any(Number), expect.any(Number)] }],
  })
  expect((await one.say('schedule')).data).toMatchObject({ total: 0 })
})

test.each(['remind me yesterday to call mom', 'remind me every second to breathe'])(
  '"%s" is refused before anybody is asked',
  async (line) => {
    expect(await shell(one, [line], { confirm: true })).toMatchObject({ code: 2, asked: [], out: '' })
  },
)
