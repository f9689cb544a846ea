import { readFileSync } from 'node:fs'

/** The voices that the models learn from. */
export const VOICES = ['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i', 'j'] as const

/** More than a quarter of all sentences: these voices only ever measure. */
export const KEPT_BACK = ['k', 'l', 'm', 'n', 'o'] as const

/** Voices that are only learned from: slang, written to fill what others leave out. */
export const ONLY_LEARNED = ['g'] as const

/** What was written down, by voice. */
export type CorpusName = 'commands' | 'near-misses' | 'routing' | 'emergency' | 'questions'

/** The rows of one voice's file: a sentence and its labels. */
export function readCorpus(name: CorpusName, voice: string): ReadonlyArray<readonly [string, ...string[]]> {
  const text = readFileSync(new URL(`../../src/${ROOMS[name]}/corpus/${name}-${voice}.tsv`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [sentence = '', ...labels] = line.split('\t')
      return [sentence, ...labels.map((label) => label.trim())] as const
    })
}

const ROOMS: Readonly<Record<CorpusName, string>> = {
  commands: 'intent',
  'near-misses': 'intent',
  routing: 'language',
  emergency: 'language',
  questions: 'knowledge',
}
