import { type Figure, wordsAfter, wordsBefore } from './figure.ts'

const YEAR = /^(?:19[5-9]|20[0-4])\d$/
const BEFORE =
  /\b(?:in|since|during)(?: the year| q[1-4]| (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)? $/
/** "put in 2000", "they pay in 2000": money that goes in. */
const PUTS =
  /\b(?:put(?:s|ting)?|pay(?:s|ing)?|paid|chip(?:s|ped|ping)?|throw(?:s|ing)?|kick(?:s|ed|ing)?|bring(?:s|ing)?|brought|tak(?:es?|ing)|took)(?: (?:it|us|me|them|another))? in $/
const COUNTED =
  /^ ?(?:[$€£¥₹%]|(?:a|per|each|every) |\/|dollars?|euros?|pounds?|[a-z]+(?: [a-z]+)? (?:a|per|each|every) )/

/** True for the figure of a text that is a year behind "in": 2025 of "spent 900 on ads in 2025", not 2000 of "put in 2000". */
export function isYear(text: string, figure: Figure): boolean {
  if (!YEAR.test(text.slice(figure.from, figure.to))) return false
  const before = wordsBefore(text, figure)
  const after = wordsAfter(text, figure)
  return BEFORE.test(before) && !PUTS.test(before) && !COUNTED.test(after)
}
