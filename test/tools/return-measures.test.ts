import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaOf, correlationOf, sharpeRatio, simpleReturns, sortinoRatio } from '../../src/tools/return-measures.ts'

const returns = fc
  .array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 10, maxLength: 60 })
  .filter((all) => Math.max(...all) - Math.min(...all) > 0.01)
const yearly = { perYear: 252, riskFreeRate: 0 }
const TEN = [0.01, -0.02, 0.03, 0.01, -0.01, 0.02, 0.02, -0.03, 0.01, 0.01]

describe('measures of returns', () => {
  it('returns are the change over the close before', () =>
    expect(simpleReturns([100, 110, 99])).toEqual([0.1, -0.1].map((one) => expect.closeTo(one, 12))))

  it('fewer than ten returns have no ratio, beta or correlation', async () => {
    const nine = TEN.slice(1)
    expect(await sharpeRatio(nine, yearly)).toBeNull()
    expect(await sortinoRatio(nine, yearly)).toBeNull()
    expect(await betaOf(nine, nine)).toBeNull()
    expect(await correlationOf(nine, nine)).toBeNull()
  })

  it('what never moves has no ratio and no correlation, and is no benchmark', async () => {
    const still = Array<number>(12).fill(0.01)
    expect(await sharpeRatio(still, yearly)).toBeNull()
    expect(await sortinoRatio(still, yearly)).toBeNull()
    expect(await correlationOf(still, [...TEN, 0, 0])).toBeNull()
    expect(await betaOf([...TEN, 0, 0], still)).toBeNull()
  })

  it('the ratios of ten returns are those worked out by hand', async () => {
    // Mean 0.005, sample deviation √(0.00325/9), downside deviation √(0.0014/10).
    expect(await sharpeRatio(TEN, { perYear: 1, riskFreeRate: 0 })).toBeCloseTo(0.005 / Math.sqrt(0.00325 / 9), 10)
    expect(await sortinoRatio(TEN, { perYear: 1, riskFreeRate: 0 })).toBeCloseTo(0.005 / Math.sqrt(0.0014 / 10), 10)
  })

  it('a return of the risk-free rate in the mean has a Sharpe ratio of nothing', async () =>
    expect(await sharpeRatio(TEN, { perYear: 1, riskFreeRate: 0.005 })).toBeCloseTo(0, 10))

  it('four times as many periods a year double the ratios', async () => {
    await fc.assert(
      fc.asyncProperty(returns, async (all) => {
        const [one, four] = [await sharpeRatio(all, yearly), await sharpeRatio(all, { ...yearly, perYear: 1008 })]
        expect(four).toBeCloseTo((one ?? 0) * 2, 8)
      }),
    )
  })

  it('borrowing to twice the returns leaves Sharpe and Sortino as they are', async () => {
    await fc.assert(
      fc.asyncProperty(returns, async (all) => {
        const twice = all.map((one) => one * 2)
        expect(await sharpeRatio(twice, yearly)).toBeCloseTo((await sharpeRatio(all, yearly)) ?? 0, 6)
        const sortino = await sortinoRatio(all, yearly)
        if (sortino !== null) expect(await sortinoRatio(twice, yearly)).toBeCloseTo(sortino, 6)
      }),
    )
  })

  it('k times the benchmark plus a constant has a beta of k', async () => {
    await fc.assert(
      fc.asyncProperty(returns, fc.integer({ min: -5, max: 5 }), async (all, k) => {
        expect(
          await betaOf(
            all.map((one) => one * k + 0.001),
            all,
          ),
        ).toBeCloseTo(k, 8)
      }),
    )
  })

  it('correlation is 1 with itself, −1 with its mirror, and the same both ways', async () => {
    await fc.assert(
      fc.asyncProperty(returns, returns, async (one, other) => {
        expect(await correlationOf(one, one)).toBeCloseTo(1, 8)
        expect(
          await correlationOf(
            one,
            one.map((value) => -value),
          ),
        ).toBeCloseTo(-1, 8)
        const n = Math.min(one.length, other.length)
        const [a, b] = [one.slice(0, n), other.slice(0, n)]
        expect((await correlationOf(a, b)) ?? 2).toBeCloseTo((await correlationOf(b, a)) ?? 2, 10)
      }),
    )
  })
})
