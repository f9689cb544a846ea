import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EDITING_KEYS, edit } from '../../../src/surfaces/repl/editor.ts'
import { createEditor, type Editor, setDraft } from '../../../src/surfaces/repl/editor-state.ts'
import { type Key, pressed } from '../../../src/surfaces/repl/key.ts'
import { createKeyReader } from '../../../src/surfaces/repl/keys.ts'
import { fakeSchedule } from './fake-schedule.ts'

/** `ctrl+alt+left` → that key. */
function press(chord: string): Key {
  const parts = chord.split('+')
  const name = parts.pop() ?? ''
  return pressed(name, { ctrl: parts.includes('ctrl'), alt: parts.includes('alt'), shift: parts.includes('shift') })
}

const typed = (text: string): Key[] => [...text].map((character) => ({ kind: 'text', text: character }))
const paste = (text: string): Key => ({ kind: 'paste', text })
const play = (keys: readonly Key[], editor = createEditor()): Editor => keys.reduce(edit, editor)

/** An editor from a text with a `|` where the cursor stands. */
function at(marked: string): Editor {
  const cursor = marked.indexOf('|')
  return setDraft(createEditor(), { text: marked.replace('|', ''), cursor })
}

/** The text with a `|` at the cursor. */
const mark = ({ text, cursor }: Editor): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`
const played = (marked: string, ...chords: string[]): string => mark(play(chords.map(press), at(marked)))

describe('one key', () => {
  test.each([
    ['left', 'a漢|b', 'a|漢b'],
    ['left', '👨‍👩‍👧|', '|👨‍👩‍👧'],
    ['right', '|🇩🇪🇫🇷', '🇩🇪|🇫🇷'],
    ['ctrl+b', 'ab|', 'a|b'],
    ['ctrl+f', '|ab', 'a|b'],
    ['alt+b', 'scale health|', 'scale |health'],
    ['alt+f', '|scale health', 'scale| health'],
    ['ctrl+left', 'a b|', 'a |b'],
    ['ctrl+right', '|a b', 'a| b'],
    ['home', 'one\ntwo|', 'one\n|two'],
    ['end', 'on|e\ntwo', 'one|\ntwo'],
    ['ctrl+a', 'status|', '|status'],
    ['ctrl+e', '|status', 'status|'],
    ['ctrl+home', 'one\ntwo|', '|one\ntwo'],
    ['ctrl+end', '|one\ntwo', 'one\ntwo|'],
    ['backspace', 'a漢|', 'a|'],
    ['backspace', 'a🤖|', 'a|'],
    ['backspace', '🤖👨‍👩‍👧|x', '🤖|x'],
    ['ctrl+h', 'e\u0301|', '|'],
    ['delete', '|🤖x', '|x'],
    ['ctrl+d', '|漢x', '|x'],
    ['ctrl+k', 'on|e\ntwo', 'on|\ntwo'],
    ['ctrl+k', 'one|\ntwo', 'one|two'],
    ['ctrl+u', 'one\ntw|o', 'one\n|o'],
    ['ctrl+u', 'one\n|two', 'one|two'],
    ['ctrl+w', 'see a/b-c|', 'see |'],
    ['alt+backspace', 'see a/b-c|', 'see a/b-|'],
    ['alt+d', 'scale| health up', 'scale| up'],
    ['ctrl+t', 'a漢|b', 'ab漢|'],
    ['ctrl+t', '漢🤖|', '🤖漢|'],
    ['ctrl+t', 'one\nt|', 'one\nt|'],
    ['ctrl+j', 'a|b', 'a\n|b'],
    ['alt+enter', 'a|b', 'a\n|b'],
    ['shift+enter', 'a|b', 'a\n|b'],
    ['enter', 'a\\|b', 'a\n|b'],
    ['up', 'one\ntwo|', 'one|\ntwo'],
    ['down', 'o|ne\ntwo', 'one\nt|wo'],
    ['up', '漢字\nabc|', '漢|字\nabc'],
  ])('%s turns %j into %j', (chord, before, expected) => {
    expect(played(before, chord)).toBe(expected)
  })

  test('every editing key is told about, and no chord is bound twice', () => {
    const chords = EDITING_KEYS.flatMap((key) => key.chords)
    expect(new Set(chords).size).toBe(chords.length)
    expect(EDITING_KEYS.every(({ does }) => /\w/.test(does))).toBe(true)
  })
})

describe('keys that are for the surface leave the very same editor', () => {
  test.each([
    ['enter', 'status|'],
    ['up', 'on|e'],
    ['up', 'on|e\ntwo'],
    ['down', 'one\ntw|o'],
    ['ctrl+d', '|'],
    ['backspace', '|a'],
    ['tab', 'st|'],
    ['escape', 'st|'],
    ['ctrl+c', 'st|'],
    ['ctrl+r', 'st|'],
    ['ctrl+y', 'st|'],
    ['alt+y', 'st|'],
  ])('%s at %j', (chord, marked) => {
    const editor = at(marked)
    expect(edit(editor, press(chord))).toBe(editor)
  })
})

describe('up and down', () => {
  test('remember the column over a shorter line', () => {
    expect(played('long line\nab\nanother l|ine', 'up', 'up')).toBe('long line|\nab\nanother line')
    expect(played('long li|ne\nab\nanother line', 'down', 'down')).toBe('long line\nab\nanother| line')
  })

  test('forget it after another key', () => {
    expect(played('long line\nab\nanother l|ine', 'up', 'left', 'up')).toBe('l|ong line\nab\nanother line')
  })
})

describe('the kill ring', () => {
  test('gives back what was cut, wherever the cursor is by then', () => {
    expect(played('scale |health', 'ctrl+k', 'home', 'ctrl+y')).toBe('health|scale ')
  })

  test('joins cuts in a row, in reading order', () => {
    expect(played('one two |three four', 'ctrl+w', 'ctrl+w', 'ctrl+k', 'ctrl+y')).toBe('one two three four|')
  })

  test('goes to older cuts with Alt+Y', () => {
    expect(played('a b|', 'ctrl+w', 'left', 'ctrl+k', 'ctrl+y', 'alt+y')).toBe('ab|')
    expect(played('a b|', 'ctrl+w', 'left', 'ctrl+k', 'ctrl+y', 'alt+y', 'alt+y')).toBe('a |')
  })

  test('outlives the line', () => {
    const { kills } = play([press('ctrl+u')], at('again|'))
    expect(mark(edit(createEditor(kills), press('ctrl+y')))).toBe('again|')
  })

  test('swaps only what it put in, when that joined with its neighbour', () => {
    const kills = ['x', 'e']
    const yanked = edit({ ...at('|\u0301'), kills }, press('ctrl+y'))
    expect(mark(yanked)).toBe('e\u0301|')
    expect(mark(edit(yanked, press('alt+y')))).toBe('x\u0301|')
  })
})

describe('undo', () => {
  test('takes back a word at a time', () => {
    const editor = play(typed('scale health'))
    expect(mark(edit(editor, press('ctrl+_')))).toBe('scale|')
    expect(mark(play([press('ctrl+_'), press('alt+z')], editor))).toBe('|')
  })

  test('takes a paste back whole, and only the paste', () => {
    const editor = play([...typed('see '), paste('one\ntwo\nthree'), ...typed('!')])
    expect(mark(play([press('ctrl+_'), press('ctrl+_')], editor))).toBe('see |')
  })

  test('takes back a run of erasing and a run of cutting, each as one', () => {
    expect(played('abcdef|', 'backspace', 'backspace', 'backspace', 'ctrl+_')).toBe('abcdef|')
    expect(played('a b c|', 'ctrl+w', 'ctrl+w', 'ctrl+_')).toBe('a b c|')
  })

  test('and redo, until something else is typed', () => {
    const undone = play([...typed('ab'), press('ctrl+_')])
    expect(mark(edit(undone, press('alt+shift+z')))).toBe('ab|')
    const changed = play(typed('c'), undone)
    expect(edit(changed, press('alt+shift+z'))).toBe(changed)
  })

  test('brings the draft back after a line of the history came in', () => {
    const editor = setDraft(play(typed('sta')), { text: 'status', cursor: 6 })
    expect(mark(edit(editor, press('ctrl+_')))).toBe('sta|')
  })
})

describe('bytes of a terminal, as a person sends them', () => {
  function type(...reads: string[]): Editor {
    let editor = createEditor()
    const { schedule, advance } = fakeSchedule()
    const take = (key: Key) => {
      editor = edit(editor, key)
    }
    const reader = createKeyReader({ onKey: take, escapeMs: 40, schedule })
    for (const bytes of reads) {
      reader.push(Buffer.from(bytes))
      advance(3)
    }
    return editor
  }

  test('"status of pools" typed with 3 ms gaps is complete and in order', () => {
    expect(type(...'status of pools').text).toBe('status of pools')
  })

  test('Backspace takes the whole 漢 and the whole 🤖', () => {
    expect(type('漢\x7f').text).toBe('')
    expect(type('a🤖\x7f').text).toBe('a')
  })

  test('Ctrl+A moves and Ctrl+W cuts, and neither types a letter', () => {
    expect(mark(type('status of\x17\x01'))).toBe('|status ')
  })

  test('a paste of three lines stays in the prompt', () => {
    expect(mark(type('\x1b[200~one\rtwo\rthree\x1b[201~'))).toBe('one\ntwo\nthree|')
  })

  test('an emoji that comes in two reads is one character', () => {
    const [first, second] = [Buffer.from('🤖').subarray(0, 2), Buffer.from('🤖').subarray(2)]
    const keys: Key[] = []
    const reader = createKeyReader({ onKey: (key) => keys.push(key), escapeMs: 40, schedule: fakeSchedule().schedule })
    reader.push(first)
    reader.push(second)
    expect(mark(play(keys))).toBe('🤖|')
  })
})

describe('whatever the keys', () => {
  const pieces = ['a', ' ', '_', '\u0301', '\u200d', '👨', '👩', '🇩', '🇪', '🏽', '漢', '\u1100', '\u1161', '\\']
  const chords = EDITING_KEYS.flatMap((key) => key.chords)
  const key = fc.oneof(
    fc.constantFrom(...pieces).map((text): Key => ({ kind: 'text', text })),
    fc.array(fc.constantFrom(...pieces, '\n'), { maxLength: 5 }).map((parts) => paste(parts.join(''))),
    fc.constantFrom(...chords).map(press),
  )
  const isBoundary = ({ text, cursor }: Editor) =>
    cursor === text.length || [...new Intl.Segmenter().segment(text)].some(({ index }) => index === cursor)

  test('the cursor stands between two graphemes and no character is split', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        let editor = createEditor()
        for (const one of keys) {
          editor = edit(editor, one)
          expect([isBoundary(editor), /\p{Cs}/u.test(editor.text), mark(editor)]).toEqual([true, false, mark(editor)])
        }
      }),
      { numRuns: 1_500 },
    )
  })

  test('undo leads back to the empty prompt, and redo from there to where it was', () => {
    const changes = key.filter((one) => one.kind !== 'key' || !/^[_/z-]$/.test(one.name))
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 40 }), (keys) => {
        const end = play(keys)
        const back = end.past.reduce<Editor>((editor) => edit(editor, press('ctrl+_')), end)
        expect([back.text, back.cursor, back.past.length]).toEqual(['', 0, 0])
        const again = back.future.reduce<Editor>((editor) => edit(editor, press('alt+shift+z')), back)
        expect(again.text).toBe(end.text)
      }),
      { numRuns: 1_500 },
    )
  })
})
