import { stemOf, topicWords, wordsOf } from '../language/words.ts'
import type { Page } from './page.ts'

/** A page as search reads it: the stems of its parts. */
export interface PageWords {
  readonly page: Page
  /** How often a stem stands on the page, weighted by where: a lay term says more of a page than a word of its text. */
  readonly weights: ReadonlyMap<string, number>
  /** The title and the wordings it answers, each as a set of stems. */
  readonly wordings: ReadonlyArray<ReadonlySet<string>>
  /** Stems of title, wordings and terms: what the page is about. */
  readonly about: ReadonlySet<string>
  /** The title and the wordings, word for word. */
  readonly said: ReadonlySet<string>
}

const TITLE = 2
const WORDING = 1
const TERM = 3
const TEXT = 0.5

/** Reads a page once; a page is searched many times. */
export function readWords(page: Page): PageWords {
  const weights = new Map<string, number>()
  const add = (stems: readonly string[], weight: number): void => {
    for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + weight)
  }
  const [title, wordings, terms] = [stemsIn(page.title), page.questions.map(stemsIn), stemsIn(page.terms.join(' '))]
  add(title, TITLE)
  for (const wording of wordings) add(wording, WORDING)
  add(terms, TERM)
  for (const { text } of page.sections) add(stemsIn(text), TEXT)
  return {
    page,
    weights,
    wordings: [title, ...wordings].map((stems) => new Set(stems)),
    about: new Set([...title, ...wordings.flat(), ...terms]),
    said: new Set([page.title, ...page.questions].map(wordForWord)),
  }
}

/** The words alone, small ones too: "Who are you?" → "who are you". */
export const wordForWord = (text: string): string => wordsOf(text).join(' ')

/** The stems of the words that carry the topic, in order, repeats kept. */
export const stemsIn = (text: string): string[] => topicWords(text).map(stemOf)
