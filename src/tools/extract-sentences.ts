import { stemOf, topicWords } from '../language/words.ts'
import { splitSentences } from './split-sentences.ts'

/** A sentence as it stands in the text; `place` counts from 1. */
export interface Extracted {
  readonly text: string
  readonly place: number
}

/** The sentences of a text: those of a hard-wrapped paragraph are joined, a heading or an item of a list stands alone. */
export function sentencesOf(text: string): string[] {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n|\n(?=[^\S\n]{0,8}(?:[-*•–#>]|\d{1,3}[.)])\s)/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').replace(/^ ?(?:[-*•–#>]+|\d{1,3}[.)]) /, ''))
  return paragraphs.flatMap(splitSentences)
}

/** Sentences that share more than this of their words say the same. */
const TOO_ALIKE = 0.7
/** A sentence of fewer words is not better for being short. */
const FEWEST_WORDS = 6

/**
 * The sentences that hold most of what the text is about, in the order of the text. Each word counts by the number of sentences
 * that hold it, each sentence by the sum of its words over the root of their number; what repeats a chosen one is passed over.
 * Source: H. P. Luhn, The automatic creation of literature abstracts (1958); Nenkova and Vanderwende, The impact of frequency
 * on summarization (2005).
 */
export function extractSentences(sentences: readonly string[], many: number): Extracted[] {
  const bags = sentences.map((text) => new Set(topicWords(text).map(stemOf)))
  const weights = weigh(bags)
  const ranked = bags
    .map((bag, index) => ({ index, score: scoreOf(bag, weights) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const chosen: number[] = []
  const spare: number[] = []
  for (const { index } of ranked) {
    if (chosen.length === many) break
    const repeats = chosen.some((other) => likeness(bags[index], bags[other]) > TOO_ALIKE)
    ;(repeats ? spare : chosen).push(index)
  }
  return [...chosen, ...spare]
    .slice(0, many)
    .sort((a, b) => a - b)
    .map((index) => ({ text: sentences[index] ?? '', place: index + 1 }))
}

function weigh(bags: ReadonlyArray<ReadonlySet<string>>): Map<string, number> {
  const weights = new Map<string, number>()
  for (const bag of bags) for (const word of bag) weights.set(word, (weights.get(word) ?? 0) + 1)
  return weights
}

function scoreOf(bag: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  // What one sentence alone holds is a detail.
  for (const word of bag) sum += (weights.get(word) ?? 1) - 1
  return sum / Math.sqrt(Math.max(FEWEST_WORDS, bag.size))
}

function likeness(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared / Math.sqrt(Math.max(1, one.size * other.size))
}
