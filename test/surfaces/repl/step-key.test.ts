import { describe, expect, test } from 'vitest'
import type { ReplState } from '../../../src/surfaces/repl/repl-state.ts'
import { stepEvent } from '../../../src/surfaces/repl/step-event.ts'
import { pasted, START, typing } from './type-keys.ts'

const UP = '\x1b[A'
const RIGHT = '\x1b[C'
const kinds = (bytes: string, state?: ReplState) => typing(bytes, state).acts.map((act) => act.kind)
const textAfter = (bytes: string, state?: ReplState) => typing(bytes, state).state.editor.text
const BUSY = typing('watch\r').state

describe('Enter', () => {
  test('remembers the line and runs it', () => {
    const { state, acts } = typing('status\r')
    expect(acts.map((act) => act.kind)).toEqual(['remember', 'run'])
    expect([state.turn?.line.text, state.editor.text, state.history.entries.at(-1)]).toEqual(['status', '', 'status'])
  })

  test('on nothing or white space does nothing', () => {
    expect(kinds('\r   \r')).toEqual([])
  })

  test('does not write down a line that begins with a space', () => {
    expect(kinds(' secret\r')).toEqual(['run'])
  })

  test('behind a backslash makes a new line', () => {
    expect(typing('a\\\rb').state.editor.text).toBe('a\nb')
  })

  test.each(['exit', 'quit', ':q', '/exit', 'QUIT'])('on %s quits', (word) => {
    expect(kinds(`${word}\r`)).toContain('quit')
  })

  test.each(['clear', '/clear'])('on %s clears at once, also while a line runs', (word) => {
    expect(kinds(`${word}\r`, BUSY)).toEqual(['clear'])
  })
})

describe('lines that are typed while another runs', () => {
  test('wait in order and run one after the other', () => {
    const { state } = typing('one\rtwo\rexit\r', BUSY)
    expect(state.queue.map(({ text }) => text)).toEqual(['one', 'two', 'exit'])
    const first = stepEvent(state, { kind: 'ended' })
    const second = stepEvent(first.state, { kind: 'ended' })
    const third = stepEvent(second.state, { kind: 'ended' })
    expect([first, second, third].map(({ acts }) => acts)).toEqual([
      [{ kind: 'run', line: expect.objectContaining({ text: 'one' }) }],
      [{ kind: 'run', line: expect.objectContaining({ text: 'two' }) }],
      [{ kind: 'quit' }],
    ])
  })

  test('run after a cancelled line too', () => {
    const { state, acts } = typing('next\r\x1b', BUSY)
    expect(acts.at(-1)).toEqual({ kind: 'cancel' })
    expect(stepEvent(state, { kind: 'ended' }).state.turn?.line.text).toBe('next')
  })
})

describe('Esc', () => {
  test('cancels what runs, once, and keeps what is typed', () => {
    const { state, acts } = typing('draft\x1b\x1b', BUSY)
    expect(acts).toEqual([{ kind: 'cancel' }])
    expect([state.editor.text, state.turn?.cancelling]).toEqual(['draft', true])
  })

  test('closes the choices before it cancels anything', () => {
    const { state, acts } = typing('scale \t\x1b', BUSY)
    expect([acts, state.menu]).toEqual([[], null])
  })

  test('on an idle prompt does nothing', () => {
    expect(textAfter('abc\x1b')).toBe('abc')
  })
})

describe('Ctrl+C', () => {
  test('clears a line first, then arms, then quits', () => {
    expect([textAfter('abc\x03'), kinds('abc\x03'), kinds('abc\x03\x03'), kinds('abc\x03\x03\x03')]).toEqual([
      '',
      [],
      [],
      ['quit'],
    ])
  })

  test('does not quit when a key came between', () => {
    expect(kinds('\x03a\x03\x03')).toEqual([])
  })

  test('on an empty line cancels what runs', () => {
    expect(kinds('\x03', BUSY)).toEqual(['cancel'])
  })
})

test('Ctrl+D quits on an empty line and erases in another', () => {
  expect([kinds('\x04'), textAfter('ab\x01\x04')]).toEqual([['quit'], 'b'])
})

test('? shows the keys on an empty line and is a character in another', () => {
  expect([kinds('?'), textAfter('why?')]).toEqual([['show-keys'], 'why?'])
})

describe('Tab', () => {
  test('completes what is certain', () => {
    expect(textAfter('stat\t')).toBe('status ')
  })

  test('goes round the choices, and Enter takes one without running the line', () => {
    const { state, acts } = typing('scale \t\t\t\r')
    expect([state.editor.text, state.menu, acts]).toEqual(['scale sports ', null, []])
  })

  test('with Shift goes back', () => {
    expect(textAfter('scale \t\x1b[Z')).toBe('scale sports')
  })

  test('takes the suggestion where no word can be completed', () => {
    expect(textAfter('scale healthcare\x05 \t', START)).toBe('scale healthcare up ')
  })

  test('ends with any character that is typed', () => {
    expect(typing('scale \tsp').state.menu).toBeNull()
  })
})

describe('the suggestion', () => {
  test.each([
    ['Right', RIGHT, 'scale healthcare up'],
    ['Ctrl+E', '\x05', 'scale healthcare up'],
    ['Alt+Right, by the word,', '\x1b[1;3C\x1b[1;3C', 'scale healthcare'],
  ])('is taken by %s at the end of the line', (_key, bytes, expected) => {
    expect(textAfter(`sca${bytes}`)).toBe(expected)
  })

  test('is left alone inside the line', () => {
    expect(textAfter(`sca\x01${RIGHT}`)).toBe('sca')
  })
})

describe('the history', () => {
  test('is walked with Up from the last line on', () => {
    expect([textAfter(UP), textAfter(UP + UP)]).toEqual(['scale healthcare up', 'status'])
  })

  test('is searched with Ctrl+R; Enter takes the line without running it', () => {
    const { state, acts } = typing('\x12heal\r')
    expect([state.editor.text, acts]).toEqual(['scale healthcare up', []])
  })
})

describe('a question', () => {
  const question = { command: 'scale healthcare up', grave: false }
  const asked = stepEvent(BUSY, { kind: 'asked', question }).state
  const grave = stepEvent(BUSY, { kind: 'asked', question: { command: 'kill on', grave: true } }).state

  test.each([
    ['y', true],
    ['Y', true],
    ['\r', true],
    ['n', false],
    ['\x1b', false],
    ['\x03', false],
  ])('is answered by %j', (bytes, yes) => {
    const { state, acts } = typing(bytes, asked)
    expect([acts, state.question]).toEqual([[{ kind: 'answer', yes }], null])
  })

  test('about what may do harm is answered no by Enter alone, and yes by y', () => {
    expect(typing('\r', grave).acts).toEqual([{ kind: 'answer', yes: false }])
    expect(typing('y', grave).acts).toEqual([{ kind: 'answer', yes: true }])
  })

  test('is not answered by anything else', () => {
    const { state, acts } = typing(`xq \t${pasted('yes')}`, asked)
    expect([acts, state.question]).toEqual([[], question])
  })
})

describe('a paste', () => {
  const big = Array.from({ length: 35 }, (_, i) => `row ${i}`).join('\n')

  test('of several lines does not run by itself and is one step of undo', () => {
    expect(kinds(pasted('a\nb\nc\n'))).toEqual([])
    expect([textAfter(`x${pasted('a\nb\nc\n')}`), textAfter(`x${pasted('a\nb\nc')}\x1f`)]).toEqual(['xa\nb\nc', 'x'])
  })

  test('of many lines beside words is the material for them', () => {
    const { state } = typing(`analyse this ${pasted(big)}\r`)
    expect(state.turn?.line).toEqual({
      text: `analyse this ${big}`,
      shown: 'analyse this [paste: 35 lines]',
      split: { words: 'analyse this', material: big },
    })
  })

  test('of many lines alone is the line', () => {
    expect(typing(`${pasted(big)}\r`).state.turn?.line.split).toBeNull()
  })

  test('of many lines goes as a whole with Backspace, and the cursor jumps over it', () => {
    expect(textAfter(`a${pasted(big)}\x7f`)).toBe('a')
    expect(textAfter(`a${pasted(big)}\x1b[Db`)).toBe(`ab${big}`)
  })

  test('of many lines is opened and folded with Ctrl+O', () => {
    expect([typing(pasted(big)).state.unfolded, typing(`${pasted(big)}\x0f`).state.unfolded]).toEqual([false, true])
  })
})
