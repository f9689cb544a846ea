import { complete, firstWord, suggest } from './completion.ts'
import { change, setDraft } from './editor-state.ts'
import { type Menu, quietly, type ReplState, type Step } from './repl-state.ts'

/** What stands grey behind the cursor: the rest of a line of the history or of a command; mostly empty. */
export function suggestionOf({ editor, history, grammar, menu, search, question }: ReplState): string {
  return menu || search || question !== null ? '' : suggest(editor, history.entries, grammar)
}

/** Tab: what can be completed for sure is; several choices open the menu; with none the suggestion is taken. */
export function completeWord(state: ReplState): Step {
  const { editor, grammar } = state
  const { from, to, candidates, shared } = complete(editor.text, editor.cursor, grammar)
  if (candidates.length === 0) return takeSuggestion(state) ?? quietly(state)
  const completed = change(editor, { from, to, text: shared, run: null })
  const menu = candidates.length > 1 ? { from, candidates, index: null } : null
  return quietly({ ...state, editor: completed, menu })
}

/** Null while no menu is open. */
export const chooseNext = (state: ReplState): Step | null => choose(state, 1)
export const choosePrevious = (state: ReplState): Step | null => choose(state, -1)

/** Enter on a choice keeps it and closes the menu; null when nothing was chosen. */
export function takeChoice(state: ReplState): Step | null {
  if (state.menu === null || state.menu.index === null) return null
  const { editor } = state
  return quietly({
    ...state,
    menu: null,
    editor: change(editor, { from: editor.cursor, to: editor.cursor, text: ' ', run: null }),
  })
}

/** Null while no menu is open. */
export const closeMenu = (state: ReplState): Step | null => (state.menu ? quietly({ ...state, menu: null }) : null)

/** Null where there is no suggestion. */
export const takeSuggestion = (state: ReplState): Step | null => append(state, suggestionOf(state))
export const takeSuggestedWord = (state: ReplState): Step | null => append(state, firstWord(suggestionOf(state)))

function append(state: ReplState, more: string): Step | null {
  if (more === '') return null
  const text = state.editor.text + more
  return quietly({ ...state, editor: setDraft(state.editor, { text, cursor: text.length }) })
}

function choose(state: ReplState, by: 1 | -1): Step | null {
  const { menu, editor } = state
  if (!menu) return null
  const index = nextIndex(menu, by)
  const text = menu.candidates[index] ?? ''
  return quietly({
    ...state,
    menu: { ...menu, index },
    editor: change(editor, { from: menu.from, to: editor.cursor, text, run: null }),
  })
}

function nextIndex({ index, candidates }: Menu, by: 1 | -1): number {
  const start = index ?? (by === 1 ? -1 : 0)
  return (start + by + candidates.length) % candidates.length
}
