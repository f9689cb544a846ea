import type { Key } from '../../../src/surfaces/repl/key.ts'
import { createKeyReader } from '../../../src/surfaces/repl/keys.ts'
import type { Act, ReplState } from '../../../src/surfaces/repl/repl-state.ts'
import { createRepl } from '../../../src/surfaces/repl/repl-state.ts'
import { stepKey } from '../../../src/surfaces/repl/step-key.ts'

/** The keys that a terminal sends as these bytes. */
export function keysOf(bytes: string): readonly Key[] {
  const keys: Key[] = []
  const reader = createKeyReader({ onKey: (key) => keys.push(key), escapeMs: 1, schedule: () => () => undefined })
  reader.push(Buffer.from(bytes))
  reader.close()
  return keys
}

/** The conversation after these bytes, and everything that was to be done. */
export function typing(bytes: string, state: ReplState = START): { state: ReplState; acts: Act[] } {
  let now = state
  const acts: Act[] = []
  for (const key of keysOf(bytes)) {
    const step = stepKey(now, key)
    now = step.state
    acts.push(...step.acts)
  }
  return { state: now, acts }
}

/** A conversation that knows some commands. */
export const START: ReplState = {
  ...createRepl(['status', 'scale healthcare up']),
  grammar: {
    commands: [
      { name: 'status', args: [] },
      { name: 'scale', args: [{ name: 'pool' }, { name: 'direction', values: ['up', 'down'] }] },
    ],
    pools: ['healthcare', 'sports'],
  },
}

export const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`
