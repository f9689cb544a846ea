import { describe, expect, test } from 'vitest'
import { addLine, createHistory, type History, newer, older } from '../../../src/surfaces/repl/history.ts'

const LINES = ['status', 'scale healthcare up', 'pools', 'Scale sports down', 'tasks']

/** What the prompt shows after each step, begun with a text whose cursor stands at `|`. */
function walk(marked: string, steps: readonly ('up' | 'down')[], lines = LINES): string[] {
  let history: History = createHistory(lines)
  let shown = { text: marked.replace('|', ''), cursor: marked.indexOf('|') }
  return steps.map((step) => {
    const next = step === 'up' ? older(history, shown) : newer(history, shown)
    history = next.history
    shown = next.draft ?? shown
    return next.draft ? `${shown.text.slice(0, shown.cursor)}|${shown.text.slice(shown.cursor)}` : '-'
  })
}

describe('adding', () => {
  test('keeps each line once, at its newest place', () => {
    expect(addLine(createHistory(LINES), 'pools').entries).toEqual([
      'status',
      'scale healthcare up',
      'Scale sports down',
      'tasks',
      'pools',
    ])
  })

  test('drops the oldest beyond 2,000', () => {
    const many = createHistory(Array.from({ length: 2_000 }, (_, index) => `line ${index}`))
    const { entries } = addLine(many, 'new')
    expect([entries.length, entries[0], entries.at(-1)]).toEqual([2_000, 'line 1', 'new'])
  })

  test.each([
    ['an empty line', ''],
    ['a blank line', '  '],
    ['a line that begins with a space', ' secret'],
    ['more than 64 KiB', 'x'.repeat(65_537)],
  ])('keeps %s out', (_what, line) => {
    expect(addLine(createHistory(['status']), line).entries).toEqual(['status'])
  })

  test('ends a walk', () => {
    const { history } = older(createHistory(LINES), { text: '', cursor: 0 })
    expect(addLine(history, 'pools').walk).toBeNull()
  })
})

describe('up and down', () => {
  test('from an empty prompt show every line, and the empty prompt again', () => {
    expect(walk('|', ['up', 'up', 'down', 'down', 'down'])).toEqual([
      'tasks|',
      'Scale sports down|',
      'tasks|',
      '|',
      '-',
    ])
  })

  test('stop at the oldest', () => {
    expect(walk('|', ['up', 'up'], ['status'])).toEqual(['status|', '-'])
  })

  test('show only lines with what stands before the cursor, and give the draft and its cursor back', () => {
    expect(walk('scale| x', ['up', 'up', 'up', 'down', 'down'])).toEqual([
      'Scale sports down|',
      'scale healthcare up|',
      '-',
      'Scale sports down|',
      'scale| x',
    ])
  })

  test('find it inside a line too, and a capital matches only a capital', () => {
    expect(walk('health|', ['up'])).toEqual(['scale healthcare up|'])
    expect(walk('Scale|', ['up', 'up'])).toEqual(['Scale sports down|', '-'])
  })

  test('skip the line that is typed already', () => {
    expect(walk('tasks|', ['up'])).toEqual(['-'])
  })

  test('begin anew when the shown line was edited', () => {
    const first = older(createHistory(LINES), { text: 'scale', cursor: 5 })
    const edited = older(first.history, { text: 'po', cursor: 2 })
    expect(edited.draft?.text).toBe('Scale sports down')
    expect(newer(edited.history, { text: 'Scale sports down', cursor: 17 }).draft).toEqual({ text: 'po', cursor: 2 })
  })

  test('leave the history as it was when nothing matches', () => {
    const history = createHistory(LINES)
    expect(older(history, { text: 'zzz', cursor: 3 })).toEqual({ history, draft: null })
  })
})
