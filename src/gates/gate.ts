/** pass → go on (perhaps with changed text); park → wait for a person; refuse → stop. */
export type Ruling =
  | { readonly ruling: 'pass'; readonly text: string }
  | { readonly ruling: 'park'; readonly question: string }
  | { readonly ruling: 'refuse'; readonly reason: string }

/** A pure check of one text. It reads no clock, no store, no network, and keeps nothing. */
export interface Gate {
  readonly name: string
  readonly at: 'request' | 'answer'
  inspect(text: string): Ruling
}

/** How one side of the gates ended: with the text that left them, or at the gate that stopped it. */
export type Passage =
  | { readonly ended: 'through'; readonly text: string }
  | { readonly ended: 'park' | 'refuse'; readonly gate: string; readonly why: string }

/**
 * Runs the gates of one side in order, each seeing the text the last one left.
 * A gate named in `approved` may not park again; every other gate still speaks.
 */
export function passGates(gates: readonly Gate[], at: Gate['at'], text: string, approved: readonly string[]): Passage {
  let current = text
  for (const gate of gates) {
    if (gate.at !== at) continue
    const ruling = gate.inspect(current)
    if (ruling.ruling === 'pass') current = ruling.text
    else if (ruling.ruling === 'refuse') return { ended: 'refuse', gate: gate.name, why: ruling.reason }
    else if (!approved.includes(gate.name)) return { ended: 'park', gate: gate.name, why: ruling.question }
  }
  return { ended: 'through', text: current }
}
