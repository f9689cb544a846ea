import { plainFigures } from './plain-figures.ts'

/** No question needs more; a megabyte that was pasted in must not cost time. */
const MOST_CHARACTERS = 2_000

/**
 * A sentence as the readers of figures want it: its first 2,000 characters, lower case, one blank between words, plain quotes
 * and dashes, powers and mixed numbers written out. "What’s 6 ½ %" → "what's 6.5 %", "5 m²" → "5 m^2".
 */
export const spokenText = (text: string): string =>
  REPLACEMENTS.reduce(
    (plain, [sign, by]) => plain.replace(sign, by),
    plainFigures(text.slice(0, MOST_CHARACTERS).toLowerCase().replace(/\s+/g, ' ').trim()),
  )

const REPLACEMENTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/[‘’ʼ′]/g, "'"],
  [/[“”„″]/g, '"'],
  [/[‐-―−]/g, '-'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/℃/g, '°c'],
  [/℉/g, '°f'],
]
