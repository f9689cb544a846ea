import { CURRENCY_PATTERN, currencyCode } from './currency-words.ts'
import { digitsForWords } from './number-words.ts'
import { wordSet } from './only-words.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const CUR = `(?:${CURRENCY_PATTERN})`
const NUM = String.raw`(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,8})?|\d{1,15}(?:[.,]\d{1,8})?|\.\d{1,8})`
const SCALE = '(?: ?(?:k|thousand|grand|million|mn|m|bn|billion)(?![a-z]))?'
/** "250 usd", "$250", "eur 2.5k", "a dollar". */
const MONEY = `(?:${CUR} ?${NUM}${SCALE}|${NUM}${SCALE} ?${CUR}|(?:a|an|one|the|each|every|per) ${CUR}|(?<![a-z\\d.] ?)${CUR})`
const IS =
  ' ?(?:=|:|->|equals|is equal to|is worth|are worth|is currently|is now|is at|trades at|costs|buys(?: me)?|gets(?: me| you)?|is|are|was) ?(?:about |around )?'

const QUOTE = new RegExp(`(${MONEY})${IS}(${NUM} ?${CUR}|${CUR} ?${NUM})`)
const PER = new RegExp(
  `(${NUM} ?${CUR}|${CUR} ?${NUM}) ?(?:/|per|to (?=the|an?|one|1 )|for (?=an?|one|1 |each|every|the)|(?=a |an )) ?((?:(?:an?|one|1|the|each|every) )?${CUR})`,
)
const PAIR = new RegExp(
  `(${CUR}) ?(?:/|-| )? ?(${CUR})(?: (?:exchange )?rate)?(?: is| =| at| of|:)* ?(?:=|@)? ?(${NUM})(?! ?${CUR}|\\d)`,
)
const RATE_OF = new RegExp(
  `(?<!\\d ?)(${CUR}) (?:to|into) (${CUR}) (?:exchange )?rate(?: is| of| at|:| =)* ?(${NUM})(?! ?${CUR}|\\d)`,
)
const BARE = new RegExp(
  `(?:\\b(?:at(?: an?| the)?(?: current)?(?: exchange)?(?: rate)?(?: of)?|(?:exchange |conversion |fx )?rate(?: is| of| was| being)?|using|times|with)|@)[ :=]{0,3}(${NUM})(?: ?(${CUR}))?(?! ?%|\\d)`,
)

interface Quote {
  /** `per` of `base` cost `rate` of `quoted`; undefined when the sentence does not say it. */
  readonly base: string | undefined
  readonly quoted: string | undefined
  readonly rate: number
  readonly per: number
  readonly rest: string
}

/** Hears "250 usd in eur at 0.92", "if 1 EUR = 1.08 USD what is 300 USD in EUR"; without a rate it asks for one. */
/** No exchange is asked for without an amount, a rate or a word for it; the patterns below are long. */
const MONEY_HINT = /[\d$€£¥₹]|convert|exchange|currency|worth|rate|\b(?:in|to|into) [a-z]{3,}/

export function hearExchange(said: Utterance): Heard {
  const spoken = spokenText(said.text)
  if (spoken.length > 200 || !MONEY_HINT.test(spoken)) return null
  const text = digitsForWords(spoken)
    .replace(/[?!]+|\.(?= |$)/g, ' ')
    .replace(/ ?(?:→|-+>|=>) ?/g, ' to ')
    .trim()
  const quote = quoteIn(text)
  const trade = tradeIn(quote?.rest ?? text, quote)
  if (!trade) return null
  if (!quote) return { missing: [NO_RATE(trade.from, trade.to), ...(trade.amount === null ? [AMOUNT] : [])] }
  if (trade.amount === null) return { missing: [AMOUNT] }
  return exchangeOf(quote, { ...trade, amount: trade.amount })
}

const AMOUNT = 'the amount, such as 250 USD'
const NO_RATE = (from: string, to: string): string =>
  `the exchange rate: rates change all day and none is known here, so say it, such as “at 0.92” or “1 ${from} = 0.92 ${to}”`

interface Trade {
  readonly amount: number | null
  readonly from: string
  readonly to: string
}

function exchangeOf(quote: Quote, { amount, from, to }: Trade & { readonly amount: number }): Heard {
  const { base, quoted, rate, per } = quote
  if (base === undefined && quoted === undefined)
    return { use: { amount, from, to, rate, rate_for: 'from', said_for: false } }
  const isFrom = base === from || (base === undefined && quoted === to)
  const pair = [base ?? (isFrom ? from : to), quoted ?? (isFrom ? to : from)]
  if (!pair.includes(from) || !pair.includes(to)) return { missing: [NO_RATE(from, to)] }
  return { use: { amount, from, to, rate, per, rate_for: isFrom ? 'from' : 'to' } }
}

/** The rate that a text gives, and the text without it. */
function quoteIn(text: string): Quote | undefined {
  const found = QUOTE.exec(text)
  if (found) return quoteOf(text, found, [found[1], found[2]])
  const per = PER.exec(text)
  if (per) return quoteOf(text, per, [per[2], per[1]])
  const pair = RATE_OF.exec(text) ?? PAIR.exec(text)
  // Of two named currencies the rate is what one of the first costs: EUR/USD 1.08.
  if (pair) return quoteOf(text, pair, [pair[1], `${pair[3]} ${pair[2]}`])
  const bare = BARE.exec(text)
  if (!bare) return undefined
  const quoted = bare[2] === undefined ? undefined : currencyCode(bare[2])
  return { base: undefined, quoted, rate: numberIn(bare[1] ?? ''), per: 1, rest: without(text, bare) }
}

function quoteOf(
  text: string,
  found: RegExpExecArray,
  [one = '', other = '']: (string | undefined)[],
): Quote | undefined {
  const [base, quoted] = [currencyIn(one), currencyIn(other)]
  if (base === quoted) return undefined
  return { base, quoted, per: numberIn(one), rate: numberIn(other), rest: without(text, found) }
}

// A pair that is named with its rate ("eur to usd rate 1.08") may be the only place that says what is wanted.
const without = (text: string, { index, 0: whole }: RegExpExecArray): string =>
  `${text.slice(0, index)} ; ${text.slice(index + whole.length)}`

const AMOUNTS = new RegExp(`(?<![a-z\\d.])(?:${CUR} ?${NUM}${SCALE}(?![\\d%])|${NUM}${SCALE} ?${CUR})`, 'g')
const NAMES = new RegExp(`(?<![a-z])${CUR}`, 'g')

/** What is to be exchanged: an amount and a currency without one, and no other matter in the sentence. */
function tradeIn(text: string, quote: Quote | undefined): Trade | undefined {
  const amounts = text.match(AMOUNTS) ?? []
  const left = text.replace(AMOUNTS, ' ')
  const names = left.match(NAMES) ?? []
  if (amounts.length > 1 || !isOnlyAbout(left.replace(NAMES, ' '))) return undefined
  const codes = [...new Set(names.map((name) => currencyCode(name) ?? ''))]
  const [amount] = amounts
  if (amount === undefined) return withoutAmount(left, codes, quote)
  const from = currencyIn(amount) ?? ''
  const to = codes.find((code) => code !== from) ?? [quote?.base, quote?.quoted].find((code) => code && code !== from)
  return to && codes.filter((code) => code !== from).length <= 1 ? { amount: numberIn(amount), from, to } : undefined
}

/** "how much is a dollar in euros", "usd to eur", "how many yen for a pound". */
function withoutAmount(text: string, codes: readonly string[], quote: Quote | undefined): Trade | undefined {
  const [first, second] = codes
  if (!first || !second || codes.length > 2) return undefined
  const turned = new RegExp(`how (?:many|much) ${CUR}`).test(text)
  const one = new RegExp(`(?:\\ba|\\ban|\\bone|\\b1|\\bthe) ${CUR}`).test(text)
  const [from, to] = turned ? [second, first] : [first, second]
  return { amount: one || !quote ? 1 : null, from, to }
}

const ALLOWED = wordSet(
  `convert exchange change swap trade turn what what's whats wats wat is are was how much many would will be i i'd me my
  get do does can for with at in into to as if when and then the a an one rate rates exchange current currently today
  today's now worth value equal equals of you your please money have give tell calculate compute work out so it's it that
  this please ok hey hi cash currency fx conversion converting converted buy sell receive from make makes come comes using
  right assuming given say says let's suppose where number need want know`,
)

const isOnlyAbout = (text: string): boolean => {
  const left = text.replace(/[;,:=@()"-]/g, ' ').trim()
  return left.split(/\s+/).every((word) => word === '' || ALLOWED.has(word))
}

const currencyIn = (money: string): string | undefined => {
  const [name] = money.match(new RegExp(`${CUR}(?! ?[a-z])|${CUR}`)) ?? []
  return name === undefined ? undefined : currencyCode(name)
}

const TIMES: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, g: 1e3, m: 1e6, b: 1e9 }

/** "2.5k usd" → 2500, "eur 1,200" → 1200, "a dollar" → 1. */
function numberIn(money: string): number {
  const [, digits, scale = ''] =
    new RegExp(`(${NUM})( ?(?:k|thousand|grand|million|mn|m|bn|billion)(?![a-z]))?`).exec(money) ?? []
  if (digits === undefined) return 1
  const plain = /,\d{3}(?!\d)/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.')
  return Number(plain) * (TIMES[scale.trim().charAt(0)] ?? 1)
}
