import stringWidth from 'string-width'

// A position is a UTF-16 offset 0..text.length; a boundary is a position between two graphemes, where a cursor may stand.

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** True for letters, digits, their marks and the underscore: what Alt+B and Alt+F call a word. */
export const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}\p{M}_]/u.test(character)

/** True for everything but white space: what Ctrl+W calls a word. */
export const isVisibleCharacter = (character: string): boolean => /\S/u.test(character)

/** The nearest boundary at or after a position. */
export function boundaryFrom(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length)
  // Between two ASCII characters there is always a boundary (the text holds no CR); this is where typing happens.
  if (text.charCodeAt(at - 1) < 0x80 && text.charCodeAt(at) < 0x80) return at
  const grapheme = SEGMENTER.segment(text).containing(at)
  return !grapheme || grapheme.index === at ? at : grapheme.index + grapheme.segment.length
}

/** The nearest boundary after a position; the end stays where it is. */
export function boundaryAfter(text: string, at: number): number {
  return boundaryFrom(text, Math.min(at + 1, text.length))
}

/** The nearest boundary before a position; 0 stays where it is. */
export function boundaryBefore(text: string, at: number): number {
  return at <= 0 ? 0 : (SEGMENTER.segment(text).containing(at - 1)?.index ?? 0)
}

/** The beginning of the word that stands before a position, over anything between the two. */
export function wordBefore(text: string, at: number, inWord: (character: string) => boolean): number {
  let word = at
  while (word > 0 && !inWord(characterBefore(text, word))) word -= characterBefore(text, word).length
  while (word > 0 && inWord(characterBefore(text, word))) word -= characterBefore(text, word).length
  return boundaryFrom(text, word) === word ? word : boundaryBefore(text, word)
}

/** The end of the word that stands after a position, over anything between the two. */
export function wordAfter(text: string, at: number, inWord: (character: string) => boolean): number {
  let word = at
  while (word < text.length && !inWord(characterAt(text, word))) word += characterAt(text, word).length
  while (word < text.length && inWord(characterAt(text, word))) word += characterAt(text, word).length
  return boundaryFrom(text, word)
}

/** Where the line of a position begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line of a position ends: at its newline or at the end of the text. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at)
  return newline === -1 ? text.length : newline
}

/** Terminal columns between the beginning of the line and a position. */
export function columnOf(text: string, at: number): number {
  return stringWidth(text.slice(lineStart(text, at), at))
}

/** The last boundary of a line that is not right of a column; the line is given by where it begins. */
export function positionAtColumn(text: string, start: number, column: number): number {
  let position = start
  let width = 0
  for (const { index, segment } of SEGMENTER.segment(text.slice(start, lineEnd(text, start)))) {
    width += stringWidth(segment)
    if (width > column) return position
    position = start + index + segment.length
  }
  return position
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

function characterBefore(text: string, at: number): string {
  const code = text.codePointAt(at - 2)
  return at >= 2 && code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.charAt(at - 1)
}
