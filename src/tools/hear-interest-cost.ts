import { asksToUnderstand } from './asks-to-compute.ts'
import { largestAmount } from './money-roles.ts'
import { readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const INTEREST = /\b(?:interest|intrest|apr|apy|aer)\b/
const EARNS =
  /\b(?:earns?|earning|bring(?:s)? in|make|pays?|get) (?:me |you |us )?(?:a|per|each|every|in (?:a|one)) (?:day|week|month|year)\b|\bhow much (?:do|does|will|would) .{0,40}\b(?:earn|bring in)\b/
const ASKS =
  /\bhow (?:much|many)\b|\bwhat(?:'s|s)?\b|\bcalculate\b|\bcompute\b|\bwork out\b|\binterest (?:on|of|for|per|a) |\bcosts? me\b/
/** Sums that are paid off, grow for years, or lose to prices have tools of their own. */
const OTHER =
  /\b(?:inflation|mortgages?|monthly payments?|instal\w+|repay\w*|pay(?:ing)? (?:it |them |this )?(?:off|down|back)|compound\w*|retire\w*|tip|discount|off|vat|tax(?:es)?|margin|markup|raise|pay rise|salary|rent|yields?|dividends?|refinanc\w*|overpay\w*|return|fees?|bonds?|grows?|odds|bet|difference|instead|compare|better|vs|versus|min(?:imum)?|left|save|saving \d|a year for|years)\b/

/** Hears "how much is 18% apr on a 2400 balance per month" and "what does 10k at 4.2% earn a year": one sum, one rate. */
export function hearInterestCost(said: Utterance): Heard {
  const text = spokenText(said.text)
  const isAbout = INTEREST.test(text) || EARNS.test(text)
  if (!isAbout || OTHER.test(text) || !ASKS.test(text) || isHowTo(text)) return null
  const { amounts, rates, terms, currency } = readFigures(text)
  const sum = largestAmount(amounts)
  const [rate, second] = rates
  if (!sum || amounts.length !== 1 || sum.every !== null || rate === undefined || second !== undefined) return null
  const [months, later] = terms
  if (later !== undefined || (months !== undefined && months > 12)) return null
  return { use: { sum: sum.value, annual_rate: rate, currency } }
}

/** "how is interest worked out" - but "how much interest" asks for a sum. */
const isHowTo = (text: string): boolean => asksToUnderstand(text) && !/\bhow much\b/.test(text)
