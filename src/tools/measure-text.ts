/** What can be counted of a text. */
export interface TextMeasures {
  readonly characters: number
  readonly words: number
  readonly distinctWords: number
  readonly sentences: number
  readonly paragraphs: number
  readonly syllables: number
}

/**
 * Counts a text, by the habits of English. A sentence ends at a full stop before a capital, and at the end of a line; syllables are
 * estimated from groups of vowels.
 */
export function measureText(text: string): TextMeasures {
  const words = wordsIn(text)
  return {
    characters: [...text.trim()].length,
    words: words.length,
    distinctWords: new Set(words).size,
    sentences: sentencesIn(text),
    paragraphs: text.split(/\n[^\S\n]*\n/).filter((part) => part.trim() !== '').length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  }
}

/** Lower case. "don't" and "well-known" are one word, as word counts have it. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []

// The runtime's own segmenter takes 40 seconds for a line of a megabyte, and ends a sentence after "Dr.".
const SENTENCE_END =
  /(?<!\b(?:Mrs?|Ms|Dr|Prof|St|vs|e\.g|i\.e|[A-Z])\.)(?<=[.!?…]["'”’)\]]{0,3})\s+(?=["'“‘([]{0,3}[\p{Lu}\p{N}])/u

/** A line of a list or a heading is a sentence too. */
function sentencesIn(text: string): number {
  let sentences = 0
  for (const line of text.split('\n'))
    for (const part of line.split(SENTENCE_END)) if (/[\p{L}\p{N}]/u.test(part)) sentences += 1
  return sentences
}

/** "reading" → 2, "time" → 1, "little" → 2: groups of vowels, without a silent e at the end. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0)).replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}
