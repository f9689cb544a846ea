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
  const asked = ['11', '2026-11-21 19:12:19', 'how does tennis scoring work, and since when is it so']
  expect(draw(52, ['Task', 'Asked', 'Ask'], asked).slice(2)).toEqual([
    '  11  2026-11-21 19:12:19  how does tennis scoring',
    '                           work, and since when is',
    '                           it so',
  ])
})

test('where the last words have no room beside the others they stand below their row', () => {
  expect(draw(24, HEAD, ROW, ['sports', '3', 'Odds'])).toEqual([
    'Pool        Size',
    '  What it is for',
    '──────────  ────',
    'healthcare     5',
    '  Symptoms, conditions,',
    '  medicines in general',
    '  and first aid',
    'sports         3',
    '  Odds',
  ])
})

test('a path that is too long for its column stands below its row, and the others stay where they are', () => {
  const path = '/home/ada/projects/first-of-them/notes.txt'
  expect(draw(50, HEAD, ['general', '1', `about ${path} please`], ROW).slice(2)).toEqual([
    'general        1',
    `  about ${path}`,
    '  please',
    'healthcare     5  Symptoms, conditions, medicines',
    '                  in general and first aid',
  ])
})

test('far too wide: each row is a list in which nothing is lost', () => {
  const head = ['Pool', 'State', 'Next', 'Runs']
  expect(draw(24, head, ['healthcare', 'open', '2026-11-21 19:12:19', '5'], ['a', 'b', 'n/a', '6'])).toEqual([
    'Pool: healthcare',
    'State: open',
    'Next: 2026-11-21',
    '19:12:19',
    'Runs: 5',
    '',
    'Pool: a',
    'State: b',
    'Next: n/a',
    'Runs: 6',
  ])
})

test('where no screen has to hold it, every row is one whole line', () => {
  const drawn = renderTable(HEAD, [ROW, ['sports', '3', 'Odds']], { width: 24, paint: plain, whole: true })
  expect(drawn.slice(2)).toEqual([
    'healthcare     5  Symptoms, conditions, medicines in general and first aid',
    'sports         3  Odds',
  ])
})

test('a cell as long as a book is cut, beside the others, below them and in a list', () => {
  const book = 'word '.repeat(4_000)
  for (const width of [60, 24]) expect(draw(width, HEAD, ['general', '1', book]).length).toBeLessThan(10)
  expect(draw(24, ['A', 'B', 'C'], [book, book, '1']).length).toBeLessThan(20)
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
