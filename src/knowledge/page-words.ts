import { stemOf, topicWords, wordsOf } from '../language/words.ts'
import type { Page } from './page.ts'

/** A page as search reads it: the stems of its parts. */
export interface PageWords {
  readonly page: Page
  /** How often a stem stands on the page, weighted by where: a lay term says more of a page than a word of its text. */
  readonly weights: ReadonlyMap<string, number>
  /** The sum of all weights. */
  readonly length: number
  /** Stems that stand side by side somewhere on the page: "tie break". */
  readonly pairs: ReadonlySet<string>
  /** The title and the wordings it answers, each as a set of stems. */
  readonly wordings: ReadonlyArray<ReadonlySet<string>>
  /** Stems of title, wordings and terms: what the page is about. */
  readonly about: ReadonlySet<string>
  /** The title and the wordings, word for word. */
  readonly said: ReadonlySet<string>
  /** The terms, word for word. */
  readonly named: ReadonlySet<string>
}

const TITLE = 2
const WORDING = 1
const TERM = 3
const TEXT = 0.5

/** Reads a page once; a page is searched many times. */
export function readWords(page: Page): PageWords {
  const [title, wordings, terms] = [stemsIn(page.title), page.questions.map(stemsIn), page.terms.map(stemsIn)]
  const texts = page.sections.map(({ text }) => stemsIn(text))
  const weights = countStems([
    [TITLE, [title]],
    [WORDING, wordings],
    [TERM, terms],
    [TEXT, texts],
  ])
  return {
    page,
    weights,
    length: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    pairs: new Set([title, ...wordings, ...terms, ...texts].flatMap(pairsOf)),
    wordings: [title, ...wordings].map((stems) => new Set(stems)),
    about: new Set([...title, ...wordings.flat(), ...terms.flat()]),
    said: new Set([page.title, ...page.questions].map(wordForWord)),
    named: new Set(page.terms.map(wordForWord)),
  }
}

type Parts = ReadonlyArray<readonly [weight: number, texts: readonly (readonly string[])[]]>

function countStems(parts: Parts): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [weight, texts] of parts) {
    for (const stem of texts.flat()) weights.set(stem, (weights.get(stem) ?? 0) + weight)
  }
  return weights
}

/** Stems that stand side by side, as `first second`, in order. */
export const pairsOf = (stems: readonly string[]): string[] =>
  stems.slice(1).map((second, i) => `${stems[i] ?? ''} ${second}`)

/** The words alone, small ones too: "Who are you?" → "who are you". */
export const wordForWord = (text: string): string => wordsOf(text).join(' ')

/** The stems of the words that carry the topic, in order, repeats kept. */
export const stemsIn = (text: string): string[] => topicWords(text).map(stemOf)
