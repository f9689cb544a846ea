import type { Ora } from 'ora'
import { isTerminal, write } from './terminal.ts'

const PATIENCE_MS = 300

/** What goes on, on standard error: a spinner at a terminal, once something takes its time; a line elsewhere. */
export interface Stage {
  tell(text: string): void
  /** Before anything is printed, and at the end. */
  clear(): void
}

/** A spinner is loaded only for what lasts longer than a moment: most answers are there before it would be. */
export function createStage(): Stage {
  let timer: NodeJS.Timeout | undefined
  let spinner: Ora | undefined
  return {
    tell(text) {
      // Asked only here: where there is a terminal, the question loads node:tty, and most commands tell nothing.
      if (!isTerminal(2)) return write(2, `… ${text}\n`)
      if (spinner) {
        spinner.text = text
        return
      }
      clearTimeout(timer)
      timer = setTimeout(async () => {
        const { default: ora } = await import('ora')
        if (timer === undefined) return
        spinner = ora({ text, stream: process.stderr, interval: 120, discardStdin: false }).start()
      }, PATIENCE_MS)
      timer.unref()
    },
    clear() {
      clearTimeout(timer)
      timer = undefined
      spinner?.stop()
      spinner = undefined
    },
  }
}
