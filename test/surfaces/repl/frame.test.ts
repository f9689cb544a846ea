import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, erase, type Frame, fits, paint } from '../../../src/surfaces/repl/frame.ts'
import { FakeTerminal } from './fake-terminal.ts'

const frame = (lines: readonly string[], caret: Frame['caret'] = null): Frame => ({ lines, caret })

async function shownAfter(frames: readonly Frame[], columns = 20, rows = 10): Promise<string[]> {
  const terminal = new FakeTerminal(columns, rows)
  terminal.write('before\n')
  let shown: Frame | null = null
  for (const next of frames) {
    terminal.write(paint(shown, next, columns))
    shown = next
  }
  terminal.write('after')
  return terminal.text()
}

describe('painting', () => {
  test('writes nothing when nothing differs', () => {
    expect(paint(frame(['a', 'b']), frame(['a', 'b']), 20)).toBe('')
  })

  test('writes only the line that differs', () => {
    expect(paint(frame(['a', 'b', 'c']), frame(['a', 'x', 'c']), 20)).toBe('\x1b[2Ax\x1b[K\n\x1b[1B')
  })

  test('does not erase after a line that fills its row, which would take its last character', async () => {
    const full = 'x'.repeat(20)
    expect(paint(frame(['a']), frame([full]), 20)).toBe(`\x1b[1A${full}\n`)
    expect(await shownAfter([frame(['a']), frame([full])])).toEqual(['before', full, 'after'])
  })

  test('moves a shown cursor, and knows where it left it', async () => {
    const terminal = new FakeTerminal(20, 10)
    const one = frame(['> ab', 'status'], { up: 2, column: 4 })
    const two = frame(['> abc', 'status'], { up: 2, column: 5 })
    terminal.write(paint(null, one, 20))
    terminal.write(paint(one, two, 20))
    expect(await terminal.cursor()).toEqual([0, 5])
    terminal.write(paint(two, frame(two.lines), 20))
    expect(await terminal.cursor()).toEqual([2, 0])
    expect(await terminal.text()).toEqual(['> abc', 'status'])
  })

  test('any sequence of frames leaves exactly the last one, with everything around it untouched', async () => {
    const line = fc.constantFrom('', 'a', 'bb', '漢字', '🤖!', 'x'.repeat(20), '\x1b[31mred\x1b[0m')
    const lines = fc.array(line, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(lines, { minLength: 1, maxLength: 6 }), async (all) => {
        const last = all.at(-1) ?? []
        const plain = last.map((text) => text.replace(/\x1b\[\d+m/g, ''))
        expect(await shownAfter(all.map((one) => frame(one)))).toEqual(['before', ...plain, 'after'])
      }),
      { numRuns: 300 },
    )
  })
})

describe('erasing', () => {
  const size = { columns: 10, rows: 8 }

  test('goes up by the rows that the lines take after the terminal wrapped them', () => {
    expect(erase(frame(['x'.repeat(25), 'y', '漢'.repeat(6)]), size, true)).toBe('\r\x1b[6A\x1b[J')
  })

  test('goes up by the lines where the terminal does not wrap anew', () => {
    expect(erase(frame(['x'.repeat(25), 'y', 'z']), size, false)).toBe('\r\x1b[3A\x1b[J')
  })

  test('never goes up further than the screen is high', () => {
    expect(erase(frame(['x'.repeat(200)]), size, true)).toBe('\r\x1b[7A\x1b[J')
  })

  test('begins at a shown cursor and counts its row once, as some terminals do not wrap it', () => {
    expect(erase(frame(['a', 'b'.repeat(25), 'c'], { up: 2, column: 23 }), size, true)).toBe('\x1b[?25l\r\x1b[1A\x1b[J')
  })
})

describe('clipping', () => {
  test('keeps the last lines, one row less than the screen has', () => {
    expect(clip(frame(['a', 'b', 'c', 'd'], { up: 1, column: 0 }), 3)).toEqual(frame(['c', 'd'], { up: 1, column: 0 }))
  })

  test('hides a cursor that is cut off', () => {
    expect(clip(frame(['a', 'b', 'c'], { up: 3, column: 0 }), 3).caret).toBeNull()
  })

  test('leaves a line even on a screen of one row', () => {
    expect(clip(frame(['a', 'b']), 1).lines).toEqual(['b'])
  })
})

test('a frame fits when no line is wider than the columns', () => {
  expect(fits(frame(['漢字']), 4)).toBe(true)
  expect(fits(frame(['漢字']), 3)).toBe(false)
})
