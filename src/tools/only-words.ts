/**
 * True when a text has words of this set only, and at least one: how a telegram such as "mortgage 300000 6% 25 years" is told
 * from a story that happens to hold the same numbers.
 */
export function onlyWords(text: string, allowed: ReadonlySet<string>): boolean {
  const words = text.match(/[\p{L}']+/gu) ?? []
  return words.length > 0 && words.every((word) => allowed.has(word))
}

/** A list of words, separated by blanks, as a set. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))
