import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measurePortfolio } from '../../src/tools/portfolio-measures.ts'
import { measureHistory } from '../../src/tools/price-measures.ts'

const table = (...columns: number[][]) => ({
  dateColumn: 'date',
  layout: 'columns' as const,
  symbolColumn: null,
  closeColumn: null,
  passedOver: [],
  incompleteDays: 0,
  days: (columns[0] ?? []).map((_, day) => 20_000 + day),
  assets: columns.map((closes, place) => ({ name: `A${place}`, closes })),
})
const held = (...shares: number[]) => ({ shares, benchmark: null, riskFreeRate: 0 })
const closes = fc.array(fc.double({ min: 50, max: 150, noNaN: true }), { minLength: 12, maxLength: 40 })
const moving = closes.filter((all) => Math.max(...all) - Math.min(...all) > 1)

describe('measures of a portfolio', () => {
  it('is bought on the first day and held', async () => {
    const { portfolio } = await measurePortfolio(table([10, 20, 40], [10, 10, 5]), held(0.5, 0.5))
    expect(portfolio.chart).toEqual([100, 150, 225])
    expect(portfolio.totalReturn).toBeCloseTo(1.25, 12)
  })

  it('of one asset is that asset', async () => {
    await fc.assert(
      fc.asyncProperty(moving, async (all) => {
        const { portfolio, assets } = await measurePortfolio(table(all, all.toReversed()), held(1, 0))
        expect(portfolio.totalReturn).toBeCloseTo(assets[0]?.totalReturn ?? 0, 10)
        expect(portfolio.volatility).toBeCloseTo(assets[0]?.volatility ?? 0, 8)
        expect(portfolio.drawdown.depth).toBeCloseTo(assets[0]?.drawdown.depth ?? 0, 10)
      }),
    )
  })

  it('of the same asset twice is that asset, whatever the shares', async () => {
    await fc.assert(
      fc.asyncProperty(moving, fc.double({ min: 0, max: 1, noNaN: true }), async (all, share) => {
        const { portfolio } = await measurePortfolio(table(all, all), held(share, 1 - share))
        const alone = await measureHistory({ days: table(all).days, closes: all }, 0)
        expect(portfolio.totalReturn).toBeCloseTo(alone.totalReturn, 10)
        expect(portfolio.sharpe).toBeCloseTo(alone.sharpe ?? 0, 6)
      }),
    )
  })

  it('does not depend on the currency of an asset', async () => {
    await fc.assert(
      fc.asyncProperty(moving, async (all) => {
        const other = all.toReversed()
        const one = await measurePortfolio(table(all, other), held(0.3, 0.7))
        const priced = await measurePortfolio(
          table(
            all.map((close) => close * 9),
            other,
          ),
          held(0.3, 0.7),
        )
        expect(priced.portfolio.totalReturn).toBeCloseTo(one.portfolio.totalReturn, 10)
        expect(priced.correlations?.[0]?.[1]).toBeCloseTo(one.correlations?.[0]?.[1] ?? 0, 8)
      }),
    )
  })

  it('the benchmark has beta and correlation 1 against itself, and then there is no matrix', async () => {
    await fc.assert(
      fc.asyncProperty(moving, async (all) => {
        const { assets, correlations } = await measurePortfolio(table(all, all.toReversed()), {
          ...held(0, 1),
          benchmark: 0,
        })
        expect(assets[0]?.beta).toBeCloseTo(1, 8)
        expect(assets[0]?.correlation).toBeCloseTo(1, 8)
        expect(correlations).toBeNull()
      }),
    )
  })

  it('too few closes leave n/a, not a number', async () => {
    const { assets } = await measurePortfolio(table([1, 2, 3], [3, 2, 1]), { ...held(1, 0), benchmark: 1 })
    expect(assets[0]).toMatchObject({ sharpe: null, sortino: null, beta: null, correlation: null, annualReturn: null })
  })
})
