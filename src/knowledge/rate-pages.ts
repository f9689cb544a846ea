import { CONFIDENCE } from './confidence.ts'
import type { Hit } from './page.ts'
import type { PageWords } from './page-words.ts'

/** A stem of a question. `rarity`: inverse page frequency, 0 when no page has it; `share` of all stems of all pages. */
export interface AskedStem {
  readonly rarity: number
  readonly share: number
}

/** A question as search reads it. */
export interface Query {
  /** Each stem once. */
  readonly stems: ReadonlyMap<string, AskedStem>
  /** Stems side by side, as `first second`, and how rare they are on average. */
  readonly pairs: ReadonlyMap<string, number>
  /** All words, small ones too. */
  readonly words: number
  /** The rarity of a word that a single page has. */
  readonly rarest: number
}

/** A page and how well it explains the question; pages are ordered by `score`. */
export interface Rating {
  readonly words: PageWords
  readonly score: number
}

/** How far the words of a page are trusted over those of all pages together. */
const OWN_WORDS = 1.2
const PAIR = 0.6
/** A page that scores this much less is e times less likely to be the one that was meant. */
const SPREAD = 1.5
/** The same where pages are offered: one in doubt may be further off. */
const OFFER_SPREAD = 3

/** The pages, best first, each with its confidence: how likely it is that this page is what was asked for. */
export function ratePages(pages: readonly PageWords[], query: Query): Hit[] {
  const { rated, features } = judgePages(pages, query)
  const [best] = rated
  if (!best || best.score === 0) return []
  const confidence = confidenceOf(features)
  return rated.map(({ words, score }) => ({
    page: words.page,
    fit: confidence * Math.exp((score - best.score) / OFFER_SPREAD),
    ...metOf(words, query),
  }))
}

/** What a page has of the question. A word that no page has counts as much as one that a single page has. */
function metOf({ weights }: PageWords, { stems, rarest }: Query): Pick<Hit, 'met' | 'covers'> {
  const rarities = [...stems].map(([stem, { rarity }]) => [stem, rarity === 0 ? rarest : rarity] as const)
  const met = rarities.filter(([stem]) => weights.has(stem))
  const sum = (some: typeof rarities): number => some.reduce((all, [, rarity]) => all + rarity, 0)
  return { met: met.length, covers: met.length === 0 ? 0 : sum(met) / sum(rarities) }
}

/** The ratings, best first, and what is measured of the best one. */
export function judgePages(pages: readonly PageWords[], query: Query): { rated: Rating[]; features: number[] } {
  const rated = pages.map((words) => ({ words, score: scoreOf(words, query) })).sort((a, b) => b.score - a.score)
  const [best] = rated
  return { rated, features: best ? featuresOf(best, rated, query) : [] }
}

/**
 * How much likelier the question is from this page than from any: a smoothed language model of single stems (Ponte and
 * Croft 1998, Jelinek-Mercer smoothing), and for stems that also stand side by side on the page, their rarity.
 */
function scoreOf({ weights, length, pairs }: PageWords, query: Query): number {
  let score = 0
  for (const [stem, { share }] of query.stems) {
    const weight = weights.get(stem)
    if (weight !== undefined) score += Math.log(1 + (OWN_WORDS * weight) / (length * share))
  }
  for (const [pair, rarity] of query.pairs) if (pairs.has(pair)) score += PAIR * rarity
  return score
}

/** What is measured of the best page, in the order of `CONFIDENCE`; each is about 0..1. */
function featuresOf(best: Rating, rated: readonly Rating[], query: Query): number[] {
  const second = rated[1]
  const known = [...query.stems].filter(([, { rarity }]) => rarity > 0)
  const met = known.filter(([stem]) => best.words.about.has(stem))
  const absent = known.filter(([stem]) => !best.words.weights.has(stem))
  const all = Math.max(rarityOf(known), 1e-9)
  return [
    1,
    best.score / all,
    rarityOf(met) / all,
    second ? (best.score - second.score) / Math.max(best.score, 1e-9) : 1,
    Math.min(3, met.length) / 3,
    nearestOf(best.words, query, 3),
    1 / rated.reduce((sum, { score }) => sum + Math.exp((score - best.score) / SPREAD), 0),
    Math.min(4, absent.length) / 4,
    best.score / Math.max(1, query.stems.size) / 5,
    Math.log1p(query.words) / 3,
    second ? nearestOf(second.words, query, 1) : 0,
  ]
}

const rarityOf = (stems: ReadonlyArray<readonly [string, AskedStem]>): number =>
  stems.reduce((sum, [, { rarity }]) => sum + rarity, 0)

/** Mean cosine of the question to the `count` nearest titles and wordings of a page, 0..1. */
function nearestOf({ wordings }: PageWords, { stems }: Query, count: number): number {
  let asked = 0
  for (const { rarity } of stems.values()) asked += rarity * rarity
  if (asked === 0) return 0
  const near = wordings.map((wording) => cosine(stems, asked, wording)).sort((a, b) => b - a)
  return near.slice(0, count).reduce((sum, one) => sum + one, 0) / count
}

/** `asked`: sum of squared rarities. A word of the wording that was not asked counts as an average one. */
function cosine(stems: Query['stems'], asked: number, wording: ReadonlySet<string>): number {
  let [shared, met] = [0, 0]
  for (const stem of wording) {
    const rarity = stems.get(stem)?.rarity
    if (rarity === undefined) continue
    shared += rarity * rarity
    met += 1
  }
  const said = shared + (wording.size - met) * (asked / stems.size)
  return said === 0 ? 0 : shared / Math.sqrt(asked * said)
}

/** Logistic regression: 0..1. */
const confidenceOf = (features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, one, i) => sum + one * (CONFIDENCE[i] ?? 0), 0)))
