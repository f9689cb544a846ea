import { folders } from '../../bin/folders.ts'
import { pageThatFits } from '../../src/knowledge/choose-pages.ts'
import { openHandbook, type SearchedHandbook } from '../../src/knowledge/handbook.ts'
import { indexedTexts, vocabularyOf } from '../../src/knowledge/index-pages.ts'
import type { Handbook } from '../../src/knowledge/page.ts'
import { readPages } from '../../src/knowledge/read-pages.ts'
import { createTextIndex } from '../../src/store/text-index.ts'
import type { Verdict } from './evaluate.ts'
import { readCorpus } from './read-corpus.ts'

/** A question as it was answered. `right` and `found` are page ids, `-` for no page; `pool` is the domain asked. */
export interface AnswerVerdict extends Verdict {
  readonly pool: string
}

/**
 * Asks the handbook every question of one voice, each in its own domain. Where two pages are equally right, the one that
 * was found counts as the right one.
 */
export function askHandbook(voice: string, handbook: Handbook = openPages()): AnswerVerdict[] {
  let pool = ''
  return readCorpus('questions', voice).map(([text, label = '-', named]) => {
    pool = named ?? (label === '-' ? pool : (label.split('/')[0] ?? ''))
    const first = pageThatFits(handbook.search(text, pool, 4))
    const found = first?.id ?? '-'
    const right = label.split(',').map((one) => one.trim())
    return { text, pool, found, right: right.includes(found) ? found : (right[0] ?? '-') }
  })
}

/** The handbook over all pages as they stand in the folders. */
export function openPages(): SearchedHandbook {
  const pages = folders.packs.names.flatMap((name) =>
    readPages(new URL(`../../src/agents/packs/${name}/handbook/`, import.meta.url), name),
  )
  const notes = { vocabulary: JSON.stringify(vocabularyOf(pages)) }
  return openHandbook(createTextIndex(':memory:', indexedTexts(pages), notes))
}
