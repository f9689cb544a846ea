import { erase, type Frame, paint } from './frame.ts'
import { type Look, viewOf } from './live-view.ts'
import type { ReplScreen } from './repl-screen.ts'
import type { TerminalOutput } from './repl-terminal.ts'

/**
 * The screen of the first moments, before Ink has been loaded: the prompt is there at once and shows what is typed.
 * `look` is asked at every drawing.
 */
export function createEarlyScreen(stdout: TerminalOutput, look: () => Look): ReplScreen {
  let shown: Frame | null = null
  const replace = (next: Frame | null) => {
    const bytes = next ? paint(shown, next, stdout.columns) : shown ? erase(shown, stdout, false) : ''
    shown = next
    if (bytes !== '') stdout.write(bytes)
  }
  return {
    draw(state) {
      const { tail, status, prompt, menu, caret } = viewOf(state, look())
      const lines = [...tail, ...status, ...prompt, ...menu]
      replace({ lines, caret: { up: lines.length - caret.row, column: caret.column } })
    },
    print(text) {
      const kept = shown
      replace(null)
      stdout.write(text)
      if (kept) replace(kept)
    },
    clear: () => replace(null),
    close: () => replace(null),
  }
}
