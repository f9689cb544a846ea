import { describe, expect, test } from 'vitest'
import { type Environment, type Machine, readConfig } from '../../src/base/config.ts'

const machine: Machine = {
  ...{ user: 'ada', homeDir: '/home/ada', platform: 'linux', cwd: '/srv/app', interactive: true },
  ...{ timeZone: () => 'Europe/Berlin', version: '1.2.3', nodeVersion: 'v22.0.0' },
}
const read = (env: Environment = {}, over: Partial<Machine> = {}) => readConfig(env, { ...machine, ...over })

test.each([
  { url: undefined, path: '/home/ada/.local/share/operatoros/operatoros.db' },
  { url: '', path: '/home/ada/.local/share/operatoros/operatoros.db' },
  { url: 'sqlite:data/x.db', path: '/srv/app/data/x.db' },
  { url: 'sqlite:/abs/x.db', path: '/abs/x.db' },
  { url: 'sqlite:///x.db', path: '/srv/app/x.db' },
  { url: 'sqlite:////abs/x.db', path: '/abs/x.db' },
  { url: 'sqlite::memory:', path: ':memory:' },
  { url: 'sqlite:///:memory:', path: ':memory:' },
  { url: 'file:///abs/x.db', path: '/abs/x.db' },
  { url: 'file:///with%20space/x.db', path: '/with space/x.db' },
])('DATABASE_URL $url is the file $path', ({ url, path }) => {
  expect(read({ DATABASE_URL: url }).databasePath).toBe(path)
})

test.each(['postgres://host/db', 'postgresql://u:p@host/db', 'mysql://host/db', 'nonsense', 'sqlite:'])(
  'DATABASE_URL %s is refused, without its password in the message',
  (url) => {
    expect(() => read({ DATABASE_URL: url })).toThrow(
      expect.objectContaining({ code: 'ARGS_INVALID', message: expect.not.stringContaining('u:p') }),
    )
  },
)

test.each([
  { platform: 'linux', env: {}, home: '/home/ada/.local/share/operatoros' },
  { platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/data/operatoros' },
  { platform: 'linux', env: { OPERATOROS_HOME: '/mine' }, home: '/mine' },
  { platform: 'darwin', env: {}, home: '/home/ada/Library/Application Support/operatoros' },
])('on $platform with $env the home is $home', ({ platform, env, home }) => {
  expect(read(env, { platform })).toMatchObject({ home, databasePath: `${home}/operatoros.db` })
})

test('without any home folder it says which variable helps', () => {
  expect(() => read({}, { homeDir: '' })).toThrow(
    expect.objectContaining({ code: 'STORE_UNAVAILABLE', hint: expect.stringContaining('OPERATOROS_HOME') }),
  )
})

describe('who acts', () => {
  test.each([
    { env: {}, interactive: true, id: 'person:ada', kind: 'person', role: 'admin' },
    { env: {}, interactive: false, id: 'agent:script:ada', kind: 'agent', role: 'operator' },
    { env: { CLAUDECODE: '1' }, interactive: true, id: 'agent:claudecode:ada', kind: 'agent', role: 'operator' },
    {
      env: { AI_AGENT: 'Replit-Agent' },
      interactive: true,
      id: 'agent:replit-agent:ada',
      kind: 'agent',
      role: 'operator',
    },
    { env: { AGENT: '../../etc' }, interactive: true, id: 'agent:agent:ada', kind: 'agent', role: 'operator' },
    { env: { CODEX_SANDBOX: '1' }, interactive: true, id: 'agent:codex_sandbox:ada', kind: 'agent', role: 'operator' },
    { env: { AGENT: '' }, interactive: true, id: 'person:ada', kind: 'person', role: 'admin' },
    { env: { CODEX_SANDBOX: '' }, interactive: true, id: 'person:ada', kind: 'person', role: 'admin' },
  ])('with $env (terminal: $interactive) is $id', ({ env, interactive, id, kind, role }) => {
    expect(read(env, { interactive }).principal).toEqual({ id, kind, role, owner: 'ada' })
  })

  test.each(['AI_AGENT', 'AGENT', 'CLAUDECODE', 'GEMINI_CLI', 'REPLIT_AGENT', 'CODEX_HOME'])(
    '%s can only take rights away',
    (name) => {
      for (const value of ['admin', 'person:ada', 'true']) {
        expect(read({ [name]: value }).principal).toMatchObject({ kind: 'agent', role: 'operator' })
      }
    },
  )
})

test.each([
  { text: undefined, micro: 5_000_000 },
  { text: '0', micro: 0 },
  { text: '0.5', micro: 500_000 },
  { text: ' 12 ', micro: 12_000_000 },
])('a daily budget of $text is $micro micro-dollars', ({ text, micro }) => {
  expect(read({ OPERATOROS_DAILY_BUDGET_USD: text }).dailyBudgetMicro).toBe(micro)
})

test.each(['much', '-1', 'NaN', 'Infinity', '5 dollars'])('a daily budget of "%s" is refused by name', (text) => {
  expect(() => read({ OPERATOROS_DAILY_BUDGET_USD: text })).toThrow(/OPERATOROS_DAILY_BUDGET_USD/)
})

test('an empty key counts as unset', () => {
  const { key } = read({ A: '', B: '  ', C: ' value ' })
  expect([key('A'), key('B'), key('C'), key('D')]).toEqual([undefined, undefined, 'value', undefined])
})
