import { DANGER_SIGNS } from './danger-signs.ts'
import { EVERYDAY_SYMPTOMS } from './everyday-symptoms.ts'
import { SYMPTOM_CIRCUMSTANCES } from './symptom-circumstances.ts'

const SYMPTOMS = { ...DANGER_SIGNS, ...EVERYDAY_SYMPTOMS }
const SIGNS = { ...SYMPTOMS, ...SYMPTOM_CIRCUMSTANCES }

/** A complaint, or what colours one. */
export type SignName = keyof typeof SIGNS

// "no chest pain", "haven't got a fever", "no cough or fever". A bare "not" denies only the next words: "not eating or
// coughing blood" still tells of blood. What is in doubt counts as present: too much care is the smaller mistake.
const DENIED =
  /\b(?:no|without|not|don't have|doesn't have|didn't have|haven't(?: got| had)?|hasn't(?: got| had)?|denies) (?:(?:any|a|an|the|have|having|got|had|signs? of|really|more|other) ){0,3}$/
const DENIED_PAIR =
  /\b(?:no|without|don't have|doesn't have|haven't got|hasn't got|denies) (?:(?:any|a|an) )?[a-z]+(?: [a-z]+)? (?:or|nor) (?:(?:any|a|an) )?$/

/** The signs that a text tells of, without those it denies. `text` as `heardText` gives it. */
export function findSigns(text: string): ReadonlySet<SignName> {
  const found = new Set<SignName>()
  for (const name of Object.keys(SIGNS) as SignName[]) {
    if (isTold(text, SIGNS[name][1])) found.add(name)
  }
  return found
}

/** What the sign is called for people. */
export const signLabel = (name: SignName): string => SIGNS[name][0]

/** True for a complaint, false for what only colours one. */
export const isSymptom = (name: SignName): boolean => name in SYMPTOMS

/** True when the text tells of at least one complaint; stops at the first. */
export const tellsSymptom = (text: string): boolean => Object.values(SYMPTOMS).some(([, words]) => isTold(text, words))

function isTold(text: string, words: RegExp): boolean {
  for (const match of text.matchAll(new RegExp(words.source, 'g'))) {
    const before = text.slice(Math.max(0, match.index - 50), match.index)
    if (!DENIED.test(before) && !DENIED_PAIR.test(before)) return true
  }
  return false
}
