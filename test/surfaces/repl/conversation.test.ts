import { describe, expect, test } from 'vitest'
import { createConversation } from '../../../src/surfaces/repl/conversation.ts'
import type { Line, ReplState } from '../../../src/surfaces/repl/repl-state.ts'
import { createSpinner } from '../../../src/surfaces/repl/spin.ts'
import { fakeSchedule } from './fake-schedule.ts'
import { keysOf, START } from './type-keys.ts'

/** A conversation whose lines run until the test ends them. */
function open() {
  const did: string[] = []
  const drawn: ReplState[] = []
  const timer = fakeSchedule()
  let end: () => void = () => undefined
  const screen = {
    draw: (state: ReplState) => void drawn.push(state),
    print: (text: string) => void did.push(`print ${text}`),
    clear: () => void did.push('clear'),
    close: () => void did.push('close'),
  }
  const talk = createConversation(START, screen, {
    run: (line: Line, signal) => {
      did.push(`run ${line.text}`)
      signal.addEventListener('abort', () => did.push('aborted'))
      return new Promise((resolve) => {
        end = resolve
      })
    },
    remember: (text) => void did.push(`remember ${text}`),
    showKeys: () => void did.push('keys'),
    quit: () => void did.push('quit'),
    watch: createSpinner(() => talk.hear({ kind: 'tick' }), timer.schedule),
  })
  const type = (bytes: string) => {
    for (const key of keysOf(bytes)) talk.key(key)
  }
  const finish = async () => {
    end()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { talk, type, did, drawn, finish, timer }
}

describe('a conversation', () => {
  test('runs lines one after the other', async () => {
    const { type, did, finish } = open()
    type('one\rtwo\r')
    expect(did).toEqual(['remember one', 'run one', 'remember two'])
    await finish()
    expect(did.at(-1)).toBe('run two')
  })

  test('aborts only the line that runs', async () => {
    const { type, did, finish } = open()
    type('one\rtwo\r\x1b')
    expect(did.filter((what) => what === 'aborted')).toHaveLength(1)
    await finish()
    expect(did.at(-1)).toBe('run two')
  })

  test('gives the answer to who asked', async () => {
    const { talk, type } = open()
    type('one\r')
    const answer = talk.ask({ command: 'scale sports up', grave: false })
    type('y')
    expect(await answer).toBe(true)
  })

  test('says nothing more after it was closed', () => {
    const { talk, type, did, drawn } = open()
    talk.close()
    type('status\r')
    talk.print('late\n')
    expect([did, drawn.length]).toEqual([['close'], 1])
  })
})

describe('the spinner', () => {
  test('turns only while a line runs that has said nothing', async () => {
    const { talk, type, timer, finish } = open()
    expect(timer.waiting()).toBe(0)
    type('one\r')
    timer.advance(360)
    expect(talk.state().turn?.frame).toBe(3)
    talk.hear({ kind: 'piece', text: 'a' })
    expect(timer.waiting()).toBe(0)
    await finish()
    expect(timer.waiting()).toBe(0)
  })

  test('waits for the answer to a question', () => {
    const { talk, type, timer } = open()
    type('one\r')
    void talk.ask({ command: 'scale sports up', grave: false })
    expect(timer.waiting()).toBe(0)
    type('y')
    expect(timer.waiting()).toBe(1)
  })
})
