/** A word as it was said. `number` is its value where it is one: "12", "#12", "twelve", "+2"; `sign` is the mark before it. */
export interface SaidWord {
  readonly word: string
  readonly number: number | null
  readonly sign: '+' | '-' | null
}

/**
 * Lower-case words in order, numbers read, apostrophes folded. Example: "add #12" → add, 12. "a dozen" is one number,
 * "a couple" too; "the broken ones" is none.
 */
export function saidWords(text: string): SaidWord[] {
  const said = text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/\b(?:a|an) (?=(?:dozen|couple|pair|single)\b)/g, '')
  return joinTens(
    [
      ...said.matchAll(/(?<=^|\s)([+-])(\d+)\b|\d[\d_,]*(?:\.\d+)?(?:e[+-]?\d+)?(?![\d.])|\d[\d_,]*(?=\D|$)|\p{L}+/gu),
    ].map(([whole, sign, digits]) => ({
      word: digits ?? whole,
      number: numberOf(digits ?? whole),
      sign: sign === '+' || sign === '-' ? sign : null,
    })),
  )
}

/** "forty one" and "forty-one" are one number. */
function joinTens(words: readonly SaidWord[]): SaidWord[] {
  const joined: SaidWord[] = []
  for (const one of words) {
    const before = joined.at(-1)
    const isUnit = one.number !== null && one.number >= 1 && one.number <= 9 && /^\p{L}/u.test(one.word)
    if (isUnit && before && TENS.has(before.word))
      joined.splice(-1, 1, {
        word: `${before.word} ${one.word}`,
        number: (before.number ?? 0) + (one.number ?? 0),
        sign: null,
      })
    else joined.push(one)
  }
  return joined
}

const TENS = new Set(['twenty', 'thirty', 'forty', 'fourty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'])

function numberOf(word: string): number | null {
  if (/^\d/.test(word)) return Number(word.replace(/[_,]/g, ''))
  return SPELLED.get(word) ?? null
}

const COUNTED = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`

const SPELLED: ReadonlyMap<string, number> = new Map([
  ...COUNTED.split(/\s+/).map((word, i) => [word, i] as const),
  ...Object.entries({
    single: 1,
    couple: 2,
    pair: 2,
    dozen: 12,
    twa: 2,
    tree: 3,
    fourty: 40,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
  }),
])
