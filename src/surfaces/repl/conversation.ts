import type { Key } from './key.ts'
import type { ReplScreen } from './repl-screen.ts'
import type { Act, Line, Question, ReplEvent, ReplState, Step } from './repl-state.ts'
import { stepEvent } from './step-event.ts'
import { stepKey } from './step-key.ts'

/** What is done outside for the conversation. */
export interface ConversationMeans {
  /** Runs a line to its end, whatever that is; never rejects. */
  readonly run: (line: Line, signal: AbortSignal) => Promise<void>
  readonly remember: (text: string) => void
  readonly showKeys: () => void
  /** Sees every state after it was drawn. */
  readonly watch: (state: ReplState) => void
  readonly quit: () => void
}

/** The conversation as it lives: keys and events move its state, the screen shows it, its acts are done. */
export interface Conversation {
  readonly state: () => ReplState
  key(key: Key): void
  hear(event: ReplEvent): void
  /** Asks for a yes or a no in the prompt. */
  ask(question: Question): Promise<boolean>
  /** From now on it is shown on the screen that `make` opens after the last one was closed. */
  show(make: (state: ReplState) => ReplScreen): void
  print(text: string): void
  /** Stops the line that runs and lets go of the screen. */
  close(): void
}

export function createConversation(first: ReplState, screen: ReplScreen, means: ConversationMeans): Conversation {
  return new LiveConversation(first, screen, means)
}

class LiveConversation implements Conversation {
  readonly #means: ConversationMeans
  #state: ReplState
  #screen: ReplScreen
  #abort = new AbortController()
  #answer: ((yes: boolean) => void) | null = null
  #closed = false

  constructor(first: ReplState, screen: ReplScreen, means: ConversationMeans) {
    this.#state = first
    this.#screen = screen
    this.#means = means
    screen.draw(first)
  }

  state(): ReplState {
    return this.#state
  }

  key(key: Key): void {
    this.#move(stepKey(this.#state, key))
  }

  hear(event: ReplEvent): void {
    this.#move(stepEvent(this.#state, event))
  }

  ask(question: Question): Promise<boolean> {
    return new Promise((resolve) => {
      this.#answer = resolve
      this.hear({ kind: 'asked', question })
    })
  }

  show(make: (state: ReplState) => ReplScreen): void {
    if (this.#closed) return
    this.#screen.close()
    this.#screen = make(this.#state)
  }

  print(text: string): void {
    if (!this.#closed) this.#screen.print(text)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#abort.abort()
    this.#screen.close()
  }

  #move({ state, acts }: Step): void {
    if (this.#closed) return
    if (state !== this.#state) this.#screen.draw(state)
    this.#state = state
    this.#means.watch(state)
    for (const act of acts) this.#act(act)
  }

  #act(act: Act): void {
    if (act.kind === 'run') void this.#run(act.line)
    else if (act.kind === 'remember') this.#means.remember(act.text)
    else if (act.kind === 'answer') this.#answer?.(act.yes)
    else if (act.kind === 'cancel') this.#abort.abort()
    else if (act.kind === 'show-keys') this.#means.showKeys()
    else if (act.kind === 'clear') this.#screen.clear()
    else this.#means.quit()
  }

  async #run(line: Line): Promise<void> {
    this.#abort = new AbortController()
    await this.#means.run(line, this.#abort.signal)
    this.hear({ kind: 'ended' })
  }
}
