import { afterAll, describe, expect, test } from 'vitest'
import { parseCall } from '../../src/surfaces/parse-call.ts'
import { rig } from '../helpers/rig.ts'

const { app, close } = rig()
afterAll(close)

const parse = (...argv: string[]) => parseCall(argv, app)

test.each([
  { argv: ['status'], command: 'status', words: ['status'], options: {} },
  { argv: ['status', '--explain'], command: 'status', words: ['status'], options: { explain: true } },
  { argv: ['scale', 'healthcare', '-5'], command: 'scale', words: ['scale', 'healthcare', '-5'], options: {} },
  { argv: ['scale', 'sports', '--by', '-5'], command: 'scale', words: ['scale', 'sports'], options: { by: '-5' } },
  { argv: ['scale', 'sports', '--by=2'], command: 'scale', words: ['scale', 'sports'], options: { by: '2' } },
  {
    argv: ['scale', 'sports', 'up', '--dry-run'],
    command: 'scale',
    words: ['scale', 'sports', 'up'],
    options: { dryRun: true },
  },
  { argv: ['/status'], command: 'status', words: ['/status'], options: {} },
  { argv: ['Healthcare:', 'I', 'hurt'], command: 'healthcare', words: ['Healthcare:', 'I', 'hurt'], options: {} },
  { argv: ['show me the status'], command: null, words: ['show me the status'], options: {} },
  {
    argv: ['--session', 'work', 'status', '--explain'],
    command: 'status',
    words: ['status'],
    options: { explain: true },
  },
  { argv: ['--json', 'status', '--explain'], command: 'status', words: ['status'], options: { explain: true } },
  { argv: ['task', '--priority', '0', 'help'], command: 'task', words: ['task', 'help'], options: { priority: '0' } },
  {
    argv: ['task', '--idempotency-key', 'k', 'x'],
    command: 'task',
    words: ['task', 'x'],
    options: { idempotencyKey: 'k' },
  },
  { argv: ['task', '--', '--not-an-option'], command: 'task', words: ['task', '--not-an-option'], options: {} },
])('$argv is $command with $options', async ({ argv, command, words, options }) => {
  expect(await parse(...argv)).toMatchObject({ command, words, options })
  expect((await parse(...argv)).options).toEqual(options)
})

describe('what every command takes', () => {
  test.each([
    { argv: ['status', '--json'], is: { json: true } },
    { argv: ['status'], is: { json: false, yes: false, help: false, debug: false, fields: null } },
    { argv: ['status', '-y'], is: { yes: true } },
    { argv: ['status', '-h'], is: { help: true } },
    { argv: ['status', '--debug'], is: { debug: true } },
    { argv: ['status', '--fields', 'a, b.c'], is: { fields: ['a', 'b.c'] } },
    { argv: ['status', '--no-color'], is: { options: {} } },
    { argv: ['-'], is: { inputIsInstruction: true, words: [] } },
    { argv: ['inspect', '--ndjson'], is: { ndjson: true } },
    { argv: ['status', '--ndjson'], is: { ndjson: false } },
    { argv: ['watch'], is: { streams: true } },
  ])('$argv is $is', async ({ argv, is }) => {
    expect(await parse(...argv)).toMatchObject(is)
  })
})

test.each([
  { argv: ['status', '--bogus'], says: /--bogus/ },
  { argv: ['status', '--by', '3'], says: /--by/ },
  { argv: ['scale', 'sports', '--by'], says: /--by/ },
  { argv: ['status', '-x'], says: /-x/ },
])('$argv is refused in a sentence that names the option', async ({ argv, says }) => {
  await expect(parse(...argv)).rejects.toMatchObject({ code: 'ARGS_INVALID', message: says })
})
