import { readLabelled } from './labelled-figures.ts'

/** One asset and its part of the portfolio, a ratio. */
export interface SaidShare {
  readonly asset: string
  readonly share: number
}

const SPLIT = /(?<![\d/.-])\d{1,3}(?: ?[/:] ?\d{1,3}){1,9}(?![\d/-])/
const PERCENT = /%|\bper ?cent\b|\bpct\b/g
// Days and times stand beside names too: "AAPL since 1/2/2026".
const WHEN =
  /\b\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b|\b(?:since|from|until|till|during) (?:19|20)\d{2}\b|\b\d{1,4} ?-?(?:years?|months?|days?|weeks?)\b/g
const ALIAS_END = /[ _-](?:adj(?:usted)?[ _.-]?)?(?:close|price|nav|value)$/

/**
 * The parts of the named assets as said: "60% AAPL, 40% MSFT", "AAPL 0.6 MSFT 0.4", "60/40" in the order of the names, or
 * amounts ("10k in AAPL and 5k in MSFT"), which are divided by their sum. Empty when none is said.
 */
export function sharesSaid(text: string, names: readonly string[]): readonly SaidShare[] {
  const split = SPLIT.exec(text)?.[0].split(/[/:]/).map(Number) ?? []
  const named = inOrderOfText(text, names)
  const order = named.length === split.length ? named : names
  if (split.length === order.length && split.reduce((sum, one) => sum + one, 0) === 100)
    return order.map((asset, index) => ({ asset, share: (split[index] ?? 0) / 100 }))
  const labels = Object.fromEntries(names.map((name) => [name, patternOf(name)]))
  const found = Object.entries(readLabelled(text.replace(WHEN, ' ').replace(PERCENT, ' '), labels))
  // One bare number beside a name says no share.
  if (found.length === 1 && text.search(PERCENT) < 0) return []
  const sum = found.reduce((all, [, figure]) => all + (figure ?? 0), 0)
  const whole = wholeOf(text, sum)
  return found.map(([asset, figure]) => ({ asset, share: (figure ?? 0) / whole }))
}

/** What stands for everything: 100 of percentages, 1 of ratios, the sum of amounts. */
function wholeOf(text: string, sum: number): number {
  if (text.search(PERCENT) >= 0 || Math.abs(sum - 100) < 0.5) return 100
  return Math.abs(sum - 1) < 0.005 ? 1 : sum
}

/** The first of the assets that stands behind one of the words ("against", "vs"), or undefined. */
export const assetBehind = (text: string, words: string, names: readonly string[]): string | undefined =>
  names.find((name) => new RegExp(`\\b(?:${words}) (?:the |my |column )*["']?${patternOf(name).source}`).test(text))

const inOrderOfText = (text: string, names: readonly string[]): string[] =>
  names
    .map((name) => ({ name, at: text.search(patternOf(name)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)

/** "AAPL Close" is spoken of as "aapl", "S&P_500" as "s&p 500". */
function patternOf(name: string): RegExp {
  const plain = name.toLowerCase().replace(ALIAS_END, '')
  const words = plain.split(/[\s_-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?<![\\w.])${words.join('[ _-]?')}(?!\\w)`)
}
