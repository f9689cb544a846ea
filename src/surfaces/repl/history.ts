import type { Draft } from './editor-state.ts'

/** The lines a person submitted, and where Up and Down stand among them. */
export interface History {
  /** Oldest first, each text once. */
  readonly entries: readonly string[]
  /** Null while the person is at their own draft. */
  readonly walk: Walk | null
}

/** A walk begins with the first Up. It ends by itself as soon as the prompt shows anything but its entry. */
interface Walk {
  readonly draft: Draft
  /** What stood before the cursor; every entry that is shown has it in it. */
  readonly query: string
  readonly index: number
}

/** A history, and what the prompt should show now; the draft is null when there is nothing further that way. */
export interface Step {
  readonly history: History
  readonly draft: Draft | null
}

const MAX_ENTRIES = 2_000
// A pasted file is no line that somebody looks for later.
const MAX_LENGTH = 64 * 1_024

export function createHistory(entries: readonly string[] = []): History {
  return { entries: tidy(entries), walk: null }
}

/** The history with a submitted line as its newest; a line that begins with a space is kept out, as in a shell. */
export function addLine(history: History, line: string): History {
  return { entries: tidy([...history.entries, line]), walk: null }
}

/** The next older entry that has in it what stands before the cursor; small letters match capitals too. */
export function older(history: History, shown: Draft): Step {
  const walk = walkFrom(history, shown)
  const index = findOlder(history.entries, walk.query, walk.index, shown.text)
  return index === null ? { history, draft: null } : show(history, { ...walk, index })
}

/** The next newer one, and after the newest the draft as it was when the walk began. */
export function newer(history: History, shown: Draft): Step {
  const walk = walkFrom(history, shown)
  if (walk.index === history.entries.length) return { history, draft: null }
  const later = history.entries.slice(walk.index + 1).findIndex((entry) => matches(entry, walk.query))
  if (later === -1) return { history: { ...history, walk: null }, draft: walk.draft }
  return show(history, { ...walk, index: walk.index + 1 + later })
}

/** The index of the newest entry before `end` that matches and differs from what is shown; null when there is none. */
export function findOlder(entries: readonly string[], query: string, end: number, shown: string): number | null {
  const index = entries.slice(0, end).findLastIndex((entry) => entry !== shown && matches(entry, query))
  return index === -1 ? null : index
}

/** True when the query stands in the entry; a query without capitals does not care about case. */
function matches(entry: string, query: string): boolean {
  return entry.includes(query) || (query === query.toLowerCase() && entry.toLowerCase().includes(query))
}

function walkFrom(history: History, shown: Draft): Walk {
  const { walk, entries } = history
  if (walk && entries[walk.index] === shown.text) return walk
  return { draft: shown, query: shown.text.slice(0, shown.cursor), index: entries.length }
}

function show(history: History, walk: Walk): Step {
  const text = history.entries[walk.index] ?? ''
  return { history: { ...history, walk }, draft: { text, cursor: text.length } }
}

function tidy(lines: readonly string[]): readonly string[] {
  const kept = lines.filter((line) => /^\S/u.test(line) && line.length <= MAX_LENGTH)
  // A set keeps the first of equals; turned around, that is the newest.
  return [...new Set(kept.reverse())].slice(0, MAX_ENTRIES).reverse()
}
