import { verbOf } from './deeds.ts'

const BEFORE = /^(?:(?:hey|hi|hello|ok|okay|so|and|but|well|please|just|um|hmm|operator ?os)[,!.]?\s+)+/
/** Beginnings of what is asked and not wanted. "can you", "why don't we" and "how about" want it; "have them stop" orders it. */
const ASKS = [
  /^(?:did|was|were|has|had|does)\b/,
  /^have (?:you|we|they|i|any|all)\b/,
  /^(?:is|are) (?!it\b|there\b)/,
  /^is it (?:really )?(?:safe|wise|ok|okay|fine|smart|a good|a bad|good|bad|dangerous|risky|harmful|necessary|needed|worth|allowed|better)\b/,
  /^should (?!you (?:have|find|be|get|wish|want)\b)/,
  /^(?:shall|must) (?:i|we|you|they|the|it)\b/,
  /^will (?!you\b|u\b|some)/,
  /^i wonder (?:if|whether) .*\b(?:was|were|has|have|got)\b/,
  /^do (?:you|we|i|they) (?:think|know|need|have|recommend|ever|remember|see|want|usually|often)\b/,
  /^(?:when|why) (?:did|do|does|was|were|is|are|has|have|had|would|should|will|must|can)\b(?! (?:we|you) not\b)/,
  /^who\b/,
  /^how (?!about\b)/,
  /^what (?:happens|happened|would|will|does|did|is|was|changes|are|if i|were|else)\b/,
  /^would (?!it\b|you\b|u\b|some|any)[^,;]*\b(?:be|get) \w+ed\b/,
  /^(?:can|could|may|might) [^,;]*\bbe \w+ed\b.*\b(?:safely|without|anyway|while|when|if)\b/,
  /^(?:would|will) it (?:be (?:safe|wise|ok|okay|smart|a good|a bad|good|bad|dangerous|risky|better)|help|hurt|break|matter)\b/,
  /^(?:could|would|will|can|might|may) (?:a |the )?\w+ing\b/,
  /^(?:(?:can|could|would|will) you |do you |i (?:want|would like|'d like) to )?(?:tell|remind|explain|know|ask|remember|check|see)\b(?: me| us| to)? (?:if|whether|when|why|who|how)\b/,
]

/** True where a sentence asks about a change that a command makes, and does not ask for it: "was sports restarted?". */
export function asksAbout(command: string, text: string): boolean {
  const clauses = text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .split(/(?<=\?)\s+/)
    .map((clause) => clause.trim().replace(BEFORE, ''))
  const asked = clauses.findIndex((clause) => ASKS.some((begins) => begins.test(clause)))
  if (asked < 0) return tells(command, text.toLowerCase())
  return !clauses.slice(asked + 1).some((clause) => orders(command, clause))
}

/** "sports was restarted" or "you restarted sports", and no more. */
function tells(command: string, said: string): boolean {
  const done = `(?:just |already )?(?=\\p{L}+ed(?!\\p{L}))${verbOf(command)}`
  const passive = new RegExp(`^(?:[\\p{L}\\d#]+ ){1,4}(?:was|were|has been|have been) ${done}[^,;]*$`, 'u')
  const active = new RegExp(`^(?:you|they|somebody|someone) ${done}`, 'u')
  return (passive.test(said) && !WISHES.test(said)) || active.test(said)
}

const WISHES = /\b(?:time|if|wish|happy|better|glad|like)\b/

/** "Is it too late to cancel 118? Do it if not." */
const orders = (command: string, clause: string): boolean =>
  /\b(?:do (?:it|so|that)|please do|go ahead)\b/.test(clause) ||
  new RegExp(`(?<!\\p{L})${verbOf(command)}`, 'u').test(clause)
