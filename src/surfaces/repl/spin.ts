import type { ReplState } from './repl-state.ts'
import type { Schedule } from './schedule.ts'

const STEP_MS = 120

/**
 * Watches the conversation and ticks while a line runs that has said nothing yet; output, a question and the end stop it.
 * Otherwise there is no timer.
 */
export function createSpinner(tick: () => void, schedule: Schedule): (state: ReplState) => void {
  let cancel: (() => void) | null = null
  const step = () => {
    cancel = null
    tick()
  }
  return (state) => {
    if (turns(state)) cancel ??= schedule(step, STEP_MS)
    else {
      cancel?.()
      cancel = null
    }
  }
}

const turns = ({ turn, question }: ReplState): boolean =>
  turn !== null && !turn.spoke && !turn.cancelling && question === null
