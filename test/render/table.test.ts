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

test('too wide: the widest column gives way and goes on below', () => {
  expect(draw(50, HEAD, ROW)).toMatchInlineSnapshot(`
    [
      "Pool        Size  What it is for",
      "──────────  ────  ────────────────────────────────",
      "healthcare     5  Symptoms, conditions, medicines",
      "                  in general and first aid",
    ]
  `)
})

test('times stay whole while there are words to shorten', () => {
  const asked = ['11', '2026-11-21 19:12:19', 'how does tennis scoring work, and since when']
  expect(draw(42, ['Task', 'Asked', 'Ask'], asked).slice(2)).toEqual([
    '  11  2026-11-21 19:12:19  how does tennis',
    '                           scoring work,',
    '                           and since when',
  ])
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

test('where no screen has to hold it, every row is one whole line', () => {
  const drawn = renderTable(HEAD, [ROW, ['sports', '3', 'Odds']], { width: 24, paint: plain, whole: true })
  expect(drawn.slice(2)).toEqual([
    'healthcare     5  Symptoms, conditions, medicines in general and first aid',
    'sports         3  Odds',
  ])
})

test('in a list a cell as long as a book is cut', () => {
  expect(draw(24, HEAD, ['general', '1', 'word '.repeat(4_000)]).length).toBeLessThan(10)
})

test('without rows the head stands alone', () => {
  expect(draw(40, ['A', 'B'])).toEqual(['A  B', '─  ─'])
})

test('a name that is to be copied is never cut: words give way, and where there are none each row is a list', () => {
  const head = ['Session', 'Turns', 'Began with']
  const row = ['s-083llpi1dhtexw *', '12', 'what is a mortgage and how does one get it']
  expect(draw(50, head, row)[2]).toMatch(/^s-083llpi1dhtexw \* +12 {2}what is a/)
  const models = ['OpenAI', 'set OPENAI_API_KEY', 'gpt-5.1-turbo-large', 'gpt-5.1-mini']
  const drawn = draw(50, ['Provider', 'State', 'Flagship', 'Economy'], models).join('\n')
  for (const name of models) expect(drawn).toContain(name)
})
