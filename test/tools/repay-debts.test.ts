import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { avalancheOrder, type Debt, repayDebts, snowballOrder } from '../../src/tools/repay-debts.ts'

const card: Debt = { name: 'card', balance: 5000, annualRate: 0.22, minimum: 150 }
const loan: Debt = { name: 'loan', balance: 8000, annualRate: 0.09, minimum: 200 }
const debt = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  balance: fc.double({ min: 10, max: 50_000, noNaN: true }),
  annualRate: fc.double({ min: 0, max: 0.3, noNaN: true }),
})
const debts = fc
  .array(debt, { minLength: 1, maxLength: 6 })
  .map((all): Debt[] => all.map((one) => ({ ...one, minimum: one.balance * 0.04 })))

describe('repaying debts', () => {
  it('2,000 at 20 % with 50 a month takes 67 months', () => {
    const repayment = repayDebts([{ name: 'card', balance: 2000, annualRate: 0.2, minimum: 50 }], 0)
    expect(repayment?.months).toBe(67)
    expect(repayment?.totalInterest).toBeGreaterThan(1300)
    expect(repayment?.totalInterest).toBeLessThan(1350)
  })

  it('the payment of a debt that is gone goes to the next one', () => {
    const together = repayDebts(avalancheOrder([card, loan]), 300)
    const alone = repayDebts([loan], 0)
    expect(together?.paidOff.map(({ name }) => name)).toEqual(['card', 'loan'])
    expect(together?.months).toBeLessThan(alone?.months ?? 0)
  })

  it('snowball begins with the smallest, avalanche with the dearest', () => {
    const small: Debt = { name: 'small', balance: 500, annualRate: 0.01, minimum: 20 }
    expect(snowballOrder([card, loan, small]).map(({ name }) => name)).toEqual(['small', 'card', 'loan'])
    expect(avalancheOrder([small, loan, card]).map(({ name }) => name)).toEqual(['card', 'loan', 'small'])
  })

  it('a payment below the interest never ends, which is null', () =>
    expect(repayDebts([{ name: 'card', balance: 5000, annualRate: 0.3, minimum: 100 }], 0)).toBeNull())

  it('what is paid in all is what was owed and its interest', () => {
    fc.assert(
      fc.property(debts, fc.double({ min: 0, max: 1000, noNaN: true }), (all, extra) => {
        const repayment = repayDebts(all, extra)
        if (!repayment) throw new Error('4 % a month repays all of these')
        const budget = extra + all.reduce((sum, one) => sum + one.minimum, 0)
        const start = repayment.owed[0] ?? 0
        const paid = start + repayment.totalInterest
        expect(paid).toBeLessThanOrEqual(budget * repayment.months + 0.01)
        expect(paid).toBeGreaterThan(budget * (repayment.months - 1) - 0.01)
        expect(repayment.paidOff).toHaveLength(all.length)
      }),
    )
  })

  it('avalanche never costs more interest than snowball', () => {
    fc.assert(
      fc.property(debts, fc.double({ min: 0, max: 1000, noNaN: true }), (all, extra) => {
        const avalanche = repayDebts(avalancheOrder(all), extra)?.totalInterest ?? 0
        const snowball = repayDebts(snowballOrder(all), extra)?.totalInterest ?? 0
        expect(avalanche).toBeLessThanOrEqual(snowball + 0.01)
      }),
    )
  })
})
