/** What a question is after: to do something, to know something, or neither in so many words ("my knee hurts"). */
export type QuestionKind = 'do' | 'know' | 'tell'

const TO_DO =
  /\b(how to\b|how (do|can|should|would|could|shall|must|will) (i|we|you|one|my)\b|(what|where|how|which \w+) (now|next|(should|shall|can|could|do|must|would|to) (i|we|you)|to do|steps)|should (i|we)|help|tips?|get rid of|fix|stop|improve|plan|prepare|begin|start)\b/i
const HOW_IT_IS =
  /\b(how (does|is|are|did|do(?! (i|we|you|one)\b))\b|what (do|does|did|is|are|was|were|means?)\b|what'?s\b|whats\b|why\b|difference|explain|mean(s|ing)?\b|how (much|many|long|often|far|big|high|old|likely|late|soon|fast|deep)\b|is (it|this|that|there)\b|who\b|when\b|rules?\b)/i

/** Reads a question's kind from its words; where it asks both ways, what comes first counts. */
export function questionKind(ask: string): QuestionKind {
  const [toDo, toKnow] = [ask.search(TO_DO), ask.search(HOW_IT_IS)]
  if (toDo < 0 && toKnow < 0) return 'tell'
  if (toDo < 0) return 'know'
  return toKnow >= 0 && toKnow < toDo ? 'know' : 'do'
}
