import { findChance } from './find-chance.ts'
import { findOdds } from './find-odds.ts'
import { heardText } from './heard-text.ts'
import type { Heard, Utterance } from './tool.ts'

const COMBINED =
  /\b(?:parl[ae]ys?|accumulat[oe]rs?|accas?|trebles?|doubles?|multi(?:ple)?(?: bet)?|(?:\d|two|three|four|five|six)[- ]?(?:folds?|legs?|legged|leggers?|teamers?|team parlay))\b/
const PAYS =
  /\b(?:win|wins|winnings?|pays?|pay ?outs?|pay ?offs?|returns?|returned|profits?|get(?:ting)? back|how much back|gets? me|come back|collect|make|get)\b/
const BETS =
  /\b(?:bets?|betting|stak(?:e|es|ing)|wager(?:s|ing)?|odds|punt|moneyline|money line|risk(?:ing)?|evens|even money|win|winnings?|payout|put|quid|flutter)\b/
const OTHER =
  /\bkelly\b|\bexpected\b|\bev\b|\bworth it\b|\bvalue\b|\bmargin\b|\bvig\b|\bfair\b|\bxg\b|\bmean(?:s|ing)?\b|\bhow (?:does|do|to)\b.{0,40}\bwork|^(?:why|explain|should|is it|are|which)\b|\bhow much (?:should|to) (?:i )?(?:bet|stake)\b|\bshould i (?:bet|stake|put|risk)\b/

const SUM = String.raw`(?<sum>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)(?<thousand>k)?`
const END = String.raw`(?![\w%/]|\.\d|,\d| ?%| to \d)`
/** The most certain way to name a stake first. */
const STAKES: readonly RegExp[] = [
  new RegExp(String.raw`(?<currency>[$£€])\s?${SUM}${END}`),
  new RegExp(
    String.raw`(?<![\w.,+/-])${SUM} ?(?<currency>quid|dollars?|bucks|euros?|pounds?|usd|eur|gbp|[£€$])(?![\w])`,
  ),
  new RegExp(
    String.raw`(?<![\w.,+/-])${SUM}(?= (?:bet |stake |wager )?(?:at|@|on(?= [+-]\d)) ?(?:odds (?:of )?)?[+-]?(?:\d|even))`,
  ),
  new RegExp(
    String.raw`\b(?:stake|staking|bet|betting|wager|wagering|risk|risking|put|putting|for|with|lay|on)(?: of| is| a| down| on)?:? ${SUM}${END}`,
  ),
  new RegExp(String.raw`(?<![\w.,+/-])${SUM} (?:as |on |the )?(?:stake|bet|wager|units?)\b`),
  new RegExp(
    String.raw`(?<![\w.,+/-])(?<sum>\d{1,6})(?<thousand>k)?${END}(?! ?-?(?:legs?|teams?|folds?|way|game|match))`,
  ),
]
const SLANG: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(?:a |one )?tenner\b/, '£10'],
  [/\b(?:a |one )?fiver\b/, '£5'],
]

/**
 * Hears what a stake would pay: "what do I win on 40 at -150", "parlay +120 -110 +200 with 25 stake". A combination needs no stake;
 * a chance of one's own belongs to the expected value.
 */
export function hearBetPayout(said: Utterance): Heard {
  const text = SLANG.reduce((plain, [word, sum]) => plain.replace(word, sum), heardText(said))
  if (OTHER.test(text) || findChance(text).chance !== null) return null
  const isCombined = COMBINED.test(text)
  if (!isCombined && !PAYS.test(text)) return null
  const bet = betIn(text, isCombined)
  if (isCombined && bet.odds.length > 1) return { use: { ...bet } }
  const [price, second] = bet.odds
  if (price === undefined || second !== undefined) return null
  if (/\bparl|\bacc/.test(text)) return { missing: ['the odds of every leg, such as +120 -110 +200 or 1.5 2.0 3.1'] }
  return isMeant(text, price, bet.stake) ? { use: { ...bet } } : null
}

/** "+150" is a price in itself; 2.5 and 5/2 may be anything, unless a bet and its stake are named. */
const isMeant = (text: string, price: string, stake: number | undefined): boolean =>
  /^[+-]/.test(price) || (stake !== undefined && (BETS.test(text) || price.includes('/') || SHORT.test(text)))

/** "$100 at 1.91 profit?" */
const SHORT = /\bat \d{1,3}\.\d{1,3},? (?:the |what |my )?(?:profits?|returns?|payout|winnings)\b/

interface HeardBet {
  readonly odds: readonly string[]
  readonly stake?: number
  readonly currency?: string
}

/** A sum is the stake only when enough prices are left without it. */
function betIn(text: string, isCombined: boolean): HeardBet {
  for (const pattern of STAKES) {
    const match = pattern.exec(text)
    const odds = match ? pricesIn(text.replace(match[0], ' , '), isCombined) : []
    if (match && odds.length >= (isCombined ? 2 : 1)) return { odds, ...stakeIn(match) }
  }
  return { odds: pricesIn(text, isCombined) }
}

function stakeIn(match: RegExpExecArray): { stake: number; currency?: string } {
  const { currency, sum = '', thousand } = match.groups ?? {}
  const stake = Number(sum.replaceAll(',', '')) * (thousand ? 1_000 : 1)
  return { stake, ...(currency ? { currency } : {}) }
}

/** In a list of decimal odds whole numbers are odds too: "1.5 2 3.1". */
function pricesIn(text: string, isCombined: boolean): readonly string[] {
  const apart = text.replace(/([+-]\d{3,6})\/(?=[+-]\d{3,6})/g, '$1 / ')
  const odds = findOdds(apart)
  if (!isCombined || !odds.some((price) => /^\d+\.\d+$/.test(price))) return odds
  const all = [...apart.matchAll(/(?<![\w.$£€/+-])\d{1,3}(?:\.\d{1,4})?(?![\w%/]|\.\d|[ -]?(?:legs?|folds?|teams?))/g)]
  return all.every(([price]) => Number(price) > 1) && all.length > odds.length ? all.map(([price]) => price) : odds
}
