import type { Grammar } from './completion.ts'
import { createEditor, type Editor } from './editor-state.ts'
import { createHistory, type History } from './history.ts'
import type { Search } from './history-search.ts'

/** A line that a person submitted. */
export interface Line {
  /** Everything that stood in the prompt, without the white space around it. */
  readonly text: string
  /** As it is printed: big pastes are chips in it. */
  readonly shown: string
  /** The words beside big pastes, and the pastes; null when there are no words beside them, or no big paste. */
  readonly split: { readonly words: string; readonly material: string } | null
}

/** The line that is running now. */
export interface Turn {
  readonly line: Line
  /** What it says that it is doing; null when it has not said. */
  readonly stage: string | null
  /** The answer as far as it has come: untrusted text. */
  readonly streamed: string
  /** True after the first output; the spinner stands still from then on. */
  readonly spoke: boolean
  /** Which picture of the spinner is shown. */
  readonly frame: number
  readonly cancelling: boolean
}

/** A command that waits for a yes or a no. `grave`: it may do harm, and Enter alone means no. */
export interface Question {
  readonly command: string
  readonly grave: boolean
}

/** The choices that Tab opened. `index` is the one that stands in the prompt; null when none was chosen yet. */
export interface Menu {
  readonly from: number
  readonly candidates: readonly string[]
  readonly index: number | null
}

/**
 * The whole conversation between two keys. It is in the first of these states that applies:
 *
 * - *question* is not null: the prompt waits for yes or no; the answer goes to the turn.
 * - *search* is not null: keys look through the history.
 * - *menu* is not null: Tab and the arrows choose; any other key closes it and means what it always means.
 * - else keys edit. While *turn* is not null, submitted lines join the *queue*; the end of a turn takes the first of it.
 */
export interface ReplState {
  readonly editor: Editor
  readonly history: History
  readonly grammar: Grammar
  readonly question: Question | null
  readonly search: Search | null
  readonly menu: Menu | null
  readonly turn: Turn | null
  readonly queue: readonly Line[]
  /** Pastes of more than 20 lines; where one stands in the prompt it is shown as a chip. */
  readonly pastes: readonly string[]
  readonly unfolded: boolean
  /** True after Ctrl+C on an empty prompt: the next one quits. */
  readonly armed: boolean
  /** The figures of the status line; null while they are not known. */
  readonly fleet: Fleet | null
}

/** What the status line tells. */
export interface Fleet {
  readonly pools: number
  readonly active: number
  readonly queued: number
  /** `handbook`, or the name of the model provider that answers first. */
  readonly by: string
  readonly killed: boolean
}

/** What happens to the turn that runs, and to what the prompt knows. */
export type ReplEvent =
  | { readonly kind: 'stage'; readonly text: string }
  | { readonly kind: 'piece'; readonly text: string }
  | { readonly kind: 'spoke' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'ended' }
  | { readonly kind: 'fleet'; readonly fleet: Fleet | null }
  | { readonly kind: 'grammar'; readonly grammar: Grammar }

/** What the outside has to do after a step, in order. */
export type Act =
  | { readonly kind: 'run'; readonly line: Line }
  | { readonly kind: 'remember'; readonly text: string }
  | { readonly kind: 'answer'; readonly yes: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'show-keys' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'quit' }

/** The next state, and what is to be done. */
export interface Step {
  readonly state: ReplState
  readonly acts: readonly Act[]
}

/** A conversation that has not begun, with the history of earlier ones. */
export function createRepl(lines: readonly string[]): ReplState {
  return {
    editor: createEditor(),
    history: createHistory(lines),
    grammar: { commands: [], pools: [] },
    ...{ question: null, search: null, menu: null, turn: null, queue: [] },
    ...{ pastes: [], unfolded: false, armed: false, fleet: null },
  }
}

/** A step that does nothing outside. */
export const quietly = (state: ReplState): Step => ({ state, acts: [] })
