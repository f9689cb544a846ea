import { readAmounts } from './read-amounts.ts'

/** The first currency that a heard text names, as written ("$", "EUR", "euros"), as input of a tool: nothing when none is named. */
export function heardMoney(text: string): { readonly currency?: string } {
  const currency = readAmounts(text).find((amount) => amount.currency)?.currency
  return currency ? { currency } : {}
}
