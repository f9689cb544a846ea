import { asksToCompute } from './asks-to-compute.ts'
import { wordsAfter, wordsBefore } from './figure.ts'
import { nameMissing } from './name-missing.ts'
import { digitsForWords } from './number-words.ts'
import type { Amount } from './read-amounts.ts'
import { type Figures, perMonth, readFigures } from './read-figures.ts'
import { retirementAges } from './retirement-ages.ts'
import { retirementRates } from './retirement-rates.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const RETIRES =
  /\b(?:reti[re]{1,2}\w{0,7}|pensions?|nest egg|401 ?\(?k\)?|403 ?\(?b\)?|(?:roth )?iras?\b|roth|sipp|superannuation|rrsp|stop working|old age)\b|\bwhat (?:will|would) (?:i|we) have (?:at|when i'?m) (?:age )?[5-7]\d\b(?! ?%)/
const OTHER =
  /\b(?:mortgage|loans?|debts?|why|explain|should (?:i|we)|how (?:do|should) (?:i|we) (?!end up)|how (?:can|does)|what (?:is|are) (?:a|an|the)|how much (?:money )?(?:do|does|should|must|will|would) (?:i|we|you|one|people|someone) (?:need|have to|save|put|set|pay)|need to (?:save|retire|have)|(?:can|could) (?:i|we) (?:withdraw|take|live|spend|draw)|withdraw\w{0,4}|drawdown|is \S{1,15} enough|last (?:me|us)|run out|live on|best|penalt\w{1,4}|roll ?over|tax(?:es|ed)?|divorc\w{1,3})\b/
const ASKS =
  /\bhow (?:much|big|large|well)\b|\b(?:project|forecast|predict|simulat|estimat|calculat|comput)\w{0,6}\b|\b(?:work|figure) out\b|\bwhat (?:will|would|could|might|do|does|can)\b|\bwill (?:i|we|it|that|my|our)\b|\b(?:on track|on course|enough|can (?:i|we) retire|could (?:i|we) retire|where (?:will|would)|look like|show me|plan for)\b/
const SALARY_BEFORE = /\b(?:salary|income|earn(?:ing)?|mak(?:e|ing)|wages?|gross|paid)(?: (?:of|is|about))*[ :=]*$/
const SALARY_AFTER = /^ ?(?:gross |net |yearly |annual )*(?:salary|income|wages?)\b/
const GOAL_BEFORE =
  /\b(?:want|need|goals?|targets?|reach|aim\w{0,3}|get to|hit|hoping)(?: (?:to|of|for|have|is|about|around|at least|a|retire|with))*[ :=]*$/
const PAYS_IN =
  /\b(?:contribut\w{1,5}|add(?:ing)?|pay(?:ing)? in|put(?:ting)?(?: in| away| aside)?|deposit(?:ing)?)(?: (?:about|around|of))?[ :=]*$/
/** More than this said without a time is no monthly sum. */
const MOST_A_MONTH = 5_000

/**
 * Hears "I'm 35 with 40k saved and put in 500 a month, what will I have when I retire at 67": savings or a monthly amount,
 * and years or two ages. Asked for without one of them it is half there.
 */
export function hearRetirement(said: Utterance): Heard {
  const text = digitsForWords(spokenText(said.text))
  if (!RETIRES.test(text) || OTHER.test(text)) return null
  const ages = retirementAges(text)
  const figures = readFigures(ages.rest)
  const rates = retirementRates(ages.rest)
  const money = moneyOf(figures, rates.ofSalary)
  const months = monthsOf(ages, figures.terms)
  const missing = nameMissing([
    [money.savings + money.monthlyContribution || null, MISSING.money],
    [months, ages.now === null && ages.stop !== null ? MISSING.age : MISSING.years],
  ])
  if (missing.length > 0) return isAsked(text, missing.length) ? { missing } : null
  const { ofSalary, ...yearly } = rates
  return { use: { ...money, ...yearly, months, ...(ages.now !== null && { ageNow: ages.now }) } }
}

const isAsked = (text: string, missing: number): boolean =>
  asksToCompute(text, RETIRES) || (ASKS.test(text) && missing === 1)

const MISSING = {
  money: 'what you have saved or pay in every month, such as 40k saved and 500 a month',
  age: 'your age now, such as I am 35',
  years: 'your age and when you want to retire, or how many years, such as 30 years',
}

function monthsOf({ now, stop }: { now: number | null; stop: number | null }, terms: readonly number[]): number | null {
  if (now !== null && stop !== null && stop > now) return (stop - now) * 12
  const [term] = terms
  return term === undefined ? null : Math.round(term)
}

/** Lump sums are savings and are added up; sums by the month or year are paid in; a salary is neither. */
function moneyOf({ text, amounts, currency }: Figures, ofSalary: number | undefined) {
  const isSalary = (one: Amount) =>
    SALARY_BEFORE.test(wordsBefore(text, one)) || SALARY_AFTER.test(wordsAfter(text, one))
  const salary = amounts.find(isSalary)
  const others = amounts.filter((one) => one !== salary && isMoney(one))
  const goal = others.find((one) => one.every === null && GOAL_BEFORE.test(wordsBefore(text, one)))
  const isPaidIn = (one: Amount) =>
    one.every !== null || (one.value <= MOST_A_MONTH && PAYS_IN.test(wordsBefore(text, one)))
  const paidIn = others.filter((one) => one !== goal && isPaidIn(one))
  const lumps = others.filter((one) => one !== goal && !isPaidIn(one))
  // A salary is said by the year unless another time stands beside it.
  const salaryPart =
    salary && ofSalary !== undefined ? ofSalary * (salary.every === null ? salary.value / 12 : perMonth(salary)) : 0
  return {
    savings: lumps.reduce((sum, { value }) => sum + value, 0),
    monthlyContribution: paidIn.reduce((sum, one) => sum + perMonth(one), 0) + salaryPart,
    ...(goal && { goal: goal.value }),
    currency,
  }
}

/** A bare small number counts something else: "2 kids". */
const isMoney = ({ value, currency, every }: Amount): boolean => value >= 100 || currency !== '' || every !== null
