import type { Caret } from './frame.ts'

/** One write of Ink 6.8, taken apart. */
export interface InkWrite {
  /** True when it begins by erasing the last frame, line by line. */
  readonly erases: boolean
  /** What is left between the movements of the cursor: the lines of a frame, or text for the scrollback. */
  readonly body: string
  /** Where it leaves a visible cursor; null when it does not say. */
  readonly caret: Caret | null
}

// Back from where the cursor was shown, then one `ESC[2K` a line with steps up between them.
const BACK = /^\x1b\[\?25l(?:\x1b\[\d+B)?\x1b\[1G/
const ERASED = /^(?:\x1b\[2K(?:\x1b\[1A)?)+\x1b\[G/
const CARET = /(?:\x1b\[(\d+)A)?\x1b\[(\d+)G\x1b\[\?25h$/

/** What Ink meant by a write: `ESC[2K ESC[1A ESC[2K ESC[G` + `one\n` is a frame of one line that replaces another. */
export function readInkWrite(text: string): InkWrite {
  const unmoved = text.replace(BACK, '')
  const body = unmoved.replace(ERASED, '')
  const erases = body !== unmoved
  const caret = CARET.exec(body)
  if (!caret) return { erases, body, caret: null }
  return {
    erases,
    body: body.slice(0, caret.index),
    caret: { up: Number(caret[1] ?? 0), column: Number(caret[2]) - 1 },
  }
}

/** The lines of a frame's body; Ink ends it with a newline. */
export function frameLines(body: string): readonly string[] {
  return body.replace(/\n$/, '').split('\n')
}
