import { boundaryBefore } from './edit-text.ts'
import type { Draft } from './editor-state.ts'
import { findOlder } from './history.ts'
import { chordName, type Key } from './key.ts'

/** Ctrl+R: what is looked for, what was found, and what the prompt held before. */
export interface Search {
  readonly draft: Draft
  readonly query: string
  /** Index of the entry that is shown; null when nothing was looked for, or nothing found yet. */
  readonly index: number | null
  /** True when the last key found nothing further; the entry found before stays. */
  readonly failed: boolean
}

/**
 * What a key makes of a search: it goes on, or it ends with what the prompt shall hold from now on. `again` says that
 * the key also means something to the prompt (an arrow, Tab) and is to be passed on to it.
 */
export type SearchStep =
  | { readonly state: 'searching'; readonly search: Search }
  | { readonly state: 'ended'; readonly draft: Draft; readonly again: boolean }

export function startSearch(draft: Draft): Search {
  return { draft, query: '', index: null, failed: false }
}

/** The entry that a search shows; null when there is none. */
export function foundLine(search: Search, entries: readonly string[]): string | null {
  return search.index === null ? null : (entries[search.index] ?? null)
}

/**
 * A search after a key: characters narrow it, Backspace widens it, Ctrl+R goes on to older entries, Enter takes the
 * entry into the prompt, Esc, Ctrl+C and Ctrl+G give the draft back. Any other key takes the entry and acts on it.
 */
export function stepSearch(search: Search, key: Key, entries: readonly string[]): SearchStep {
  if (key.kind !== 'key') return searching(look(search, search.query + key.text, entries))
  switch (chordName(key)) {
    case 'ctrl+r':
      return searching(lookFurther(search, entries))
    case 'backspace':
    case 'ctrl+h':
      return searching(look(search, search.query.slice(0, boundaryBefore(search.query, search.query.length)), entries))
    case 'escape':
    case 'ctrl+c':
    case 'ctrl+g':
      return { state: 'ended', draft: search.draft, again: false }
    default:
      return { state: 'ended', draft: taken(search, entries), again: chordName(key) !== 'enter' }
  }
}

function searching(search: Search): SearchStep {
  return { state: 'searching', search }
}

/** A longer query goes on from the entry that is shown, a shorter one begins again at the newest. */
function look(search: Search, query: string, entries: readonly string[]): Search {
  if (query === '') return startSearch(search.draft)
  const narrows = query.startsWith(search.query) && search.index !== null
  const end = narrows && search.index !== null ? search.index + 1 : entries.length
  const index = findOlder(entries, query, end, '')
  return { ...search, query, index: index ?? search.index, failed: index === null }
}

function lookFurther(search: Search, entries: readonly string[]): Search {
  if (search.query === '') return search
  const index = findOlder(entries, search.query, search.index ?? entries.length, '')
  return { ...search, index: index ?? search.index, failed: index === null }
}

function taken(search: Search, entries: readonly string[]): Draft {
  const text = foundLine(search, entries)
  return text === null ? search.draft : { text, cursor: text.length }
}
