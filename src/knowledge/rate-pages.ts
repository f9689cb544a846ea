import { CONFIDENCE } from './confidence.ts'
import type { Hit } from './page.ts'
import type { PageWords } from './page-words.ts'

/** The stems of a question, each once, and how rare each is among the pages (inverse page frequency); 0: no page has it. */
export type Query = ReadonlyMap<string, number>

/** How a page answers a question: BM25F over its weighted stems, and how close its nearest wording is (cosine, 0..1). */
export interface Rating {
  readonly words: PageWords
  readonly score: number
  readonly nearest: number
  /** What pages are ordered by. */
  readonly total: number
}

/** Where a stem stands often, once more says little (BM25's saturation). */
const SATURATION = 4
const NEAREST_WEIGHT = 0.5

/** The pages, best first, each with its confidence: how likely it is that this page is what was asked for. */
export function ratePages(pages: readonly PageWords[], query: Query): Hit[] {
  const { rated, features } = judgePages(pages, query)
  const [best] = rated
  if (!best || best.score === 0) return []
  const confidence = confidenceOf(features)
  return rated.map(({ words, total }) => ({
    page: words.page,
    fit: confidence * (total / best.total),
    covers: new Set([...query.keys()].filter((stem) => words.about.has(stem))),
  }))
}

/** The ratings, best first, and what is measured of the best one. */
export function judgePages(pages: readonly PageWords[], query: Query): { rated: Rating[]; features: number[] } {
  const rated = pages.map((words) => rate(words, query)).sort((a, b) => b.total - a.total)
  const [best, second] = rated
  return { rated, features: best ? featuresOf(best, second, query) : [] }
}

function rate(words: PageWords, query: Query): Rating {
  let score = 0
  for (const [stem, rarity] of query) {
    const weight = words.weights.get(stem) ?? 0
    score += (rarity * weight) / (weight + SATURATION)
  }
  const nearest = Math.max(...words.wordings.map((stems) => cosine(query, stems)))
  return { words, score, nearest, total: score * (1 + NEAREST_WEIGHT * nearest) }
}

/** Cosine between the weighted question and a wording; a word of the wording that was not asked counts as an average one. */
function cosine(query: Query, wording: ReadonlySet<string>): number {
  let asked = 0
  for (const rarity of query.values()) asked += rarity * rarity
  const average = Math.sqrt(asked / Math.max(1, query.size))
  let [shared, said] = [0, 0]
  for (const stem of wording) {
    const rarity = query.get(stem)
    const square = (rarity ?? average) ** 2
    said += square
    if (rarity !== undefined) shared += square
  }
  return asked === 0 || said === 0 ? 0 : shared / Math.sqrt(asked * said)
}

/** What is measured of the best page, in the order of `CONFIDENCE`; each is about 0..1. */
function featuresOf(best: Rating, second: Rating | undefined, query: Query): number[] {
  const known = [...query].filter(([, rarity]) => rarity > 0)
  const met = known.filter(([stem]) => best.words.about.has(stem))
  const rarityOf = (stems: readonly (readonly [string, number])[]): number =>
    stems.reduce((sum, [, one]) => sum + one, 0)
  const all = Math.max(rarityOf(known), 1e-9)
  return [
    1,
    best.score / all,
    best.score / 10,
    rarityOf(met) / all,
    best.nearest,
    second ? (best.total - second.total) / best.total : 1,
    Math.min(3, met.length) / 3,
    Math.max(0, ...met.map(([, rarity]) => rarity)) / 6,
    Math.log1p(known.length),
    (query.size - known.length) / Math.max(1, query.size),
    rarityOf(known.filter(([stem]) => best.words.wordings[0]?.has(stem))) / all,
  ]
}

/** Logistic regression: 0..1. */
const confidenceOf = (features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, one, i) => sum + one * (CONFIDENCE[i] ?? 0), 0)))
