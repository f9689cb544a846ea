import { eastAsianWidth } from 'get-east-asian-width'

// Latin, Greek, Cyrillic, punctuation, arrows, box drawing and blocks: one column each. The usual text ends here.
const NARROW =
  /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u259f]*$/

/** Terminal columns of a text: East Asian wide characters and emoji count two, marks that combine none. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  let columns = 0
  for (const segment of graphemesOf(text)) columns += widthOfGrapheme(segment)
  return columns
}

// The whole table of emoji sequences (string-width) costs 15 ms to load; a cluster with a pictograph in emoji form is two wide.
const isEmoji = (grapheme: string): boolean =>
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u{1f1e6}-\u{1f1ff}]{2}|\u20e3/u.test(grapheme)
const hasNoColumn = (grapheme: string): boolean => /^[\p{Mark}\p{Control}\p{Format}]*$/u.test(grapheme)

function widthOfGrapheme(grapheme: string): number {
  if (hasNoColumn(grapheme)) return 0
  if (isEmoji(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0)
}

/** Pads on the right to a width in columns. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** A line of wrapped text, or a word. `apart`: a word, or a part of one, that has no room beside an indent and stands without. */
export interface WrappedLine {
  readonly text: string
  readonly apart: boolean
}

/** Columns for lines with their indent taken off, and for a word that stands without one. */
export interface Columns {
  readonly width: number
  readonly widest: number
}

/** Wraps at spaces to at most `width` columns; a word that is longer is cut at a character. Lines keep no end spaces. */
export const wrapText = (text: string, width: number): string[] =>
  wrapWords(text, { width, widest: width }).map((line) => line.text)

/**
 * The same for lines that get an indent: a word that is too long beside it, such as a path, stands on a line of its own, so that
 * it can be copied; only one that is wider than the page is cut.
 */
export function wrapWords(text: string, columns: Columns): WrappedLine[] {
  const words = text.split(' ').flatMap((word) => piecesOf({ text: word, apart: false }, columns))
  return flow(words, columns.width).map((line) => ({
    text: line
      .map((one) => one.text)
      .join(' ')
      .trim(),
    apart: isApart(line),
  }))
}

/** True for a line of `flow` that stands without an indent. */
export const isApart = (line: ReadonlyArray<{ readonly apart: boolean }>): boolean => line[0]?.apart === true

/** Words → lines of them, with a space between two; each that stands apart is a line. */
export function flow<Word extends WrappedLine>(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = []
  let used: number | null = null
  for (const word of words) {
    const size = widthOf(word.text)
    if (word.apart || used === null || used + 1 + size > width) {
      lines.push([])
      used = -1
    }
    used = word.apart ? null : used + 1 + size
    lines.at(-1)?.push(word)
  }
  return lines
}

/** A word as it stands on lines: whole, or cut. Writing without spaces goes on beside its indent, wherever it is cut. */
export function piecesOf<Word extends WrappedLine>(word: Word, { width, widest }: Columns): Word[] {
  if (widthOf(word.text) <= width) return [word]
  const apart = !isSeamless(word.text)
  return cutWord(word.text, apart ? widest : width).map((text) => ({ ...word, text, apart }))
}

/** True for writing without spaces, which may be cut anywhere. */
export const isSeamless = (word: string): boolean => SEAMLESS.test(word)

const SEAMLESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** Lines behind a mark (`•`, `├──`) that stands before the first, and what stands in its place before the others; a space follows. */
export const hang = (lines: readonly WrappedLine[], mark: string, rest: string): WrappedLine[] =>
  lines.flatMap((line, i) => {
    if (!line.apart) return [{ text: `${i === 0 ? mark : rest} ${line.text}`.trimEnd(), apart: false }]
    return i === 0 ? [{ text: mark, apart: false }, line] : [line]
  })

/** Cuts to `width` columns with an ellipsis. */
export function fitTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cut = ''
  for (const segment of graphemesOf(text)) {
    if (widthOf(cut + segment) > width - 1) break
    cut += segment
  }
  return `${cut}…`
}

let segmenter: Intl.Segmenter | undefined

/** The characters as a person counts them. Making the segmenter costs 7 ms, and in narrow text each letter is one. */
function graphemesOf(text: string): Iterable<string> {
  if (NARROW.test(text)) return text
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function cutWord(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word]
  const parts: string[] = ['']
  for (const segment of graphemesOf(word)) {
    if (widthOf((parts.at(-1) ?? '') + segment) > width) parts.push('')
    parts[parts.length - 1] += segment
  }
  return parts
}
