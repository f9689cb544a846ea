import { describe, expect, it } from 'vitest'
import { readColumn } from '../../src/tools/table-column.ts'

describe('a column of a table', () => {
  it.each([
    [
      ['$1,200', '3.5', '12 %'],
      [1200, 3.5, 12],
    ],
    [
      ['1.234,50', '0,5'],
      [1234.5, 0.5],
    ],
    [
      ['1,234', '5,678'],
      [1234, 5678],
    ],
    [
      ['(3)', '-4', '€5'],
      [-3, -4, 5],
    ],
    [
      ['1', 'n/a', ''],
      [1, null, null],
    ],
  ])('%j are numbers', (cells, numbers) => expect(readColumn('a', cells)).toMatchObject({ kind: 'number', numbers }))

  it.each([
    [['00123', '00456'], 'text'],
    [['2026-01-03', '2026-01-04'], 'date'],
    [['west', 'east', '3'], 'text'],
    [['', 'null'], 'empty'],
  ])('%j is %s', (cells, kind) => expect(readColumn('a', cells)).toMatchObject({ kind }))

  it('one odd cell among five numbers is counted, and left out', () =>
    expect(readColumn('a', ['1', '2', '3', '4', 'five'])).toMatchObject({ kind: 'number', unreadable: 1, distinct: 5 }))
})
