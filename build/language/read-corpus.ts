import { readFileSync } from 'node:fs'

/** The voices that the models learn from. Voice f is kept back: it only ever measures. */
export const VOICES = ['a', 'b', 'c', 'd', 'e'] as const

/** Voices that are only learned from: slang, written to fill what a to e leave out. */
export const ONLY_LEARNED = ['g'] as const

/** What was written down, by voice. */
export type CorpusName = 'commands' | 'near-misses' | 'routing' | 'emergency'

/** The rows of one voice's file: a sentence and its labels. */
export function readCorpus(name: CorpusName, voice: string): ReadonlyArray<readonly [string, ...string[]]> {
  const folder =
    name === 'commands' || name === 'near-misses' ? '../../src/intent/corpus/' : '../../src/language/corpus/'
  const text = readFileSync(new URL(`${folder}${name}-${voice}.tsv`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [sentence = '', ...labels] = line.split('\t')
      return [sentence, ...labels.map((label) => label.trim())] as const
    })
}
