import type { Size } from './frame.ts'

/** What the conversation needs of the outside; `bin/` hands in the real terminal, a test another one. */
export interface ReplTerminal {
  readonly stdin: TerminalInput
  readonly stdout: TerminalOutput
  /** `process` is one: who tells that the program has to go. */
  readonly signals: Signals
  readonly color: boolean
  readonly historyPath: string
  /** Plain appended lines: nothing is ever drawn again. */
  readonly screenReader: boolean
  /** False for the plain xterm, which does not wrap its lines anew when it gets narrower. */
  readonly reflows: boolean
}

interface TerminalInput {
  setRawMode(on: boolean): unknown
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  on(event: 'end', listener: () => void): unknown
  off(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  off(event: 'end', listener: () => void): unknown
  resume(): unknown
  pause(): unknown
}

export interface TerminalOutput extends Size {
  write(text: string, done?: () => void): boolean
  on(event: 'resize', listener: () => void): unknown
  off(event: 'resize', listener: () => void): unknown
}

const QUIT_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

interface Signals {
  on(event: keyof typeof QUIT_SIGNALS | 'exit', listener: () => void): unknown
  off(event: keyof typeof QUIT_SIGNALS | 'exit', listener: () => void): unknown
}

/** Who hears of the terminal. */
export interface TerminalEars {
  readonly onBytes: (bytes: Uint8Array) => void
  /** The person or the system ends the program with this exit code. */
  readonly onLeave: (code: number) => void
}

const BRACKETED_PASTE = '\x1b[?2004h'
const AS_BEFORE = '\x1b[?2004l\x1b[?25h'

/** Takes the keyboard: every byte comes as it is typed. The answer gives the terminal back, at most once. */
export function takeTerminal(terminal: ReplTerminal, { onBytes, onLeave }: TerminalEars): () => void {
  const { stdin, stdout, signals } = terminal
  const leaving = Object.entries(QUIT_SIGNALS).map(
    ([name, code]) => [name as keyof typeof QUIT_SIGNALS, () => onLeave(code)] as const,
  )
  const onEnd = () => onLeave(0)
  let first = true
  const onData = (bytes: Uint8Array) => {
    onBytes(first ? typedAhead(bytes) : bytes)
    first = false
  }
  let taken = true
  const giveBack = () => {
    if (!taken) return
    taken = false
    for (const [name, listener] of leaving) signals.off(name, listener)
    signals.off('exit', giveBack)
    stdin.off('data', onData)
    stdin.off('end', onEnd)
    stdin.setRawMode(false)
    stdin.pause()
    if (obeys(terminal)) stdout.write(AS_BEFORE)
  }
  for (const [name, listener] of leaving) signals.on(name, listener)
  // The last resort when something unforeseen ends the process: the shell must not be left in raw mode.
  signals.on('exit', giveBack)
  stdin.setRawMode(true)
  stdin.on('data', onData)
  stdin.on('end', onEnd)
  stdin.resume()
  if (obeys(terminal)) stdout.write(BRACKETED_PASTE)
  return giveBack
}

/** Appended lines without colour are what a dumb terminal gets; it would show an escape sequence as garbage. */
const obeys = ({ color, screenReader }: ReplTerminal): boolean => color || !screenReader

const PASTE_START = '\x1b[200~'

/**
 * What was typed before the keyboard was taken comes in the first read, and there the line discipline has turned Enter
 * into a newline.
 */
function typedAhead(bytes: Uint8Array): Uint8Array {
  const read = Buffer.from(bytes)
  return read.includes(PASTE_START) ? bytes : read.map((byte) => (byte === 10 ? 13 : byte))
}

/** A terminal that does not know its size counts as 80 × 24. */
export const knownSize = (stdout: TerminalOutput): TerminalOutput => ({
  get columns() {
    return stdout.columns || 80
  },
  get rows() {
    return stdout.rows || 24
  },
  write: (text, done) => stdout.write(text, done),
  on: (event, listener) => stdout.on(event, listener),
  off: (event, listener) => stdout.off(event, listener),
})
