import type { Paint } from '../../render/format.ts'
import { fitTo, widthOf } from '../../render/wrap.ts'
import { chipOf, type Fold, splitAtFolds } from './paste-folds.ts'

/** The rows of a prompt, and the cell where the cursor stands in them. */
export interface PromptRows {
  readonly rows: readonly string[]
  readonly caret: { readonly row: number; readonly column: number }
}

/** What a prompt shows. */
export interface Prompted {
  readonly text: string
  readonly cursor: number
  readonly folds: readonly Fold[]
  /** Grey text behind the end. */
  readonly ghost: string
}

const MARK = '> '
const INDENT = '  '
const GRAPHEMES = new Intl.Segmenter()

/** Text → rows of at most `width` columns behind a `> `. Rows break between graphemes, so the cursor has one place. */
export function layOutPrompt({ text, cursor, folds, ghost }: Prompted, width: number, paint: Paint): PromptRows {
  const page = new Rows(Math.max(1, width - MARK.length))
  let at = 0
  for (const { text: part, folded } of splitAtFolds(text, folds)) {
    if (folded) {
      if (cursor === at) page.mark()
      page.put(chipOf(part), (chip) => paint('accent', chip))
    } else placeText(page, part, cursor - at)
    at += part.length
  }
  if (cursor === text.length) page.mark()
  const rows = page.rows.map((row, i) => (i === 0 ? paint('accent', MARK) : INDENT) + row)
  const last = rows.length - 1
  const left = width - widthOf(MARK) - page.column
  if (ghost !== '' && left > 1) rows[last] += paint('dim', fitTo(ghost, left))
  return { rows, caret: { row: page.caret.row, column: page.caret.column + MARK.length } }
}

/** The rows around the cursor, at most `height` of them. */
export function windowOf({ rows, caret }: PromptRows, height: number): PromptRows {
  const first = Math.max(0, Math.min(caret.row - Math.floor(height / 2), rows.length - height))
  return { rows: rows.slice(first, first + height), caret: { row: caret.row - first, column: caret.column } }
}

function placeText(page: Rows, part: string, cursor: number): void {
  for (const { segment, index } of GRAPHEMES.segment(part)) {
    if (index === cursor) page.mark()
    if (segment === '\n') page.feed()
    else page.put(segment === '\t' ? '  ' : segment)
  }
}

/** Rows while they are being filled. */
class Rows {
  readonly rows: string[] = ['']
  column = 0
  caret = { row: 0, column: 0 }
  readonly #width: number

  constructor(width: number) {
    this.#width = width
  }

  /** The cursor stands before what comes next. */
  mark(): void {
    if (this.column >= this.#width) this.feed()
    this.caret = { row: this.rows.length - 1, column: this.column }
  }

  put(text: string, painted = (it: string) => it): void {
    const columns = widthOf(text)
    if (this.column > 0 && this.column + columns > this.#width) this.feed()
    this.rows[this.rows.length - 1] += painted(fitTo(text, this.#width))
    this.column += columns
  }

  feed(): void {
    this.rows.push('')
    this.column = 0
  }
}
