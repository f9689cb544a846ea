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
    .replace(/\bhalf (?:a )?dozen\b/g, 'six')
    .replace(/\b(?:a|an) (?=(?:dozen|couple|pair|single|hundred|thousand|million|billion)\b)/g, '')
  return joinNumbers(
    [
      ...said.matchAll(/(?<=^|\s)([+-])(\d+)\b|\d[\d_,]*(?:\.\d+)?(?:e[+-]?\d+)?(?![\d.])|\d[\d_,]*(?=\D|$)|\p{L}+/gu),
    ].map(([whole, sign, digits]) => ({
      word: digits ?? whole,
      number: numberOf(digits ?? whole),
      sign: sign === '+' || sign === '-' ? sign : null,
    })),
  )
}

/** "forty one", "two hundred and five" and "ten thousand" are one number each, as is "a hundred". */
function joinNumbers(words: readonly SaidWord[]): SaidWord[] {
  const joined: SaidWord[] = []
  for (const [i, one] of words.entries()) {
    const before = joined.at(-1)
    if (one.word === 'and' && isLarge(before) && isSpelled(words[i + 1])) continue
    const whole = before ? together(before, one) : null
    if (whole === null) joined.push(one)
    else joined.splice(-1, 1, whole)
  }
  return joined
}

/** A number and the word behind it as one number; null where they are two. */
function together(before: SaidWord, one: SaidWord): SaidWord | null {
  const times = TIMES.get(one.word)
  if (times !== undefined && before.number) return both(before, one, timesMore(before.number, times))
  return isSpelled(one) && follows(before, one) ? both(before, one, (before.number ?? 0) + (one.number ?? 0)) : null
}

/** In "five thousand two hundred" only the two is hundreds. */
function timesMore(number: number, times: number): number {
  const last = number % (times <= 100 ? 1_000 : times * 1_000)
  return last === 0 ? number * times : number - last + last * times
}

const both = (before: SaidWord, one: SaidWord, number: number): SaidWord => ({
  word: `${before.word} ${one.word}`,
  number,
  sign: before.sign,
})

const isSpelled = (one: SaidWord | undefined): one is SaidWord =>
  one !== undefined && one.number !== null && one.number >= 1 && COUNTS.test(one.word)

const isLarge = (one: SaidWord | undefined): boolean => one !== undefined && LARGE.test(one.word)

/** A unit behind tens ("forty one"), and what is smaller than a hundred behind hundreds or more. */
const follows = (before: SaidWord, one: SaidWord): boolean =>
  (TENS.has(before.word.split(' ').at(-1) ?? '') && (one.number ?? 0) <= 9) ||
  (isLarge(before) && (one.number ?? 0) < 100)

const LARGE = /(?:^| )(?:hundred|thousand|million|billion)$/
const TIMES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const TENS = new Set(['twenty', 'thirty', 'forty', 'fourty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'])

function numberOf(word: string): number | null {
  if (/^\d/.test(word)) return Number(word.replace(/[_,]/g, ''))
  return SPELLED.get(word) ?? null
}

const COUNTED = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`

/** Not "couple" or "dozen": they are no parts of a larger number. */
const COUNTS = new RegExp(`^(?:${COUNTED.split(/\s+/).slice(1).join('|')}|${[...TENS].join('|')})$`)

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
    thousand: 1_000,
    million: 1_000_000,
    billion: 1_000_000_000,
  }),
])
