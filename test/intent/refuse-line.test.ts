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

describe('a typed form with one wrong word', () => {
  test.each([
    ['kill onn', 'kill on'],
    ['kill offf', 'kill off'],
    ['schedule lst', 'schedule list'],
    ['schedule cancl 3', 'schedule cancel 3'],
    ['alerts ak 3', 'alerts ack 3'],
    ['approvals approv', 'approvals approve'],
    ['scale healthcare upp', 'scale healthcare up'],
  ])('"%s" is refused, and "%s" is what to type', (line, hint) => {
    expect(() => resolver.resolve(line)).toThrow(expect.objectContaining({ code: 'ARGS_INVALID', hint }))
  })

  test.each([
    ['alerts ack 1.5', 'ARGS_INVALID', 'cannot use "1.5" as its id: it is a whole number'],
    ['alerts ack foo', 'ARGS_INVALID', 'cannot use "foo" as its id'],
    ['wait 1.5', 'ARGS_INVALID', 'cannot use "1.5" as its task'],
    ['admin foo', 'ARGS_INVALID', 'it can be status, users, logs, config, backup or restore'],
    ['tasks foo', 'ARGS_INVALID', 'as its state: it can be queued'],
    ['tasks sleeping', 'ARGS_INVALID', 'as its state: it can be queued'],
    ['kill of', 'ARGS_INVALID', 'it can be on, off or status'],
    ['scale nowhere up', 'NOT_FOUND', 'There is no pool "nowhere"; there are business, financial'],
    ['pause helthcare', 'NOT_FOUND', 'did you mean "pause healthcare"?'],
    ['pools foo', 'NOT_FOUND', 'There is no pool "foo"'],
  ])('"%s" ends with %s: … %s …', (line, code, message) => {
    expect(() => resolver.resolve(line)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    )
  })

  test.each([
    ['audit verfy', 'audit', { action: 'verify' }],
    ['admin backups', 'admin', { section: 'backup' }],
    ['approvals aprove 4', 'approvals', { action: 'approve', id: 4 }],
    ['tasks runing', 'tasks', { state: 'running' }],
    ['tasks today', 'tasks', {}],
    ['pools state', 'pools', {}],
    ['demo helthcare', 'demo', { domain: 'healthcare' }],
  ])('"%s" is read as what was meant, and says so', (line, command, args) => {
    expect(resolver.resolve(line)).toMatchObject({ command, args, via: 'guessed' })
  })
})

describe('a question that begins with the name of a command', () => {
  test.each(
    `status of my claim|status symbol meaning|status quo bias|kill time at airport ideas|kill weeds in my garden|kill mockingbird summary
    |kill a process on linux|watch repair near me|watch movies with kids|watch battery replacement|watch out for scams|help me write a letter
    |help with my homework|help choking|help wanted ad|wait times at the dmv|wait for my refund how long|why is the sky blue|why not
    |cancel my subscription|cancel gym membership letter|cancel culture meaning|retry strategy in http clients|pause my mortgage payments
    |pause button|resume writing tips|resume template|resume for nurses|restart my career|restart router how|scale model trains
    |scale recipe for 8 people|scale a fish|schedule for world cup|schedule c tax form|tasks for a five year old|tasks of a project manager
    |metrics for marketing|health insurance options|health anxiety|doctor near me|doctor who episodes|doctor appointment
    |alerts on iphone not working|alerts for stock prices|approvals process design|approvals rating president|audit my taxes
    |audit checklist for small business|audit season|admin assistant salary|admin job interview questions|providers of internet in berlin
    |sessions with a therapist cost|sessions musician|worker rights in germany|capabilities of modern llms|demo tape recording tips
    |status code 502|why 13 unlucky|wait 5 seconds javascript|doctor strange 2|watch under 200|restart career at 40
    |demo day pitch|task management app|general anesthesia risks|sports injuries knee`
      .split('|')
      .map((line) => line.trim()),
  )('"%s" stays one', (line) => {
    expect(resolver.resolve(line)).toEqual({ command: null, question: line })
  })

  test.each(['pools near me', 'audit trail meaning'])('"%s" is never taken for the command', (line) => {
    expect(resolver.resolve(line)).toEqual({ command: null, question: line })
  })
})

describe('a wish to delete', () => {
  test.each(['delete everything', 'please erase all data', 'remove all agents', 'clear the queue', 'nuke everything'])(
    '"%s" is told that nothing is deleted and runs no other command',
    (line) => {
      expect(() => resolver.resolve(line)).toThrow(/^Nothing was deleted/)
    },
  )

  test.each(['delete all my photos from my iphone', 'how do I delete everything on my phone', 'delete my account'])(
    '"%s" is a question',
    (line) => {
      expect(resolver.resolve(line)).toEqual({ command: null, question: line })
    },
  )

  test('of one task cancels it', () => {
    expect(resolver.resolve('delete task 4')).toMatchObject({ command: 'cancel', args: { task: 4 } })
  })
})
