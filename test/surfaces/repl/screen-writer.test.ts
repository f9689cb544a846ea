import { describe, expect, test, vi } from 'vitest'
import { ScreenWriter } from '../../../src/surfaces/repl/screen-writer.ts'
import { fakeSchedule } from './fake-schedule.ts'
import { FakeTerminal } from './fake-terminal.ts'

const BEGIN = '\x1b[?2026h'
const END = '\x1b[?2026l'
const SETTLE_MS = 30

function rig({ columns = 40, rows = 10, reflows = true } = {}) {
  const screen = new FakeTerminal(columns, rows)
  const { schedule, advance } = fakeSchedule()
  const writer = new ScreenWriter({ screen, schedule, settleMs: SETTLE_MS, reflows })
  let height = 0
  const erased = () => (height === 0 ? '' : `${'\x1b[2K\x1b[1A'.repeat(height)}\x1b[2K\x1b[G`)
  const bracket = (...writes: string[]) => {
    for (const text of [BEGIN, ...writes, END]) writer.write(text)
  }
  /** Writes as Ink 6.8 does. */
  const ink = {
    clear: () => {
      writer.write(erased())
      height = 0
    },
    frame: (...lines: string[]) => {
      bracket(`${erased()}${lines.join('\n')}\n`)
      height = lines.length
    },
    print: (text: string, ...lines: string[]) => {
      bracket(erased(), text, `${lines.join('\n')}\n`)
      height = lines.length
    },
  }
  return { screen, writer, advance, ink, bracket }
}

describe('Ink is told', () => {
  test('of so many rows that it never clears the scrollback, and of the true columns', () => {
    const { writer } = rig()
    expect([writer.rows > 10_000, writer.columns, writer.isTTY, writer.screenRows]).toEqual([true, 40, true, 10])
  })
})

describe('frames', () => {
  test('are sent as the lines that differ, at once', async () => {
    const { screen, ink } = rig()
    ink.frame('one', '> ')
    ink.frame('one', '> s')
    expect(screen.written.at(-1)).toBe(`${BEGIN}\x1b[1A> s\x1b[K\n${END}`)
    expect(await screen.text()).toEqual(['one', '> s'])
  })

  test('cost nothing when nothing differs', () => {
    const { screen, ink } = rig()
    ink.frame('one')
    const before = screen.written.length
    ink.frame('one')
    expect(screen.written.length).toBe(before)
  })

  test('stay below printed text, which is printed once', async () => {
    const { screen, ink } = rig()
    ink.print('answer 1\n', '> ')
    ink.frame('> s')
    ink.print('answer 2\n', '> ')
    ink.frame('working', '> ')
    ink.print('answer 3\nanswer 4\n', '> ')
    expect(await screen.text()).toEqual(['answer 1', 'answer 2', 'answer 3', 'answer 4', '>'])
  })

  test('are cleared at once when Ink clears, because stderr may be written next', async () => {
    const { screen, ink, writer } = rig()
    ink.frame('one', '> ')
    writer.write(BEGIN)
    ink.clear()
    screen.write('from stderr\n')
    writer.write('one\n> \n')
    writer.write(END)
    expect(await screen.text()).toEqual(['from stderr', 'one', '>'])
  })

  test('as high as the screen keep their last rows and wipe nothing', async () => {
    const { screen, ink } = rig({ rows: 5 })
    screen.write('history 1\nhistory 2\n')
    for (const tick of ['a', 'b', 'c']) ink.frame('1', '2', '3', '4', `> ${tick}`)
    expect(screen.bytes).not.toContain('\x1b[3J')
    expect(screen.bytes).not.toContain('\x1b[2J')
    expect(await screen.text()).toEqual(['history 1', 'history 2', '2', '3', '4', '> c'])
  })

  test('show the cursor where Ink wants it, and follow a mere move', async () => {
    const { screen, bracket } = rig()
    bracket('> ab\nstatus\n\x1b[2A\x1b[5G\x1b[?25h')
    expect(await screen.cursor()).toEqual([0, 4])
    bracket('\x1b[?25l\x1b[2B\x1b[1G\x1b[2A\x1b[4G\x1b[?25h')
    expect(await screen.cursor()).toEqual([0, 3])
    expect(await screen.text()).toEqual(['> ab', 'status'])
  })
})

describe('other writes', () => {
  test('outside a bracket go through untouched', () => {
    const { screen, writer } = rig()
    writer.write('\x1b[?25l')
    writer.write('\x1b]52;c;aGk=\x07')
    expect(screen.written).toEqual(['\x1b[?25l', '\x1b]52;c;aGk=\x07'])
  })

  test('tell when they are done', () => {
    const done = vi.fn()
    rig().writer.write('', done)
    expect(done).toHaveBeenCalledOnce()
  })
})

describe('a resize', () => {
  const box = (columns: number) => [`+${'-'.repeat(columns - 2)}+`, '> ']

  test('erases at once, also the rows that the terminal wrapped', async () => {
    const { screen, ink } = rig()
    screen.write('history\n')
    ink.frame(...box(40))
    screen.resize(25)
    expect(await screen.text()).toEqual(['history'])
  })

  test('does not erase what stands above, where the terminal cuts instead of wrapping', () => {
    const { screen, ink } = rig({ reflows: false })
    ink.frame(...box(40))
    screen.resize(25)
    expect(screen.written.at(-1)).toBe(`${BEGIN}\r\x1b[2A\x1b[J${END}`)
  })

  test('is told to Ink once, when the size has been still for a while', () => {
    const { screen, writer, advance } = rig()
    const resized = vi.fn()
    writer.on('resize', resized)
    for (const columns of [39, 38, 37]) {
      screen.resize(columns)
      advance(SETTLE_MS - 1)
    }
    expect([resized.mock.calls.length, writer.columns]).toEqual([0, 40])
    advance(1)
    expect([resized.mock.calls.length, writer.columns]).toEqual([1, 37])
  })

  test('shows the frame that Ink drew for the new size, and nothing in between', async () => {
    const { screen, writer, ink, advance } = rig()
    writer.on('resize', () => ink.frame(...box(writer.columns)))
    ink.frame(...box(40))
    screen.resize(30)
    ink.frame(...box(40))
    expect(await screen.text()).toEqual([])
    advance(SETTLE_MS)
    expect(await screen.text()).toEqual([box(30)[0], '>'])
  })

  test('shows the kept frame again when Ink has nothing new to draw', async () => {
    const { screen, ink, advance } = rig()
    ink.frame('short', '> ')
    screen.resize(60)
    ink.frame('newer', '> ')
    advance(SETTLE_MS)
    expect(await screen.text()).toEqual([])
    advance(SETTLE_MS)
    expect(await screen.text()).toEqual(['newer', '>'])
  })

  test('does not show a kept frame that is too wide by now', async () => {
    const { screen, ink, advance } = rig()
    ink.frame(...box(40))
    screen.resize(30)
    advance(10 * SETTLE_MS)
    expect(await screen.text()).toEqual([])
    ink.frame(...box(30))
    expect(await screen.text()).toEqual([box(30)[0], '>'])
  })

  test('lets printed text through at once', async () => {
    const { screen, ink, advance } = rig()
    ink.frame('> ')
    screen.resize(60)
    ink.print('answer\n', '> ')
    expect(await screen.text()).toEqual(['answer'])
    advance(2 * SETTLE_MS)
    expect(await screen.text()).toEqual(['answer', '>'])
  })
})

describe('closing', () => {
  test('leaves the last frame with the cursor below it, also in the middle of a resize', async () => {
    const { screen, bracket, writer, advance } = rig()
    bracket('> ab\nstatus\n\x1b[2A\x1b[5G\x1b[?25h')
    screen.resize(50)
    writer.close()
    expect(await screen.text()).toEqual(['> ab', 'status'])
    expect(await screen.cursor()).toEqual([2, 0])
    screen.resize(60)
    advance(1_000)
    expect(await screen.text()).toEqual(['> ab', 'status'])
  })
})
