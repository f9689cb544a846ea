import { asksToUnderstand } from './asks-to-compute.ts'
import { largestAmount } from './money-roles.ts'
import { nameMissing } from './name-missing.ts'
import { readFigures } from './read-figures.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const INFLATION =
  /\binflation\b|\binfl\b|\binflaton\b|\bpurchasing power\b|\bbuying power\b|\bprices? (?:rise|rises|go up|increase)\b/
const ASKS =
  /\bleft\b|\bworth\b|\bvalue\b|\bbuy\b|\bpurchasing power\b|\bbuying power\b|\blose\b|\bcosts?\b|\bneed(?:ed)?\b|\btoday'?s (?:money|dollars|euros|pounds)\b|\breal terms\b|\bequal(?:s|ivalent)?\b|\bhow much\b|\bwhat (?:will|would|is|are|does|do)\b|\bwhats\b|\bwhat's\b/
/** Money that grows or is paid regularly as well is for other tools. */
const OTHER =
  /\b(?:invest\w*|return|returns|interest|apr|apy|sav(?:e|es|ing|ings) (?:\d|[$£€])|retir\w*|pension|mortgages?|loans?|borrow\w*|salary|wages?|raise|rent|debts?|bonds?|stocks?|yields?|grows? at|portfolio)\b/
const BARE_RATE =
  /\b(?:inflation(?: rate)?(?: of| at| is)?|at) (\d{1,2}(?:\.\d{1,4})?)(?=$|[ ,.?!](?!\d))(?! ?(?:%|years?|yrs?|months?|k\b))/

/** Hears "how much is left of 5000 after 10 years with 3% inflation"; with two of the three figures it is half there. */
export function hearPurchasingPower(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (!INFLATION.test(text) || OTHER.test(text)) return null
  const figures = readFigures(text.replace(BARE_RATE, (words, rate: string) => words.replace(rate, `${rate}%`)))
  const [rate, second] = figures.rates
  const [months, later] = figures.terms
  const once = figures.amounts.filter(({ every, value }) => every === null && value > 0)
  const sum = largestAmount(once)?.value
  if (second !== undefined || later !== undefined || figures.amounts.length > 1) return null
  if (sum !== undefined && rate !== undefined && months !== undefined && ASKS.test(`${text} `))
    return { use: { sum, inflation_ratio_per_year: rate, months, currency: figures.currency } }
  const told = [sum, rate, months].filter((one) => one !== undefined).length
  if (sum === undefined || told < 2 || !ASKS.test(text) || asksToUnderstand(text.replace(/^how much/, ''))) return null
  return {
    missing: nameMissing([
      [rate, 'the inflation a year in percent, such as 3%'],
      [months, 'for how long, such as 10 years'],
    ]),
  }
}
