/** What a line can be made of; derived from the command registry, with the pools of the moment. */
export interface Grammar {
  readonly commands: readonly GrammarCommand[]
  readonly pools: readonly string[]
}

interface GrammarCommand {
  readonly name: string
  /** In the order in which they are typed. */
  readonly args: readonly GrammarArgument[]
}

interface GrammarArgument {
  /** An argument that is called `pool` and has no values takes the grammar's pools. */
  readonly name: string
  readonly values?: readonly string[]
}

/** What Tab can put in place of the word before the cursor: `candidates` for `text.slice(from, to)`. */
export interface Completion {
  readonly from: number
  readonly to: number
  /** In the order of the grammar; empty when there is nothing to complete. */
  readonly candidates: readonly string[]
  /** What all candidates begin with; a single one with the space that follows it. */
  readonly shared: string
}

/** The word before the cursor, completed: a command first (with or without `/`), then its arguments by their place. */
export function complete(line: string, cursor: number, grammar: Grammar): Completion {
  const before = line.slice(0, cursor)
  const words = before.trimStart().split(/\s+/u)
  const word = words.pop() ?? ''
  const wanted = word.toLowerCase()
  const candidates = possible(words, word, grammar).filter((value) => value.toLowerCase().startsWith(wanted))
  return { from: cursor - word.length, to: cursor, candidates, shared: sharedStart(candidates) }
}

/**
 * The grey text behind the cursor: the rest of the newest matching line of the history, else of the first completion.
 * Empty when there is nothing to suggest, and everywhere but at the end of a line that has begun.
 */
export function suggest(
  { text, cursor }: { readonly text: string; readonly cursor: number },
  entries: readonly string[],
  grammar: Grammar,
): string {
  if (text.trim() === '' || cursor !== text.length) return ''
  const entry = entries.findLast((line) => line.length > text.length && line.startsWith(text) && !line.includes('\n'))
  if (entry !== undefined) return entry.slice(text.length)
  const { from, candidates } = complete(text, cursor, grammar)
  return candidates.find((value) => value.length > cursor - from)?.slice(cursor - from) ?? ''
}

/** The first word of a suggestion with the white space before it: what Alt+→ takes. */
export function firstWord(suggestion: string): string {
  return /^\s*\S*/u.exec(suggestion)?.[0] ?? ''
}

function possible(words: readonly string[], word: string, grammar: Grammar): readonly string[] {
  const [first, ...rest] = words
  if (first === undefined) return openings(word.startsWith('/') ? '/' : '', grammar)
  const name = first.replace(/^\//, '').toLowerCase()
  const argument = grammar.commands.find((command) => command.name === name)?.args[rest.length]
  if (!argument) return []
  return argument.values ?? (argument.name === 'pool' ? grammar.pools : [])
}

/** What a line can begin with: a command, or a pool that is spoken to (`healthcare: …`). */
function openings(slash: string, { commands, pools }: Grammar): readonly string[] {
  const names = commands.map(({ name }) => slash + name)
  return slash === '' ? [...names, ...pools.map((pool) => `${pool}:`)] : names
}

function sharedStart(candidates: readonly string[]): string {
  const [first = '', ...others] = candidates
  if (others.length === 0) return first === '' ? '' : `${first} `
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}
