import { DANGER_RULES } from './danger-rules.ts'
import { EVERYDAY_RULES } from './everyday-rules.ts'
import { findSigns, isSymptom, type SignName, signLabel } from './find-signs.ts'
import { type AgeGroup, BABY, type TriageRule, URGENCIES, type Urgency } from './triage-rule.ts'

const TRIAGE_RULES = [...DANGER_RULES, ...EVERYDAY_RULES]

/** What the rules make of a described complaint. All texts are for people. */
export interface Triage {
  readonly urgency: Urgency
  readonly ageGroup: AgeGroup
  /** What was recognised: "headache", "getting worse". */
  readonly signs: readonly string[]
  /** The rules that decided, the most urgent first. */
  readonly reasons: readonly string[]
  /** Which of the reasons are red flags: they ask for help now or today. */
  readonly redFlags: readonly string[]
  /** Red flags that were not told, to check before relying on the answer. */
  readonly askAbout: readonly string[]
}

/** Red flags of every complaint, asked when their sign was not told. */
const GENERAL: ReadonlyArray<readonly [SignName, string]> = [
  ['breath-severe', 'trouble breathing, or blue or grey lips'],
  ['chest-pain', 'chest pain or pressure'],
  ['confused', 'confusion, hard to wake, a faint or a fit'],
  ['face-droop', 'a drooping face, a weak arm or leg, slurred speech'],
  ['stiff-neck', 'a stiff neck with fever, or a rash that does not fade when pressed'],
  ['bleeding-heavy', 'heavy bleeding, vomiting blood or black stools'],
]
const BABY_GENERAL: ReadonlyArray<readonly [SignName, string]> = [
  ['unconscious', 'floppy, hard to wake, or an odd high cry'],
  ['dry', 'few wet nappies, or not feeding'],
  ['fever', 'any fever under three months of age'],
]

/**
 * Weighs a description by the red-flag rules. Conservative: what is in doubt goes to the more urgent side, and a complaint
 * that no rule knows is never self-care for a baby. `text` as `heardText` gives it.
 */
export function triage(text: string, ageGroup: AgeGroup): Triage {
  const signs = findSigns(text)
  const days = daysIn(text)
  const fired = strongest(TRIAGE_RULES.filter((rule) => fits(rule, { signs, days, ageGroup })))
  const urgency = URGENCIES.find((one) => fired.some((rule) => rule.urgency === one)) ?? 'self-care'
  const floor = lowestUrgency({ signs, days, ageGroup })
  const said = { signs: [...signs].map(signLabel), ageGroup, askAbout: askAbout(fired, signs, ageGroup) }
  const reasons = URGENCIES.flatMap((one) => fired.filter((rule) => rule.urgency === one).map((rule) => rule.say))
  const redFlags = fired.filter((rule) => rule.urgency !== 'this-week').map((rule) => rule.say)
  const unique = { reasons: [...new Set(reasons)], redFlags: [...new Set(redFlags)] }
  if (floor && URGENCIES.indexOf(floor.urgency) < URGENCIES.indexOf(urgency)) {
    return { ...said, ...unique, urgency: floor.urgency, reasons: [floor.say, ...unique.reasons] }
  }
  return { ...said, ...unique, urgency }
}

/** Of the rules about one sign only the most urgent is worth saying. */
const strongest = (rules: readonly TriageRule[]): readonly TriageRule[] =>
  rules.filter((rule) => {
    const rank = URGENCIES.indexOf(rule.urgency)
    return !rules.some((other) => other.sign === rule.sign && URGENCIES.indexOf(other.urgency) < rank)
  })

interface Case {
  readonly signs: ReadonlySet<SignName>
  readonly days: number | null
  readonly ageGroup: AgeGroup
}

function fits(rule: TriageRule, { signs, days, ageGroup }: Case): boolean {
  return (
    signs.has(rule.sign) &&
    (rule.and ?? []).every((sign) => signs.has(sign)) &&
    (!rule.any || rule.any.some((sign) => signs.has(sign))) &&
    !(rule.unless ?? []).some((sign) => signs.has(sign)) &&
    (!rule.ages || rule.ages.includes(ageGroup)) &&
    (rule.days === undefined || (days !== null && days >= rule.days))
  )
}

/** How soon at the latest, whatever the complaint: by age, circumstances and time. */
function lowestUrgency({ signs, days, ageGroup }: Case): { urgency: Urgency; say: string } | null {
  if (![...signs].some(isSymptom)) {
    return { urgency: 'today', say: 'the words fit no complaint that the rules know, so a person should judge it' }
  }
  if (BABY.includes(ageGroup))
    return { urgency: 'today', say: 'a baby who seems ill should be judged by a professional' }
  if (signs.has('severe')) return { urgency: 'today', say: 'you call it severe' }
  if (signs.has('worse')) return { urgency: 'today', say: 'it is getting worse' }
  if (signs.has('immune-weak')) return { urgency: 'today', say: 'weak immunity can hide how ill someone is' }
  if (signs.has('long-term-fails')) return { urgency: 'this-week', say: 'treatment has not helped' }
  if (signs.has('pregnant') || signs.has('gave-birth'))
    return { urgency: 'this-week', say: 'pregnancy and the weeks after birth deserve an early question' }
  if (days !== null && days >= 14) return { urgency: 'this-week', say: 'it has lasted two weeks or more' }
  return null
}

/** What else the complaints that were told could be, at most six, and the red flags of every complaint. At most ten. */
function askAbout(fired: readonly TriageRule[], signs: ReadonlySet<SignName>, ageGroup: AgeGroup): readonly string[] {
  const own = TRIAGE_RULES.filter(
    (rule) =>
      rule.urgency === 'now' &&
      signs.has(rule.sign) &&
      !fired.includes(rule) &&
      !isTempered(rule, signs) &&
      (!rule.ages || rule.ages.includes(ageGroup) || ageGroup === 'unknown' || ageGroup === 'baby'),
  ).map((rule) => rule.say)
  const general = [...(BABY.includes(ageGroup) ? BABY_GENERAL : []), ...GENERAL]
  const others = general.filter(([sign]) => !signs.has(sign)).map(([, say]) => say)
  return [...new Set([...[...new Set(own)].slice(0, 6), ...others])].slice(0, 10)
}

/** True for the plain rule of a complaint that was told as mild: there is nothing more in it to ask about. */
const isTempered = (rule: TriageRule, signs: ReadonlySet<SignName>): boolean =>
  !rule.any && !rule.and && (rule.unless ?? []).some((sign) => signs.has(sign))

const SPAN =
  /(?<!\b(?:times|once|twice|every) )\b(\d{1,3}|a|an|one|two|three|four|five|six|several|a few|few|couple of|many)\s?(?:-\s?)?(days?|weeks?|wks?|months?|years?)\b(?![ -]old| pregnant)/g
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  several: 4,
  'a few': 3,
  few: 3,
  'couple of': 2,
  many: 10,
}
const LONG =
  /\b(?:persistent\w{0,2}|chronic|for ages|for years|keeps? coming back|won't go away|doesn't go away|since last month|all the time|every day|constantly|always)\b/

/** How long it has lasted, in days, by the longest span that is told; "persistent" counts as two weeks; null when not said. */
function daysIn(text: string): number | null {
  const spans = [...text.matchAll(SPAN)].map(([, many = '', unit = '']) => (WORDS[many] ?? Number(many)) * daysOf(unit))
  if (LONG.test(text)) spans.push(14)
  return spans.length === 0 ? null : Math.max(...spans)
}

function daysOf(unit: string): number {
  if (unit.startsWith('d')) return 1
  if (unit.startsWith('w')) return 7
  return unit.startsWith('m') ? 30 : 365
}
