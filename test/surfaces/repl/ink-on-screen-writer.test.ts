import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { Box, type Instance, render, Static, Text, useCursor } from 'ink'
import { createElement as h } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { scheduleTimeout } from '../../../src/surfaces/repl/schedule.ts'
import { ScreenWriter } from '../../../src/surfaces/repl/screen-writer.ts'
import { FakeTerminal } from './fake-terminal.ts'

// The real Ink 6.8 on a model of a terminal. Ink's timers are turned by hand; the terminal plays what it got afterwards.

// Ink draws nothing but the last frame when it believes to run in CI, and decides that when it is imported.
vi.hoisted(() => {
  process.env.CI = 'false'
  process.env.CONTINUOUS_INTEGRATION = 'false'
})

const HISTORY = Array.from({ length: 60 }, (_, index) => `history ${index}`)
const WIPE = '\x1b[3J'

const mounted: Instance[] = []
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const instance of mounted.splice(0)) instance.unmount()
  vi.useRealTimers()
})

function start(tree: React.ReactNode, { columns = 80, rows = 24, writer: wanted = true } = {}) {
  const terminal = new FakeTerminal(columns, rows)
  terminal.write(HISTORY.map((line) => `${line}\n`).join(''))
  const writer = new ScreenWriter({ screen: terminal, schedule: scheduleTimeout, settleMs: 30, reflows: true })
  const stdout = (wanted ? writer : Object.assign(terminal, { isTTY: true })) as unknown as NodeJS.WriteStream
  const stdin = new PassThrough() as unknown as NodeJS.ReadStream
  const instance = render(tree, { stdout, stdin, patchConsole: false, exitOnCtrlC: false })
  mounted.push(instance)
  const show = (next: React.ReactNode) => {
    instance.rerender(next)
    vi.advanceTimersByTime(100)
  }
  const resize = (to: number, height = rows) => {
    terminal.resize(to, height)
    vi.advanceTimersByTime(200)
  }
  vi.advanceTimersByTime(100)
  return { terminal, writer, show, resize, instance }
}

async function textOf(terminal: FakeTerminal): Promise<string[]> {
  vi.useRealTimers()
  return terminal.text()
}

const rows = (count: number, tick: number) =>
  h(
    Box,
    { flexDirection: 'column' },
    ...Array.from({ length: count }, (_, row) =>
      h(Text, { key: row }, `row ${row}${row === 3 ? ` tick ${tick}` : ''}`),
    ),
  )

const prompt = (line: string) =>
  h(
    Box,
    { flexDirection: 'column' },
    h(Box, { borderStyle: 'round' }, h(Text, null, 'status: 3 working')),
    h(Text, null, `> ${line}`),
  )

function turns(lines: readonly string[], line = '') {
  const printed = { items: [...lines], children: (text: string) => h(Text, { key: text }, text) }
  return h(Box, { flexDirection: 'column' }, h(Static<string>, printed), prompt(line))
}

function CursorPrompt({ line }: { line: string }) {
  useCursor().setCursorPosition({ x: 2 + line.length, y: 0 })
  return h(Box, { flexDirection: 'column' }, h(Text, null, `> ${line}`), h(Text, null, 'status'))
}

describe('a live region as high as the screen', () => {
  test('wipes the scrollback with Ink alone: this is what the writer is for', () => {
    const { terminal, show } = start(rows(24, 0), { writer: false })
    for (let tick = 1; tick <= 5; tick++) show(rows(24, tick))
    expect(terminal.bytes).toContain(WIPE)
  })

  test.each([24, 30])('of %i rows keeps every line of the history through the writer', async (count) => {
    const { terminal, show } = start(rows(count, 0))
    for (let tick = 1; tick <= 20; tick++) show(rows(count, tick))
    expect(terminal.bytes).not.toContain(WIPE)
    const text = await textOf(terminal)
    expect(text.filter((line) => line.startsWith('history'))).toEqual(HISTORY)
    expect(text.length).toBe(60 + 23)
  })

  test('of 20 rows with one changing costs a few bytes an update, not the whole frame', () => {
    const { terminal, show } = start(rows(20, 0))
    const before = terminal.bytes.length
    for (let tick = 1; tick <= 10; tick++) show(rows(20, tick))
    expect((terminal.bytes.length - before) / 10).toBeLessThan(60)
  })
})

describe('resizing', () => {
  const count = (text: readonly string[], what: string) => text.filter((line) => line.includes(what)).length

  test('seven times leaves one box, one prompt and the whole history', async () => {
    const { terminal, resize } = start(prompt('sta'))
    for (const columns of [70, 60, 90, 50, 100, 80, 75]) resize(columns)
    const text = await textOf(terminal)
    expect([count(text, '╭'), count(text, '╰'), count(text, '> sta'), count(text, 'history')]).toEqual([1, 1, 1, 60])
    expect(text.find((line) => line.includes('╭'))).toHaveLength(75)
  })

  test('in one storm while frames keep coming leaves the same', async () => {
    const { terminal, show } = start(prompt(''))
    for (const [index, columns] of [70, 60, 50, 44, 60, 90, 100].entries()) {
      terminal.resize(columns)
      vi.advanceTimersByTime(7)
      show(prompt('s'.repeat(index)))
    }
    vi.advanceTimersByTime(200)
    const text = await textOf(terminal)
    expect([count(text, '╭'), count(text, '> ssssss'), count(text, 'history')]).toEqual([1, 1, 60])
  })

  // Wrapped anew, the frame must still fit on the screen: what a terminal pushed into its scrollback cannot be erased.
  test('to any size at which the wrapped frame fits on the screen leaves one box and one prompt', async () => {
    const size = fc.record({ columns: fc.integer({ min: 25, max: 160 }), height: fc.integer({ min: 14, max: 50 }) })
    await fc.assert(
      fc.asyncProperty(size, async ({ columns, height }) => {
        vi.useFakeTimers()
        const { terminal, resize } = start(prompt('sta'))
        resize(columns, height)
        const text = await textOf(terminal)
        expect([count(text, '╭'), count(text, '╰'), count(text, '> sta'), count(text, 'history')]).toEqual([
          1, 1, 1, 60,
        ])
      }),
      { numRuns: 60 },
    )
  })
})

describe('finished turns', () => {
  test('are printed once, in order, above the live region', async () => {
    const { terminal, show, resize } = start(turns([]))
    show(turns(['answer 1']))
    show(turns(['answer 1'], 'sta'))
    resize(60)
    show(turns(['answer 1', 'answer 2', 'answer 3']))
    const text = await textOf(terminal)
    expect(text.slice(60, 63)).toEqual(['answer 1', 'answer 2', 'answer 3'])
    expect(text.slice(63).map((line) => line.slice(0, 2))).toEqual(['╭─', '│s', '╰─', '>'])
  })

  test('leave the scrollback in place when there are more than the screen holds', async () => {
    const { terminal, show } = start(turns([]))
    const all = Array.from({ length: 100 }, (_, index) => `answer ${index}`)
    for (let end = 10; end <= 100; end += 10) show(turns(all.slice(0, end)))
    expect((await textOf(terminal)).slice(0, 160)).toEqual([...HISTORY, ...all])
  })
})

describe('the cursor of the terminal', () => {
  test('stands in the prompt where Ink puts it, for input methods', async () => {
    const { terminal, show } = start(h(CursorPrompt, { line: '' }))
    for (const line of ['s', 'st', 'sta']) show(h(CursorPrompt, { line }))
    vi.useRealTimers()
    const [row, column] = await terminal.cursor()
    expect(column).toBe(5)
    expect((await terminal.text()).slice(-2)).toEqual(['> sta', 'status'])
    expect(row).toBe(21)
  })
})

test('unmounting and closing leave the last frame and a visible cursor', async () => {
  const { terminal, instance, writer } = start(prompt('bye'))
  instance.unmount()
  writer.close()
  expect(terminal.bytes.lastIndexOf('\x1b[?25h')).toBeGreaterThan(terminal.bytes.lastIndexOf('\x1b[?25l'))
  expect((await textOf(terminal)).at(-1)).toBe('> bye')
})
