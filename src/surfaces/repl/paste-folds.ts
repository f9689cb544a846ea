import { edit } from './editor.ts'
import { change, type Editor, moveTo } from './editor-state.ts'
import { chordName, type Key } from './key.ts'

/** A stretch of the prompt that is shown as a chip. */
export interface Fold {
  readonly from: number
  readonly to: number
}

const MOST_OPEN_LINES = 20

/** True for a paste that would push everything else off the screen. */
export const isBigPaste = (text: string): boolean => text.split('\n').length > MOST_OPEN_LINES

/** `[paste: 35 lines]`. */
export const chipOf = (text: string): string => `[paste: ${text.split('\n').length} lines]`

/** Where the pastes stand in a text, in order. A paste that was edited is no longer found, and so is open from then on. */
export function foldsIn(text: string, pastes: readonly string[]): readonly Fold[] {
  const found = pastes.flatMap((paste) => placesOf(text, paste)).sort((a, b) => a.from - b.from || b.to - a.to)
  return found.filter((fold, i) => found.slice(0, i).every((earlier) => earlier.to <= fold.from))
}

/** The text as it is printed when its folds are chips. */
export function foldText(text: string, folds: readonly Fold[]): string {
  return splitAtFolds(text, folds)
    .map(({ text: part, folded }) => (folded ? chipOf(part) : part))
    .join('')
}

/** The text cut at its folds; nothing is lost. */
export function splitAtFolds(text: string, folds: readonly Fold[]): ReadonlyArray<{ text: string; folded: boolean }> {
  const parts = []
  let end = 0
  for (const { from, to } of folds) {
    parts.push({ text: text.slice(end, from), folded: false }, { text: text.slice(from, to), folded: true })
    end = to
  }
  return [...parts, { text: text.slice(end), folded: false }]
}

/** `edit` where a fold is one character: the cursor jumps over it, and Backspace and Delete take it whole. */
export function editAround(editor: Editor, key: Key, folds: readonly Fold[]): Editor {
  const whole = folds.find((fold) => erases(chordName(key), editor.cursor, fold))
  if (whole) return change(editor, { ...whole, text: '', run: null })
  const next = edit(editor, key)
  if (next.text !== editor.text) return next
  const inside = folds.find(({ from, to }) => from < next.cursor && next.cursor < to)
  return inside ? moveTo(next, next.cursor < editor.cursor ? inside.from : inside.to) : next
}

const erases = (chord: string | null, cursor: number, { from, to }: Fold): boolean =>
  ((chord === 'backspace' || chord === 'ctrl+h') && cursor === to) ||
  ((chord === 'delete' || chord === 'ctrl+d') && cursor === from)

function placesOf(text: string, paste: string): Fold[] {
  const places = []
  for (let from = text.indexOf(paste); from !== -1; from = text.indexOf(paste, from + paste.length)) {
    places.push({ from, to: from + paste.length })
  }
  return places
}
