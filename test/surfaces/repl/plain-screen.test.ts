import { expect, test } from 'vitest'
import { createPlainScreen } from '../../../src/surfaces/repl/plain-screen.ts'
import { stepEvent } from '../../../src/surfaces/repl/step-event.ts'
import { FakeTerminal } from './fake-terminal.ts'
import { START, typing } from './type-keys.ts'

test('a line and its answer are appended, and the line is there once', async () => {
  const terminal = new FakeTerminal(80, 24)
  const screen = createPlainScreen(terminal)
  let state = START
  screen.draw(state)
  for (const character of 'pols\x7f\x7fols') {
    state = typing(character, state).state
    screen.draw(state)
  }
  state = typing('\r', state).state
  screen.draw(state)
  screen.print('> pools\n')
  screen.draw(stepEvent(state, { kind: 'stage', text: 'counting' }).state)
  screen.print('five\n')
  screen.draw(stepEvent(state, { kind: 'ended' }).state)
  expect(await terminal.text()).toEqual(['> pools', '… counting', 'five', '>'])
  expect(terminal.bytes).not.toContain('\x1b')
})

test('a question and the choices of Tab are told in words', async () => {
  const terminal = new FakeTerminal(80, 24)
  const screen = createPlainScreen(terminal)
  screen.draw(typing('scale \t').state)
  screen.draw(
    stepEvent(typing('x\r').state, { kind: 'asked', question: { command: 'scale sports up', grave: false } }).state,
  )
  const text = (await terminal.text()).join('\n')
  expect(text).toContain('2 choices: healthcare, sports')
  expect(text).toContain('Run "scale sports up"? y or n')
})
