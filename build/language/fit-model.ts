import { createFeatureReader, readableWords } from '../../src/language/features.ts'
import { ideaReaderOf, type LexiconName } from '../../src/language/lexicons.ts'
import { softmax, type WrittenModel } from '../../src/language/linear-model.ts'
import { createSpelling } from '../../src/language/spelling.ts'
import { seededRandom } from './random.ts'

/** A sentence and what it is. `weight` is how much it counts, 1 by default. */
export interface Example {
  readonly text: string
  readonly label: string
  readonly weight?: number
}

/** How a model is fitted. */
export interface FitOptions {
  readonly labels: readonly string[]
  readonly lexicon: LexiconName
  /** Places of the hashed table, a power of two. */
  readonly size: number
  readonly passes: number
  /** Step width at the start. */
  readonly rate: number
  /** Strength of the pull towards 0. */
  readonly decay: number
  readonly seed: number
  readonly temperature: number
}

/**
 * Fits multinomial logistic regression by AdaGrad, one example at a time in a seeded order, and rounds the weights to
 * int8. The same examples and options give the same model.
 */
export function fitModel(examples: readonly Example[], options: FitOptions): WrittenModel {
  const { labels, size, temperature, lexicon } = options
  const words = frequentWords(examples)
  const reader = createFeatureReader({ size, spelling: createSpelling(words), ideas: ideaReaderOf(lexicon) })
  const rows = examples.map(({ text, label, weight = 1 }) => ({
    places: Int32Array.from(reader.read(text)),
    label: labels.indexOf(label),
    weight,
  }))
  const { weights, bias } = descend(rows, options)
  const { scales, table } = quantise(weights, labels.length)
  return {
    ...{ labels, size, temperature, lexicon },
    bias: Array.from(bias, (one) => Math.round(one * 1e4) / 1e4),
    scales,
    words: words.join(' '),
    weights: Buffer.from(table.buffer).toString('base64'),
  }
}

interface Row {
  readonly places: Int32Array
  readonly label: number
  readonly weight: number
}

/** Words of at least four letters that several sentences have, the most frequent first: what a typing error may have meant. */
function frequentWords(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>()
  for (const { text } of examples) {
    for (const word of new Set(readableWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .filter(([word, n]) => n >= 4 && word.length >= 4 && /^\p{L}+$/u.test(word))
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([word]) => word)
    .slice(0, 4_000)
}

interface Fitted {
  readonly weights: Float32Array
  readonly bias: Float32Array
}

function descend(rows: readonly Row[], { labels, size, passes, rate, decay, seed }: FitOptions): Fitted {
  const n = labels.length
  const state = {
    weights: new Float32Array(size * n),
    squares: new Float32Array(size * n).fill(1e-3),
    bias: new Float32Array(n),
    biasSquares: new Float32Array(n).fill(1e-2),
  }
  const random = seededRandom(seed)
  const order = rows.map((_, i) => i)
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random)
    for (const i of order) {
      const row = rows[i]
      if (row) learn(row, state, { n, rate, decay })
    }
  }
  return state
}

interface State extends Fitted {
  readonly squares: Float32Array
  readonly biasSquares: Float32Array
}

/** One step of AdaGrad (Duchi et al. 2011) on one row; the pull towards 0 touches only the row's own places. */
function learn(row: Row, state: State, { n, rate, decay }: { n: number; rate: number; decay: number }): void {
  const value = 1 / Math.sqrt(Math.max(1, row.places.length))
  const likely = softmax(logitsOf(row.places, state, n))
  const errors = likely.map((one, label) => (one - (label === row.label ? 1 : 0)) * row.weight)
  for (const place of row.places) {
    for (let label = 0; label < n; label += 1) {
      const at = place * n + label
      const weight = state.weights[at] ?? 0
      const gradient = (errors[label] ?? 0) * value + decay * weight
      const square = (state.squares[at] ?? 0) + gradient * gradient
      state.squares[at] = square
      state.weights[at] = weight - (rate * gradient) / Math.sqrt(square)
    }
  }
  errors.forEach((error, label) => {
    const square = (state.biasSquares[label] ?? 0) + error * error
    state.biasSquares[label] = square
    state.bias[label] = (state.bias[label] ?? 0) - (rate * error) / Math.sqrt(square)
  })
}

function logitsOf(places: Int32Array, { weights, bias }: Fitted, n: number): number[] {
  const value = 1 / Math.sqrt(Math.max(1, places.length))
  const sums = new Float64Array(n)
  for (const place of places) {
    for (let label = 0; label < n; label += 1) sums[label] = (sums[label] ?? 0) + (weights[place * n + label] ?? 0)
  }
  return Array.from(sums, (sum, label) => sum * value + (bias[label] ?? 0))
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

/** The widest weights of a label are rare: those beyond four standard deviations are clipped so that the others keep their grain. */
function quantise(weights: Float32Array, n: number): { scales: number[]; table: Int8Array } {
  const table = new Int8Array(weights.length)
  const scales: number[] = []
  for (let label = 0; label < n; label += 1) {
    let highest = 0
    for (let at = label; at < weights.length; at += n) highest = Math.max(highest, Math.abs(weights[at] ?? 0))
    const scale = Number((Math.max(highest, 1e-9) / 127).toPrecision(6))
    scales.push(scale)
    for (let at = label; at < weights.length; at += n) table[at] = Math.round((weights[at] ?? 0) / scale)
  }
  return { scales, table }
}
