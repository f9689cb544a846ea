import xterm from '@xterm/headless'
import { type IPty, spawn } from 'node-pty'

/** A program in a terminal: what a person would see and do. */
export interface Pty {
  /** Sends keys as bytes: `\r` is Enter, `\x1b` Esc, `\t` Tab. */
  type(keys: string): void
  /** Sends text as a terminal sends what was pasted. */
  paste(text: string): void
  resize(columns: number, rows: number): void
  /** The rows of the screen, without white space at their ends. */
  screen(): string[]
  /** Everything from the first line of the scrollback on, without the empty lines at the end. */
  text(): string[]
  /** Row on the screen and column, from 0. */
  cursor(): { readonly row: number; readonly column: number }
  /** All bytes that the program wrote. */
  bytes(): string
  /** Resolves as soon as it is true of the screen's text; rejects with the screen after the deadline. */
  until(what: string | ((text: string) => boolean), deadlineMs?: number): Promise<void>
  /** The exit code. */
  readonly ended: Promise<number>
  kill(signal?: string): void
}

export interface PtyOptions {
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
}

const DEADLINE_MS = 30_000

/** Starts a TypeScript program from source in a terminal of its own. */
export function openPty(program: string, args: readonly string[], options: PtyOptions = {}): Pty {
  const { columns: cols = 100, rows = 30, env = {} } = options
  const process = spawn(node, ['--import', 'tsx', program, ...args], {
    cols,
    rows,
    cwd: root,
    env: { ...quiet, ...env },
  })
  const terminal = new xterm.Terminal({ cols, rows, scrollback: 5_000, allowProposedApi: true })
  return new RunningPty(process, terminal)
}

const { execPath: node } = process
const root = new URL('../../', import.meta.url).pathname
// Ink draws nothing live where it believes to run in CI, and a coding agent's mark would take the person's rights away.
const quiet = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
}

class RunningPty implements Pty {
  readonly ended: Promise<number>
  readonly #process: IPty
  readonly #terminal: InstanceType<typeof xterm.Terminal>
  readonly #looks = new Set<() => void>()
  #bytes = ''

  constructor(process: IPty, terminal: InstanceType<typeof xterm.Terminal>) {
    this.#process = process
    this.#terminal = terminal
    process.onData((data) => {
      this.#bytes += data
      terminal.write(data, () => this.#look())
    })
    // Questions that a program asks the terminal are answered as a terminal does.
    terminal.onData((answer) => process.write(answer))
    this.ended = new Promise((resolve) => process.onExit(({ exitCode }) => resolve(exitCode)))
  }

  type(keys: string): void {
    this.#process.write(keys)
  }

  paste(text: string): void {
    this.#process.write(`\x1b[200~${text}\x1b[201~`)
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows)
    this.#process.resize(columns, rows)
  }

  screen(): string[] {
    const { active } = this.#terminal.buffer
    return this.#rows(active.baseY, active.baseY + this.#terminal.rows)
  }

  text(): string[] {
    const rows = this.#rows(0, this.#terminal.buffer.active.length)
    return rows.slice(0, rows.findLastIndex((row) => row !== '') + 1)
  }

  cursor(): { row: number; column: number } {
    const { cursorY, cursorX } = this.#terminal.buffer.active
    return { row: cursorY, column: cursorX }
  }

  bytes(): string {
    return this.#bytes
  }

  until(what: string | ((text: string) => boolean), deadlineMs = DEADLINE_MS): Promise<void> {
    const fits = typeof what === 'string' ? (text: string) => text.includes(what) : what
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!fits(this.screen().join('\n'))) return
        clearTimeout(timer)
        this.#looks.delete(look)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#looks.delete(look)
        reject(new Error(`not seen in ${deadlineMs} ms: ${String(what)}\n${this.screen().join('\n')}`))
      }, deadlineMs)
      this.#looks.add(look)
      look()
    })
  }

  kill(signal = 'SIGKILL'): void {
    this.#process.kill(signal)
  }

  #look(): void {
    for (const look of [...this.#looks]) look()
  }

  #rows(from: number, to: number): string[] {
    const { active } = this.#terminal.buffer
    return Array.from({ length: to - from }, (_, i) => (active.getLine(from + i)?.translateToString() ?? '').trimEnd())
  }
}
