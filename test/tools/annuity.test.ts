import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { additionFor, futureValue, levelPayment, presentValue } from '../../src/tools/annuity.ts'

const principal = fc.double({ min: 1, max: 1e9, noNaN: true })
const rate = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 0.05, noNaN: true }))
const months = fc.integer({ min: 1, max: 480 })

describe('annuity', () => {
  it.each([
    [250_000, 0.045, 360, 1266.71],
    [300_000, 0.06, 300, 1932.9],
    [12_000, 0, 24, 500],
  ])('%d at %d over %d months is repaid with %d a month', (amount, annualRate, term, payment) =>
    expect(levelPayment(amount, annualRate / 12, term)).toBeCloseTo(payment, 2),
  )

  it.each([
    [0, 200, 0.05 / 12, 240, 82_206.73],
    [1000, 0, 0.05 / 12, 120, 1647.01],
    [1000, 10, 0, 12, 1120],
  ])('%d and %d a month at %d for %d months grow to %d', (...[start, addition, monthlyRate, term, end]) =>
    expect(futureValue(start, addition, monthlyRate, term)).toBeCloseTo(end, 2),
  )

  it('the payments are worth the loan', () => {
    fc.assert(
      fc.property(principal, rate, months, (amount, monthlyRate, term) => {
        const worth = presentValue(levelPayment(amount, monthlyRate, term), monthlyRate, term)
        expect(Math.abs(worth / amount - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  it('the closed form and month-by-month growth agree', () => {
    fc.assert(
      fc.property(principal, principal, rate, months, (start, addition, monthlyRate, term) => {
        let balance = start
        for (let month = 0; month < term; month += 1) balance = balance * (1 + monthlyRate) + addition
        expect(Math.abs(futureValue(start, addition, monthlyRate, term) / balance - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  it('the addition for a goal reaches the goal', () => {
    fc.assert(
      fc.property(principal, rate, months, (goal, monthlyRate, term) => {
        const addition = additionFor(goal, 0, monthlyRate, term)
        expect(Math.abs(futureValue(0, addition, monthlyRate, term) / goal - 1)).toBeLessThan(1e-9)
      }),
    )
  })
})
