import { StringDecoder } from 'node:string_decoder'
import { inertText } from '../../base/inert-text.ts'
import { cutKey } from './cut-key.ts'
import { type Key, pressed, withAlt } from './key.ts'
import type { Schedule } from './schedule.ts'

export interface KeyReader {
  /** Takes what was read from stdin, cut anywhere: inside a sequence, inside a character. */
  push(bytes: Uint8Array): void
  /** Tells what is still waiting as it stands and stops the timer. */
  close(): void
}

export interface KeyReaderOptions {
  readonly onKey: (key: Key) => void
  /** How long a lone Esc may still become a sequence; 25 to 50. */
  readonly escapeMs: number
  readonly schedule: Schedule
}

/**
 * Raw bytes of a terminal → keys. A reader is always in one of four states:
 *
 * - *idle*: everything is told; the next byte moves it.
 * - *escape*: Esc alone (or Alt with `]`, `P`, `_`) waits `escapeMs`; more bytes make it a sequence, silence a key.
 * - *sequence*: a sequence that was begun waits a second for its end; silence drops it.
 * - *paste*: between the markers of a bracketed paste; the end marker tells it as one key, five seconds of silence too.
 */
export function createKeyReader(options: KeyReaderOptions): KeyReader {
  return new TerminalKeys(options)
}

const PASTE_END = '\x1b[201~'
// A sequence comes in one packet; what has not come after a second will not come.
const SEQUENCE_MS = 1_000
// Ending a slow paste too early would type its rest, and a newline in it would submit; a lost end marker is rare.
const PASTE_MS = 5_000

class TerminalKeys implements KeyReader {
  readonly #options: KeyReaderOptions
  readonly #decoder = new StringDecoder('utf8')
  #pending = ''
  #paste: string[] | null = null
  #cancel: (() => void) | null = null

  constructor(options: KeyReaderOptions) {
    this.#options = options
  }

  push(bytes: Uint8Array): void {
    this.#pending += this.#decoder.write(bytes)
    this.#drain()
    this.#rest()
    const wait = this.#wait()
    if (wait !== null) this.#cancel = this.#options.schedule(() => this.#giveUp(), wait)
  }

  close(): void {
    this.#pending += this.#decoder.end()
    this.#drain()
    this.#rest()
    this.#giveUp()
  }

  #drain(): void {
    let moved = true
    while (moved && this.#pending !== '') moved = this.#paste ? this.#drainPaste(this.#paste) : this.#drainKey()
  }

  #drainKey(): boolean {
    const cut = cutKey(this.#pending)
    if (!cut) return false
    this.#pending = this.#pending.slice(cut.length)
    if (cut.key === 'paste-start') this.#paste = []
    else if (cut.key) this.#options.onKey(cut.key)
    return true
  }

  #drainPaste(parts: string[]): boolean {
    const end = this.#pending.indexOf(PASTE_END)
    // The end marker may be cut by the read: its possible beginning stays.
    const length = end === -1 ? Math.max(0, this.#pending.length - PASTE_END.length + 1) : end
    parts.push(this.#pending.slice(0, length))
    this.#pending = this.#pending.slice(end === -1 ? length : length + PASTE_END.length)
    if (end !== -1) this.#tellPaste(parts)
    return end !== -1
  }

  #tellPaste(parts: readonly string[]): void {
    this.#paste = null
    this.#options.onKey({ kind: 'paste', text: inertText(parts.join('')) })
  }

  #rest(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  /** Milliseconds until `giveUp`; null when nothing waits. */
  #wait(): number | null {
    if (this.#paste) return PASTE_MS
    if (this.#pending === '') return null
    return unfinishedKeys(this.#pending).length > 0 ? this.#options.escapeMs : SEQUENCE_MS
  }

  #giveUp(): void {
    const left = this.#pending
    this.#pending = ''
    if (this.#paste) this.#tellPaste([...this.#paste, left])
    else for (const key of unfinishedKeys(left)) this.#options.onKey(key)
  }
}

/** What an unfinished input means when nothing follows: Esc, Esc Esc or Alt with a character; nothing for a torso. */
function unfinishedKeys(input: string): readonly Key[] {
  if (/^\x1b+$/.test(input)) return [...input].map(() => pressed('escape'))
  return /^\x1b[\]P_]$/.test(input) ? [withAlt({ kind: 'text', text: input.charAt(1) })] : []
}
