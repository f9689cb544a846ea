import { distance } from 'fastest-levenshtein'
import { stemOf, topicWords } from '../language/words.ts'
import type { TextIndex } from '../store/text-index.ts'
import type { Vocabulary } from './index-pages.ts'
import type { Handbook, Hit, Page } from './page.ts'

/**
 * The handbook over its full-text index. BM25 chooses candidates; their order and `fit` come from how much of the
 * question's weight (rare words weigh more) the page's title, wordings and terms cover, and how close the nearest wording is.
 */
export function openHandbook(index: TextIndex): Handbook {
  const vocabulary = JSON.parse(index.note('vocabulary') ?? '{"pages":0,"frequency":{},"words":[]}') as Vocabulary
  const known = new Set(vocabulary.words)
  return {
    search(ask, domain, limit) {
      const words = topicWords(ask)
        .slice(0, MOST_WORDS)
        .map((word) => mendWord(word, vocabulary, known))
      // Bare numbers are no topic: "2^100" is not about the page that has a hundred in it.
      if (!words.some((word) => /\p{L}/u.test(word))) return []
      const query = weigh(words, vocabulary)
      return index
        .search([...new Set(words)], domain, CANDIDATES)
        .map(({ payload }) => fitOf(JSON.parse(payload) as Page, query))
        .sort((a, b) => b.fit - a.fit)
        .slice(0, limit)
    },
    find(id) {
      const payload = index.find(id)
      return payload === undefined ? undefined : (JSON.parse(payload) as Page)
    },
    sizes: () => index.sizes(),
  }
}

const MOST_WORDS = 60
const CANDIDATES = 20

/** Stems of the question with their weights (inverse page frequency). */
type Query = ReadonlyMap<string, number>

function weigh(words: readonly string[], { pages, frequency }: Vocabulary): Query {
  return new Map(words.map(stemOf).map((stem) => [stem, Math.log(1 + (pages + 1) / ((frequency[stem] ?? 0) + 0.5))]))
}

/** A word that no page has → the only close one that some page has ("headachs" → "headaches"), else itself. */
function mendWord(word: string, vocabulary: Vocabulary, known: ReadonlySet<string>): string {
  if (known.has(word) || word.length < 5 || vocabulary.frequency[stemOf(word)] !== undefined) return word
  const allowed = word.length < 8 ? 1 : 2
  const near = vocabulary.words.filter(
    (other) =>
      other[0] === word[0] && Math.abs(other.length - word.length) <= allowed && distance(word, other) <= allowed,
  )
  return near.sort((a, b) => distance(word, a) - distance(word, b))[0] ?? word
}

function fitOf(page: Page, query: Query): Hit {
  const wordings = [page.title, ...page.questions].map(stemsOf)
  const about = new Set([...wordings.flatMap((stems) => [...stems]), ...stemsOf(page.terms.join(' '))])
  const coverage = shareOf(query, about)
  const nearest = Math.max(...wordings.map((stems) => cosine(query, stems)))
  const covers = new Set([...query.keys()].filter((stem) => about.has(stem)))
  return { page, fit: Math.min(1, 0.45 * coverage + 0.55 * nearest), covers }
}

const stemsOf = (text: string): ReadonlySet<string> => new Set(topicWords(text).map(stemOf))

function shareOf(query: Query, stems: ReadonlySet<string>): number {
  let all = 0
  let met = 0
  for (const [stem, weight] of query) {
    all += weight
    if (stems.has(stem)) met += weight
  }
  return all === 0 ? 0 : met / all
}

/** Cosine between the weighted question and a wording; a word of the wording that was not asked counts as average weight. */
function cosine(query: Query, stems: ReadonlySet<string>): number {
  let dot = 0
  let norm = 0
  for (const weight of query.values()) norm += weight * weight
  const average = Math.sqrt(norm / Math.max(1, query.size))
  let other = 0
  for (const stem of stems) {
    const weight = query.get(stem) ?? average
    other += weight * weight
    if (query.has(stem)) dot += weight * weight
  }
  return norm === 0 || other === 0 ? 0 : dot / Math.sqrt(norm * other)
}
