import type { ReplState } from './repl-state.ts'

/** Where a conversation is shown. What is printed stays above; the live part is drawn below it and replaced. */
export interface ReplScreen {
  draw(state: ReplState): void
  /** Text for the scrollback; it ends with a newline. */
  print(text: string): void
  /** Moves what is on the screen out of sight; the scrollback keeps it. */
  clear(): void
  /** Takes the live part away and lets go of the terminal. */
  close(): void
}
