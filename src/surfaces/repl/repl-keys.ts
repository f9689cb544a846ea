import {
  chooseNext,
  choosePrevious,
  closeMenu,
  completeWord,
  takeChoice,
  takeSuggestedWord,
  takeSuggestion,
} from './choose.ts'
import { edit } from './editor.ts'
import { createEditor, type Draft, setDraft } from './editor-state.ts'
import { newer, older } from './history.ts'
import { startSearch } from './history-search.ts'
import { pressed } from './key.ts'
import { quietly, type ReplState, type Step } from './repl-state.ts'
import { submit } from './submit.ts'

/** One line of the key help. `act` gives null where the key means nothing special, and the editor gets it. */
export interface ReplKey {
  readonly chords: readonly string[]
  readonly does: string
  readonly act: (state: ReplState) => Step | null
}

/** Every key that is not about editing alone; the first whose `act` answers has the key. */
export const REPL_KEYS: readonly ReplKey[] = [
  key('escape', 'close the choices, or cancel what runs', (it) => closeMenu(it) ?? cancel(it)),
  key('ctrl+c', 'clear the line, or cancel what runs; twice on an empty line: quit', interrupt),
  key('ctrl+d', 'on an empty line: quit', (it) => (isEmpty(it) ? quit(it) : null)),
  key('tab', 'complete; then go through the choices', (it) => chooseNext(it) ?? completeWord(it)),
  key('shift+tab', 'go back through the choices', choosePrevious),
  key('enter', 'run the line', (it) => takeChoice(it) ?? submitUnlessContinued(it)),
  key('up ctrl+p', 'older lines of the history', (it) => choosePrevious(it) ?? walk(it, 'up')),
  key('down ctrl+n', 'newer lines of the history', (it) => chooseNext(it) ?? walk(it, 'down')),
  key('right ctrl+f end ctrl+e', 'at the end: take the grey suggestion', takeSuggestion),
  key('alt+f alt+right ctrl+right', 'at the end: take one word of it', takeSuggestedWord),
  key('ctrl+r', 'search the history', search),
  key('ctrl+o', 'open or fold what was pasted', (it) => quietly({ ...it, unfolded: !it.unfolded })),
  key('ctrl+l', 'clear the screen', (it) => ({ state: it, acts: [{ kind: 'clear' }] })),
]

function key(chords: string, does: string, act: ReplKey['act']): ReplKey {
  return { chords: chords.split(' '), does, act }
}

const isEmpty = ({ editor }: ReplState): boolean => editor.text === ''

const quit = (state: ReplState): Step => ({ state, acts: [{ kind: 'quit' }] })

function cancel(state: ReplState): Step | null {
  if (!state.turn || state.turn.cancelling) return null
  return { state: { ...state, turn: { ...state.turn, cancelling: true } }, acts: [{ kind: 'cancel' }] }
}

function interrupt(state: ReplState): Step {
  if (!isEmpty(state)) return quietly({ ...state, menu: null, armed: false, editor: createEditor(state.editor.kills) })
  return state.armed ? quit(state) : (cancel(state) ?? quietly({ ...state, armed: true }))
}

function submitUnlessContinued(state: ReplState): Step | null {
  return edit(state.editor, pressed('enter')) === state.editor ? submit(state) : null
}

/** Inside a text of several lines the arrows move the cursor; at its edge they walk through the history. */
function walk(state: ReplState, name: 'up' | 'down'): Step | null {
  const { editor, history } = state
  if (edit(editor, pressed(name)) !== editor) return null
  const step = (name === 'up' ? older : newer)(history, editor)
  return quietly({ ...state, history: step.history, editor: step.draft ? withDraft(state, step.draft) : editor })
}

const withDraft = ({ editor }: ReplState, draft: Draft) => setDraft(editor, draft)

function search(state: ReplState): Step {
  const { text, cursor } = state.editor
  return quietly({ ...state, menu: null, search: startSearch({ text, cursor }) })
}
