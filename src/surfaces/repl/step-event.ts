import { unreachable } from '../../base/never.ts'
import { quietly, type ReplEvent, type ReplState, type Step, type Turn } from './repl-state.ts'
import { take } from './submit.ts'

/** The conversation after something happened to the turn that runs; an end begins the next line of the queue. */
export function stepEvent(state: ReplState, event: ReplEvent): Step {
  switch (event.kind) {
    case 'stage':
      return inTurn(state, () => ({ stage: event.text }))
    case 'piece':
      return inTurn(state, ({ streamed }) => ({ streamed: streamed + event.text, spoke: true }))
    case 'spoke':
      return inTurn(state, () => ({ spoke: true }))
    case 'tick':
      return inTurn(state, ({ frame }) => ({ frame: frame + 1 }))
    case 'asked':
      return quietly({ ...state, question: event.question, search: null, menu: null })
    case 'ended':
      return take({ ...state, turn: null, question: null })
    case 'fleet':
      return quietly({ ...state, fleet: event.fleet })
    case 'grammar':
      return quietly({ ...state, grammar: event.grammar })
    default:
      return unreachable(event)
  }
}

function inTurn(state: ReplState, changed: (turn: Turn) => Partial<Turn>): Step {
  return quietly(state.turn ? { ...state, turn: { ...state.turn, ...changed(state.turn) } } : state)
}
