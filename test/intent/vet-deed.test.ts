import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openResolver } from '../../build/language/evaluate.ts'
import type { Resolver } from '../../src/intent/resolve.ts'
import { openLanguage } from '../../src/language/open-language.ts'

let resolver: Resolver

beforeAll(async () => {
  const weights = (name: string) => new URL(`../../src/language/weights/${name}.json`, import.meta.url)
  resolver = await openResolver(openLanguage((name) => readFileSync(weights(name), 'utf8')))
})

const refusal = (line: string): { message: string; hint: string } => {
  try {
    return { message: `it was read as ${JSON.stringify(resolver.resolve(line))}`, hint: '' }
  } catch (thrown) {
    return thrown as { message: string; hint: string }
  }
}

describe('a change that is not to be made', () => {
  test.each([
    ['do not kill everything', 'to do it: kill on'],
    ['do not scale financial up', 'to do it: scale financial up'],
    ['please never restart sports', 'to do it: restart sports'],
    ['no need to restart the failed agents', 'to do it: restart failed'],
    ['don’t cancel task 3', 'to do it: cancel 3'],
    ['nobody should restart sports', 'to do it: restart sports'],
    ["I don't want you to restart sports", 'to do it: restart sports'],
    ['hold off on restarting sports', 'to do it: restart sports'],
    ['stop restarting sports', 'to do it: restart sports'],
    ['sports should not be restarted', 'to do it: restart sports'],
    ['do not deny 4', 'approvals approve 4  or  approvals deny 4'],
    ["don't approve request 4 yet", 'approvals approve 4  or  approvals deny 4'],
  ])('"%s" is refused and says how the positive is said', (line, hint) => {
    expect(refusal(line)).toMatchObject({
      hint,
      message: expect.stringMatching(/^Nothing was done: .* says not to\.$/),
    })
  })

  test.each([
    'restart nothing',
    'please restart nothing at all',
    'stop nothing',
    'back up nothing',
    'could you restart no agents at all',
  ])('"%s" does nothing, and offers nothing else', (line) => {
    expect(refusal(line)).toMatchObject({ message: expect.not.stringContaining('read as') })
    expect(refusal(line).hint).not.toContain('all')
  })

  test.each([
    ['restart nothing but sports', 'restart sports'],
    ['nothing works any more, restart sports', 'restart sports'],
    ['restart sports, nothing else helps', 'restart sports'],
  ])('"%s" has nothing to do with that', (line, echo) => {
    expect(resolver.resolve(line)).toMatchObject({ echo })
  })

  test.each([
    ["why don't we add one more agent to business?", 'scale'],
    ["don't forget to restart sports", 'restart'],
    ['never mind task 3, cancel it', 'cancel'],
    ['dont run 52', 'cancel'],
    ['task 28 did not succeed, please start it again', 'retry'],
    ['please make the sports pool smaller; we do not need so many agents', 'scale'],
    ["I can't agree to request 50", 'approvals'],
    ["don't approve request 4", 'approvals'],
    ["sports can't take the load, add two agents", 'scale'],
    ["I can't stop them, pull the kill switch", 'kill'],
  ])('"%s" is none', (line, command) => {
    expect(resolver.resolve(line)).toMatchObject({ command })
  })
})

describe('a question about a change', () => {
  test.each([
    'was sports restarted',
    'did you restart sports?',
    'why did you restart sports',
    'when was sports restarted',
    'who cancelled task 3',
    'has task 3 been cancelled?',
    'is it safe to restart sports?',
    'should I scale sports up?',
    'how do I restart sports',
    'what happens if I restart sports',
    'could restarting sports break anything',
    'tell me whether you restarted sports',
    'I wonder whether sports was restarted',
    'should sports be scaled up?',
    'will sports be restarted',
    'sports was restarted',
    'you restarted sports, right?',
    'would sports be restarted by that?',
    'can sports be restarted without losing tasks?',
  ])('"%s" changes nothing', (line) => {
    expect(resolver.resolve(line)).toEqual({ command: null, question: line })
  })

  test.each([
    ['can you restart sports', 'restart'],
    ['could you please scale sports up', 'scale'],
    ['would you mind restarting sports?', 'restart'],
    ['can we get two more doctors?', 'scale'],
    ['how about another go at task 84?', 'retry'],
    ['is it too late to cancel job 118? Do it if not.', 'cancel'],
    ['have the health team grow on its own', 'scale'],
  ])('"%s" asks for it', (line, command) => {
    expect(resolver.resolve(line)).toMatchObject({ command })
  })
})

describe('a bare number', () => {
  test.each(['1', '3?', '3 .', '5!', '100!', '12.', '-3', 'number 3', 'no. 3'])(
    '"%s" is a question and cancels nothing',
    (line) => {
      expect(resolver.resolve(line)).toEqual({ command: null, question: line })
    },
  )

  test.each(['#3', '#3?', 'task 3'])('"%s" at most shows the task', (line) => {
    expect(resolver.resolve(line)).toMatchObject({ command: 'tasks', args: { id: 3 } })
  })
})

describe('two things in one sentence', () => {
  test.each([
    ['scale up healthcare and scale down financial', ['scale healthcare up', 'scale financial down']],
    ['scale healthcare up and financial down', ['scale healthcare up', 'scale financial down']],
    ['double sports and triple healthcare', ['scale sports up double', 'scale healthcare up triple']],
    ['set sports to 3 agents and pause it', ['scale sports 3', 'pause sports']],
    ['show status and restart sports', ['status', 'restart sports']],
    ['status and restart sports', ['status', 'restart sports']],
    ['cancel task 3, then restart sports', ['cancel 3', 'restart sports']],
    ['approve 3 and deny 4', ['approvals approve 3', 'approvals deny 4']],
    ['pause sports; resume healthcare', ['pause sports', 'resume healthcare']],
    ['restart sports and cancel the flight', ['restart sports', 'cancel the flight']],
    ['pause healthcare and financial', ['pause healthcare', 'pause financial']],
    ['scale sports or business up', ['scale sports up', 'scale business up']],
  ])('"%s" is refused whole, with a line for each', (line, lines) => {
    expect(refusal(line)).toMatchObject({ hint: expect.stringContaining(`: ${lines.join('  ·  ')}`) })
  })

  test('a pool that is paused beside another is told of pausing', () => {
    expect(refusal('pause healthcare and financial').message).toBe('"pause" takes one pool, or all of them.')
  })

  test.each([
    ['please stop and start the financial agent pool', 'restart'],
    ['turn the doctors off and on again', 'restart'],
    ['set every pool to 3 and lets call it a night', 'scale'],
    ['the task 2 is not necessary now, let it be and cancel', 'cancel'],
    ['remind me tomorrow to restart sports and pause sports', 'schedule'],
  ])('"%s" is one', (line, command) => {
    expect(resolver.resolve(line)).toMatchObject({ command })
  })
})

describe('what a command cannot hold', () => {
  test.each([
    ['restart sports tomorrow at 5', 'tomorrow at 5', 'restart sports'],
    ['scale sports up every morning', 'every morning', 'scale sports up'],
    ['cancel task 3 in 2 hours', 'in 2 hours', 'cancel 3'],
    ['pause sports until monday', 'until monday', 'pause sports'],
    ['pause sports for 10 minutes', 'for 10 minutes', 'pause sports'],
    ['scale sports up tonight', 'tonight', 'scale sports up'],
    ['restart sports when it fails', 'when it fails', 'restart sports'],
  ])('"%s" is refused for its "%s"', (line, time, now) => {
    expect(refusal(line)).toMatchObject({ hint: `now: ${now}`, message: expect.stringContaining(`"${time}"`) })
  })

  test.each(['scale sports to minus 3', 'scale sports up by 50%', 'scale sports to three and a half'])(
    '"%s" is refused for its number',
    (line) => {
      expect(refusal(line).message).toMatch(/^Nothing was done: .* is no whole number of agents\.$/)
    },
  )

  test.each([
    ['put the healthcare pool at 6', 'scale'],
    ['big match on saturday, add two sports agents', 'scale'],
    ['task 3 failed on friday, try it again', 'retry'],
    ['scale everything down a notch, it is sunday', 'scale'],
    ['restart everything now', 'restart'],
    ['schedule every day at 9 restart sports', 'schedule'],
  ])('"%s" is held', (line, command) => {
    expect(resolver.resolve(line)).toMatchObject({ command })
  })
})

describe('numbers in words', () => {
  test.each([
    ['scale sports to two hundred', { pool: 'sports', to: 200 }],
    ['scale sports up by two hundred', { pool: 'sports', direction: 'up', by: 200 }],
    ['scale sports to ten thousand', { pool: 'sports', to: 10_000 }],
    ['scale sports to one hundred and five', { pool: 'sports', to: 105 }],
    ['scale sports to forty-one', { pool: 'sports', to: 41 }],
    ['cancel task two hundred', { task: 200 }],
  ])('"%s" is read whole', (line, args) => {
    expect(resolver.resolve(line)).toHaveProperty('args', args)
  })
})

describe('a size in words', () => {
  test.each([
    ['scale sports to a thousand', 'scale sports 1000'],
    ['scale sports a thousand', 'scale sports 1000'],
    ['scale sports to two thousand', 'scale sports 2000'],
    ['scale sports to two thousand five hundred', 'scale sports 2500'],
    ['scale sports to a million', 'scale sports 1000000'],
    ['scale sports to one hundred and four', 'scale sports 104'],
    ['scale sports twenty-five', 'scale sports 25'],
    ['scale sports up by a thousand', 'scale sports up 1000'],
    ['scale sports to half a dozen', 'scale sports 6'],
    ['scale sports to two dozen', 'scale sports 24'],
    ['scale sports auto two eight', 'scale sports auto 2 8'],
    ['scale sports auto twenty thirty five', 'scale sports auto 20 35'],
  ])('"%s" is %s, as if it were typed in digits', (line, echo) => {
    expect(resolver.resolve(line)).toMatchObject({ via: 'typed', echo })
  })

  test('and another beside it are two, and not their sum', () => {
    expect(refusal('cancel three and four').message).not.toContain('read as')
    expect(refusal('cancel tasks twenty and four').message).toContain('takes one number at a time')
  })

  test.each([
    ['scale sports by 2', { direction: 'up', by: 2 }],
    ['scale sports by 0', { direction: 'up', by: 0 }],
    ['scale sports down by 2', { direction: 'down', by: 2 }],
  ])('"%s" is a step and no size', (line, args) => {
    expect(resolver.resolve(line)).toMatchObject({ args: { pool: 'sports', ...args } })
  })
})
