import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spendingByCategory, worthByCurrency } from '../../src/tools/spending.ts'

const moved = (amount: number, primary: string | null, over: object = {}) => ({
  ...{ transaction_id: 't', account_id: 'a', amount, iso_currency_code: 'EUR', date: '2026-11-10', pending: false },
  personal_finance_category: primary === null ? null : { primary },
  ...over,
})

describe('spending by category', () => {
  it('every cent of what was spent is in one category, and what only moved is in none', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            cents: fc.integer({ min: -100_000, max: 100_000 }),
            primary: fc.constantFrom('FOOD_AND_DRINK', 'TRAVEL', 'INCOME', 'TRANSFER_IN', 'LOAN_PAYMENTS', null),
          }),
        ),
        (all) => {
          const { sums, moves } = spendingByCategory(
            all.map(({ cents, primary }) => moved(cents / 100, primary)),
            '2026-11-01',
          )
          const spent = all.filter(({ primary }) => !/INCOME|TRANSFER|LOAN/.test(primary ?? ''))
          const total = spent.reduce((sum, { cents }) => sum + cents, 0)
          expect(sums.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)).toBe(total)
          expect(sums.reduce((sum, { n }) => sum + n, 0) + moves).toBe(all.length)
        },
      ),
    ))

  it('the first day counts and the day before does not', () => {
    const days = ['2026-10-31', '2026-11-01'].map((date) => moved(1, 'TRAVEL', { date }))
    expect(spendingByCategory(days, '2026-11-01').sums).toEqual([
      { category: 'Travel', currency: 'EUR', amount: 1, n: 1 },
    ])
  })

  it('two currencies are never added up', () => {
    const both = [moved(1, 'TRAVEL'), moved(2, 'TRAVEL', { iso_currency_code: 'USD' })]
    expect(spendingByCategory(both, '2026-11-01').sums.map(({ currency, amount }) => [currency, amount])).toEqual([
      ['USD', 2],
      ['EUR', 1],
    ])
  })

  it('0.1 and 0.2 are 0.3', () =>
    expect(spendingByCategory([moved(0.1, null), moved(0.2, null)], '2026-11-01').sums[0]?.amount).toBe(0.3))
})

describe('worth by currency', () => {
  const account = (type: string, current: number | null, currency: string | null) => ({
    ...{ account_id: 'a', name: 'A', mask: null, type, subtype: null },
    balances: { available: null, current, iso_currency_code: currency, unofficial_currency_code: 'BTC' },
  })

  it('cards and loans are owed, all else is held, and an unknown balance is nothing', () =>
    expect(
      worthByCurrency([
        account('depository', 10.1, 'EUR'),
        account('investment', 20.2, 'EUR'),
        account('credit', 5, 'EUR'),
        account('loan', 100, 'EUR'),
        account('depository', null, 'EUR'),
        account('depository', 3, null),
      ]),
    ).toEqual([
      { currency: 'EUR', held: 30.3, owed: 105 },
      { currency: 'BTC', held: 3, owed: 0 },
    ]))
})
