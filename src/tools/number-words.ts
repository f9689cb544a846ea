const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const POWERS: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 }
const SMALL = `(?:(?:${TENS.join('|')})\\b(?:[ -](?:${ONES.slice(1, 10).join('|')})\\b)?|(?:${ONES.join('|')})\\b)`
const GROUP = `${SMALL}(?: hundred\\b(?:(?: and)? ${SMALL})?)?`
const PHRASE = new RegExp(`\\b${GROUP}(?: (?:thousand|million|billion)\\b(?:(?:,| and)? ${GROUP})?){0,3}`, 'g')
// Cheap to build and to fail, where the pattern above takes milliseconds to build.
const ANY =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirt|fift|twent|fort|half a|a (?:hundred|thousand|million|billion)|\d and a half)/

/**
 * A heard text with its number words as digits: "two hundred and forty thousand" → "240000", "thirty years" → "30 years".
 * "half a million" and "a hundred" too. A lone "one" stays, for it is mostly a pronoun; so does "3 million", which
 * the readers of amounts know.
 */
export function digitsForWords(text: string): string {
  if (!ANY.test(text)) return text
  return text
    .replace(/\bhalf a million\b/g, '500000')
    .replace(/\ba (?=hundred\b|thousand\b|million\b|billion\b)/g, 'one ')
    .replace(PHRASE, (phrase) => (phrase === 'one' ? phrase : String(numberOf(phrase.match(/[a-z]+/g) ?? []))))
    .replace(/(\d) and a half\b/g, '$1.5')
}

function numberOf(words: readonly string[]): number {
  let total = 0
  let below = 0
  for (const word of words) {
    if (word === 'hundred') below = Math.max(1, below) * 100
    else if (word in POWERS) {
      total += Math.max(1, below) * (POWERS[word] ?? 1)
      below = 0
    } else below += smallNumber(word)
  }
  return total + below
}

function smallNumber(word: string): number {
  const one = ONES.indexOf(word)
  if (one >= 0) return one
  const ten = TENS.indexOf(word)
  return ten >= 0 ? (ten + 2) * 10 : 0
}
