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

/** Wraps at spaces to at most `width` columns; a word that is longer is cut at a character. Lines keep no end spaces. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => cutWord(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

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
