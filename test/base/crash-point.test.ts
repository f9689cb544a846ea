import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { crashPoint } from '../../src/base/crash-point.ts'

const FILE = fileURLToPath(new URL('../../src/base/crash-point.ts', import.meta.url))

/** The text of a program that passes two points, as the build makes it. */
async function built(define: Readonly<Record<string, string>>): Promise<string> {
  const pass = "crashPoint('run.claimed'); console.log('one'); crashPoint('run.claimed'); console.log('two')"
  const contents = `import { crashPoint } from ${JSON.stringify(FILE)}\n${pass}`
  const stdin = { contents, resolveDir: '.', loader: 'ts' } as const
  const made = await build({ stdin, define, bundle: true, minify: true, platform: 'node', write: false, format: 'cjs' })
  return made.outputFiles[0]?.text ?? ''
}

const run = (text: string, at: string) => {
  const { signal, stdout } = spawnSync(process.execPath, ['-e', text], {
    env: { ...process.env, OPERATOROS_CRASH_AT: at },
    encoding: 'utf8',
  })
  return { signal, said: stdout.split('\n').filter(Boolean) }
}

test('a point that nobody named ends nothing', () => {
  expect(() => crashPoint('run.claimed')).not.toThrow()
})

test.each([
  { at: 'run.claimed:1', signal: 'SIGKILL', said: [] },
  { at: 'run.claimed:2', signal: 'SIGKILL', said: ['one'] },
  { at: 'run.claimed:3', signal: null, said: ['one', 'two'] },
  { at: 'run.settled:1', signal: null, said: ['one', 'two'] },
])('at $at the process says $said and ends by $signal', async ({ at, ...ended }) => {
  expect(run(await built({}), at)).toEqual(ended)
})

test('the product contains nothing of it', async () => {
  expect(await built({ CRASH_POINTS: 'false' })).not.toMatch(/CRASH|SIGKILL|run\.claimed|process/)
})
