import { execFileSync, spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { wantsColour } from '../../bin/terminal.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const UNSET = { NO_COLOR: undefined, FORCE_COLOR: undefined, TERM: 'xterm' }

test.each([
  { env: { NO_COLOR: '1', FORCE_COLOR: '1' }, argv: [], colour: false },
  { env: { NO_COLOR: '', FORCE_COLOR: '1' }, argv: [], colour: true },
  { env: { FORCE_COLOR: '1', TERM: 'dumb' }, argv: [], colour: true },
  { env: { FORCE_COLOR: '0' }, argv: [], colour: false },
  { env: { NO_COLOR: '1' }, argv: ['status', '--color'], colour: true },
  { env: { FORCE_COLOR: '1' }, argv: ['status', '--no-color'], colour: false },
])('with $env and $argv colour is $colour', ({ env, argv, colour }) => {
  for (const [name, value] of Object.entries({ ...UNSET, ...env })) vi.stubEnv(name, value)
  expect(wantsColour(argv)).toBe(colour)
})

test.each([
  { env: {}, seen: '80 true' },
  { env: { COLUMNS: '120' }, seen: '120 false' },
  { env: { COLUMNS: 'wide' }, seen: '80 true' },
])('a pipe with $env has "$seen" as its columns and whether it is unbounded', ({ env, seen }) => {
  const module = new URL('../../bin/terminal.ts', import.meta.url).href
  const code = `import('${module}').then((it) => it.write(1, it.columns() + ' ' + it.isUnbounded()))`
  const { COLUMNS: _, ...others } = process.env
  const options = { env: { ...others, ...env }, encoding: 'utf8' } as const
  expect(execFileSync(process.execPath, ['--import', 'tsx', '--eval', code], options)).toBe(seen)
})

test.runIf(process.platform === 'linux')(
  'a full disk under the output ends with the code of a full store, and a sentence',
  () => {
    const program = new URL('../../bin/operatoros.ts', import.meta.url).pathname
    const full = openSync('/dev/full', 'w')
    const argv = ['--import', 'tsx', program, '--version']
    const { status, stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
    expect([status, stderr]).toEqual([11, expect.stringContaining('The output cannot be written (its disk is full)')])
  },
  20_000,
)

test.runIf(process.platform === 'linux')(
  'lost standard error changes no exit code',
  () => {
    const program = new URL('../../bin/operatoros.ts', import.meta.url).pathname
    const full = openSync('/dev/full', 'w')
    const argv = ['--import', 'tsx', program, 'help', 'nothing']
    const { status } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', full] })
    expect(status).toBe(3)
  },
  20_000,
)
