import { stemOf, wordsOf } from '../language/words.ts'

/** The fields of a text that are searched. */
export interface SearchedFields {
  readonly title: string
  readonly questions: string
  readonly terms: string
  readonly body: string
}

// A word in the title says more about a page than one in a wording, and that more than one in its text.
const WEIGHTS: Readonly<Record<keyof SearchedFields, number>> = { title: 6, questions: 5, terms: 4, body: 1 }
const FIELDS = Object.keys(WEIGHTS) as ReadonlyArray<keyof SearchedFields>
const SATURATION = 1.2
const LENGTH_SHARE = 0.75

/** Where a stem stands: pairs of a text's number (from 0) and what the stem is worth there, one after the other. */
export type Posting = Float32Array

/**
 * By stem, what it adds to the rank of each text that has it: BM25 over weighted fields (Robertson, Zaragoza, Taylor 2004),
 * k1 = 1.2, b = 0.75. All of it is known beforehand, so that a search only adds up.
 */
export function postingsOf(texts: readonly SearchedFields[]): Map<string, Posting> {
  const lengths = texts.map(() => 0)
  const counts = new Map<string, Map<number, number>>()
  for (const [i, text] of texts.entries()) {
    for (const field of FIELDS) {
      const terms = termsOf(text[field])
      lengths[i] = (lengths[i] ?? 0) + terms.length
      for (const term of terms) addTo(counts, term, i, WEIGHTS[field])
    }
  }
  const average = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, texts.length)
  const normOf = (i: number): number =>
    SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[i] ?? 0)) / Math.max(1, average))
  return new Map([...counts].map(([term, where]) => [term, weighed(where, texts.length, normOf)]))
}

function addTo(counts: Map<string, Map<number, number>>, term: string, text: number, weight: number): void {
  const where = counts.get(term) ?? new Map<number, number>()
  where.set(text, (where.get(text) ?? 0) + weight)
  counts.set(term, where)
}

function weighed(where: ReadonlyMap<number, number>, texts: number, normOf: (text: number) => number): Posting {
  const rarity = Math.max(LEAST_RARITY, Math.log((texts - where.size + 0.5) / (where.size + 0.5)))
  return Float32Array.from([...where].flatMap(([i, n]) => [i, (rarity * n * (SATURATION + 1)) / (n + normOf(i))]))
}

/** A stem that more than half of the texts have still finds them. */
const LEAST_RARITY = 1e-6

/** The terms of a text as they are indexed: stems without accents, in order. */
export const termsOf = (text: string): string[] => wordsOf(text).map(termOf)

const KNOWN = new Map<string, string>()
const MOST_KNOWN = 50_000

function termOf(word: string): string {
  const known = KNOWN.get(word)
  if (known !== undefined) return known
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  const term = stemOf(word.normalize('NFD').replace(/\p{M}/gu, ''))
  KNOWN.set(word, term)
  return term
}

/** The numbers of the texts with the highest sums, best first; of equals the first. `allowed` leaves texts out. */
export function bestOf(
  postings: readonly Posting[],
  texts: number,
  limit: number,
  allowed: (text: number) => boolean,
): Array<{ text: number; rank: number }> {
  const ranks = new Float64Array(texts)
  for (const posting of postings) {
    for (let i = 0; i < posting.length; i += 2) {
      const text = posting[i] ?? 0
      ranks[text] = (ranks[text] ?? 0) + (posting[i + 1] ?? 0)
    }
  }
  const found: Array<{ text: number; rank: number }> = []
  for (let text = 0; text < texts; text += 1) {
    const rank = ranks[text] ?? 0
    if (rank > 0 && allowed(text)) found.push({ text, rank })
  }
  return found.sort((a, b) => b.rank - a.rank).slice(0, limit)
}
