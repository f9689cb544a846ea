import type { AssetTable } from './asset-table.ts'
import { isoDay } from './price-dates.ts'
import { measureHistory, periodOf, thinOut } from './price-measures.ts'
import { betaOf, correlationOf, simpleReturns } from './return-measures.ts'

/** The value of all holdings on the first day, in the chart and in the returns. */
const START_VALUE = 100

/** What is held and against what it is measured. `shares` sum to 1, one for each asset of the table in its order. */
export interface Holdings {
  readonly shares: readonly number[]
  /** Place of the benchmark among the assets, or null. */
  readonly benchmark: number | null
  /** A yearly rate: 0.02 is 2 %. */
  readonly riskFreeRate: number
}

/**
 * Measures of each asset and of the portfolio that buys the shares on the first day and holds them: its value on a day is
 * Σ share × close ÷ first close. Beta and correlation are taken against the benchmark (null without one, and of the
 * benchmark itself they are 1); `correlations` holds those of every pair when there is no benchmark.
 */
export async function measurePortfolio({ days, assets }: AssetTable, { shares, benchmark, riskFreeRate }: Holdings) {
  const value = days.map(
    (_, day) =>
      START_VALUE * assets.reduce((sum, { closes }, index) => sum + (shares[index] ?? 0) * growthTo(closes, day), 0),
  )
  const against = benchmark === null ? null : simpleReturns(assets[benchmark]?.closes ?? [])
  const measure = async (closes: readonly number[]) => {
    const returns = simpleReturns(closes)
    return {
      ...(await measureHistory({ days, closes }, riskFreeRate)),
      beta: against && (await betaOf(returns, against)),
      correlation: against && (await correlationOf(returns, against)),
      chart: thinOut(closes),
    }
  }
  return {
    n: days.length,
    from: isoDay(days[0] ?? 0),
    to: isoDay(days.at(-1) ?? 0),
    period: periodOf(days),
    assets: await Promise.all(
      assets.map(async ({ name, closes }, index) => ({ name, share: shares[index] ?? 0, ...(await measure(closes)) })),
    ),
    portfolio: await measure(value),
    correlations: against === null && assets.length > 1 ? await matrixOf(assets) : null,
  }
}

const growthTo = (closes: readonly number[], day: number): number => (closes[day] ?? 0) / (closes[0] ?? 1)

/** One row and one column an asset, in their order. */
async function matrixOf(assets: AssetTable['assets']): Promise<Array<Array<number | null>>> {
  const returns = assets.map(({ closes }) => simpleReturns(closes))
  return Promise.all(returns.map((one) => Promise.all(returns.map((other) => correlationOf(one, other)))))
}
