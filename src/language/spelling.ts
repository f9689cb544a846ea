/** Known words, findable by a misspelling that is one edit (or one swapped pair) away. */
export interface Spelling {
  /** The word itself when it is known, the known word it nearly is, or null. */
  repair(word: string): string | null
}

/**
 * Builds the index over words in order of their frequency: where several are as near, the earlier one wins. Both
 * sides are reduced by one letter and compared (symmetric delete), so that a look-up costs as many map reads as the
 * word has letters.
 */
export function createSpelling(words: readonly string[]): Spelling {
  const known = new Set(words)
  const reduced = new Map<string, string>()
  for (const word of words) {
    if (word.length < SHORTEST) continue
    for (const shorter of [word, ...withoutOneLetter(word)]) if (!reduced.has(shorter)) reduced.set(shorter, word)
  }
  const nearlyKnown = (word: string): string | undefined =>
    reduced.get(word) ??
    withoutOneLetter(word)
      .map((shorter) => reduced.get(shorter))
      .find((found) => found !== undefined && Math.abs(found.length - word.length) <= 1)
  return {
    repair(word) {
      if (known.has(word)) return word
      const canBe = word.length >= SHORTEST && word.length <= LONGEST
      return canBe ? (nearlyKnown(word) ?? null) : null
    },
  }
}

// Below four letters nearly everything is one edit from something else.
const SHORTEST = 4
const LONGEST = 20

const withoutOneLetter = (word: string): string[] =>
  Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)).filter((shorter) => shorter.length >= SHORTEST - 1)
