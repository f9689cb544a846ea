import { distance } from 'fastest-levenshtein'
import { stemOf, topicWords } from '../language/words.ts'
import type { TextIndex } from '../store/text-index.ts'
import type { Vocabulary } from './index-pages.ts'
import type { Handbook, Page } from './page.ts'
import { type PageWords, readWords, wordForWord } from './page-words.ts'
import { type Query, ratePages } from './rate-pages.ts'

/** A handbook that also shows what it chooses from, for fitting its confidence. */
export interface SearchedHandbook extends Handbook {
  look(ask: string, domain: string | null): { readonly candidates: readonly PageWords[]; readonly query: Query }
}

/**
 * The handbook over its full-text index, which chooses candidates by BM25; `ratePages` orders them and says how likely it
 * is that the first one is what was asked for.
 */
export function openHandbook(index: TextIndex): SearchedHandbook {
  const vocabulary = JSON.parse(index.note('vocabulary') ?? '{"pages":0,"frequency":{},"words":[]}') as Vocabulary
  const known = new Set(vocabulary.words)
  const read = new Map<string, PageWords>()
  const pageOf = (id: string): PageWords | undefined => {
    const seen = read.get(id)
    if (seen) return seen
    const payload = index.find(id)
    const fresh = payload === undefined ? undefined : readWords(JSON.parse(payload) as Page)
    if (fresh) read.set(id, fresh)
    return fresh
  }
  const look = (ask: string, domain: string | null) => {
    const words = topicWords(ask)
      .slice(0, MOST_WORDS)
      .map((word) => mendWord(word, vocabulary, known))
    const query = weigh(words, vocabulary)
    // Bare numbers are no topic: "2^100" is not about the page that has a hundred in it.
    if (!words.some((word) => /\p{L}/u.test(word))) return { candidates: [], query }
    const found = index.search([...new Set(words)], domain, CANDIDATES)
    return { candidates: found.flatMap(({ id }) => pageOf(id) ?? []), query }
  }
  const asPhrase = (said: string, domain: string | null) => ({
    candidates: index.searchPhrase(said, domain, CANDIDATES).flatMap(({ id }) => pageOf(id) ?? []),
    query: new Map<string, number>(),
  })
  return {
    search(ask, domain, limit) {
      const said = wordForWord(ask)
      if (said === '') return []
      // "Who are you" has no word that carries a topic, and "how do I ask for a raise" hardly one.
      const { candidates, query } = topicWords(ask).length === 0 ? asPhrase(said, domain) : look(ask, domain)
      const same = candidates.find((one) => one.said.has(said))
      const rated = ratePages(candidates, query).filter(({ page }) => page !== same?.page)
      const first = same ? [{ page: same.page, fit: SAME_WORDS, covers: new Set(query.keys()) }] : []
      return [...first, ...rated].slice(0, limit)
    },
    look,
    find: (id) => pageOf(id)?.page,
    sizes: () => index.sizes(),
  }
}

const MOST_WORDS = 60
const CANDIDATES = 20
/** How sure a page is that has the question word for word. */
const SAME_WORDS = 0.95

function weigh(words: readonly string[], { pages, frequency }: Vocabulary): Query {
  return new Map(words.map(stemOf).map((stem) => [stem, rarityOf(frequency[stem] ?? 0, pages)]))
}

/** Inverse page frequency as in BM25; 0 for a stem that no page has. */
const rarityOf = (frequency: number, pages: number): number =>
  frequency === 0 ? 0 : Math.log(1 + (pages - frequency + 0.5) / (frequency + 0.5))

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
