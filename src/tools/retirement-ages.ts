import { type Figure, withoutFigures } from './figure.ts'

/** Ages in years that a sentence says: now, and when work ends; null where it says none. `rest` is the text without them. */
export interface SaidAges {
  readonly now: number | null
  readonly stop: number | null
  readonly rest: string
}

// What stands behind a number that is money, a rate or a time and so no age.
const NO_AGE = String.raw`(?![\d%])(?![.,:/]\d)(?! ?(?:%|percent|per ?cent|pct|k\b|m\b|thousand|grand|million|years?(?! old)|yrs?(?! old)|months?|weeks?|days?|a (?:month|year|week)|per |each |every |[$€£]|usd|eur|gbp|dollars?|euros?|pounds?|bucks))`
const AGE = String.raw`(1[89]|[2-9]\d)${NO_AGE}`
const SPANS = [
  String.raw`\bbetween(?: the)?(?: ages?)?(?: of)? ${AGE} and ${AGE}`,
  String.raw`(?<![\w.,$€£-])${AGE}(?: ?- ?| (?:to|until|till|through)(?: age)? )${AGE}`,
].map((source) => new RegExp(source))
const STOP = [
  String.raw`\bretir\w{0,6}(?: (?:age|is|at|by|around|about|when|i'm|i am|im|aged|the|of|early|,))*[ :=]*${AGE}`,
  String.raw`\b(?:stop(?:ping)? work\w{0,3}|finish(?:ing)? work\w{0,3}|pension) (?:at|by)(?: age)? ${AGE}`,
  String.raw`\b(?:when i(?:'m| am|m)?|until|till|by the time i(?:'m| am|m)?|turn|reach|hit)(?: (?:i'm|i am|im|turn|reach|hit|age|aged|the age of))* ${AGE}`,
  String.raw`\b(?:by|at|to)(?: the)? (?:age )?(?:of )?${AGE}`,
].map((source) => new RegExp(source, 'g'))
const NOW = [
  `^(?:retirement|pension)(?: calculator| projection| plan)?[ :,]*${AGE}`,
  String.raw`\b(?:i'm|i am|im|we're|we are|my age is|age now(?: is)?|current age(?: is)?|currently)(?: (?:now|currently|aged?|age|about|already|just|turning))* ${AGE}`,
  String.raw`(?<![\w.,$€£])(1[89]|[2-9]\d)[ -]?(?:years?[ -]olds?|yrs? old|yo|y\/o)\b`,
  String.raw`\b(?:age|aged)[ :=]*(?:is |of )?${AGE}`,
  `^${AGE}(?=,| )`,
  String.raw`\b${AGE} (?:now|today)\b`,
  String.raw`\bnow (?:aged? )?${AGE}(?=,|$)`,
].map((source) => new RegExp(source, 'g'))

/** "I'm 35 and want to retire at 67" → 35 and 67; "from 30 to 65" → 30 and 65. Takes what `spokenText` gives. */
export function retirementAges(text: string): SaidAges {
  const span = SPANS.map((pattern) => pattern.exec(text)).find((one) => one && Number(one[2]) > Number(one[1]))
  if (span) return { now: Number(span[1]), stop: Number(span[2]), rest: withoutFigures(text, [placeOf(span)]) }
  const stop = firstOf(STOP, text)
  const withoutStop = stop ? withoutFigures(text, [stop]) : text
  const now = firstOf(NOW, withoutStop)
  return {
    now: now?.value ?? null,
    stop: stop?.value ?? null,
    rest: now ? withoutFigures(withoutStop, [now]) : withoutStop,
  }
}

function firstOf(patterns: readonly RegExp[], text: string): Figure | undefined {
  for (const pattern of patterns) {
    // "retirement: 35, retire at 65": the later one is when.
    const match = [...text.matchAll(pattern)].at(-1)
    if (match) return { ...placeOf(match), value: Number(match[1]) }
  }
  return undefined
}

const placeOf = (match: RegExpMatchArray): Figure => ({
  value: 0,
  from: match.index ?? 0,
  to: (match.index ?? 0) + match[0].length,
})
