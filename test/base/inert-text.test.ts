import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inertLine, inertText } from '../../src/base/inert-text.ts'

describe('what a terminal would obey is gone, what a person reads stays', () => {
  test.each([
    ['plain words, ümläuts, 名前, 👩‍👩‍👧', 'plain words, ümläuts, 名前, 👩‍👩‍👧'],
    ['tab\tand\nnewline', 'tab\tand\nnewline'],
    ['old\r\nand older\rends', 'old\nand older\nends'],
    ['\x1b[31mred\x1b[0m', 'red'],
    ['\x1b[1;4:3;38;2;1;2;3mrich\x1b[m', 'rich'],
    ['\x1b[2J\x1b[Hwiped', 'wiped'],
    ['\x1b[?1049h\x1b[?25lhidden', 'hidden'],
    ['\x1b[>4;2mkeys', 'keys'],
    ['\x9b31mC1 red', 'C1 red'],
    ['\x1b]0;title\x07after', 'after'],
    ['\x1b]0;title\x1b\\after', 'after'],
    ['\x9d0;title\x9cafter', 'after'],
    ['\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\', 'link'],
    ['\x1b]52;c;aGVsbG8=\x07copied', 'copied'],
    ['\x1bP1$r0m\x1b\\after', 'after'],
    ['\x1b_apc\x1b\\\x1b^pm\x1b\\\x1bXsos\x1b\\after', 'after'],
    ['\x1bcreset', 'reset'],
    ['\x1b(0lqk', 'lqk'],
    ['bell\x07 back\x08space null\x00 delete\x7f', 'bell backspace null delete'],
    ['\x85next \x84index', 'next index'],
    ['ends with \x1b', 'ends with '],
    ['ends with \x1b[31', 'ends with '],
    ['rm \u202egnp.exe\u202c \u2066x\u2069', 'rm gnp.exe x'],
  ])('%j is %j', (text, inert) => {
    // Of a sequence that was cut off, only the introducer may be left to remove.
    if (text.endsWith('[31')) expect(inertText(text)).not.toContain('\x1b')
    else expect(inertText(text)).toBe(inert)
  })

  test('a sequence that was hidden inside another one does not appear when that one is gone', () => {
    for (const text of [
      '\x1b\x1b[31m[31mred',
      '\x1b[\x1b[31m31mred',
      '\x9b\x9b31m31mred',
      '\x1b]\x1b]0;a\x070;b\x07red',
    ]) {
      expect(inertText(text)).not.toMatch(/[\x1b\x9b\x9d\x07]/)
    }
  })

  test('no text keeps a control character, and doing it twice changes nothing', () => {
    const piece = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      '31m',
      '\x9b',
      '\x9d',
      '\x07',
      '\\',
      'P',
      'a',
      '\u202e',
      '\n',
      '\r',
      '8;;x',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const once = inertText(text)
          expect(once).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
          expect(inertText(once)).toBe(once)
        },
      ),
      { numRuns: 500 },
    )
  })
})

test.each([
  { text: ' a\n b\t c ', max: 20, line: 'a b c' },
  { text: 'exactly ten', max: 11, line: 'exactly ten' },
  { text: 'exactly ten', max: 10, line: 'exactly t…' },
  { text: 'cut at space', max: 8, line: 'cut at…' },
  { text: '\x1b[31mred', max: 20, line: 'red' },
])('$text in $max characters is "$line"', ({ text, max, line }) => {
  expect(inertLine(text, max)).toBe(line)
})
