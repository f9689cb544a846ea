import { wordsBefore } from './figure.ts'
import { digitsForWords } from './number-words.ts'
import { type Amount, readAmounts } from './read-amounts.ts'

/** A thing owned or a sum owed. `amount` is not negative. */
export interface BalanceItem {
  readonly name: string
  readonly amount: number
  readonly kind: 'asset' | 'debt'
}

/** The side that a heading or a verb opened; `named` sides were written as a heading and bind more. */
interface Side {
  readonly kind: BalanceItem['kind']
  readonly named: boolean
}

const SEPARATOR =
  /,(?!\d{3}(?!\d))|[;\n?!•]|\.(?!\d)|:(?!\d)|\b(?:and|plus|but|minus|less|while|against|with|then)\b| [+&|/-] /g
const ASSETS_HEAD = /\b(?:assets?|own(?:ed|s)?|things i have|possessions)\b/
const DEBTS_HEAD = /\b(?:debts?|liabilit(?:y|ies)|liabilty|owed?|owing|owes|obligations)\b/
const SURE_DEBT =
  /\b(?:mortgages?|credit ?cards?|cards?|overdraft|heloc|owe|owed|owing|debts?|liabilit\w{1,5}|payday|arrears|klarna|bnpl)\b/
const LIKELY_DEBT = /\b(?:loans?|lease|finance|financing|taxe?s? (?:bill|due)|bills?|visa|mastercard|amex|borrowed)\b/
const SURE_ASSET =
  /\b(?:savings?|houses?|home|flat|apartment|condo|property|land|pensions?|401 ?\(?k\)?|iras?|isa|sipp|stocks?|shares|funds?|etfs?|investments?|crypto|bitcoin|btc|gold|cash|checking|current account|bank|brokerage|jewel\w{2,4}|bonds?|deposit)\b/

/** A name is what is left of the words around an amount. */
const NO_NAME = new Set(
  `i i'm im i've ive we we've we're you my our the a an of in on at to is are it its it's that this for from worth about around roughly
  approximately approx have has had got get with and or plus minus but own owned owns owe owed owing owes still left there's there also another
  what what's whats net networth worth calculate compute work out show me tell please total totals value valued balance as am be equity
  assets asset liabilities liability debts debt then here's here how much do so equals against less while mine outstanding amount usd eur gbp
  dollars euros pounds into which find figure balances sheet some paid just now currently today give statement make can could if their each`.split(
    /\s+/,
  ),
)

/**
 * What a text tells of things owned and owed: "assets: house 300k, savings 20k; debts: mortgage 220k, card 3k", or "I own a
 * house worth 300k and owe 220k on the mortgage". Headings and verbs open a side; a mortgage or a card is a debt anywhere,
 * and so is a negative amount. `currency` is as written, empty when none is.
 */
export function readBalance(heard: string): { readonly items: readonly BalanceItem[]; readonly currency: string } {
  const text = digitsForWords(heard)
  const items: BalanceItem[] = []
  let side: Side = { kind: 'asset', named: false }
  let currency = ''
  for (const part of partsOf(text)) {
    side = sideOf(part, side)
    for (const { words, amount } of amountsIn(part.text)) {
      currency ||= amount.currency
      const kind = kindOf(words, amount, side)
      items.push({ name: nameOf(words, kind), amount: Math.abs(amount.value), kind })
    }
  }
  return { items, currency }
}

interface Part {
  readonly text: string
  /** What parted it from the part before: "minus", ",", "". */
  readonly opener: string
  /** What ends it: ":" makes it a heading. */
  readonly closer: string
}

function partsOf(text: string): Part[] {
  const signs = [...text.matchAll(SEPARATOR)]
  return [...signs.map(({ index }) => index), text.length].map((end, place) => {
    const before = signs[place - 1]
    const from = before ? before.index + before[0].length : 0
    return { text: text.slice(from, end), opener: before?.[0] ?? '', closer: signs[place]?.[0] ?? '' }
  })
}

function sideOf({ text, opener, closer }: Part, side: Side): Side {
  const heads =
    closer === ':' || /^\s*(?:my |our |total )?(?:assets?|debts?|liabilit\w{1,5})(?: (?:are|of|include))?\b/.test(text)
  if (DEBTS_HEAD.test(text)) return { kind: 'debt', named: heads }
  if (ASSETS_HEAD.test(text)) return { kind: 'asset', named: heads }
  if (/minus|less|against/.test(opener)) return { kind: 'debt', named: false }
  if (/\b(?:i|we)(?:'ve| have| got)\b/.test(text)) return { kind: 'asset', named: false }
  return side
}

/** Each amount of a part with its words: those before it, or those behind it when nothing that names it stands before. */
function amountsIn(part: string): Array<{ words: string; amount: Amount }> {
  const amounts = moneyIn(part)
  let from = 0
  return amounts.map((amount, place) => {
    const before = part.slice(from, amount.from)
    const after = part.slice(amount.to, amounts[place + 1]?.from ?? part.length)
    const isBehind = namingWords(before).length === 0
    from = isBehind ? amount.to + after.length : amount.to
    return { words: isBehind ? `${before} ${after}` : before, amount }
  })
}

/** A bare small number beside a larger one counts things: "2 cars 30k". */
function moneyIn(part: string): Amount[] {
  const amounts = readAmounts(part.replace(/\(([\d.,]+)\)/g, '-$1')).filter(({ every }) => every === null)
  const isCount = (one: Amount) =>
    one.currency === '' &&
    Number.isInteger(one.value) &&
    one.value < 20 &&
    !/[a-z]/.test(part.slice(one.from, one.to)) &&
    amounts.some((other) => other.value >= 100)
  return amounts.filter((one) => !isCount(one) && !/\b(?:age|aged|i'm|i am) $/.test(wordsBefore(part, one)))
}

function kindOf(words: string, { value }: Amount, side: Side): BalanceItem['kind'] {
  if (value < 0 || SURE_DEBT.test(words)) return 'debt'
  if (side.named) return side.kind
  if (LIKELY_DEBT.test(words)) return 'debt'
  return SURE_ASSET.test(words) ? 'asset' : side.kind
}

const namingWords = (text: string): string[] =>
  (text.match(/[\p{L}\d][\p{L}\d'&-]*/gu) ?? []).filter((word) => !NO_NAME.has(word) && !/^\d+$/.test(word))

const nameOf = (words: string, kind: BalanceItem['kind']): string =>
  namingWords(words).slice(0, 4).join(' ').slice(0, 40) || `${kind}s`

/** True for names that are debts wherever they stand: "mortgage", "car loan", "visa". */
export const soundsLikeDebt = (name: string): boolean => SURE_DEBT.test(name) || LIKELY_DEBT.test(name)
