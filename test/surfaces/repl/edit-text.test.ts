import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundaryAfter,
  boundaryBefore,
  boundaryFrom,
  columnOf,
  isVisibleCharacter,
  isWordCharacter,
  lineEnd,
  lineStart,
  positionAtColumn,
  wordAfter,
  wordBefore,
} from '../../../src/surfaces/repl/edit-text.ts'

const FAMILY = '👨‍👩‍👧'
const FLAGS = '🇩🇪🇫🇷'

/** Every boundary of a text, by reading it from the start. */
function boundaries(text: string): number[] {
  return [...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length)
}

// Pieces that join with their neighbours: marks, joiners, halves of flags, Hangul parts, skin tones.
const joining = fc.constantFrom(
  'e',
  '\u0301',
  '\u200d',
  '👨',
  '👩',
  '🇩',
  '🇪',
  '🏽',
  '가',
  '\u1100',
  '\u1161',
  '漢',
  ' ',
  '\n',
  '_',
  'न',
  'ि',
)
const text = fc.array(joining, { maxLength: 14 }).map((pieces) => pieces.join(''))

describe('boundaries', () => {
  test.each([
    ['a family', FAMILY],
    ['an e with an accent of its own', 'e\u0301'],
    ['a CJK character', '漢'],
    ['an emoji', '🤖'],
    ['a flag', '🇩🇪'],
  ])('%s is one step', (_what, grapheme) => {
    expect(boundaryAfter(grapheme, 0)).toBe(grapheme.length)
    expect(boundaryBefore(grapheme, grapheme.length)).toBe(0)
  })

  test('two flags are two steps, also from behind', () => {
    expect(boundaryBefore(FLAGS, 8)).toBe(4)
    expect(boundaryBefore(FLAGS, 4)).toBe(0)
  })

  test('at any position they are those that a reading from the start finds', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (value, any) => {
        const at = Math.min(any, value.length)
        const all = boundaries(value)
        expect(boundaryFrom(value, at)).toBe(all.find((boundary) => boundary >= at))
        expect(boundaryAfter(value, at)).toBe(all.find((boundary) => boundary > at) ?? value.length)
        expect(boundaryBefore(value, at)).toBe(all.findLast((boundary) => boundary < at) ?? 0)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('words', () => {
  test.each([
    ['scale healthcare up', 19, 17],
    ['scale healthcare up', 17, 6],
    ['a-b', 3, 2],
    ['a - ', 4, 0],
    ['über_alles', 10, 0],
    ['漢字 仮名', 5, 3],
    ['🤖🤖', 4, 0],
  ])('before %j at %i begins at %i', (value, at, expected) => {
    expect(wordBefore(value, at, isWordCharacter)).toBe(expected)
  })

  test.each([
    ['scale healthcare up', 0, 5],
    ['scale healthcare up', 5, 16],
    ['a-b', 1, 3],
    ['  ', 0, 2],
  ])('after %j at %i ends at %i', (value, at, expected) => {
    expect(wordAfter(value, at, isWordCharacter)).toBe(expected)
  })

  test('up to white space takes an address whole', () => {
    expect(wordBefore('see https://a.b/c?d', 19, isVisibleCharacter)).toBe(4)
  })

  test('begin and end on boundaries and never on the wrong side', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.boolean(), (value, any, toSpace) => {
        const at = boundaryFrom(value, Math.min(any, value.length))
        const inWord = toSpace ? isVisibleCharacter : isWordCharacter
        const before = wordBefore(value, at, inWord)
        const after = wordAfter(value, at, inWord)
        expect(boundaries(value)).toEqual(expect.arrayContaining([before, after]))
        expect(before).toBeLessThanOrEqual(at)
        expect(after).toBeGreaterThanOrEqual(at)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('lines', () => {
  const value = '\nab\n漢字c\n'

  test('begin after the newline before and end at the newline after', () => {
    expect([0, 1, 3, 4, 7, 8].map((at) => lineStart(value, at))).toEqual([0, 1, 1, 4, 4, 8])
    expect([0, 1, 3, 4, 7, 8].map((at) => lineEnd(value, at))).toEqual([0, 3, 3, 7, 7, 8])
  })

  test('count columns as a terminal does', () => {
    expect(columnOf(value, 6)).toBe(4)
    expect(columnOf(value, 7)).toBe(5)
  })

  test('a column in the middle of a wide character is the position before it', () => {
    expect([0, 1, 2, 3, 4, 5, 99].map((column) => positionAtColumn(value, 4, column))).toEqual([4, 4, 5, 5, 6, 7, 7])
  })
})
