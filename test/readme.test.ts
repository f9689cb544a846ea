import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shell } from './helpers/fake-io.ts'
import { rig } from './helpers/rig.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('README opens with the two commands that a newcomer needs', () => {
  expect(readme).toMatch(
    /^# OperatorOS\n\n```sh\nnpm ci && npx operatoros "I have persistent headaches and fatigue"\nnpm ci && npm test\n```\n/,
  )
})

test("README's transcript is what the shell shows, in this order", async () => {
  const transcript = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const one = rig()
  try {
    for (const part of transcript.split(/^\$ operatoros /m).filter((text) => text.trim() !== '')) {
      const [line = '', ...shown] = part.trim().split('\n')
      const { out, err } = await shell(one, line.startsWith('"') ? [line.slice(1, -1)] : line.split(' '))
      const text = out + err
      let from = 0
      for (const wanted of shown) {
        const at = text.indexOf(wanted, from)
        expect(at, `"${wanted}" is not said by: ${line}`).toBeGreaterThanOrEqual(0)
        from = at + wanted.length
      }
    }
  } finally {
    await one.close()
  }
})
