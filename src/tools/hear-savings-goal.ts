import { wordsAfter, wordsBefore } from './figure.ts'
import { largestAmount } from './money-roles.ts'
import type { Amount } from './read-amounts.ts'
import { type Figures, perMonth, readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const SAVES =
  /\b(?:sav(?:e|ing|ings|ed)|put(?:ting)? (?:\S{1,12} ){0,3}(?:away|aside)|set(?:ting)? (?:\S{1,12} ){0,3}aside|deposit(?:ing)?|invest(?:ing)?|(?:want|need|get|have)\b.{0,60}\bhow much (?:a|per|each|every) month)\b/
const OTHER =
  /\b(?:mortgage|loans?|debts?|pay(?:ing)? (?:\S{1,12} ){0,2}(?:off|down)|credit cards?|why|calories|kg|photos?|files?|time|energy|disk|how much (?:can|could|will|would) (?:i|we) (?:have|save|get|make|earn)|worth|percent of)\b/
const HOW_MUCH =
  /\bhow much (?:a month |per month |each month |every month |monthly )?(?:money )?(?:do|should|must|would|will|to|need|have)\b|\bhow much (?:a|per|each|every) month\b|\bwhat (?:must|should|do) (?:i|we) (?:need to |have to )?(?:save|put)\b/
const HOW_LONG =
  /\b(?:how (?:long|many (?:months|years))|when (?:will|would|can|could|do) (?:i|we) (?:have|reach|get|save|hit|be))\b/
const TELEGRAM =
  /^(?:to )?sav(?:e|ing) (?:up )?(?:for (?:an? |the |my )?)?(?:about |around )?\S{0,3}\d.{0,40}\b(?:in|within|over) \S{1,12} (?:years?|months?)\b/

/**
 * Hears "how much do I need to save a month to have 50000 in 5 years" and "how long to save 20000 at 500 a month" and the short "save 10000 in 18 months"; without the
 * time or the monthly amount it is half there.
 */
export function hearSavingsGoal(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (!SAVES.test(text) || OTHER.test(text)) return null
  const longAsked = HOW_LONG.test(text)
  if (!longAsked && !HOW_MUCH.test(text) && !TELEGRAM.test(text)) return null
  const figures = readFigures(text)
  const { goal, start, regular } = rolesOf(figures)
  if (!goal) return null
  const fixed = {
    goal: goal.value,
    start: start?.value ?? 0,
    annualRate: figures.rates[0] ?? 0,
    currency: figures.currency,
  }
  if (longAsked) {
    if (!regular) return { missing: ['what you save every month, such as 500 a month'] }
    return { use: { ...fixed, monthlyAddition: perMonth(regular) } }
  }
  const [months] = figures.terms
  if (months === undefined) return { missing: ['by when you want to have it, such as in 5 years'] }
  return { use: { ...fixed, months } }
}

function rolesOf({ text, amounts }: Figures) {
  const start = amounts.find((amount) => amount.every === null && isThere(text, amount))
  return {
    start,
    regular: amounts.find((amount) => amount.every !== null),
    goal: largestAmount(amounts.filter((amount) => amount !== start && amount.every === null && isMoney(amount))),
  }
}

/** A bare small number counts something else: "three salaries or six". */
const isMoney = ({ value, currency }: Amount): boolean => value >= 100 || currency !== ''

/** "I already have 5000", "5000 saved so far". */
const isThere = (text: string, amount: Amount): boolean =>
  /(?:(?<!until |till |when |before )\b(?:i|we)(?:'ve| have)(?: already)?(?: got| saved)?|\balready (?:have|got|saved)|\bstart(?:ing)? (?:with|from)|\bhaving) $/.test(
    wordsBefore(text, amount),
  ) || /^ ?(?:already|saved|so far|in savings|to start with|put aside)\b/.test(wordsAfter(text, amount))
