import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPty, type Pty, type PtyOptions } from '../../helpers/pty.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

// The conversation as a person sees it: a real process in a real terminal. Waits end with what is seen.

const MAIN = new URL('../../helpers/repl-main.ts', import.meta.url).pathname
const READY = '5 pools · 0 active'
const UP = '\x1b[A'
const STORM = [
  [70, 24],
  [60, 20],
  [90, 24],
  [50, 16],
  [100, 30],
  [80, 24],
  [75, 24],
] as const
const LEFT = '\x1b[D'

let home: ReturnType<typeof tempFolder>
const open: Pty[] = []
beforeEach(() => {
  home = tempFolder()
})
afterEach(() => {
  for (const pty of open.splice(0)) pty.kill()
  home.remove()
})

function start({ flags = [], ...options }: PtyOptions & { flags?: readonly string[] } = {}): Pty {
  const pty = openPty(MAIN, [home.path, ...flags], options)
  open.push(pty)
  return pty
}

async function ready(options?: Parameters<typeof start>[0]): Promise<Pty> {
  const pty = start(options)
  await pty.until(READY)
  return pty
}

const lastLine = (pty: Pty): string => pty.text().at(-1) ?? ''

const seen = (pty: Pty, what: string): number => pty.text().filter((line) => line.includes(what)).length

describe('a conversation', { timeout: 60_000 }, () => {
  test('runs what is typed, with the cursor where the next character goes', async () => {
    const pty = await ready()
    pty.type('statu')
    await pty.until(() => pty.cursor().column === '> statu'.length)
    pty.type('s\r')
    await pty.until('OPERATOROS SYSTEM STATUS')
    await pty.until((text) => text.includes('Failed: 0 tasks') && text.trimEnd().endsWith('>'))
    expect(pty.text().filter((line) => line === '> status')).toHaveLength(1)
  })

  test('keeps what is typed before it is ready', async () => {
    const pty = start()
    pty.type('pools\r')
    await pty.until('AGENT POOLS')
    expect(pty.bytes()).not.toContain('\x1b[3J')
  })

  test('says that its database was taken away, without being asked', async () => {
    const pty = await ready()
    const file = join(home.path, 'operatoros.db')
    const raw = new Database(file, { readonly: true })
    await expect.poll(() => raw.prepare('select id from workers').all().length, { timeout: 10_000 }).toBe(1)
    raw.close()
    rmSync(file)
    await pty.until('was removed while it was open')
  })

  test('tells a reminder when it is due, while nobody types', async () => {
    const pty = await ready()
    const raw = new Database(join(home.path, 'operatoros.db'))
    raw.exec(`insert into alerts (rule, subject, level, state, message, hint, raised_ms)
      values ('reminder', '1/0', 'info', 'open', 'Reminder: call my mom', 'schedule 1 (in 8s)', 0)`)
    raw.close()
    await pty.until('Reminder: call my mom')
    expect(seen(pty, 'Reminder: call my mom')).toBe(1)
  })

  test('lets a line be edited in the middle', async () => {
    const pty = await ready()
    pty.type('scale sports up')
    pty.type(LEFT.repeat(' up'.length))
    pty.type('\x17business')
    await pty.until('> scale business up')
    pty.type('\r')
    await pty.until('POOL BUSINESS')
  })

  test('completes with Tab and shows the choices', async () => {
    const pty = await ready()
    await typeUntilCompleted(pty)
    pty.type('\t')
    await pty.until('financial')
    pty.type('\t\t')
    await pty.until('> scale financial')
    pty.type('\r')
    await pty.until((text) => !text.includes('›'))
    pty.type('up')
    await pty.until('> scale financial up')
  })

  test('takes three pasted lines as one text that Enter has to submit', async () => {
    const pty = await ready()
    pty.paste('one\ntwo\nthree')
    await pty.until((text) => text.includes('> one\n  two\n  three'))
    pty.type('\x1f')
    await pty.until((text) => !text.includes('three'))
    expect(lastLine(pty)).toBe('>')
  })

  test('shows a big paste as a chip, until Ctrl+O opens it', async () => {
    const pty = await ready()
    pty.paste(Array.from({ length: 35 }, (_, i) => `row ${i + 1}`).join('\n'))
    await pty.until('> [paste: 35 lines]')
    pty.type('\x0f')
    await pty.until((text) => text.includes('row 35') && !text.includes('[paste'))
    pty.type('\x0f')
    await pty.until('> [paste: 35 lines]')
    pty.type('\x7f')
    await pty.until((text) => !text.includes('paste'))
  })

  test('asks before it does what a sentence wants, and takes no for an answer', async () => {
    const pty = await ready()
    pty.type('scale up the healthcare agent pool\r')
    await pty.until('Run "scale healthcare up"? [Y/n]')
    pty.type('n')
    await pty.until('Nothing was changed.')
    expect(pty.text()).toContain('→ scale healthcare up')
  })

  test('cancels with Esc what runs, and then runs what was typed meanwhile', async () => {
    const pty = await ready()
    pty.type('watch\r')
    await pty.until('Esc cancels')
    pty.type('pools\r')
    await pty.until('next: pools')
    pty.type('\x1b')
    await pty.until('✖ cancelled')
    await pty.until('AGENT POOLS')
  })

  test('keeps one prompt and every line when the window gets 60 columns wide', async () => {
    const pty = await ready()
    pty.type('status\r')
    await pty.until('Failed: 0 tasks')
    pty.type('a rather long line that has to be wrapped when the window is narrow')
    await pty.until('is narrow')
    pty.resize(60, 30)
    // The terminal wraps the row at once; drawn anew, its second row is indented.
    await pty.until(() => pty.text().some((line) => line.startsWith('  ') && line.endsWith('narrow')))
    await pty.until(() => ['> a rather', '5 pools'].every((once) => seen(pty, once) === 1))
    expect(seen(pty, 'OperatorOS')).toBe(1)
  })

  test('loses no line of an answer and keeps one prompt in a storm of resizes', async () => {
    const pty = await ready({ rows: 24 })
    pty.type('status\r')
    await pty.until('Failed: 0 tasks')
    pty.type('a draft that is long enough to be wrapped in every narrow window, is it not')
    await pty.until('is it not')
    for (const [columns, rows] of STORM) pty.resize(columns, rows)
    pty.type('!')
    await pty.until(() => ['ot!', '5 pools', '> a draft'].every((once) => seen(pty, once) === 1))
    expect([seen(pty, 'OperatorOS'), seen(pty, 'Failed: 0 tasks')]).toEqual([1, 1])
    expect(pty.bytes()).not.toContain('\x1b[3J')
  })

  test('shows the keys for a ? on an empty line', async () => {
    const pty = await ready({ rows: 60 })
    pty.type('?')
    await pty.until('search the history')
    expect(pty.text().join('\n')).toContain('one word left')
  })

  test('remembers in the next run what was typed in the last one', async () => {
    const first = await ready()
    first.type('status\r')
    await first.until('Failed: 0 tasks')
    first.type('exit\r')
    expect(await first.ended).toBe(0)
    expect(statSync(join(home.path, 'history.jsonl')).mode & 0o777).toBe(0o600)
    const second = await ready()
    second.type(UP)
    await second.until('> exit')
    second.type(UP)
    await second.until('> status')
    second.type('\x03\x12stat')
    await second.until('search: stat → status')
    second.type('\x1b')
    await second.until((text) => !text.includes('search:'))
  })
})

describe('the terminal', { timeout: 60_000 }, () => {
  test.each([
    ['Ctrl+D', (pty: Pty) => pty.type('\x04'), 0],
    ['Ctrl+C twice', (pty: Pty) => pty.type('\x03\x03'), 0],
    [':q', (pty: Pty) => pty.type(':q\r'), 0],
    ['SIGTERM', (pty: Pty) => pty.kill('SIGTERM'), 143],
    ['SIGHUP', (pty: Pty) => pty.kill('SIGHUP'), 129],
  ])('is given back after %s', async (_name, leave, code) => {
    const pty = await ready()
    leave(pty)
    expect(await pty.ended).toBe(code)
    expect(pty.bytes().lastIndexOf('\x1b[?25h')).toBeGreaterThan(pty.bytes().lastIndexOf('\x1b[?25l'))
    expect(pty.bytes().lastIndexOf('\x1b[?2004l')).toBeGreaterThan(pty.bytes().lastIndexOf('\x1b[?2004h'))
  })

  test('gets no colour when none is wanted', async () => {
    const pty = await ready({ flags: ['--no-color'] })
    pty.type('pools\r')
    await pty.until('AGENT POOLS')
    expect(pty.bytes()).not.toMatch(/\x1b\[[\d;]*m/)
  })

  test('of a screen reader gets appended lines and no redrawing', async () => {
    const pty = start({ flags: ['--screen-reader'] })
    await pty.until((text) => text.trimEnd().endsWith('>'))
    pty.type('pools\r')
    await pty.until('AGENT POOLS')
    pty.type('exit\r')
    await pty.ended
    expect(pty.bytes()).not.toMatch(/\x1b\[\d*[ABCDGHJK]/)
    expect(readFileSync(join(home.path, 'history.jsonl'), 'utf8')).toBe('{"line":"pools"}\n{"line":"exit"}\n')
  })
})

/** The words for Tab come a moment after the prompt. */
async function typeUntilCompleted(pty: Pty): Promise<void> {
  pty.type('sca')
  await pty.until('> scale')
  pty.type('\t')
  await pty.until('> scale')
}
