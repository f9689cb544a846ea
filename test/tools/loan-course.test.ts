import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelPayment } from '../../src/tools/annuity.ts'
import { fasterCourse, levelCourse } from '../../src/tools/loan-course.ts'

const principal = fc.double({ min: 100, max: 1e9, noNaN: true })
const rate = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.04, noNaN: true }))
const months = fc.integer({ min: 1, max: 480 })

describe('the course of a loan', () => {
  it('the principal parts add up to the loan and nothing is owed at the end', () => {
    fc.assert(
      fc.property(principal, rate, months, (amount, monthlyRate, term) => {
        const { years } = levelCourse(amount, monthlyRate, term)
        const repaid = years.reduce((sum, year) => sum + year.principal, 0)
        expect(Math.abs(repaid / amount - 1)).toBeLessThan(1e-9)
        expect(years.at(-1)?.balance).toBe(0)
      }),
    )
  })

  it('interest and principal of all years are what was paid', () => {
    fc.assert(
      fc.property(principal, rate, months, (amount, monthlyRate, term) => {
        const { years, totalInterest } = levelCourse(amount, monthlyRate, term)
        const interest = years.reduce((sum, year) => sum + year.interest, 0)
        expect(Math.abs(interest - totalInterest)).toBeLessThan(1e-6 * amount)
        expect(totalInterest).toBeGreaterThanOrEqual(-1e-6 * amount)
      }),
    )
  })

  it('walking with the level payment ends where the closed form ends', () => {
    fc.assert(
      fc.property(principal, rate, fc.integer({ min: 1, max: 360 }), (amount, monthlyRate, term) => {
        const walked = fasterCourse(amount, monthlyRate, levelPayment(amount, monthlyRate, term), term)
        const level = levelCourse(amount, monthlyRate, term)
        expect(Math.abs(walked.totalInterest - level.totalInterest)).toBeLessThan(1e-6 * amount)
      }),
    )
  })

  it('a larger payment never costs more interest or more time', () => {
    fc.assert(
      fc.property(
        principal,
        rate,
        months,
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (amount, monthlyRate, term, more) => {
          const payment = levelPayment(amount, monthlyRate, term)
          const faster = fasterCourse(amount, monthlyRate, payment * (1 + more), term)
          expect(faster.months).toBeLessThanOrEqual(term)
          expect(faster.totalInterest).toBeLessThanOrEqual(
            levelCourse(amount, monthlyRate, term).totalInterest + 1e-6 * amount,
          )
          expect(faster.years.at(-1)?.balance).toBe(0)
        },
      ),
    )
  })

  it('it ends in the month that the logarithm says', () => {
    // n = −ln(1 − P·r/A) ÷ ln(1 + r)
    for (const payment of [1100, 1500, 2000, 5000, 40_000]) {
      const months = Math.ceil(-Math.log1p((-200_000 * 0.005) / payment) / Math.log1p(0.005))
      expect(fasterCourse(200_000, 0.005, payment, 1200).months).toBe(months)
    }
  })

  it('a payment that covers the loan but not its interest leaves a last month', () =>
    expect(fasterCourse(100.5, 0.01, 101, 12).months).toBe(2))

  it('at a thousand per cent over a century the schedule still adds up', () => {
    const { years } = levelCourse(1000, 10 / 12, 1200)
    expect(years.reduce((sum, year) => sum + year.principal, 0)).toBeCloseTo(1000, 6)
    expect(years).toHaveLength(100)
  })
})
