import { splitSentences } from './split-sentences.ts'

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

/** A line of a list or a heading is a sentence too. */
const sentencesIn = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + splitSentences(line).length, 0)

/** "reading" → 2, "time" → 1, "little" → 2: groups of vowels, without a silent e at the end. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0)).replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}
