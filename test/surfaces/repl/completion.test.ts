import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete, firstWord, type Grammar, suggest } from '../../../src/surfaces/repl/completion.ts'

const GRAMMAR: Grammar = {
  commands: [
    { name: 'status', args: [] },
    { name: 'scale', args: [{ name: 'pool' }, { name: 'direction', values: ['up', 'down'] }, { name: 'by' }] },
    { name: 'task', args: [{ name: 'ask' }] },
    { name: 'tasks', args: [{ name: 'state', values: ['queued', 'running'] }] },
    { name: 'health', args: [] },
  ],
  pools: ['healthcare', 'sports'],
}

/** The line after Tab put in what all candidates share, with the candidates when there are several. */
function tab(marked: string): string {
  const cursor = marked.indexOf('|')
  const line = marked.replace('|', '')
  const { from, to, candidates, shared } = complete(line, cursor, GRAMMAR)
  const done = `${line.slice(0, from)}${candidates.length === 0 ? line.slice(from, to) : shared}|${line.slice(to)}`
  return candidates.length > 1 ? `${done} (${candidates.join(' ')})` : done
}

const ghost = (text: string, entries: readonly string[] = []) =>
  suggest({ text, cursor: text.length }, entries, GRAMMAR)

describe('Tab', () => {
  test.each([
    ['stat|', 'status |'],
    ['/sc|', '/scale |'],
    ['/|', '/| (/status /scale /task /tasks /health)'],
    ['s|', 's| (status scale sports:)'],
    ['ta|', 'task| (task tasks)'],
    ['he|', 'health| (health healthcare:)'],
    ['HEALTHC|', 'healthcare: |'],
    ['scale |', 'scale | (healthcare sports)'],
    ['  scale  he|', '  scale  healthcare |'],
    ['/SCALE sports d|', '/SCALE sports down |'],
    ['scale he| up', 'scale healthcare | up'],
    ['scale sports up 3|', 'scale sports up 3|'],
    ['scale sports up 3 x|', 'scale sports up 3 x|'],
    ['tasks r|', 'tasks running |'],
    ['nonsense he|', 'nonsense he|'],
    ['healthcare: I ha|', 'healthcare: I ha|'],
    ['xyz|', 'xyz|'],
  ])('%j becomes %j', (before, expected) => {
    expect(tab(before)).toBe(expected)
  })
})

describe('the grey suggestion', () => {
  test('is the rest of the newest line that begins so', () => {
    expect(ghost('scale', ['scale healthcare up', 'scale sports down', 'status'])).toBe(' sports down')
  })

  test('is the next word by the grammar when the history has none', () => {
    expect(ghost('sca', ['status'])).toBe('le')
    expect(ghost('scale healthcare ')).toBe('up')
    expect(ghost('scale healthcare d')).toBe('own')
  })

  test('is never empty-handed while a longer name remains', () => {
    expect(ghost('task')).toBe('s')
  })

  test.each([
    ['an empty prompt', ''],
    ['a blank prompt', '  '],
    ['a complete command', 'status'],
    ['a question', 'why does my head hurt'],
  ])('is empty for %s', (_what, text) => {
    expect(ghost(text)).toBe('')
  })

  test('is empty inside a line, and never shows a line of several lines', () => {
    expect(suggest({ text: 'scale', cursor: 2 }, ['scale sports up'], GRAMMAR)).toBe('')
    expect(ghost('one', ['one\ntwo'])).toBe('')
  })

  test('can be taken word by word', () => {
    expect([firstWord(' sports down'), firstWord('le healthcare'), firstWord('')]).toEqual([' sports', 'le', ''])
  })
})

test('whatever is typed, the word before the cursor is what would be replaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (line, any) => {
      const cursor = Math.min(any, line.length)
      const { from, to } = complete(line, cursor, GRAMMAR)
      expect(to).toBe(cursor)
      expect(line.slice(from, to)).not.toMatch(/\s/u)
      expect(from === 0 || /\s/u.test(line.charAt(from - 1))).toBe(true)
    }),
  )
})
