import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ERROR_CATALOGUE, type ErrorCode, OperatorError } from '../../src/base/errors.ts'
import { type Around, type Ended, shell } from '../helpers/fake-io.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeEach(() => {
  one = rig()
})
afterEach(() => one.close())

const run = (line: string, around?: Around) => shell(one, line.split(' '), around)
const json = ({ out }: Ended) => JSON.parse(out) as Record<string, never>

describe('arguments as options', () => {
  test.each([
    { line: 'scale healthcare --to 3', after: 3 },
    { line: 'scale --pool healthcare --to 3', after: 3 },
    { line: 'scale healthcare --direction down', after: 4 },
    { line: 'scale healthcare down --by 2', after: 3 },
  ])('"$line" leaves $after agents', async ({ line, after }) => {
    expect(json(await run(`${line} --json`))).toMatchObject({ data: { scaled: [{ before: 5, after }] } })
  })

  test.each(['scale healthcare up --to 3', 'scale healthcare 7 --by 2'])('"%s" is a contradiction', async (line) => {
    expect(await run(line)).toMatchObject({ code: 2, err: expect.stringContaining('not both') })
  })
})

describe('streams', () => {
  test('a result goes to stdout, and nothing else does', async () => {
    const { code, out, err } = await run('status')
    expect(code).toBe(0)
    expect(out).toMatch(/^OPERATOROS SYSTEM STATUS\n/)
    expect(err).toBe('')
  })

  test('what was understood and what goes on is told on stderr', async () => {
    expect((await run('show me the status')).err).toBe('→ status\n')
    const asked = await run('general: how do I write a clear email?')
    expect(asked).toMatchObject({ code: 0, err: expect.stringContaining('… General assistants are on it') })
    expect(asked.out).not.toContain('…\n')
  })

  test('a failure goes to stderr with what to do next, and stdout stays empty', async () => {
    expect(await run('scale healthcare 9999')).toMatchObject({ code: 2, out: '', err: /^ARGS_INVALID: .*\n {2}try: / })
  })
})

test('a table is cut to a screen, and through a pipe to nothing', async () => {
  const ask = `write a letter about ${'a very long matter '.repeat(8)}to the council`
  await run(`general: ${ask} --detach`)
  expect((await run('tasks')).out).not.toContain('to the council')
  expect((await run('tasks', { whole: true })).out).toContain(ask)
})

describe('--json', () => {
  test('prints one document with its keys in order', async () => {
    const ended = await run('scale healthcare up --json')
    expect(ended.out.endsWith('}\n')).toBe(true)
    expect(Object.keys(json(ended))).toEqual(['schemaVersion', 'ok', 'command', 'data', 'meta'])
    expect(Object.keys(json(ended).meta ?? {})).toEqual(['session', 'principal', 'ms', 'costUsd', 'echo'])
    expect(json(ended)).toMatchObject({
      ...{ schemaVersion: 1, ok: true, command: 'scale' },
      data: { scaled: [{ pool: 'healthcare', before: 5, after: 6 }] },
      meta: { principal: 'person:ada', echo: 'scale healthcare up' },
    })
    expect(ended.err).toBe('')
  })

  test.each([
    { line: 'scale healthcare 9999 --json', command: 'scale', code: 'ARGS_INVALID' },
    { line: 'status --no-such-option --json', command: null, code: 'ARGS_INVALID' },
    { line: 'tasks 99 --json', command: 'tasks', code: 'NOT_FOUND' },
  ])('"$line" is one document too: $code', async ({ line, command, code }) => {
    const ended = await run(line)
    expect(Object.keys(json(ended))).toEqual(['schemaVersion', 'ok', 'command', 'error', 'meta'])
    expect(json(ended)).toMatchObject({ ok: false, command, error: { code, retryable: false } })
    expect(ended.err).toBe('')
    expect(ended.code).toBe(ERROR_CATALOGUE[code as ErrorCode].exit)
  })

  test('OPERATOROS_OUTPUT=json asks for the same', async () => {
    await one.close()
    one = rig({ env: { OPERATOROS_OUTPUT: 'json' } })
    expect(json(await run('status'))).toMatchObject({ ok: true, command: 'status' })
  })

  test('a command that streams prints one document a line', async () => {
    await run('scale sports up')
    const { out } = await run('watch --past --timeout 0.001 --json')
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string })
    expect(lines.map(({ kind }) => kind)).toContain('pool.scaled')
  })

  test.each([
    { fields: 'killed', data: { killed: false } },
    { fields: 'killed,activity.queued', data: { killed: false, activity: { queued: 0 } } },
    {
      fields: 'performance.uptime, performance.completedToday',
      data: { performance: { uptime: null, completedToday: 0 } },
    },
  ])('--fields $fields keeps only those', async ({ fields, data }) => {
    expect(json(await shell(one, ['status', '--json', '--fields', fields])).data).toEqual(data)
  })

  test('--fields picks inside lists, and a field that is not there is named', async () => {
    const { data } = json(await shell(one, ['pools', 'sports', '--json', '--fields', 'pools.pool,pools.size']))
    expect(data).toEqual({ pools: [{ pool: 'sports', size: 3 }] })
    expect(json(await run('status --json --fields nothing'))).toMatchObject({
      error: { code: 'ARGS_INVALID', hint: expect.stringContaining('killed') },
    })
  })
})

describe('exit codes', () => {
  test.each(Object.keys(ERROR_CATALOGUE) as ErrorCode[])('%s ends with its own', async (code) => {
    const { store } = one.app.controller.house
    Object.assign(one.app.controller.pools, {
      list: () => Promise.reject(new OperatorError(code, 'It failed.', { hint: 'a hint' })),
    })
    expect(await run('pools')).toMatchObject({
      ...{ code: ERROR_CATALOGUE[code].exit, out: '' },
      err: `${code}: It failed.\n  try: a hint\n`,
    })
    expect(store).toBeDefined()
  })

  test.each([
    { line: 'status', code: 0 },
    { line: 'frobnicate', code: 0 },
    { line: 'scale healthcare sideways', code: 2 },
    { line: 'scale healthcare up --by x', code: 2 },
    { line: 'scale nowhere up', code: 3 },
    { line: 'why 99', code: 3 },
    { line: 'help nothing', code: 3 },
    { line: 'restart failed', code: 0 },
    { line: '…', code: 2 },
  ])('"$line" ends with $code', async ({ line, code }) => {
    expect((await run(line)).code).toBe(code)
  })

  test('a caller whose role is too low ends with 4', async () => {
    await one.close()
    one = rig({ interactive: false })
    for (const line of ['admin restore x.db --yes', 'approvals approve 1', 'kill off --yes']) {
      expect(await run(line), line).toMatchObject({ code: 4, err: /^ROLE_TOO_LOW/ })
    }
  })

  test('with the kill switch on, asking ends with 8', async () => {
    await run('kill on --yes')
    expect(await run('general: how do I write a clear email?')).toMatchObject({ code: 8, err: /^KILLED/ })
  })

  test('an interruption ends with 130', async () => {
    const signal = AbortSignal.abort(new OperatorError('CANCELLED', 'It was interrupted.'))
    expect(await run('general: how do I write a clear email?', { signal })).toMatchObject({ code: 130, out: '' })
  })
})

describe('confirmation', () => {
  const changes = async () => (await one.store()).maintain("select seq from journal where kind like 'pool.s%'").length

  test.each([
    { line: 'scale up the sports agent pool', around: {}, code: 2, changed: 0 },
    { line: 'scale up the sports agent pool', around: { confirm: true }, code: 0, changed: 1 },
    { line: 'scale up the sports agent pool', around: { confirm: false }, code: 130, changed: 0 },
    { line: 'scale up the sports agent pool --yes', around: {}, code: 0, changed: 1 },
    { line: 'scale up the sports agent pool -y', around: {}, code: 0, changed: 1 },
    { line: 'scale up the sports agent pool --dry-run', around: {}, code: 0, changed: 0 },
    { line: 'scale sports up', around: {}, code: 0, changed: 1 },
    { line: 'scale sports up --dry-run', around: {}, code: 0, changed: 0 },
    { line: '/scale sports up', around: {}, code: 0, changed: 1 },
  ])('"$line" with $around ends with $code after $changed changes', async ({ line, around, code, changed }) => {
    const ended = await run(line, around)
    expect(ended.code).toBe(code)
    expect(ended.asked).toHaveLength('confirm' in around ? 1 : 0)
    expect(await changes()).toBe(changed)
  })

  test('what would be run, and how to say yes, is told', async () => {
    expect(await run('scale up the sports agent pool')).toMatchObject({
      err: expect.stringContaining('try: operatoros scale sports up --yes'),
    })
    expect(await run('scale up the sports agent pool', { confirm: true })).toMatchObject({
      asked: ['Run "scale sports up"?'],
    })
  })

  test('what destroys is confirmed even when it is typed', async () => {
    expect(await run('kill on')).toMatchObject({ code: 2, err: /^CONFIRMATION_NEEDED/ })
    expect(await run('kill on', { confirm: true })).toMatchObject({ code: 0 })
    expect(await run('kill status')).toMatchObject({ code: 0, asked: [] })
  })

  test('what destroys is confirmed when its arguments come as options, and named whole', async () => {
    expect(await run('kill --state on', { confirm: false })).toMatchObject({ code: 130, asked: ['Run "kill on"?'] })
  })

  test('a restore without a file says that it needs one and asks nothing', async () => {
    const ended = await run('admin restore', { confirm: true })
    expect(ended).toMatchObject({ code: 2, asked: [], err: expect.stringContaining('needs the file of a backup') })
  })

  test('a demo that is asked for in a sentence is confirmed, a typed one and the list are not', async () => {
    expect(await run('show me the healthcare demo')).toMatchObject({ code: 2, err: /^→?.*CONFIRMATION_NEEDED/s })
    expect(await run('show me the available demos')).toMatchObject({ code: 0 })
  })
})

describe('material', () => {
  const attachmentOf = async () =>
    (
      (await one.store()).maintain('select attachment from tasks order by id desc limit 1')[0] as {
        attachment: unknown
      }
    ).attachment

  test('what is piped in belongs to the question', async () => {
    await run('general: how do I back up my files', { stdin: 'a,b\n1,2\n' })
    expect(await attachmentOf()).toBe('a,b\n1,2\n')
  })

  test('a file given with --file does the same, and the pipe is left alone', async () => {
    writeFileSync(join(one.home, 'notes.txt'), 'my notes')
    const { reads } = await run('--file notes.txt general: how do I back up my files', { stdin: 'other' })
    expect(await attachmentOf()).toBe('my notes')
    expect(reads).toBe(0)
  })

  test('a command that takes no material never reads the pipe', async () => {
    expect(await run('status', { stdin: 'x' })).toMatchObject({ code: 0, reads: 0 })
  })

  test('without any words is refused: it is material for a question that is not there', async () => {
    expect(await run('', { stdin: 'status\n' })).toMatchObject({ code: 2, err: /A question is missing/ })
    expect(await run('')).toMatchObject({ code: 0, out: /OPERATOROS HELP/ })
  })

  test('"-" reads the instruction itself', async () => {
    expect(await run('-', { stdin: 'scale sports up\n' })).toMatchObject({ code: 0, out: /POOL SPORTS/ })
    expect(await run('inspect -', { stdin: 'show me the status' })).toMatchObject({ code: 0, out: /Command: status/ })
  })

  test.each([
    { what: 'a file that is not there', write: null, code: 3 },
    { what: 'a file that is not text', write: Buffer.from([0, 1, 2]), code: 2 },
  ])('$what ends with $code', async ({ write, code }) => {
    if (write) writeFileSync(join(one.home, 'x'), write)
    expect((await run('task summarise this --file x')).code).toBe(code)
  })

  test('inspect --ndjson reads a text a line', async () => {
    const { out } = await run('inspect --ndjson', {
      stdin: 'show me the status\n{"text":"scale sports up"}\n{not json',
    })
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { command: string | null; text: string })
    expect(lines.map(({ command }) => command)).toEqual(['status', 'scale', null])
    expect(lines[2]?.text).toBe('{not json')
  })
})

test('--debug adds where a failure came from', async () => {
  expect((await run('tasks 99 --debug')).err).toMatch(/NOT_FOUND.*\n.*\n.*at /s)
  expect((await run('tasks 99')).err).not.toMatch(/ at /)
})

test('without words there is help', async () => {
  expect(await shell(one, [])).toMatchObject({ code: 0, out: /^OPERATOROS HELP/ })
  expect(await run('--help')).toMatchObject({ code: 0, out: /^OPERATOROS HELP/ })
  expect(await run('scale --help')).toMatchObject({ code: 0, out: /^HELP: SCALE/ })
})
