import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openResolver } from '../../build/language/evaluate.ts'
import type { Resolver } from '../../src/intent/resolve.ts'
import { openLanguage } from '../../src/language/open-language.ts'

let resolver: Resolver
let bare: Resolver

beforeAll(async () => {
  const language = openLanguage((name) =>
    readFileSync(new URL(`../../src/language/weights/${name}.json`, import.meta.url), 'utf8'),
  )
  resolver = await openResolver(language)
  bare = await openResolver(null)
})

describe('sentences that are commands', () => {
  test.each([
    ['Show me the system status', 'status', {}],
    ['Scale up the healthcare agent pool', 'scale', { pool: 'healthcare', direction: 'up' }],
    ['Would you please scale the medical pool down to one?', 'scale', { pool: 'healthcare', to: 1 }],
    ['What tasks are currently running?', 'tasks', { state: 'running' }],
    ['scale helthcare up', 'scale', { pool: 'healthcare', direction: 'up' }],
    [
      'it would be good to have three more agents in the money team',
      'scale',
      { pool: 'financial', direction: 'up', by: 3 },
    ],
    ['restart healthcare', 'restart', { pool: 'healthcare' }],
    ['restart crashed', 'restart', { target: 'failed' }],
    ['sports demo', 'demo', { domain: 'sports' }],
    ['admin', 'admin', { section: 'status' }],
  ])('"%s"', (line, command, args) => {
    expect(resolver.resolve(line)).toMatchObject({ command, args })
  })

  test('a guess says that it is one and shows the canonical command', () => {
    expect(resolver.resolve('perhaps somebody could restart the doctors')).toMatchObject({
      ...{ via: 'guessed', echo: 'restart healthcare' },
    })
  })

  test('a typed form stays typed, with the arguments as they are', () => {
    expect(resolver.resolve('scale sports -5')).toMatchObject({ via: 'typed', args: { pool: 'sports', to: -5 } })
    expect(resolver.resolve('sports: who won')).toMatchObject({ via: 'typed', command: 'sports' })
    expect(resolver.resolve('task plan my week')).toMatchObject({ via: 'typed', command: 'task' })
  })
})

describe('questions that only sound like commands', () => {
  test.each([
    'I need medical advice about chest pain symptoms',
    'what is the status of my insurance claim?',
    'how do I scale a mountain?',
    'restart my career',
    'help choking',
    'kill weeds in my garden without chemicals',
    'sports injuries knee',
    'whats 20% vat on 80',
    'whats 15% off 60',
    'why do my knees hurt after running?',
  ])('"%s"', (line) => {
    expect(resolver.resolve(line)).toEqual({ command: null, question: line })
  })
})

describe('"help" before a command', () => {
  test.each([
    ['help kill on', 'kill'],
    ['help scale sports up', 'scale'],
    ['help "audit export"', 'audit'],
    ['help me with the scale up sports', 'scale'],
    ['help kill onn', 'kill'],
    ['Help on restart failed agents', 'restart'],
    ['help approvals 3', 'approvals'],
  ])('"%s" explains it and runs nothing', (line, topic) => {
    expect(resolver.resolve(line)).toMatchObject({ command: 'help', args: { topic }, echo: `help ${topic}` })
    expect(bare.resolve(line)).toMatchObject({ command: 'help', args: { topic } })
  })

  test.each(['help kill weeds in my garden without chemicals', 'help sports injuries knee', 'help kill myself'])(
    '"%s" is a question',
    (line) => {
      expect(resolver.resolve(line)).toEqual({ command: null, question: line })
    },
  )
})

describe('without models', () => {
  test('patterns still work and other lines are questions', () => {
    expect(bare.resolve('scale sports up')).toMatchObject({ command: 'scale' })
    expect(bare.resolve('perhaps somebody could restart the doctors')).toMatchObject({ command: null })
  })

  test('a command that was typed wrong is refused', () => {
    expect(() => bare.resolve('statsu')).toThrow(expect.objectContaining({ code: 'COMMAND_UNKNOWN' }))
    expect(() => bare.resolve('cancel the thing')).toThrow(expect.objectContaining({ code: 'ARGS_INVALID' }))
  })
})

describe('names and numbers that are not whole', () => {
  test.each(['pause', 'inspect', 'cancel', 'retry'])(
    '"%s" alone is refused with its forms, and taken for nothing else',
    (line) => {
      expect(() => resolver.resolve(line)).toThrow(/needs more than its name|is not a way to use/)
    },
  )

  test('"scale sports up by 1e9" keeps its number whole, so that it can be refused', () => {
    expect(resolver.resolve('scale sports up by 1e9')).toMatchObject({
      args: { pool: 'sports', direction: 'up', by: 1e9 },
    })
  })

  test.each(['cancel 2.5', 'cancel #3a'])('"%s" is refused, and no other task is taken', (line) => {
    expect(() => resolver.resolve(line)).toThrow('it is a whole number')
  })
})
