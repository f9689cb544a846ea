import { writeSync } from 'node:fs'
import { judgePages } from '../../src/knowledge/rate-pages.ts'
import { openPages } from './ask-handbook.ts'
import { readCorpus } from './read-corpus.ts'

// `npx tsx build/language/fit-confidence.ts`: fits the weights that `src/knowledge/confidence.ts` holds on the questions of
// voice p (is the best page the right one?), prints them, and what each threshold would give when each half of the
// questions is judged by weights fitted on the other.

interface Row {
  readonly features: readonly number[]
  readonly isRight: boolean
  readonly hasPage: boolean
}

const PASSES = 4_000
const RATE = 0.5
const PULL = 1e-3

const handbook = openPages()
const rows: Row[] = readCorpus('questions', 'p').map(([text, label = '-', domain = '']) => {
  const { candidates, query } = handbook.look(text, domain)
  const { rated, features } = judgePages(candidates, query)
  const isRight = label.split(',').includes(rated[0]?.words.page.id ?? '')
  return { features, isRight, hasPage: label !== '-' }
})
const judged = rows.filter(({ features }) => features.length > 0)
tell(
  `[${fitWeights(judged)
    .map((weight) => weight.toFixed(2))
    .join(', ')}]`,
)
tellThresholds()

function tell(line: string): void {
  writeSync(1, `${line}\n`)
}

function tellThresholds(): void {
  const halves = [0, 1].map((half) => judged.filter((_, i) => i % 2 === half))
  const rated = halves.flatMap((half, i) => {
    const weights = fitWeights(halves[1 - i] ?? [])
    return half.map((row) => ({ row, confidence: sigmoid(dot(row.features, weights)) }))
  })
  const [withPage, without] = [rows.filter((row) => row.hasPage).length, rows.filter((row) => !row.hasPage).length]
  for (let threshold = 0.2; threshold < 0.75; threshold += 0.05) {
    const shown = rated.filter(({ confidence }) => confidence >= threshold).map(({ row }) => row)
    const right = shown.filter((row) => row.isRight).length / withPage
    const wrong = shown.filter((row) => row.hasPage && !row.isRight).length / withPage
    const untrue = shown.filter((row) => !row.hasPage).length / without
    tell(
      `${threshold.toFixed(2)}: right ${percent(right)}, another page ${percent(wrong)}, none fits ${percent(untrue)}`,
    )
  }
}

/** Logistic regression by gradient descent over all rows at once. */
function fitWeights(examples: readonly Row[]): number[] {
  let weights = (examples[0]?.features ?? []).map(() => 0)
  for (let pass = 0; pass < PASSES; pass += 1) {
    const gradient = slopes(examples, weights)
    weights = weights.map((weight, i) => weight - RATE * ((gradient[i] ?? 0) + PULL * weight))
  }
  return weights
}

function slopes(examples: readonly Row[], weights: readonly number[]): number[] {
  const sums = weights.map(() => 0)
  for (const { features, isRight } of examples) {
    const error = sigmoid(dot(features, weights)) - (isRight ? 1 : 0)
    for (const [i, feature] of features.entries()) sums[i] = (sums[i] ?? 0) + (error * feature) / examples.length
  }
  return sums
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0)
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
