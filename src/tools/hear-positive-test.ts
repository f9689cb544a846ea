import { type Figure, withoutFigures } from './figure.ts'
import { heardText } from './heard-text.ts'
import { nameMissing } from './name-missing.ts'
import type { Heard, Utterance } from './tool.ts'

const PCT = String.raw`(?<![\w.])(\d{1,3}(?:\.\d{1,6})?) ?(?:%|percent|per cent|pct)`
/** Where the word of a share stands: "sensitivity of 95 %" or "95 % sensitive". */
type Side = 'before' | 'behind'
type Role = Readonly<Record<Side, RegExp>>
const role = (words: string): Role => ({
  before: new RegExp(String.raw`\b(?:${words})\w* ?(?:rate )?(?:of |is |was |are |at |= ?|: ?)*${PCT}`),
  behind: new RegExp(`${PCT} ?(?:${words})`),
})
const WORDS = {
  sensitivity: 'sensitiv|detection|true positives?',
  specificity: 'specific|true negatives?',
  falsePositive: 'false[- ]positives?|false alarms?',
  falseNegative: 'false[- ]negatives?|misses',
  accuracy: 'accura|reliab',
}
const SENSITIVITY = role(WORDS.sensitivity)
const SPECIFICITY = role(WORDS.specificity)
const FALSE_POSITIVE = role(WORDS.falsePositive)
const FALSE_NEGATIVE = role(WORDS.falseNegative)
const ACCURACY = role(WORDS.accuracy)
const ANY = role([...Object.values(WORDS), 'prevalence', 'base rate'].join('|'))
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
const LARGE: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 }
const TOPIC = /\btests?\b|\btested\b|\bscreening\b|\bpositive predictive\b|\bppv\b/
const ASKS =
  /\b(?:chances?|probabilit\w+|likely|likelihood|odds|how (?:sure|certain)|ppv|npv|predictive|really|actually|risk|what does)\b/

/** Hears "95% sensitive, 90% specific, 2% have it: chance if positive" and "99% accurate test, 1 in 1000 has it, I am positive". */
export function hearPositiveTest(said: Utterance): Heard {
  const text = heardText(said)
  if (said.attachment !== null || !TOPIC.test(text)) return null
  const { sensitivity, specificity, rest } = qualityIn(text)
  if (sensitivity === null && specificity === null) return null
  const prevalence = prevalenceIn(rest)
  const needs = nameMissing([
    [sensitivity, 'the sensitivity: the share of the ill that the test finds, such as 95 %'],
    [specificity, 'the specificity: the share of the healthy with a negative test, such as 90 %'],
    [prevalence, 'how common the illness is among people like you, such as 2 % or 1 in 100'],
  ])
  if (needs.length === 0) return { use: { sensitivity, specificity, prevalence } }
  return ASKS.test(text) && /\b(?:positive|negative)/.test(text) ? { missing: needs } : null
}

/** What is told of the test, and the text without it: what is left of "about 95% sensitive, 2% ill" says how common it is. */
function qualityIn(text: string) {
  const side = sideOf(text)
  const told = (one: Role) => figureOf(one[side].exec(text) ?? one[OTHER_SIDE[side]].exec(text))
  const [accuracy, found, cleared] = [told(ACCURACY), told(SENSITIVITY), told(SPECIFICITY)]
  const [missed, alarmed] = [told(FALSE_NEGATIVE), told(FALSE_POSITIVE)]
  const figures = [accuracy, found, cleared, missed, alarmed].filter((one) => one !== null)
  return {
    sensitivity: found?.value ?? complementOf(missed) ?? accuracy?.value ?? null,
    specificity: cleared?.value ?? complementOf(alarmed) ?? accuracy?.value ?? null,
    rest: withoutFigures(text, figures),
  }
}

const OTHER_SIDE: Readonly<Record<Side, Side>> = { before: 'behind', behind: 'before' }

/** The first share decides for all: in "sensitivity 80% specificity 96%" a word stands on either side of the 80. */
function sideOf(text: string): Side {
  const [before, behind] = [text.search(ANY.before), text.search(ANY.behind)]
  return before >= 0 && (behind < 0 || before < behind) ? 'before' : 'behind'
}

const figureOf = (match: RegExpExecArray | null): Figure | null =>
  match && { value: fractionOf(Number(match[1])), from: match.index, to: match.index + match[0].length }

const fractionOf = (percent: number): number => Number((percent / 100).toPrecision(12))

const complementOf = (part: Figure | null): number | null => part && Number((1 - part.value).toPrecision(12))

function prevalenceIn(text: string): number | null {
  const oneIn = ONE_IN.exec(text)
  if (oneIn) return Number(oneIn[1]) / (LARGE[oneIn[2] ?? ''] ?? Number(oneIn[2]?.replaceAll(',', '')))
  for (const pattern of PREVALENCE) {
    const found = figureOf(pattern.exec(text))
    if (found) return found.value
  }
  return null
}
