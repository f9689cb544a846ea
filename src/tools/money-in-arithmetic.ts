import { CURRENCY_PATTERN, currencyCode } from './currency-words.ts'
import { timesFigure } from './plain-figures.ts'

const CUR = `(?:${CURRENCY_PATTERN})`
const BEFORE = new RegExp(`(?<![a-z])(${CUR}) ?(?=-?\\.?\\d)`, 'g')
const AFTER = new RegExp(`(?<=\\d(?: ?(?:k|mn|m|million|bn|billion))?) ?(${CUR})`, 'g')
const TAIL = new RegExp(` in (${CUR})[ ?!.]*$`)
const SCALED = /(?<![\w.,])(\d{1,12}(?:\.\d{1,11})?) ?(k|thousand|mn|million|bn|billion)(?![a-z])/g
const SCALED_MONEY = /(?<=[$€£¥₹] ?)(\d{1,12}(?:\.\d{1,11})?) ?(m|b)(?![a-z])/g
const TIMES: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6, b: 1e9 }

/** A sum in money as a sum: `currency` is the first one as written, `currencies` the codes of all. */
export interface PlainSum {
  readonly text: string
  readonly currency: string
  readonly currencies: readonly string[]
}

/** Takes the currencies off the numbers: "$19.99 * 3" → "19.99 * 3", "12 euros times 3" → "12 times 3", "1.2m" of dollars → 1200000. */
export function withoutMoney(text: string): PlainSum {
  const named: string[] = []
  const take = (_: string, name: string) => {
    named.push(name)
    return ''
  }
  const plain = text
    .replace(SCALED, writtenOut)
    .replace(SCALED_MONEY, writtenOut)
    .replace(BEFORE, take)
    .replace(AFTER, take)
    .replace(TAIL, take)
  return {
    text: plain,
    currency: named[0] ?? '',
    currencies: [...new Set(named.map((name) => currencyCode(name) ?? ''))],
  }
}

const writtenOut = (_: string, digits: string, scale: string): string =>
  timesFigure(digits, TIMES[scale.charAt(0)] ?? 1)
