import { digitsForWords } from './number-words.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'
import { findUnits } from './unit-words.ts'

const LEAD =
  /^(?:(?:please|ok|so|hey|can you|could you|would you|tell me|give me|quickly?|i (?:would like|want|need) to|i'd like to),? )*(?:(?:convert|change|turn|express|calculate|translate)(?: me)? |wh?at(?:'s|s| is| are| would be)? |how (?:much|many|tall|long|far|fast|hot|cold|warm|heavy|big|high|deep|wide|old) (?:is|are) )?/
const TAIL = /(?: please| for me| exactly| approximately| roughly| equal to| equal)*[ ?.!=]*$/
const NUMBER =
  /^(-?(?:\d{1,3}(?:,\d{3}){1,6}|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?(?![\d,])|\.\d+|half an?(?= )|(?:an?|one|the)(?= )) ?/
const TO = / (?:to|into|in terms of|in|as|equals? how many|equals?|=|is how many|how many) /g
const HOW_MANY =
  /^(?:tell me )?how many (.{1,40}?) (?:are there |are |is |does )?(?:in|is|are|make|makes|to|per|equals?|=) (.{1,60}?)(?: have| make)?$/
const ORDER = /^(?!.*\bhow (?:do|does|to|can)\b).*\bconvert (.{1,60})$/

const FEET = /(\d{1,4}) ?(?:'|ft|feet|foot) ?(\d{1,2}(?:\.\d{1,4})?) ?(?:"|''|inch(?:es)?|in)?(?= (?:to|in|into|as) )/
const POUNDS = /(\d{1,4}) ?(?:lbs?|pounds?) (?:and )?(\d{1,2}(?:\.\d{1,4})?) ?(?:oz|ounces?)(?= (?:to|in|into|as) )/
const STONES = /(\d{1,3}) ?(?:st|stones?) (?:and )?(\d{1,2}(?:\.\d{1,4})?) ?(?:lbs?|pounds?)?(?= (?:to|in|into|as) )/

/** Longer texts are stories. */
const LONGEST = 240
const CLAUSE = /[,;.?!]+ | - | \(|\)/
/** What begins another thought: "101.3 f in c is that a fever", "5 miles in km for my run tomorrow". */
const ASIDE =
  / (?:please )?(?:(?:and |so |but |or )?(?:is|are|was|would|will|does) (?:that|this|it|he|she|they|these|those)|(?:and |so |or )?(?:should|do|can|could|must|am) (?:i|we|he|she|they)|and (?:what|how|when|why|is|if)|because|cuz|since|as (?:i|we|my)|for (?:an?|my|our|the|his|her|oven|baking|cooking|roasting|cakes?|bread|recipe|air ?fryer)|(?:it|this|that)(?:'s| is)|if)(?: .*)?$/
const THAT =
  /(-?\d{1,7}(?:,\d{3}){0,3}(?:\.\d{1,6})?) ?([^\d,;.?!]{1,40}?)(?:[,;.?!]+| -)? (?:(?:and|so) )?(?:(?:wh?at(?:'s|s| is)?|how (?:much|many|hot|cold|tall|long|far|heavy|fast) is) (?:that|this|it)|(?:convert|put) (?:that|this|it)) (?:in|to|into|as) ([^,;.?!]{1,40})/

/**
 * Hears "convert 5 miles to km", "72 F in C", "how many cups in a litre", "5'10\" in cm"; with another thought beside it too:
 * "101.3 f in c, is that a fever". An order without a number or a target is half there.
 */
export function hearConversion(said: Utterance): Heard {
  const spoken = digitsForWords(spokenText(said.text))
  if (spoken.length > LONGEST) return null
  const whole = spoken.length > MOST_ALONE ? null : hearClause(spoken)
  if (whole && 'use' in whole) return whole
  for (const clause of spoken.split(CLAUSE)) {
    // "how many days in a week should I run" names no number, and means something else.
    const heard = /\d/.test(clause) ? (hearClause(clause) ?? hearClause(clause.replace(ASIDE, ''))) : null
    if (heard && 'use' in heard) return heard
  }
  return hearThat(spoken) ?? whole
}

const MOST_ALONE = 120

/** "she has 101.3 f, what is that in celsius" */
function hearThat(text: string): Heard {
  const [, many = '', from = '', to = ''] = THAT.exec(text) ?? []
  const words = from.split(' ')
  const target = to.replace(ASIDE, '').replace(TAIL, '')
  for (let length = Math.min(3, words.length); length > 0; length -= 1) {
    const unit = words.slice(0, length).join(' ')
    const [one, other] = findUnits(unit, target) ?? []
    if (one && one.dimension === other?.dimension)
      return { use: { value: Number(many.replaceAll(',', '')), from: unit, to: target } }
  }
  return null
}

function hearClause(clause: string): Heard {
  const text = plain(clause).replace(TAIL, '')
  const [, to = '', measure = ''] = HOW_MANY.exec(text) ?? []
  const amount = amountOf(measure)
  if (amount && findUnits(amount.rest, to)) return conversionOf(amount.value, [amount.rest, to], text)
  return hearMeasure(text.replace(LEAD, ''), text) ?? hearOrder(text)
}

/** "5 miles to km": the word between that has a unit on both of its sides. */
function hearMeasure(core: string, text: string): Heard {
  const amount = amountOf(core)
  if (!amount) return null
  const pair = pairIn(amount.rest)
  return pair ? conversionOf(amount.value, pair, text) : null
}

function hearOrder(text: string): Heard {
  const [, what = ''] = ORDER.exec(text) ?? []
  const rest = amountOf(what)?.rest
  if (rest !== undefined) return findUnits(rest, rest) ? { missing: ['the unit you want, such as km'] } : null
  return pairIn(what) ? { missing: ['how much of it, such as 5 miles'] } : null
}

function pairIn(text: string): readonly [string, string] | undefined {
  for (const { index, 0: word } of text.matchAll(TO)) {
    const [from, to] = [text.slice(0, index), text.slice(index + word.length)]
    if (findUnits(from, to)) return [from, to]
  }
  return undefined
}

/** "1,500 m" → 1500 and "m"; "a litre" → 1 and "litre". */
function amountOf(text: string): { readonly value: number; readonly rest: string } | undefined {
  const [whole = '', many] = NUMBER.exec(text) ?? []
  if (many === undefined) return undefined
  return {
    value: many.startsWith('half') ? 0.5 : /^[a-z]/.test(many) ? 1 : Number(many.replaceAll(',', '')),
    rest: text.slice(whole.length),
  }
}

/** Two measures become one, and the runner's "5k" becomes 5 km. */
const plain = (text: string): string =>
  text
    .replace(FEET, (_, feet, inches) => `${Number(feet) * 12 + Number(inches)} inches`)
    .replace(POUNDS, (_, pounds, ounces) => `${Number(pounds) * 16 + Number(ounces)} oz`)
    .replace(STONES, (_, stones, pounds) => `${Number(stones) * 14 + Number(pounds)} lb`)
    .replace(/^(how many miles (?:is |are |in ){1,3})(?:an? )?(\d{1,3})k\b/, '$1$2 km')
    .replace(/(?<![\d/.])([1-7])\/([2348])(?= )/, (_, top, bottom) => String(Number(top) / Number(bottom)))
    .replace(/(\d) ?'(?= (?:to|in|into|as) )/, '$1 ft')

/** Different dimensions are only claimed when the person plainly asks: "5 miles in minutes" is about pace. */
function conversionOf(value: number, [from, to]: readonly [string, string], text: string): Heard {
  const [one, other] = findUnits(from, to) ?? []
  if (one?.dimension !== other?.dimension && !/\bconvert\b|\bcups?\b|\bspoons?\b/.test(text)) return null
  return { use: { value, from, to } }
}
