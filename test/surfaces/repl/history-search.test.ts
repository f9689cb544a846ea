import { describe, expect, test } from 'vitest'
import { foundLine, type SearchStep, startSearch, stepSearch } from '../../../src/surfaces/repl/history-search.ts'
import { type Key, pressed } from '../../../src/surfaces/repl/key.ts'

const LINES = ['status', 'scale healthcare up', 'scale sports down', 'restart failed']
const DRAFT = { text: 'half a line', cursor: 4 }

const typed = (text: string): Key[] => [...text].map((character) => ({ kind: 'text', text: character }))
const RETURN = pressed('enter')
const AGAIN = pressed('r', { ctrl: true })

function search(...keys: Key[]): SearchStep {
  let step: SearchStep = { state: 'searching', search: startSearch(DRAFT) }
  for (const key of keys) if (step.state === 'searching') step = stepSearch(step.search, key, LINES)
  return step
}

/** The query and the line that is shown, with a `!` when nothing further was found. */
function shown(step: SearchStep): string {
  if (step.state === 'ended') return `ended with ${step.draft.text}`
  return `${step.search.query}: ${foundLine(step.search, LINES)}${step.search.failed ? ' !' : ''}`
}

describe('a reverse search', () => {
  test('shows the newest line with what is typed', () => {
    expect(shown(search(...typed('scale')))).toBe('scale: scale sports down')
  })

  test('narrows from the line that is shown', () => {
    expect(shown(search(...typed('s'), AGAIN, AGAIN, ...typed('c')))).toBe('sc: scale healthcare up')
    expect(shown(search(...typed('scale '), AGAIN, ...typed('h')))).toBe('scale h: scale healthcare up')
  })

  test('goes on to older lines, and keeps the last one when there are no more', () => {
    expect(shown(search(...typed('scale'), AGAIN))).toBe('scale: scale healthcare up')
    expect(shown(search(...typed('scale'), AGAIN, AGAIN))).toBe('scale: scale healthcare up !')
  })

  test('says so when nothing matches, and recovers with Backspace', () => {
    expect(shown(search(...typed('upz')))).toBe('upz: scale healthcare up !')
    expect(shown(search(...typed('upz'), pressed('backspace')))).toBe('up: scale healthcare up')
  })

  test('shows nothing when the query is erased, a whole character at a time', () => {
    expect(shown(search(...typed('🤖'), pressed('backspace')))).toBe(': null')
  })

  test('does nothing on Ctrl+R without a query', () => {
    expect(shown(search(AGAIN))).toBe(': null')
  })

  test.each([pressed('escape'), pressed('c', { ctrl: true }), pressed('g', { ctrl: true })])(
    'gives the draft back: $name',
    (key) => {
      expect(search(...typed('scale'), key)).toEqual({ state: 'ended', draft: DRAFT, again: false })
    },
  )

  test('takes the line with Enter without running it', () => {
    expect(search(...typed('health'), RETURN)).toEqual({
      state: 'ended',
      draft: { text: 'scale healthcare up', cursor: 19 },
      again: false,
    })
  })

  test('takes the line with an arrow and passes the arrow on', () => {
    expect(search(...typed('health'), pressed('left'))).toMatchObject({ again: true, draft: { cursor: 19 } })
  })

  test('that found nothing ends with the draft', () => {
    expect(search(...typed('zzz'), RETURN)).toMatchObject({ draft: DRAFT })
  })
})
