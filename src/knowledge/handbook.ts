import { distance } from 'fastest-levenshtein'
import { stemOf, topicWords, wordsOf } from '../language/words.ts'
import type { TextIndex } from '../store/text-index.ts'
import type { Vocabulary } from './index-pages.ts'
import type { Handbook, Hit, Page } from './page.ts'
import { type PageWords, pairsOf, readWords, wordForWord } from './page-words.ts'
import { inPlainWords } from './plain-words.ts'
import { type Query, ratePages } from './rate-pages.ts'
import { withoutIdioms } from './without-idioms.ts'

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
  const mend = openMender(vocabulary)
  const spread = Object.values(vocabulary.frequency).reduce((sum, pages) => sum + pages, 0)
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
    const pagesWith = (word: string): number => vocabulary.frequency[stemOf(word)] ?? 0
    const words = inPlainWords(topicWords(withoutIdioms(ask)).slice(0, MOST_WORDS), pagesWith).map(mend)
    const query = weigh(words, wordsOf(ask).length, { ...vocabulary, spread })
    // Bare numbers are no topic: "2^100" is not about the page that has a hundred in it.
    if (!words.some((word) => /\p{L}/u.test(word))) return { candidates: [], query }
    const found = index.search([...new Set(words)], domain, CANDIDATES)
    return { candidates: found.flatMap(({ id }) => pageOf(id) ?? []), query }
  }
  const asPhrase = (said: string, domain: string | null) => ({
    candidates: index.searchPhrase(said, domain, CANDIDATES).flatMap(({ id }) => pageOf(id) ?? []),
    query: NOTHING_ASKED,
  })
  return {
    search(ask, domain, limit) {
      const said = wordForWord(ask)
      if (said === '') return []
      // "Who are you" has no word that carries a topic, and "how do I ask for a raise" hardly one.
      const { candidates, query } = topicWords(ask).length === 0 ? asPhrase(said, domain) : look(ask, domain)
      const exact = exactHit(candidates, said)
      const rated = ratePages(candidates, query).filter(({ page }) => page !== exact?.page)
      const first = exact ? [{ ...exact, fit: Math.max(exact.fit, rated[0]?.fit ?? 0) }] : []
      return [...first, ...rated].slice(0, limit)
    },
    look,
    find(id) {
      const payload = read.get(id)?.page ?? index.find(id)
      return typeof payload === 'string' ? (JSON.parse(payload) as Page) : payload
    },
    sizes: () => index.sizes(),
  }
}

const MOST_WORDS = 60
const CANDIDATES = 20
/** How sure a page is that has the question word for word. */
const SAME_WORDS = 0.95
/** How sure the only page is that has all that was said as one of its terms: "frozen shoulder". */
const SAME_TERM = 0.8

/** The page that has what was said word for word: as its title or a wording, or, if no other page does, as a term. */
function exactHit(candidates: readonly PageWords[], said: string): Hit | null {
  const wholly = { met: said.split(' ').length, covers: 1 }
  const same = candidates.find((one) => one.said.has(said))
  if (same) return { page: same.page, fit: SAME_WORDS, ...wholly }
  const [named, ...others] = candidates.filter((one) => one.named.has(said))
  return named && others.length === 0 ? { page: named.page, fit: SAME_TERM, ...wholly } : null
}

const NOTHING_ASKED: Query = { stems: new Map(), pairs: new Map(), words: 0, rarest: 0 }

/** `spread`: the sum of all frequencies. */
function weigh(
  words: readonly string[],
  said: number,
  { pages, frequency, spread }: Vocabulary & { spread: number },
): Query {
  const stems = words.map(stemOf)
  const asked = (stem: string) => {
    const inPages = frequency[stem] ?? 0
    return { rarity: rarityOf(inPages, pages), share: Math.max(inPages, 1) / spread }
  }
  const known = new Map(stems.map((stem) => [stem, asked(stem)]))
  const rarityAt = (i: number): number => known.get(stems[i] ?? '')?.rarity ?? 0
  const pairs = pairsOf(stems).map((pair, i) => [pair, (rarityAt(i) + rarityAt(i + 1)) / 2] as const)
  return { stems: known, pairs: new Map(pairs), words: said, rarest: rarityOf(1, pages) }
}

/** Inverse page frequency as in BM25; 0 for a stem that no page has. */
const rarityOf = (frequency: number, pages: number): number =>
  frequency === 0 ? 0 : Math.log(1 + (pages - frequency + 0.5) / (frequency + 0.5))

/** Mends typing errors: a word that no editor wrote → the only close one that some page has ("headachs" → "headaches"). */
function openMender({ words, frequency }: Vocabulary): (word: string) => string {
  const known = new Set(words)
  const byLetter = new Map<string, string[]>()
  const startingLike = (word: string): readonly string[] => {
    const letter = word.charAt(0)
    const like = byLetter.get(letter) ?? words.filter((one) => one.startsWith(letter))
    byLetter.set(letter, like)
    return like
  }
  return (word) => {
    if (known.has(word) || word.length < 5) return word
    // People's wordings have it: it is a word, or a typing error that others make too ("concusion").
    const isAsked = frequency[stemOf(word)] !== undefined
    if (isAsked && word.length < 8) return word
    const allowed = isAsked || word.length < 8 ? 1 : 2
    const near = startingLike(word).filter(
      (other) => Math.abs(other.length - word.length) <= allowed && typos(word, other) <= allowed,
    )
    return near.sort((a, b) => typos(word, a) - typos(word, b))[0] ?? word
  }
}

/** Levenshtein distance in which a pair of swapped letters counts once: "protien" is one away from "protein". */
function typos(word: string, other: string): number {
  const away = distance(word, other)
  return away === 2 && word.length === other.length && hasSwap(word, other) ? 1 : away
}

function hasSwap(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== other[i])
  return word[at] === other[at + 1] && word[at + 1] === other[at]
}
