/** A debt: `balance` and `minimum` (paid every month) in its currency, `annualRate` as a ratio. */
export interface Debt {
  readonly name: string
  readonly balance: number
  readonly annualRate: number
  readonly minimum: number
}

/** How a plan goes: when each debt is gone, in months from now, and what is owed in all after each month (the start first). */
export interface Repayment {
  readonly months: number
  readonly totalInterest: number
  readonly paidOff: ReadonlyArray<{ readonly name: string; readonly month: number }>
  readonly owed: readonly number[]
}

const MOST_MONTHS = 1200

/**
 * Walks debts month by month. Every month each debt bears a twelfth of its yearly rate and gets its minimum; the extra, and the
 * minimum of every debt that is gone, goes to the first debt in `debts` that is left. Null when it takes more than a hundred years.
 */
export function repayDebts(debts: readonly Debt[], extra: number): Repayment | null {
  const budget = extra + debts.reduce((sum, debt) => sum + debt.minimum, 0)
  const paidOff: { name: string; month: number }[] = []
  let balances = debts.map((debt) => debt.balance)
  const owed = [sumOf(balances)]
  let totalInterest = 0
  for (let month = 1; sumOf(balances) > 0; month += 1) {
    if (month > MOST_MONTHS) return null
    const due = balances.map((balance, index) => balance * (1 + (debts[index]?.annualRate ?? 0) / 12))
    totalInterest += sumOf(due) - sumOf(balances)
    const left = payMonth(due, debts, budget)
    for (const [index, debt] of debts.entries())
      if (left[index] === 0 && balances[index] !== 0) paidOff.push({ name: debt.name, month })
    balances = left
    owed.push(sumOf(balances))
  }
  return { months: owed.length - 1, totalInterest, paidOff, owed }
}

/** Minimums first, then what is left of the budget, in the order of the debts. Less than a thousandth of a cent is no debt. */
function payMonth(due: readonly number[], debts: readonly Debt[], budget: number): number[] {
  let left = budget
  const afterMinimum = due.map((balance, index) => {
    const paid = Math.min(balance, debts[index]?.minimum ?? 0)
    left -= paid
    return balance - paid
  })
  return afterMinimum.map((balance) => {
    const paid = Math.min(balance, left)
    left -= paid
    return balance - paid < 1e-5 ? 0 : balance - paid
  })
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0)

/** The smallest balance first: quick wins. */
export const snowballOrder = (debts: readonly Debt[]): Debt[] => [...debts].sort((a, b) => a.balance - b.balance)

/** The highest rate first: least interest. */
export const avalancheOrder = (debts: readonly Debt[]): Debt[] => [...debts].sort((a, b) => b.annualRate - a.annualRate)
