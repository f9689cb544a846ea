import { plainFigures } from './plain-figures.ts'
import type { Utterance } from './tool.ts'

/** More than anybody says in one request; it keeps every pattern fast on a pasted megabyte. */
const LONGEST = 2_000

const HEARD = new WeakMap<Utterance, string>()

/**
 * The sentence as patterns want it: at most 2,000 characters, lower case, one space between words, plain quotes and
 * minus signs, mixed fractions as decimals. Example: "What’s  −110 in Decimal?" → "what's -110 in decimal?". Made once for
 * all tools that hear it.
 */
export function heardText(said: Utterance): string {
  const known = HEARD.get(said)
  if (known !== undefined) return known
  // Before the normal form, which writes "41⅔" as "412⁄3".
  const text = plainFigures(said.text.slice(0, LONGEST))
    .replace(/[‘’′]/g, "'")
    .replace(/[“”″]/g, '"')
    .replace(/[−‒–—]/g, '-')
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  HEARD.set(said, text)
  return text
}
