import { afterAll, beforeAll, expect, test } from 'vitest'
import { matchTypedForm } from '../../src/intent/typed-form.ts'
import { type Rig, rig } from '../helpers/rig.ts'

let one: Rig
beforeAll(() => {
  one = rig()
})
afterAll(() => one.close())

const typed = async (line: string) => {
  const { registry, vocabulary } = one.app
  return matchTypedForm(await registry.card(line.split(' ')[0] ?? ''), line, await vocabulary())
}

test.each([
  { line: 'restart healthcare', args: { pool: 'healthcare' } },
  { line: 'restart failed', args: { target: 'failed' } },
  { line: 'scale sports up', args: { pool: 'sports', direction: 'up' } },
  { line: 'scale sports 7', args: { pool: 'sports', to: 7 } },
  { line: 'tasks failed', args: { state: 'failed' } },
  { line: 'tasks 12', args: { id: 12 } },
])('the words of "$line" are known, so each stands in its own place', async ({ line, args }) => {
  expect(await typed(line)).toMatchObject({ via: 'typed', args, echo: line })
})

test.each(['scale up healthcare', 'restart the failed agents', 'scale the sports pool to 6'])(
  '"%s" is a sentence and no typed form with wrong words',
  async (line) => {
    expect(await typed(line)).toBeNull()
  },
)

test.each([
  { line: 'scale nowhere up', args: { pool: 'nowhere' } },
  { line: 'scale sports sideways', args: { direction: 'sideways' } },
])('"$line" keeps its wrong word, so that it can be named', async ({ line, args }) => {
  expect(await typed(line)).toMatchObject({ args })
})

test('what is echoed for confirmation cannot redraw the screen', async () => {
  expect(await typed('admin restore /tmp/\u001b]0;x\u0007\u001b[2Ka.db')).toMatchObject({
    echo: 'admin restore /tmp/a.db',
  })
})
