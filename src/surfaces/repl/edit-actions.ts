import {
  boundaryAfter,
  boundaryBefore,
  columnOf,
  isVisibleCharacter,
  isWordCharacter,
  lineEnd,
  lineStart,
  positionAtColumn,
  wordAfter,
  wordBefore,
} from './edit-text.ts'
import { change, type Editor, moveTo } from './editor-state.ts'

const MAX_KILLS = 50

/** What the person typed, at the cursor. A word with the white space before it is one unit of undo. */
export function typeText(editor: Editor, text: string): Editor {
  const beginsUnit = /\s/u.test(text) && /\S/u.test(editor.text.charAt(editor.cursor - 1))
  return insert(beginsUnit ? { ...editor, run: null } : editor, text, 'typing')
}

/** Something at the cursor that is a unit of undo by itself: a paste, a newline. */
export function insert(editor: Editor, text: string, run: Editor['run'] = null): Editor {
  return change(editor, { from: editor.cursor, to: editor.cursor, text, run })
}

/** The grapheme before or after the cursor goes. */
export const eraseBefore = (editor: Editor): Editor =>
  change(editor, { from: boundaryBefore(editor.text, editor.cursor), to: editor.cursor, text: '', run: 'erasing' })
export const eraseAfter = (editor: Editor): Editor =>
  change(editor, { from: editor.cursor, to: boundaryAfter(editor.text, editor.cursor), text: '', run: 'erasing' })

/** To the end of the line, or the newline when the cursor stands there. */
export function killToLineEnd(editor: Editor): Editor {
  const end = lineEnd(editor.text, editor.cursor)
  return kill(editor, end === editor.cursor ? boundaryAfter(editor.text, end) : end)
}

/** To the beginning of the line, or the newline before it when the cursor stands there. */
export function killToLineStart(editor: Editor): Editor {
  const start = lineStart(editor.text, editor.cursor)
  return kill(editor, start === editor.cursor ? boundaryBefore(editor.text, start) : start)
}

/** Ctrl+W takes all up to white space, the others letters and digits. */
export const killWordToSpace = (editor: Editor): Editor =>
  kill(editor, wordBefore(editor.text, editor.cursor, isVisibleCharacter))
export const killWordBefore = (editor: Editor): Editor =>
  kill(editor, wordBefore(editor.text, editor.cursor, isWordCharacter))
export const killWordAfter = (editor: Editor): Editor =>
  kill(editor, wordAfter(editor.text, editor.cursor, isWordCharacter))

/** The newest kill, at the cursor. */
export function yank(editor: Editor): Editor {
  const { cursor, kills } = editor
  return kills.length === 0
    ? editor
    : yankKill({ ...editor, run: null }, kills.length - 1, { from: cursor, to: cursor })
}

/** Right after a yank: the kill before that one instead, round and round. */
export function yankOlder(editor: Editor): Editor {
  if (!editor.yanked) return editor
  const { kill: index, ...span } = editor.yanked
  return yankKill(editor, (index + editor.kills.length - 1) % editor.kills.length, span)
}

/** The two graphemes around the cursor change places; at the end of a line the last two. */
export function transpose(editor: Editor): Editor {
  const { text, cursor } = editor
  const middle = cursor === lineEnd(text, cursor) ? boundaryBefore(text, cursor) : cursor
  if (middle <= lineStart(text, cursor)) return editor
  const from = boundaryBefore(text, middle)
  const to = boundaryAfter(text, middle)
  return change(editor, { from, to, text: text.slice(middle, to) + text.slice(from, middle), run: null })
}

/** `\` before the cursor and Enter is a newline in every terminal; without the `\` the editor stays the same. */
export function continueLine(editor: Editor): Editor {
  const { text, cursor } = editor
  if (text[cursor - 1] !== '\\') return editor
  return change(editor, { from: cursor - 1, to: cursor, text: '\n', run: null })
}

export const wordLeft = (editor: Editor): Editor =>
  moveTo(editor, wordBefore(editor.text, editor.cursor, isWordCharacter))
export const wordRight = (editor: Editor): Editor =>
  moveTo(editor, wordAfter(editor.text, editor.cursor, isWordCharacter))

/** A line up or down inside the text; on the first or last line the editor stays the same, for the history. */
export function moveLine(editor: Editor, direction: 'up' | 'down'): Editor {
  const { text, cursor } = editor
  const edge = direction === 'up' ? lineStart(text, cursor) : lineEnd(text, cursor)
  if (edge === (direction === 'up' ? 0 : text.length)) return editor
  const start = direction === 'up' ? lineStart(text, edge - 1) : edge + 1
  const column = editor.column ?? columnOf(text, cursor)
  return moveTo(editor, positionAtColumn(text, start, column), column)
}

/** Cuts between the cursor and another position. Kills in a row are one entry of the ring. */
function kill(editor: Editor, other: number): Editor {
  const from = Math.min(editor.cursor, other)
  const to = Math.max(editor.cursor, other)
  if (from === to) return editor
  const cut = editor.text.slice(from, to)
  const last = editor.kills.at(-1) ?? ''
  const grown = other < editor.cursor ? cut + last : last + cut
  const kills = editor.run === 'killing' ? [...editor.kills.slice(0, -1), grown] : [...editor.kills, cut]
  return { ...change(editor, { from, to, text: '', run: 'killing' }), kills: kills.slice(-MAX_KILLS) }
}

function yankKill(editor: Editor, kill: number, { from, to }: { from: number; to: number }): Editor {
  const text = editor.kills[kill] ?? ''
  const yanked = change(editor, { from, to, text, run: 'yanking' })
  return { ...yanked, yanked: { from, to: from + text.length, kill } }
}
