import { digitsForWords } from './number-words.ts'

const EVEN = /\b(?:50[/-]50|fifty[ -]fifty|coin (?:flip|toss))\b/
const PERCENT =
  /(?<![\w.])(\d{1,3}(?:\.\d{1,6})?)\s?(?:%|percent\b|per cent\b|pct\b)(?! (?:edge|margin|vig|juice|bankroll))/
const SHARE =
  /\b(?:chances?|probability|prob|p)(?: of(?: winning| a win| success)?| is| are| ?=|:)*\s?(?<=[ =:])(0?\.\d{1,6}|0|1)(?![\w%]|\.\d)/
/** "if the real chance is a third" */
const PART =
  /\b(?:chances?|probability|prob)(?: of(?: winning| a win| success)?| is| are| ?=|:)* (?:an? |one )?(half|third|quarter|fifth|tenth)\b/
const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }
const ONE_IN = /\b(\d{1,4}) (?:in|out of) (\d{1,5})\b/

/**
 * The chance that a sentence names, 0..1, or null: "55%", "a probability of .55", "1 in 3", "50/50". `rest` is the text
 * without it, so that no price is read out of it.
 */
export function findChance(heard: string): { readonly chance: number | null; readonly rest: string } {
  const text = digitsForWords(heard)
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text)
    if (match) return { chance: read(match), rest: text.replace(pattern, ' ') }
  }
  return { chance: null, rest: text }
}

const READERS: ReadonlyArray<readonly [RegExp, (match: RegExpExecArray) => number]> = [
  [EVEN, () => 0.5],
  [PERCENT, (match) => Number(match[1]) / 100],
  [SHARE, (match) => Number(match[1])],
  [PART, (match) => 1 / (PARTS[match[1] ?? ''] ?? 1)],
  [ONE_IN, (match) => Number(match[1]) / Number(match[2])],
]
