import { wordsAfter, wordsBefore } from './figure.ts'
import type { Amount } from './read-amounts.ts'

/** "an extra 200 a month", "200 a month more", "overpaying by 200". */
export const isExtra = (text: string, amount: Amount): boolean =>
  /\b(?:extra|additional|overpay\w{0,5})(?: payments?)?(?: of| by)?[ :=]*$/.test(wordsBefore(text, amount)) ||
  /^ ?(?:extra|more|on top|in addition|additional)\b/.test(wordsAfter(text, amount))

/** The largest sum: small numbers beside it ("the 2 of us") are mostly not money. Undefined when there is none. */
export const largestAmount = (amounts: readonly Amount[]): Amount | undefined =>
  amounts.reduce<Amount | undefined>((best, amount) => (best && best.value >= amount.value ? best : amount), undefined)
