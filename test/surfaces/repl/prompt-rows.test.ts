import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { plain } from '../../../src/render/format.ts'
import { foldsIn } from '../../../src/surfaces/repl/paste-folds.ts'
import { layOutPrompt, windowOf } from '../../../src/surfaces/repl/prompt-rows.ts'

const lay = (marked: string, width = 12, ghost = '') => {
  const cursor = marked.indexOf('|')
  return layOutPrompt({ text: marked.replace('|', ''), cursor, folds: [], ghost }, width, plain)
}

describe('a prompt', () => {
  test.each([
    ['|', ['> '], [0, 2]],
    ['abc|', ['> abc'], [0, 5]],
    ['a|bc', ['> abc'], [0, 3]],
    ['one\ntw|o', ['> one', '  two'], [1, 4]],
    ['one\n|', ['> one', '  '], [1, 2]],
    ['0123456789abc|', ['> 0123456789', '  abc'], [1, 5]],
    ['0123456789|', ['> 0123456789', '  '], [1, 2]],
    ['漢字漢字漢字|', ['> 漢字漢字漢', '  字'], [1, 4]],
    ['a\tb|', ['> a  b'], [0, 6]],
  ])('of %j has its rows and its cursor', (marked, rows, [row, column]) => {
    expect(lay(marked)).toEqual({ rows, caret: { row, column } })
  })

  test('shows the suggestion behind the text as far as it fits', () => {
    expect(lay('sca|', 12, 'le healthcare').rows).toEqual(['> scale hea…'])
  })

  test('shows a big paste as its chip', () => {
    const big = Array.from({ length: 35 }, () => 'row').join('\n')
    const text = `look: ${big} ok`
    const prompted = { text, cursor: text.length, folds: foldsIn(text, [big]), ghost: '' }
    expect(layOutPrompt(prompted, 60, plain)).toEqual({
      rows: ['> look: [paste: 35 lines] ok'],
      caret: { row: 0, column: 28 },
    })
  })

  test('that is higher than its window shows the rows around the cursor', () => {
    const all = lay('a\nb\nc|\nd\ne')
    expect(windowOf(all, 3)).toEqual({ rows: ['  b', '  c', '  d'], caret: { row: 1, column: 3 } })
  })

  test('never has a row that is too wide, or a cursor outside of it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '👩‍👩‍👧', '\n', ' ', '\t') })
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 30 }), (line, width) => {
        const { rows, caret } = layOutPrompt({ text: line, cursor: line.length, folds: [], ghost: 'x' }, width, plain)
        for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(width)
        expect(caret.column).toBeLessThan(width)
        expect(caret.row).toBe(rows.length - 1)
      }),
    )
  })
})
