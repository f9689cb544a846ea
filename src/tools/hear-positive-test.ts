import { heardText } from './heard-text.ts'
import { nameMissing } from './name-missing.ts'
import type { Heard, Utterance } from './tool.ts'

const PCT = String.raw`(?<![\w.])(\d{1,3}(?:\.\d{1,6})?) ?(?:%|percent|per cent|pct)`
const rate = (words: string) =>
  new RegExp(String.raw`${PCT} ?(?:${words})|\b(?:${words})\w* ?(?:rate )?(?:of |is |was |are |at |= ?|: ?)*${PCT}`)
const SENSITIVITY = rate('sensitiv|detection|true positives?')
const SPECIFICITY = rate('specific|true negatives?')
const FALSE_POSITIVE = rate('false[- ]positives?|false alarms?')
const FALSE_NEGATIVE = rate('false[- ]negatives?|misses')
const ACCURACY = rate('accura|reliab')
const PEOPLE = 'people|persons?|population|women|men|patients|adults|children|kids|us|everyone|the tested|those tested'
const PREVALENCE: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:prevalence|base rate|pretest probability|affects|affect|affecting|about|only)\b ?(?:of |is |= ?|: ?|about |only )*${PCT}`,
  ),
  new RegExp(
    `${PCT} ?(?:of )?(?:all |the |my age |tested )*(?:${PEOPLE}|prevalence|base rate|have|has|get|are (?:ill|sick|infected))`,
  ),
]
const ONE_IN =
  /(?<![\w.])(\d{1,4}) ?(?:in|out of|of) (?:every |a )?(\d{1,3}(?:,\d{3})+|\d{1,7}|hundred|thousand)(?![\w%]|\.\d)/
const WORDS: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 }
const TOPIC = /\btests?\b|\btested\b|\bscreening\b|\bpositive predictive\b|\bppv\b/
const ASKS =
  /\b(?:chances?|probabilit\w+|likely|likelihood|odds|how (?:sure|certain)|ppv|npv|predictive|really|actually|risk|what does)\b/

/** Hears "95% sensitive, 90% specific, 2% have it: chance if positive" and "99% accurate test, 1 in 1000 has it, I am positive". */
export function hearPositiveTest(said: Utterance): Heard {
  const text = heardText(said)
  if (said.attachment !== null || !TOPIC.test(text)) return null
  const accuracy = shareIn(text, ACCURACY)
  const sensitivity = shareIn(text, SENSITIVITY) ?? without(shareIn(text, FALSE_NEGATIVE)) ?? accuracy
  const specificity = shareIn(text, SPECIFICITY) ?? without(shareIn(text, FALSE_POSITIVE)) ?? accuracy
  if (sensitivity === null && specificity === null) return null
  const prevalence = prevalenceIn(text)
  const needs = nameMissing([
    [sensitivity, 'the sensitivity: the share of the ill that the test finds, such as 95 %'],
    [specificity, 'the specificity: the share of the healthy with a negative test, such as 90 %'],
    [prevalence, 'how common the illness is among people like you, such as 2 % or 1 in 100'],
  ])
  if (needs.length === 0) return { use: { sensitivity, specificity, prevalence } }
  return ASKS.test(text) && /\bpositive|negative\b/.test(text) ? { missing: needs } : null
}

function shareIn(text: string, pattern: RegExp): number | null {
  const digits = pattern.exec(text)?.slice(1).find(Boolean)
  return digits === undefined ? null : fractionOf(Number(digits))
}

const fractionOf = (percent: number): number => Number((percent / 100).toPrecision(12))

const without = (part: number | null): number | null => (part === null ? null : Number((1 - part).toPrecision(12)))

function prevalenceIn(text: string): number | null {
  const oneIn = ONE_IN.exec(text)
  if (oneIn) return Number(oneIn[1]) / (WORDS[oneIn[2] ?? ''] ?? Number(oneIn[2]?.replaceAll(',', '')))
  for (const pattern of PREVALENCE) {
    const found = shareIn(text, pattern)
    if (found !== null) return found
  }
  return null
}
