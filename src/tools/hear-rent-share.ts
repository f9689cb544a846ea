import { asksToUnderstand } from './asks-to-compute.ts'
import { heardMoney } from './heard-money.ts'
import { heardText } from './heard-text.ts'
import { readLabelled } from './labelled-figures.ts'
import { digitsForWords } from './number-words.ts'
import { type Amount, readAmounts } from './read-amounts.ts'
import { perMonth } from './read-figures.ts'
import type { Heard, Utterance } from './tool.ts'

const ASKS =
  /\btoo (?:much|high|expensive|dear|big)\b|\bis (?:that|it|this) bad\b|\b(?:most|max(?:imum)?|highest) rent\b|\bafford|\b(?:what|which) (?:share|percent\w*|%|part|proportion|fraction)\b|\bhow much\b|\bwhat %|\bok(?:ay)?\b|\breasonable\b|\brealistic\b|\bsensible\b|\b(?:a lot|fine|alright|all right|normal|doable)\b|\brent[- ]to[- ]income\b|\brent (?:ratio|share|percentage)\b|\bas (?:a )?(?:percent\w*|%|share)\b/
const OTHER =
  /\bbreak[ -]?even\b|\bbuy(?:ing)?\b|\bmortgage\b|\btenants?\b|\blandlord|\bcharge\b|\bbusiness\b|\bshop\b|\boffice\b|\bcaf[eé]\b|\bruns? out\b|\brunway\b|\bdebts?\b|\bsav(?:e|ed)\b.{0,20}\bby\b|\bfixed costs?\b|\b\d{2}\/\d{2}\/\d{2}\b|\bsplit\b|\brent (?:a|an|my) |\brental (?:yield|property|income)\b|\bdeposit\b|\binvest|\b(?:increase|rise|raise|hike)s? (?:of|by)\b/
const LABELS = {
  rent: /\b(?:rent(?:s|al|ing)?|flat|apartment|apt|place)(?: (?:is|costs?|of|at|for|would be|comes to))*\b/,
  income:
    /\b(?:take[- ]?home|takehome|bring(?:ing)? home|earn(?:s|ing|ings)?|income|salary|wages?|pay ?che(?:ck|que)s?|my pay|our pay|get paid|paid|mak(?:e|es|ing)|net|gross|after tax|before tax)(?: (?:pay|income|salary|is|of))*\b/,
} as const
const NET = /\btake[- ]?home|takehome|bring(?:ing)? home|\bnet\b|\bafter[- ]tax|\bpay ?che(?:ck|que)/
const GROSS = /\bgross\b|\bbefore[- ]tax|\bpre[- ]?tax/
/** Of a rent that goes from one sum to another only the new one is the rent; without an income the raise alone is asked about. */
const RAISED_FROM = /\bfrom [$£€]?\d[\d,.]* ?k?(?: (?:a|per) month)? to (?=[$£€]?\d)/
/** From so many monthly rents on, a bare income is one of a year. */
export const YEARLY_FROM = 10

/** Hears "rent is 1450 and I take home 3900, is that too much" and "how much rent can I afford on 3900 a month". */
export function hearRentShare(said: Utterance): Heard {
  const heard = digitsForWords(heardText(said))
  const text = heard.replace(RAISED_FROM, ' ')
  if (!/\brent(?:s|ing|al)?\b/.test(text) || !ASKS.test(text) || OTHER.test(text)) return null
  const amounts = readAmounts(text).filter(({ value }) => Math.abs(value) >= 50)
  const { rent, income } = rolesOf(text, amounts)
  if (income === undefined) return rent && isHalf(text) && text === heard ? { missing: [INCOME_MISSING] } : null
  const rentMonthly = rent && perMonth(rent)
  return {
    use: {
      ...(rentMonthly === undefined ? {} : { rent_per_month: rentMonthly }),
      income_per_month: incomeByMonth(income, rentMonthly),
      income: NET.test(text) ? 'after tax' : GROSS.test(text) ? 'before tax' : 'not said',
      ...heardMoney(text),
    },
  }
}

const INCOME_MISSING = 'your income a month, best what you take home after tax'

const isHalf = (text: string): boolean => !asksToUnderstand(text) && /\btoo|\bafford|\bshare|\bpercent|%/.test(text)

function incomeByMonth(income: Amount, rent: number | undefined): number {
  const isYear = income.every === null && income.value >= (rent ? YEARLY_FROM * rent : 20_000)
  return isYear ? income.value / 12 : perMonth(income)
}

/** "1450 rent, 3900": the sum without a role is the other one; of two without one the larger is the income. */
function rolesOf(text: string, amounts: readonly Amount[]) {
  const labelled = readLabelled(text, LABELS)
  const named = (value: number | undefined) => amounts.find((amount) => amount.value === value)
  const [rent, income] = [named(labelled.rent), named(labelled.income)]
  const rest = amounts.filter((amount) => amount !== rent && amount !== income).sort((a, b) => a.value - b.value)
  if (rent && income && rent !== income)
    return rent.value > income.value ? { rent: income, income: rent } : { rent, income }
  if (rent && !income) return rest.length === 1 ? inOrder(rent, rest[0]) : asIncome(text, rent)
  if (income) return { income, rent: rest.length === 1 ? rest[0] : undefined }
  return rest.length === 2 ? { rent: rest[0], income: rest[1] } : { rent: undefined, income: undefined }
}

const inOrder = (a: Amount, b: Amount | undefined) =>
  b && b.value > a.value ? { rent: a, income: b } : { rent: b, income: a }

/** "what rent can I afford on 3900": the only sum is what there is to spend from. */
const asIncome = (text: string, sum: Amount) =>
  /\brent\b.{0,30}\b(?:on|with|from|if)\b/.test(text) && !/\brent (?:is|of|costs?)\b/.test(text)
    ? { rent: undefined, income: sum }
    : { rent: sum, income: undefined }
