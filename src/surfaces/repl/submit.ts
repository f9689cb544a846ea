import { createEditor } from './editor-state.ts'
import { addLine } from './history.ts'
import { foldsIn, foldText, splitAtFolds } from './paste-folds.ts'
import type { Act, Line, ReplState, Step } from './repl-state.ts'

const QUIT = /^(?:\/?(?:exit|quit)|:q)$/i
const CLEAR = /^\/?clear$/i

/** Enter: the line runs, or joins the queue when another one is running. An empty line is nothing. */
export function submit(state: ReplState): Step {
  const { text, kills } = state.editor
  const emptied = { ...state, menu: null, editor: createEditor(kills), unfolded: false }
  if (text.trim() === '') return { state: emptied, acts: [] }
  if (CLEAR.test(text.trim())) return { state: emptied, acts: [{ kind: 'clear' }] }
  const kept = { ...emptied, history: addLine(state.history, text) }
  const step = take({ ...kept, queue: [...state.queue, lineOf(text, state.pastes)] })
  // A line that begins with a space is not written down, as in a shell.
  return /^\s/.test(text) ? step : { ...step, acts: [{ kind: 'remember', text }, ...step.acts] }
}

/** Begins the first line of the queue unless another is running. */
export function take(state: ReplState): Step {
  const [line, ...queue] = state.queue
  if (!line || state.turn) return { state, acts: [] }
  if (QUIT.test(line.text)) return { state: { ...state, queue }, acts: [{ kind: 'quit' }] }
  const turn = { line, stage: null, streamed: '', spoke: false, frame: 0, cancelling: false }
  const run: Act = { kind: 'run', line }
  return { state: { ...state, queue, turn }, acts: [run] }
}

function lineOf(text: string, pastes: readonly string[]): Line {
  const folds = foldsIn(text, pastes)
  const parts = splitAtFolds(text, folds)
  const textOf = (folded: boolean) => parts.filter((part) => part.folded === folded).map((part) => part.text)
  const words = textOf(false).join(' ').trim()
  const split = folds.length > 0 && words !== '' ? { words, material: textOf(true).join('\n') } : null
  return { text: text.trim(), shown: foldText(text, folds).trim(), split }
}
