import { setDraft } from './editor-state.ts'
import { stepSearch } from './history-search.ts'
import { chordName, type Key } from './key.ts'
import { editAround, foldsIn, isBigPaste } from './paste-folds.ts'
import { REPL_KEYS } from './repl-keys.ts'
import { quietly, type ReplState, type Step } from './repl-state.ts'

/** The conversation after a key. Pure: what has to happen outside is in `acts`. */
export function stepKey(state: ReplState, key: Key): Step {
  const disarmed = chordName(key) === 'ctrl+c' ? state : { ...state, armed: false }
  if (state.question !== null) return stepQuestion(disarmed, key)
  if (state.search) return stepThroughSearch(disarmed, key)
  return stepPrompt(disarmed, key)
}

function stepPrompt(state: ReplState, key: Key): Step {
  if (key.kind === 'text' && key.text === '?' && state.editor.text === '') {
    return { state, acts: [{ kind: 'show-keys' }] }
  }
  const chord = chordName(key)
  for (const { chords, act } of REPL_KEYS) {
    const step = chord !== null && chords.includes(chord) ? act(state) : null
    if (step) return step
  }
  return quietly(key.kind === 'paste' ? paste(state, key.text) : type(state, key))
}

/** A newline at the end of a paste was copied by accident; it would only open an empty line. */
function paste(state: ReplState, pasted: string): ReplState {
  const text = pasted.replace(/\n$/, '')
  const typed = type(state, { kind: 'paste', text })
  if (!isBigPaste(text)) return typed
  return { ...typed, pastes: [...state.pastes.filter((other) => other !== text), text], unfolded: false }
}

function type(state: ReplState, key: Key): ReplState {
  const folds = state.unfolded ? [] : foldsIn(state.editor.text, state.pastes)
  return { ...state, menu: null, editor: editAround(state.editor, key, folds) }
}

function stepQuestion(state: ReplState, key: Key): Step {
  const yes = saysYes(key, state.question?.grave !== true)
  if (yes === null) return quietly(state)
  return { state: { ...state, question: null }, acts: [{ kind: 'answer', yes }] }
}

function saysYes(key: Key, byEnter: boolean): boolean | null {
  if (key.kind === 'text' && /^[yn]$/i.test(key.text)) return key.text.toLowerCase() === 'y'
  const chord = chordName(key)
  if (chord === 'enter') return byEnter
  return chord === 'escape' || chord === 'ctrl+c' || chord === 'ctrl+d' ? false : null
}

function stepThroughSearch(state: ReplState, key: Key): Step {
  if (!state.search) return quietly(state)
  const step = stepSearch(state.search, key, state.history.entries)
  if (step.state === 'searching') return quietly({ ...state, search: step.search })
  const ended = { ...state, search: null, editor: setDraft(state.editor, step.draft) }
  return step.again ? stepPrompt(ended, key) : quietly(ended)
}
