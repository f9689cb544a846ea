import { EventEmitter } from 'node:events'
import xterm from '@xterm/headless'

/**
 * A terminal without a process: takes bytes and resizes in order, like xterm with re-flow, and can be looked at. It
 * is a `Screen` of the writer.
 */
export class FakeTerminal extends EventEmitter {
  readonly written: string[] = []
  readonly #terminal: InstanceType<typeof xterm.Terminal>
  #columns: number
  #rows: number
  #script: (string | { columns: number; rows: number })[] = []

  constructor(columns: number, rows: number) {
    super()
    this.#columns = columns
    this.#rows = rows
    // As a line discipline does it: a newline also returns to the first column.
    this.#terminal = new xterm.Terminal({
      cols: columns,
      rows,
      scrollback: 5_000,
      allowProposedApi: true,
      convertEol: true,
    })
  }

  get columns(): number {
    return this.#columns
  }

  get rows(): number {
    return this.#rows
  }

  get bytes(): string {
    return this.written.join('')
  }

  write(text: string, done?: () => void): boolean {
    this.written.push(text)
    this.#script.push(text)
    done?.()
    return true
  }

  resize(columns: number, rows = this.#rows): void {
    this.#columns = columns
    this.#rows = rows
    this.#script.push({ columns, rows })
    this.emit('resize')
  }

  /** Everything from the first line of the scrollback to the cursor, without the empty lines at the end. */
  async text(): Promise<string[]> {
    await this.#play()
    const { normal } = this.#terminal.buffer
    const lines = Array.from({ length: normal.length }, (_, row) =>
      (normal.getLine(row)?.translateToString() ?? '').trimEnd(),
    )
    return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
  }

  /** Row on the screen and column of the cursor, from 0. */
  async cursor(): Promise<readonly [number, number]> {
    await this.#play()
    return [this.#terminal.buffer.active.cursorY, this.#terminal.buffer.active.cursorX]
  }

  async #play(): Promise<void> {
    const script = this.#script
    this.#script = []
    for (const step of script) {
      if (typeof step === 'string') this.#terminal.write(step)
      else {
        await this.#flush()
        this.#terminal.resize(step.columns, step.rows)
      }
    }
    await this.#flush()
  }

  #flush(): Promise<void> {
    return new Promise((resolve) => this.#terminal.write('', resolve))
  }
}
