import { createFeatureReader, readableWords } from './features.ts'
import { FOREIGN } from './ideas.ts'
import { ideaReaderOf, type LexiconName } from './lexicons.ts'
import { createSpelling } from './spelling.ts'

/** A trained model: what it thinks of a text. */
export interface LinearModel {
  readonly labels: readonly string[]
  /** How likely each label is, in the order of `labels`, 0..1, summing to 1. */
  likelihoods(text: string): number[]
  /** How many words a text has, and how many of them the model's field does not know. */
  words(text: string): { readonly all: number; readonly foreign: number }
}

/** A model as it lies in its file. Weight = int8 × the scale of its label. */
export interface WrittenModel {
  readonly labels: readonly string[]
  /** Places of the hashed table, a power of two. */
  readonly size: number
  /** Logits are divided by it, so that a confidence of 0.8 is right four times in five (Guo et al. 2017). */
  readonly temperature: number
  readonly bias: readonly number[]
  readonly scales: readonly number[]
  readonly lexicon: LexiconName
  /** Words that misspelt ones are repaired to, the most frequent first, separated by spaces. */
  readonly words: string
  /** int8 in base64, by place and then by label. */
  readonly weights: string
}

/** A model from the text of its file: multinomial logistic regression over the features of a text. */
export function openModel(text: string): LinearModel {
  const { labels, size, temperature, bias, scales, lexicon, words, weights } = JSON.parse(text) as WrittenModel
  const ideas = ideaReaderOf(lexicon)
  const reader = createFeatureReader({ size, spelling: createSpelling(words.split(' ')), ideas })
  const bytes = Buffer.from(weights, 'base64')
  const table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const sums = new Float64Array(labels.length)
  return {
    labels,
    words(said) {
      const list = readableWords(said)
      return { all: list.length, foreign: ideas(list).filter((one) => one === FOREIGN).length }
    },
    likelihoods(said) {
      sums.fill(0)
      const places = reader.read(said)
      for (const place of places) addRow(sums, table, place)
      const value = 1 / Math.sqrt(Math.max(1, places.length))
      return softmax(labels.map((_, i) => ((sums[i] ?? 0) * (scales[i] ?? 0) * value + (bias[i] ?? 0)) / temperature))
    },
  }
}

function addRow(sums: Float64Array, table: Int8Array, place: number): void {
  const from = place * sums.length
  for (let label = 0; label < sums.length; label += 1) {
    sums[label] = (sums[label] ?? 0) + (table[from + label] ?? 0)
  }
}

/** Logits → likelihoods that sum to 1. */
export function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits)
  const raised = logits.map((logit) => Math.exp(logit - highest))
  const sum = raised.reduce((all, one) => all + one, 0)
  return raised.map((one) => one / sum)
}
