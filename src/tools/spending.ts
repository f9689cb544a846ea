import type { BankAccount, BankTransaction } from './plaid.ts'

/** What went out in one category, with refunds taken off. `category` is in words: "Food and drink". */
export interface CategorySum {
  readonly category: string
  readonly currency: string
  readonly amount: number
  readonly n: number
}

/** Money that only moves, or comes in: a card payment would count twice what was bought with the card. */
const MOVES = new Set(['TRANSFER_IN', 'TRANSFER_OUT', 'LOAN_PAYMENTS', 'INCOME'])

/**
 * Spending by category and currency since a day (`YYYY-MM-DD`, included), largest first; and how many movements were no spending.
 * Pending ones count.
 */
export function spendingByCategory(transactions: readonly BankTransaction[], sinceDay: string) {
  const recent = transactions.filter(({ date }) => date >= sinceDay)
  const spent = recent.filter((one) => !MOVES.has(categoryOf(one)))
  const groups = groupBy(spent, (one) => `${categoryOf(one)} ${one.iso_currency_code ?? ''}`)
  const sums = [...groups.values()].map(sumOf)
  return {
    sums: sums.sort((one, other) => other.amount - one.amount),
    pending: spent.filter(({ pending }) => pending).length,
    moves: recent.length - spent.length,
  }
}

function sumOf(group: readonly BankTransaction[]): CategorySum {
  const [first] = group
  const cents = group.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  return {
    category: inWords(first ? categoryOf(first) : UNSORTED),
    currency: first?.iso_currency_code ?? '',
    amount: cents / 100,
    n: group.length,
  }
}

const UNSORTED = 'WITHOUT_CATEGORY'
const categoryOf = (one: BankTransaction): string => one.personal_finance_category?.primary ?? UNSORTED

/** "FOOD_AND_DRINK" → "Food and drink". */
const inWords = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ')

/** By currency: what is on the accounts, and what is owed on cards and loans; both 0 or more in the usual case. */
export function worthByCurrency(accounts: readonly BankAccount[]) {
  const groups = groupBy(accounts, ({ balances }) => currencyOf(balances))
  return [...groups].map(([currency, group]) => ({
    currency,
    held: totalOf(group.filter((one) => !isDebt(one))),
    owed: totalOf(group.filter(isDebt)),
  }))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const isDebt = ({ type }: BankAccount): boolean => type === 'credit' || type === 'loan'

const totalOf = (group: readonly BankAccount[]): number =>
  group.reduce((sum, { balances }) => sum + Math.round((balances.current ?? 0) * 100), 0) / 100

/** ISO code, else what the bank calls it, else ''. */
export const currencyOf = (balances: BankAccount['balances']): string =>
  balances.iso_currency_code ?? balances.unofficial_currency_code ?? ''
