import { boundaryFrom } from './edit-text.ts'

/** A text and where the cursor stands in it: a UTF-16 offset that is always between two graphemes. */
export interface Draft {
  readonly text: string
  readonly cursor: number
}

/** What the last keys did. Keys of one run are one unit of undo, and one entry of the kill ring. */
type Run = 'typing' | 'erasing' | 'killing' | 'yanking'

/** The whole state of the prompt. Frozen in spirit: every change makes a new one. */
export interface Editor extends Draft {
  /** Terminal column that Up and Down aim for; null when the last key was neither. */
  readonly column: number | null
  readonly run: Run | null
  /** What undo brings back, oldest first. */
  readonly past: readonly Draft[]
  /** What redo brings back, nearest last. */
  readonly future: readonly Draft[]
  /** What Ctrl+K, Ctrl+U, Ctrl+W and Alt+D cut, newest last. */
  readonly kills: readonly string[]
  /** Where the last yank put which kill; null when another key came since. */
  readonly yanked: { readonly from: number; readonly to: number; readonly kill: number } | null
}

/** One replacement of a stretch of the text. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The run that this change belongs to; null for a unit of its own. */
  readonly run: Run | null
}

const MAX_UNDO = 1_000

/** An empty prompt. After a line was submitted, pass the editor's `kills` on: a yank outlives the line. */
export function createEditor(kills: readonly string[] = []): Editor {
  return { text: '', cursor: 0, column: null, run: null, past: [], future: [], kills, yanked: null }
}

/** The editor with one stretch replaced and the cursor behind the new text; the same editor when nothing changes. */
export function change(editor: Editor, { from, to, text, run }: Change): Editor {
  if (text === editor.text.slice(from, to)) return editor
  const changed = editor.text.slice(0, from) + text + editor.text.slice(to)
  return {
    ...editor,
    text: changed,
    // New neighbours may join into one grapheme (e + ´, two halves of a flag): the cursor goes behind it.
    cursor: boundaryFrom(changed, from + text.length),
    column: null,
    run,
    past: run !== null && run === editor.run ? editor.past : remember(editor),
    future: [],
    yanked: null,
  }
}

/** The editor with another text, as one unit of undo: how a line of the history or a completion comes in. */
export function setDraft(editor: Editor, { text, cursor }: Draft): Editor {
  const changed = change(editor, { from: 0, to: editor.text.length, text, run: null })
  return { ...changed, cursor: boundaryFrom(text, cursor) }
}

/** The editor with the cursor elsewhere; the same editor when it is there already. */
export function moveTo(editor: Editor, cursor: number, column: number | null = null): Editor {
  if (cursor === editor.cursor && column === editor.column) return editor
  return { ...editor, cursor, column, run: null, yanked: null }
}

/** One unit back; the same editor when there is none. */
export function undo(editor: Editor): Editor {
  const last = editor.past.at(-1)
  if (!last) return editor
  return restore(editor, last, { past: editor.past.slice(0, -1), future: [...editor.future, draftOf(editor)] })
}

/** One unit forward again; the same editor when nothing was undone since the last change. */
export function redo(editor: Editor): Editor {
  const next = editor.future.at(-1)
  if (!next) return editor
  return restore(editor, next, { past: [...editor.past, draftOf(editor)], future: editor.future.slice(0, -1) })
}

function restore(editor: Editor, draft: Draft, tale: Pick<Editor, 'past' | 'future'>): Editor {
  return { ...editor, ...draft, ...tale, column: null, run: null, yanked: null }
}

function remember(editor: Editor): readonly Draft[] {
  return [...editor.past.slice(1 - MAX_UNDO), draftOf(editor)]
}

function draftOf({ text, cursor }: Draft): Draft {
  return { text, cursor }
}
