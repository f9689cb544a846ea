import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHistory, parseHistory } from '../../../src/surfaces/repl/history-file.ts'

describe('a history file', () => {
  test('is one JSON object a line, also for a line with newlines in it', () => {
    expect(formatHistory(['status', 'one\ntwo'])).toBe('{"line":"status"}\n{"line":"one\\ntwo"}\n')
  })

  test('of no lines is empty', () => {
    expect(formatHistory([])).toBe('')
    expect(parseHistory('')).toEqual([])
  })

  test.each([
    ['half a row', '{"line":"sta'],
    ['no JSON', 'status'],
    ['another shape', '{"text":"status"}'],
    ['a bare string', '"status"'],
    ['null', 'null'],
    ['an escape sequence inside', '{"line":"\\u001b[2Jstatus"}'],
    ['binary', '\x00\xff\x1b'],
  ])('is read over %s', (_what, damaged) => {
    expect(parseHistory(`{"line":"a"}\n${damaged}\n{"line":"b"}\n`)).toEqual(['a', 'b'])
  })

  test('gives back what was written', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(parseHistory(formatHistory(lines))).toEqual(lines)
      }),
    )
  })

  test('can be appended to by two sessions', () => {
    expect(parseHistory(formatHistory(['a']) + formatHistory(['b']))).toEqual(['a', 'b'])
  })
})
