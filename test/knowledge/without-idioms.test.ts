import { expect, test } from 'vitest'
import { withoutIdioms } from '../../src/knowledge/without-idioms.ts'

const bare = (ask: string) => withoutIdioms(ask).replace(/\s+/g, ' ').trim()

test.each([
  ['this spreadsheet is giving me a heart attack', 'this spreadsheet'],
  ['my kids nearly gave me a heart attack with their bikes', 'my kids with their bikes'],
  ['I am dying of boredom, which game for two?', 'I am , which game for two?'],
  ['scared to death of spiders', 'of spiders'],
])('"%s" is about "%s"', (ask, about) => {
  expect(bare(ask)).toBe(about)
})

test.each([
  'I think I am having a heart attack',
  'what gives people a stroke',
  'it is giving me a heart attack',
  'my tooth is killing me',
  'my uncle died of a stroke',
])('"%s" is meant word for word', (ask) => {
  expect(withoutIdioms(ask)).toBe(ask)
})
