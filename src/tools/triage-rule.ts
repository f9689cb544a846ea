import type { SignName } from './find-signs.ts'

/** How soon to seek help, the most urgent first. */
export const URGENCIES = ['now', 'today', 'this-week', 'self-care'] as const
export type Urgency = (typeof URGENCIES)[number]

/** `baby` is a baby whose age in months was not said; `unknown` is a person whose age was not said. */
export const AGE_GROUPS = ['under-3-months', '3-to-12-months', 'baby', 'child', 'adult', 'over-65', 'unknown'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** A rule fires when `sign`, all of `and`, one of `any`, the age and the time fit, and none of `unless`. */
export interface TriageRule {
  readonly urgency: Exclude<Urgency, 'self-care'>
  readonly sign: SignName
  readonly and?: readonly SignName[]
  readonly any?: readonly SignName[]
  readonly unless?: readonly SignName[]
  readonly ages?: readonly AgeGroup[]
  /** At least this many days. */
  readonly days?: number
  /** The rule in words a person can check: "headache with fever and a stiff neck". */
  readonly say: string
}

/** The ages that most rules speak of. */
export const BABY: readonly AgeGroup[] = ['under-3-months', '3-to-12-months', 'baby']
export const YOUNG: readonly AgeGroup[] = [...BABY, 'child']

type Rest = Omit<TriageRule, 'urgency' | 'sign' | 'say'>
const rule =
  (urgency: TriageRule['urgency']) =>
  (sign: SignName, say: string, rest: Rest = {}): TriageRule => ({ urgency, sign, say, ...rest })

/** A rule that asks for help at once. */
export const now = rule('now')
/** A rule that asks for advice the same day. */
export const today = rule('today')
/** A rule that asks for an appointment within days. */
export const week = rule('this-week')
