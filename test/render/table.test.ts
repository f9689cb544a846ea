import { expect, test } from 'vitest'
import { plain } from '../../src/render/format.ts'
import { renderTable } from '../../src/render/table.ts'

const draw = (width: number, head: string[], ...rows: string[][]) => renderTable(head, rows, { width, paint: plain })
const HEAD = ['Pool', 'Size', 'What it is for']
const ROW = ['healthcare', '5', 'Symptoms, conditions, medicines in general and first aid']

test('words stand left, numbers stand right', () => {
  expect(draw(60, ['Pool', 'Size', 'Cost'], ['a', '5', '$1.50'], ['bcd', '1,000', 'n/a'])).toMatchInlineSnapshot(`
    [
      "Pool   Size   Cost",
      "────  ─────  ─────",
      "a         5  $1.50",
      "bcd   1,000    n/a",
    ]
  `)
})

test('too wide: the widest column gives way', () => {
  expect(draw(50, HEAD, ROW)).toMatchInlineSnapshot(`
    [
      "Pool        Size  What it is for",
      "──────────  ────  ────────────────────────────────",
      "healthcare     5  Symptoms, conditions, medicines…",
    ]
  `)
})

test('far too wide: each row is a list in which nothing is lost', () => {
  expect(draw(24, HEAD, ROW, ['sports', '3', 'Odds'])).toMatchInlineSnapshot(`
    [
      "Pool: healthcare",
      "Size: 5",
      "What it is for:",
      "Symptoms, conditions,",
      "medicines in general and",
      "first aid",
      "",
      "Pool: sports",
      "Size: 3",
      "What it is for: Odds",
    ]
  `)
})

test('without rows the head stands alone', () => {
  expect(draw(40, ['A', 'B'])).toEqual(['A  B', '─  ─'])
})
