import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../../src/render/format.ts'
import { renderText } from '../../src/render/formats/text.ts'
import { facts, note, prose, report, table } from '../../src/report/report.ts'

const told = (word: string) =>
  report(
    'Found',
    facts('Facts', { File: word, Last: word }),
    note('good', `It is in ${word} for you.`),
    prose(`- see ${word}\n- ${word}\n\nand \`${word}\` then **${word}**`),
    table(['Number', 'What it is'], [['1', word]]),
  )
const TIMES = 8
const linesOf = (word: string, width: number, whole = false) =>
  renderText(told(word), { width, paint: plain, whole }).split('\n')
const wordOf = (length: number) => `https://${'a1-/'.repeat(60)}`.slice(0, length)

test('a path or an address that fits on a line is never cut, at any width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 120 }), fc.integer({ min: 8, max: 120 }), (width, length) => {
      fc.pre(length <= width)
      const word = wordOf(length)
      expect(linesOf(word, width).join('\n').split(word)).toHaveLength(TIMES + 1)
    }),
  )
})

test.each([60, 100])(
  'one that just fits into %i columns stands alone and without an indent, so that it can be copied',
  (width) => {
    const word = wordOf(width)
    expect(linesOf(word, width).filter((line) => line === word)).toHaveLength(TIMES)
  },
)

test('one that is wider than the page is cut at its edge, and its parts stand without an indent', () => {
  const drawn = linesOf(wordOf(150), 60)
  for (const part of [wordOf(150).slice(0, 60), wordOf(150).slice(60, 120), wordOf(150).slice(120)])
    expect(drawn.filter((line) => line === part)).toHaveLength(TIMES)
})

test('where no screen bounds the page nothing is cut, and a fact is one line', () => {
  const drawn = linesOf(wordOf(240), 80, true)
  expect(drawn.filter((line) => line.includes(wordOf(240)))).toHaveLength(TIMES)
  expect(drawn).toContain(`├── File: ${wordOf(240)}`)
})

test('writing without spaces goes on beside its indent', () => {
  const drawn = renderText(report('A', note('good', '名前は何ですか'.repeat(6))), { width: 40, paint: plain })
  expect(drawn.split('\n').slice(2, 4)).toEqual([
    expect.stringMatching(/^✔ 名前/),
    expect.stringMatching(/^ {2}\p{L}/u),
  ])
})
