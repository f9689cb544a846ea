import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { plain } from '../../../src/render/format.ts'
import { type LiveView, viewOf } from '../../../src/surfaces/repl/live-view.ts'
import type { ReplEvent, ReplState } from '../../../src/surfaces/repl/repl-state.ts'
import { stepEvent } from '../../../src/surfaces/repl/step-event.ts'
import { pasted, START, typing } from './type-keys.ts'

const LOOK = { columns: 60, rows: 24, paint: plain, session: 's-1' }
const FLEET = { pools: 5, active: 2, queued: 1, by: 'handbook', killed: false }
const having = (state: ReplState, ...events: ReplEvent[]) =>
  events.reduce((it, event) => stepEvent(it, event).state, state)
const rowsOf = ({ tail, status, prompt, menu }: LiveView) => [...tail, ...status, ...prompt, ...menu]
const BUSY = typing('ask\r').state

describe('the status line', () => {
  test('names the session, the fleet and who answers', () => {
    const view = viewOf(having(START, { kind: 'fleet', fleet: FLEET }), LOOK)
    expect(rowsOf(view)).toEqual(['s-1 · 5 pools · 2 active · 1 queued · handbook', '> '])
  })

  test('says when the kill switch is on', () => {
    const view = viewOf(having(START, { kind: 'fleet', fleet: { ...FLEET, killed: true } }), LOOK)
    expect(view.status[0]).toContain('kill switch is on')
  })

  test('tells what runs and what comes next', () => {
    const state = having(typing('pools\rstatus\r', BUSY).state, { kind: 'stage', text: 'reading the handbook' })
    expect(viewOf(state, LOOK).status.slice(0, 2)).toEqual([
      '⠋ reading the handbook · Esc cancels',
      'next: pools · status',
    ])
  })

  test('stands still after the first output', () => {
    const spoken = having(BUSY, { kind: 'piece', text: 'a' }, { kind: 'tick' })
    expect(viewOf(spoken, LOOK).status[0]).toBe('… working · Esc cancels')
  })
})

describe('an answer that comes in pieces', () => {
  test('shows its end in a third of the screen', () => {
    const text = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')
    expect(viewOf(having(BUSY, { kind: 'piece', text }), LOOK).tail).toEqual(
      Array.from({ length: 8 }, (_, i) => `line ${i + 32}`),
    )
  })

  test('cannot write to the terminal', () => {
    const state = having(BUSY, { kind: 'piece', text: 'a\x1b]52;c;' }, { kind: 'piece', text: 'aGk=\x07b\x1b[2J' })
    expect(viewOf(state, LOOK).tail).toEqual(['ab'])
  })
})

test('a question takes the place of the prompt', () => {
  const view = viewOf(having(BUSY, { kind: 'asked', question: { command: 'scale sports up', grave: false } }), LOOK)
  expect([view.prompt, view.caret.column]).toEqual([['Run "scale sports up"? [Y/n]'], 29])
  const grave = viewOf(having(BUSY, { kind: 'asked', question: { command: 'kill on', grave: true } }), LOOK)
  expect(grave.prompt).toEqual(['Run "kill on"? [y/N]'])
})

test('the choices stand below the prompt, the chosen one marked', () => {
  expect(viewOf(typing('scale \t\t').state, LOOK).menu).toEqual(['›healthcare  sports     '])
})

test('however small the terminal, every row fits and one row stays free', () => {
  const events: ReplEvent[] = [
    { kind: 'fleet', fleet: { ...FLEET, killed: true } },
    { kind: 'piece', text: 'word '.repeat(200) },
  ]
  const crowded = having(typing(`one\rtwo\r${pasted('a\nb\nc\nd\ne\nf')}\nscale \t`, BUSY).state, ...events)
  const size = fc.record({ columns: fc.integer({ min: 20, max: 200 }), rows: fc.integer({ min: 3, max: 60 }) })
  fc.assert(
    fc.property(size, (terminal) => {
      const rows = rowsOf(viewOf(crowded, { ...LOOK, ...terminal }))
      expect(rows.length).toBeLessThan(terminal.rows)
      for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(terminal.columns)
    }),
  )
})
