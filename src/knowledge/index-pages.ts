import { stemOf, topicWords } from '../language/words.ts'
import type { IndexedText } from '../store/text-index.ts'
import type { Page } from './page.ts'

/** Pages as the full-text index takes them. */
export const indexedTexts = (pages: readonly Page[]): IndexedText[] =>
  pages.map((page) => ({
    id: page.id,
    domain: page.domain,
    title: page.title,
    questions: page.questions.join('\n'),
    terms: page.terms.join('\n'),
    body: page.sections.map((section) => section.text).join('\n'),
    payload: JSON.stringify(page),
  }))

/** In how many pages a stem occurs, and the words seen: what search needs to weigh words and to mend typing errors. */
export interface Vocabulary {
  readonly pages: number
  readonly frequency: Readonly<Record<string, number>>
  /** Topic words as written, for the nearest one to a misspelt word. */
  readonly words: readonly string[]
}

/** The vocabulary of all pages. */
export function vocabularyOf(pages: readonly Page[]): Vocabulary {
  const frequency: Record<string, number> = Object.create(null)
  const words = new Set<string>()
  for (const page of pages) {
    const [edited, asked] = [topicWords(textOf(page)), topicWords(page.questions.join('\n'))]
    for (const word of edited) words.add(word)
    for (const stem of new Set([...edited, ...asked].map(stemOf))) frequency[stem] = (frequency[stem] ?? 0) + 1
  }
  return { pages: pages.length, frequency, words: [...words].sort() }
}

/** What an editor wrote. The wordings are people's, with their typing errors: nothing is mended towards these. */
const textOf = (page: Page): string =>
  [page.title, ...page.terms, ...page.sections.map((section) => section.text)].join('\n')
