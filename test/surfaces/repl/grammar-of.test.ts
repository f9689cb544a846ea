import { expect, test } from 'vitest'
import { complete } from '../../../src/surfaces/repl/completion.ts'
import { readGrammar } from '../../../src/surfaces/repl/grammar-of.ts'
import { rig } from '../../helpers/rig.ts'

test('Tab knows the real commands, pools and words', async () => {
  const { app, close } = rig()
  const grammar = await readGrammar(app)
  await close()
  const choices = (line: string) => complete(line, line.length, grammar).candidates
  expect(choices('sca')).toEqual(['scale'])
  expect(choices('healthc')).toEqual(['healthcare:'])
  expect(choices('scale ')).toEqual(['business', 'financial', 'general', 'healthcare', 'sports'])
  expect(choices('scale sports ')).toEqual(expect.arrayContaining(['up', 'down']))
  expect(choices('restart f')).toEqual(['financial', 'failed'])
  expect(choices('help sca')).toEqual(['scale'])
  expect(choices('ex')).toEqual(['exit'])
})
