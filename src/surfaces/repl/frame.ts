import stringWidth from 'string-width'

/** What stands in the live region: its lines, and where the cursor is shown among them. */
export interface Frame {
  readonly lines: readonly string[]
  /** Null while the cursor is hidden below the last line. */
  readonly caret: Caret | null
}

export interface Caret {
  /** Rows above the row below the last line: 1 is the last line. */
  readonly up: number
  /** Terminal column, from 0. */
  readonly column: number
}

/** The size of the terminal, in cells. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

const HIDE = '\x1b[?25l'
const SHOW = '\x1b[?25h'
const ERASE_BELOW = '\x1b[J'
const ERASE_LINE_END = '\x1b[K'

/** Wrapped in DEC mode 2026, so that a terminal shows all of it at once. */
export const atOnce = (text: string): string => `\x1b[?2026h${text}\x1b[?2026l`

/**
 * The bytes that turn what is shown into the next frame; only lines that differ are written. Empty when nothing
 * differs. Before and after, the cursor stands where the frame's caret says, or at the beginning of the row below it.
 */
export function paint(shown: Frame | null, next: Frame, columns: number): string {
  if (!shown) return next.lines.map((line) => `${line}\n`).join('') + placeCaret(next.caret)
  const lines = paintLines(shown.lines, next.lines, columns)
  if (lines === '' && sameCaret(shown.caret, next.caret)) return ''
  return leaveCaret(shown.caret) + lines + placeCaret(next.caret)
}

/**
 * The bytes that remove a frame. A terminal that was made narrower has wrapped its lines already (`reflowed`), so the
 * rows to go up are counted anew. More rows than the screen has cannot be reached; what is above them stays.
 *
 * The row of the cursor counts as one: xterm.js, which is the terminal of many editors and web pages, does not wrap it,
 * others do. Going up too far would take away what was printed above; too little leaves a row of the frame behind.
 */
export function erase({ lines, caret }: Frame, { columns, rows }: Size, reflowed: boolean): string {
  const height = (line: string) => (reflowed ? Math.max(1, Math.ceil(stringWidth(line) / columns)) : 1)
  const above = lines.slice(0, lines.length - (caret?.up ?? 0)).reduce((sum, line) => sum + height(line), 0)
  return `${caret ? HIDE : ''}\r${up(Math.min(above, rows - 1))}${ERASE_BELOW}`
}

/** The last lines that fit on the screen above the cursor's row: a row that has scrolled off can never be rewritten. */
export function clip({ lines, caret }: Frame, rows: number): Frame {
  const kept = lines.slice(-Math.max(1, rows - 1))
  return { lines: kept, caret: caret && caret.up <= kept.length ? caret : null }
}

/** True when every line fits into the columns, as it must be for one line to be one row. */
export function fits({ lines }: Frame, columns: number): boolean {
  return lines.every((line) => stringWidth(line) <= columns)
}

function paintLines(shown: readonly string[], next: readonly string[], columns: number): string {
  const first = next.findIndex((line, index) => line !== shown[index])
  const from = first === -1 ? next.length : first
  if (from === shown.length && from === next.length) return ''
  let bytes = up(shown.length - from)
  let skipped = 0
  for (const [offset, line] of next.slice(from).entries()) {
    if (line === shown[from + offset]) skipped += 1
    else {
      bytes += `${down(skipped)}${line}${stringWidth(line) < columns ? ERASE_LINE_END : ''}\n`
      skipped = 0
    }
  }
  return bytes + down(skipped) + (next.length < shown.length ? ERASE_BELOW : '')
}

function leaveCaret(caret: Caret | null): string {
  return caret ? `${HIDE}${down(caret.up)}\r` : ''
}

function placeCaret(caret: Caret | null): string {
  return caret ? `${up(caret.up)}\x1b[${caret.column + 1}G${SHOW}` : ''
}

function sameCaret(one: Caret | null, other: Caret | null): boolean {
  return one?.up === other?.up && one?.column === other?.column
}

const up = (rows: number): string => (rows > 0 ? `\x1b[${rows}A` : '')
const down = (rows: number): string => (rows > 0 ? `\x1b[${rows}B` : '')
