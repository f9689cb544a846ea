import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { heardMoney } from './heard-money.ts'
import { heardText } from './heard-text.ts'
import { readLabelled } from './labelled-figures.ts'
import { nameMissing } from './name-missing.ts'
import { digitsForWords } from './number-words.ts'
import { readAmounts } from './read-amounts.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPIC = /\bmargins?\b|\bmark(?:ed)?[- ]?ups?\b/
const PROFIT = /\bprofit\b/
const TRADED =
  /\b(?:bought|buy(?:ing)?|costs?|pa(?:y|id)|made for|make (?:it|them) for)\b.*\b(?:sell(?:ing)?|sold|sells)\b|\b(?:sell(?:ing)?|sold|sells)\b.*\b(?:bought|costs?|paid)\b/
const OTHER =
  /\bodds\b|\bbook(?:ie|maker)|\bvig\b|\bbreak[ -]?even\b|\bfixed\b|\bcac\b|\bltv\b|\bchurn\b|\btax(?:es|ed)?\b|\bcapital gains?\b|\bshares?\b|\bstocks?\b|\bhouse\b|\bloan\b|\bcustomers?\b|\bmargin (?:call|account|loan|trading|of error)|[+-]\d{3}\b/
const LABELS = {
  cost: /\b(?:bought(?: it| them| this| one)?(?: in)?(?: for| at)?|buy(?:ing)?(?: it| them| this)?(?: in)?(?: for| at)?|purchased?(?: price)?(?: for| at)?|costs?(?: price)?(?: of| me| us| is)?|paid|pay|wholesale(?: price)?|cogs|made for|(?:to )?make (?:it|them|one) for|(?:to )?(?:make|produce)|landed)\b/,
  price:
    /\b(?:(?:sell|selling|sells|sold|resell|reselling|flip)(?: it| them| this| one| on)?(?: for| at| price)?|(?:sale |selling |retail |list )?price[ds]?(?: of| is| at)?|charg(?:e|ing)|retail(?:s|ing)?(?: at| for)?|rrp|revenue)\b/,
} as const
const RATE = String.raw`(\d{1,3}(?:\.\d{1,4})?) ?(?:%|percent\b|per cent\b|pct\b)`
const MARGIN = new RegExp(
  String.raw`${RATE} (?:gross |net |profit |target )*margins?\b|\bmargins? (?:of |is |at |to be |: ?|= ?)*${RATE}`,
)
const MARKUP = new RegExp(
  String.raw`${RATE} mark(?:ed)?[- ]?ups?\b|\bmark(?:ed)?(?: it| them)?[- ]?ups?(?: it)? (?:of |is |at |by |to be |: ?|= ?)*${RATE}`,
)
/** What a platform or card firm keeps of the price: "fees 10%", "15% etsy fees", "8% commission". */
const FEES = new RegExp(
  String.raw`\b(?:fees?|commission)(?: (?:of|is|are|at|take|come to))* ?:? ?${RATE}|${RATE} (?:in |of |for |goes to )?(?:\w{2,12} )?(?:fees?|commission)\b`,
)
const ON =
  /\b(?:margins?|mark[- ]?ups?) (?:on|for|to|over) (?:a |an |the |it |my )*(?:cost (?:of )?|item (?:of |at )?)?[$£€]?\d/

/** Hears "bought for 42, sell at 60, what's my margin", "what price for a 40% margin if it costs me 12", "30% markup on 50". */
export function hearMarginMarkup(said: Utterance): Heard {
  const text = digitsForWords(heardText(said))
  if (!isAsked(text)) return null
  const share = shareIn(text)
  const { cost, price } = withTheRest(text, share !== null)
  const told = [cost, price, share].filter((one) => one !== undefined && one !== null).length
  if (told >= 2)
    return { use: { ...(cost && { cost }), ...(price && { price }), ...share, ...feesIn(text), ...heardMoney(text) } }
  const isHalf = told === 1 && !asksToUnderstand(text)
  if (!TOPIC.test(text) || !(isHalf || asksToCompute(text, TOPIC))) return null
  return { missing: share ? ['what it costs you, or its price'] : lackingSums(cost, price) }
}

const isAsked = (text: string): boolean =>
  !OTHER.test(text) && (TOPIC.test(text) || (PROFIT.test(text) && TRADED.test(text)))

const lackingSums = (cost: number | undefined, price: number | undefined): readonly string[] =>
  nameMissing([
    [cost, 'what it costs you'],
    [price, 'its price'],
  ])

function shareIn(text: string): { margin_ratio: number } | { markup_ratio: number } | null {
  const [margin, markup] = [MARGIN.exec(text), MARKUP.exec(text)]
  if (margin) return { margin_ratio: Number(margin[1] ?? margin[2]) / 100 }
  return markup ? { markup_ratio: Number(markup[1] ?? markup[2]) / 100 } : null
}

function feesIn(text: string): { readonly fee_ratio?: number } {
  const fees = FEES.exec(text)
  return fees ? { fee_ratio: Number(fees[1] ?? fees[2]) / 100 } : {}
}

const ASKED = /\b(?:what|which) (?:\w{1,9} )?price\b|\bprice (?:for|to (?:get|make|have|reach))\b/g

type Sums = { readonly cost?: number; readonly price?: number }

/** The one sum without a role is the one that lacks: "margin on 42 sold at 60", "30% markup on 50". */
function withTheRest(text: string, hasShare: boolean): Sums {
  // What is asked for is no label: "price for a 25% markup on a $60 item".
  const found: Sums = readLabelled(hasShare ? text.replace(ASKED, ' , ') : text, LABELS)
  const others = readAmounts(text).filter(({ value }) => value > 0 && value !== found.cost && value !== found.price)
  const [other] = others
  if (!other || others.length > 1) return found
  if (found.cost === undefined && (found.price !== undefined ? !hasShare : hasShare && ON.test(text)))
    return { ...found, cost: other.value }
  return found.price === undefined && !hasShare && found.cost !== undefined ? { ...found, price: other.value } : found
}
