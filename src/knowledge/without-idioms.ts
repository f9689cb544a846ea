import { topicWords } from '../language/words.ts'

/** What nobody means word for word when it is said of a thing: "this spreadsheet is giving me a heart attack". */
const IDIOMS = [
  /\b(?:is|are|was|were)?\s*(?:nearly |almost |literally )?(?:gives?|giving|gave) (?:me|us|him|her|them) (?:a |an )?(?:heart attack|stroke|aneurysm)s?\b/gi,
  // "About ten years ago" and "over the weekend" tell when a real one was.
  /\b(?:am|is|are|was|were)?\s*(?:having|had|have) (?:a )?(?:little |mini |small )?heart attacks? (?:about|over) (?=(?:losing|missing|my|our|his|her|their|this)\b)/gi,
  /\b(?:my|his|her|your) heart (?:skips|skipped|missed|misses) a beat when (?:she|he|they|you|we|i) (?:said|say|says|saw|see|sees|kissed|kiss|smiled|smiles?|heard|hear)\b/gi,
  /\b(?:dying|die|died) (?:of|from) (?:boredom|embarrassment|laughter|laughing|shame|curiosity)\b/gi,
  /\b(?:bored|scared|worried|frightened|tickled) to death\b/gi,
]

/** A question without its figures of speech, so that only what it is about is looked up; whole where nothing else is left. */
export function withoutIdioms(ask: string): string {
  const left = IDIOMS.reduce((text, idiom) => text.replace(idiom, ' '), ask)
  return topicWords(left).length > 0 ? left : ask
}
