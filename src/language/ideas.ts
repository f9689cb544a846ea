import { createSpelling } from './spelling.ts'

/** Words by what they stand for in one field. A word may stand under one idea only: the first that lists it. */
export interface Lexicon {
  /** Idea → its words, separated by white space. */
  readonly ideas: Readonly<Record<string, string>>
  /** Words that carry no idea and are passed over. */
  readonly little: string
}

/** Words → the numbers of their ideas: `FOREIGN` for a word of no idea, little words left out, misspelt ones repaired. */
export type IdeaReader = (words: readonly string[]) => number[]

/** The number of every word that carries meaning and is not in the lexicon. */
export const FOREIGN = 0

/** Reads sentences over one lexicon. Numbers (`#`) are an idea where the lexicon has it. */
export function createIdeaReader({ ideas, little }: Lexicon): IdeaReader {
  const known = new Map<string, number>()
  Object.values(ideas).forEach((words, i) => {
    for (const word of listed(words)) if (!known.has(word)) known.set(word, i + 1)
  })
  const number = Object.keys(ideas).indexOf('#') + 1
  known.set('#', number)
  for (const word of listed(little)) if (!known.has(word)) known.set(word, LITTLE)
  const spelling = createSpelling([...known.keys()])

  const ideaOf = (word: string): number => {
    const idea = known.get(word)
    if (idea !== undefined) return idea
    const repaired = spelling.repair(word)
    return repaired === null ? FOREIGN : (known.get(repaired) ?? FOREIGN)
  }
  return (words) => words.map(ideaOf).filter((idea) => idea !== LITTLE)
}

const LITTLE = -1

const listed = (words: string): string[] => words.split(/\s+/).filter(Boolean)
