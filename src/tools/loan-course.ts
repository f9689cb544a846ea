import { levelPayment, presentValue } from './annuity.ts'

/** A year of a loan; the last one may be short. Amounts in the loan's currency. */
export interface LoanYear {
  readonly year: number
  readonly interest: number
  readonly principal: number
  /** What is still owed at its end. */
  readonly balance: number
}

/** How a loan goes from the first payment to the last. */
export interface LoanCourse {
  readonly months: number
  readonly totalInterest: number
  readonly years: readonly LoanYear[]
}

/** The course of a loan with level payments. What is owed is the present value of the payments still due, so no error piles up. */
export function levelCourse(principal: number, monthlyRate: number, months: number): LoanCourse {
  const payment = levelPayment(principal, monthlyRate, months)
  const owedAfter = (month: number) => (month === 0 ? principal : presentValue(payment, monthlyRate, months - month))
  const years = Array.from({ length: Math.ceil(months / 12) }, (_, index): LoanYear => {
    const end = Math.min(months, index * 12 + 12)
    const balance = owedAfter(end)
    const repaid = owedAfter(index * 12) - balance
    return { year: index + 1, interest: payment * (end - index * 12) - repaid, principal: repaid, balance }
  })
  return { months, totalInterest: payment * months - principal, years }
}

/**
 * The course of a loan that is paid down faster than its level payment: interest on what is owed first, the rest repays; the
 * last payment is what is left. Ends after `mostMonths` at the latest.
 */
export function fasterCourse(principal: number, monthlyRate: number, payment: number, mostMonths: number): LoanCourse {
  const years: LoanYear[] = []
  let balance = principal
  let months = 0
  while (balance > 0 && months < mostMonths) {
    const year = walkYear(balance, monthlyRate, payment, mostMonths - months)
    months += year.months
    balance = year.balance
    years.push({ year: years.length + 1, interest: year.interest, principal: year.principal, balance })
  }
  return { months, totalInterest: years.reduce((sum, year) => sum + year.interest, 0), years }
}

function walkYear(start: number, monthlyRate: number, payment: number, monthsLeft: number) {
  let balance = start
  let interest = 0
  let months = 0
  while (balance > 0 && months < Math.min(12, monthsLeft)) {
    const due = balance * monthlyRate
    interest += due
    months += 1
    // The last payment of all settles what rounding has left.
    balance = months === monthsLeft || payment >= balance + due ? 0 : balance + due - payment
  }
  return { months, interest, principal: start - balance, balance }
}
