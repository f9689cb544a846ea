import { expect, test } from 'vitest'
import { frameLines, readInkWrite } from '../../../src/surfaces/repl/ink-write.ts'

const ERASE_THREE = '\x1b[2K\x1b[1A\x1b[2K\x1b[1A\x1b[2K\x1b[G'
const BACK = '\x1b[?25l\x1b[1B\x1b[1G'
const CARET = '\x1b[2A\x1b[6G\x1b[?25h'
const AT = { up: 2, column: 5 }

test.each([
  ['a first frame', 'a\nb\n', { erases: false, body: 'a\nb\n', caret: null }],
  ['a next frame', `${ERASE_THREE}a\nb\n`, { erases: true, body: 'a\nb\n', caret: null }],
  ['a clearing', ERASE_THREE, { erases: true, body: '', caret: null }],
  ['a frame with a cursor', `${BACK}${ERASE_THREE}a\nb\n${CARET}`, { erases: true, body: 'a\nb\n', caret: AT }],
  ['a clearing from a cursor', BACK + ERASE_THREE, { erases: true, body: '', caret: null }],
  ['a move of the cursor', BACK + CARET, { erases: false, body: '', caret: AT }],
  ['a cursor that goes', BACK, { erases: false, body: '', caret: null }],
  ['a cursor below the last line', 'a\n\x1b[1G\x1b[?25h', { erases: false, body: 'a\n', caret: { up: 0, column: 0 } }],
  ['text with colours', '\x1b[31mred\x1b[39m\n', { erases: false, body: '\x1b[31mred\x1b[39m\n', caret: null }],
])('%s is read as what it is', (_what, text, expected) => {
  expect(readInkWrite(text)).toEqual(expected)
})

test('the lines of a frame end with its newline, and an empty last line stays', () => {
  expect(frameLines('a\nb\n')).toEqual(['a', 'b'])
  expect(frameLines('a\n\n')).toEqual(['a', ''])
  expect(frameLines('\n')).toEqual([''])
})
