import { expect, test } from 'vitest'
import { withoutIdioms } from '../../src/knowledge/without-idioms.ts'

const bare = (ask: string) => withoutIdioms(ask).replace(/\s+/g, ' ').trim()

test.each([
  ['this spreadsheet is giving me a heart attack', 'this spreadsheet'],
  ['my kids nearly gave me a heart attack with their bikes', 'my kids with their bikes'],
  ['I am dying of boredom, which game for two?', 'I am , which game for two?'],
  ['scared to death of spiders', 'of spiders'],
  ["my phone died and I'm having a heart attack about losing my photos", "my phone died and I'm losing my photos"],
  [
    'my heart skipped a beat when she said yes, how do I plan the engagement party',
    'yes, how do I plan the engagement party',
  ],
])('"%s" is about "%s"', (ask, about) => {
  expect(bare(ask)).toBe(about)
})

test.each([
  'I think I am having a heart attack',
  'what gives people a stroke',
  'he had a heart attack about ten years ago',
  'she had a heart attack over the weekend',
  'my heart skipped a beat when I climbed the stairs',
  'it is giving me a heart attack',
  'my tooth is killing me',
  'my uncle died of a stroke',
])('"%s" is meant word for word', (ask) => {
  expect(withoutIdioms(ask)).toBe(ask)
})
