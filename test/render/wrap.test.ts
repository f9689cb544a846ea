import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { fitTo, padTo, widthOf, wrapText } from '../../src/render/wrap.ts'

describe('columns', () => {
  test.each([
    ['', 0],
    ['plain', 5],
    ['naïve – “quoted” … │ █', 22],
    ['名前', 4],
    ['한국어', 6],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['a\u200bb', 2],
  ])('%s takes %i', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  test('agree with string-width for letters of every script', () => {
    const letters = fc.stringMatching(/^[\p{L}\p{N}\p{P} ]{0,20}$/u)
    fc.assert(
      fc.property(letters, (text) => {
        expect(widthOf(text)).toBe(stringWidth(text))
      }),
    )
  })
})

describe('wrapping', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 20, ['one two three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a abcdefgh b', 4, ['a', 'abcd', 'efgh', 'b']],
    ['名前は何', 5, ['名前', 'は何']],
    ['', 5, ['']],
  ])('%j at %i', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines)
  })

  test('loses no letter, and no line is too wide', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäö名👍 ]{0,80}$/u), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapText(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
      }),
    )
  })
})

test.each([
  ['short', 10, 'short'],
  ['exactly', 7, 'exactly'],
  ['too long', 5, 'too …'],
  ['名前は何', 5, '名前…'],
])('%j fits into %i as %j', (text, width, fitted) => {
  expect(fitTo(text, width)).toBe(fitted)
})

test('padding counts columns, not letters', () => {
  expect(padTo('名前', 6)).toBe('名前  ')
  expect(padTo('too long', 3)).toBe('too long')
})
