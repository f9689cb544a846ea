import { EventEmitter } from 'node:events'
import { atOnce, clip, erase, type Frame, fits, paint, type Size } from './frame.ts'
import { frameLines, readInkWrite } from './ink-write.ts'
import type { Schedule } from './schedule.ts'

/** What the writer needs of a terminal; `process.stdout` on a TTY is one. */
interface Screen extends Size {
  write(text: string, done?: () => void): boolean
  on(event: 'resize', listener: () => void): unknown
  off(event: 'resize', listener: () => void): unknown
}

export interface ScreenWriterOptions {
  readonly screen: Screen
  readonly schedule: Schedule
  /** How long the size must stay the same before Ink draws again; about 30. */
  readonly settleMs: number
  /** True for terminals that wrap what is on the screen anew when they get narrower; all but the plain xterm do. */
  readonly reflows: boolean
}

const BEGIN = '\x1b[?2026h'
const END = '\x1b[?2026l'
const SHOW_CURSOR = '\x1b[?25h'
// Ink 6.8 clears the whole scrollback when a frame has as many rows as the terminal, so it is told of very many.
const MANY_ROWS = 100_000

/**
 * The stdout to give to Ink 6.8 (`render(tree, { stdout })`) for a conversation in the normal screen. Ink erases and
 * rewrites its whole frame each time; the writer finds the frame in that and sends only the lines that differ.
 *
 * Ink brackets each update in DEC 2026; in a bracket the last write is the frame, an erase clears at once (stderr may
 * follow), all else is text for the scrollback. Outside a bracket everything but an erase goes through untouched.
 *
 * - *live*: frames are painted. A resize of the screen erases the live region and moves it to *frozen*.
 * - *frozen*: the newest frame is kept, nothing of it is shown. `settleMs` without a resize move it to *redrawing*.
 * - *redrawing*: Ink hears of the new size. Its frame moves it to *live*; after `settleMs` without one the kept frame does.
 */
export class ScreenWriter extends EventEmitter {
  readonly isTTY = true
  readonly rows = MANY_ROWS
  readonly #options: ScreenWriterOptions
  #columns: number
  #state: 'live' | 'frozen' | 'redrawing' = 'live'
  #shown: Frame | null = null
  #kept: Frame | null = null
  #held: string | null = null
  #bracketed = false
  #cancel: (() => void) | null = null

  constructor(options: ScreenWriterOptions) {
    super()
    this.#options = options
    this.#columns = options.screen.columns
    options.screen.on('resize', this.#onResize)
  }

  /** As Ink last heard it: during a resize still the old width. */
  get columns(): number {
    return this.#columns
  }

  /** The true height; a live region should stay below it by one row, or its first rows are cut off. */
  get screenRows(): number {
    return this.#options.screen.rows
  }

  write(text: string, done?: () => void): boolean {
    if (text === BEGIN) this.#bracketed = true
    else if (text === END) this.#endBracket()
    else if (text !== '') this.#take(text)
    if (done) this.#options.screen.write('', done)
    return true
  }

  /** Shows what is still kept, leaves a visible cursor below it and lets go of the screen; the last frame stays. */
  close(): void {
    this.#cancel?.()
    this.#options.screen.off('resize', this.#onResize)
    this.#state = 'live'
    this.#showKept()
    if (this.#shown) this.#show({ lines: this.#shown.lines, caret: null })
    this.#options.screen.write(SHOW_CURSOR)
  }

  #take(text: string): void {
    const { erases, body, caret } = readInkWrite(text)
    if (erases && body === '' && !caret) this.#erase(false)
    else if (!this.#bracketed) this.#options.screen.write(text)
    else {
      this.#release()
      this.#held = text
    }
  }

  #endBracket(): void {
    const held = this.#held
    this.#bracketed = false
    this.#held = null
    if (held === null) return
    const { body, caret } = readInkWrite(held)
    if (body !== '') this.#show({ lines: frameLines(body), caret })
    else this.#show({ lines: (this.#shown ?? this.#kept)?.lines ?? [], caret })
  }

  /** What was held was not the last write of its bracket, so it is text for the scrollback. */
  #release(): void {
    if (this.#held !== null) this.#options.screen.write(this.#held)
    this.#held = null
  }

  #show(frame: Frame): void {
    this.#kept = frame
    if (this.#state === 'frozen') return
    this.#state = 'live'
    this.#cancel?.()
    const next = clip(frame, this.#options.screen.rows)
    const bytes = paint(this.#shown, next, this.#columns)
    this.#shown = next
    if (bytes !== '') this.#options.screen.write(atOnce(bytes))
  }

  #showKept(): void {
    if (this.#kept && !this.#shown && fits(this.#kept, this.#columns)) this.#show(this.#kept)
  }

  #erase(reflowed: boolean): void {
    const { screen } = this.#options
    if (this.#shown) screen.write(atOnce(erase(this.#shown, screen, reflowed)))
    this.#shown = null
  }

  readonly #onResize = (): void => {
    this.#erase(this.#options.reflows)
    this.#state = 'frozen'
    this.#wait(() => this.#redraw())
  }

  #redraw(): void {
    this.#columns = this.#options.screen.columns
    this.#state = 'redrawing'
    this.emit('resize')
    if (this.#state === 'redrawing') this.#wait(() => this.#showKept())
  }

  #wait(run: () => void): void {
    this.#cancel?.()
    this.#cancel = this.#options.schedule(run, this.#options.settleMs)
  }
}
