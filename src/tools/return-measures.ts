/** With fewer returns a ratio of them says nothing; it is null then. */
export const FEWEST_RETURNS = 10

/** Below this a deviation is the rounding of equal returns. */
const NOTHING = 1e-12

/** p₁/p₀ − 1 of each close to the next. */
export const simpleReturns = (closes: readonly number[]): number[] =>
  closes.slice(1).map((close, index) => close / (closes[index] ?? close) - 1)

/** How the returns of a row are made yearly: so many in a year, and the yearly rate (0.02 is 2 %) that is free of risk. */
export interface Yearly {
  readonly perYear: number
  readonly riskFreeRate: number
}

/** The rate of one period that makes the yearly one: (1 + r)^(1/n) − 1. */
const perPeriod = ({ perYear, riskFreeRate }: Yearly): number => Math.expm1(Math.log1p(riskFreeRate) / perYear)

/**
 * The Sharpe ratio a year: mean of the returns above the risk-free rate ÷ their sample deviation × √(periods a year). Null
 * with fewer than ten returns or when they do not vary. Source: Sharpe, The Sharpe Ratio, Journal of Portfolio Management
 * (1994); the root of time as in Lo, The Statistics of Sharpe Ratios (2002), for returns that do not depend on each other.
 */
export async function sharpeRatio(returns: readonly number[], yearly: Yearly): Promise<number | null> {
  if (returns.length < FEWEST_RETURNS) return null
  const { mean, sampleStandardDeviation } = await import('simple-statistics')
  const excess = returns.map((one) => one - perPeriod(yearly))
  const deviation = sampleStandardDeviation(excess)
  return deviation < NOTHING ? null : (mean(excess) / deviation) * Math.sqrt(yearly.perYear)
}

/**
 * The Sortino ratio a year: mean of the returns above the risk-free rate ÷ downside deviation × √(periods a year), the
 * downside deviation being the root of the mean of min(0, excess)² over all returns. Null with fewer than ten returns or
 * when none falls short. Source: Sortino and Price, Performance Measurement in a Downside Risk Framework (1994).
 */
export async function sortinoRatio(returns: readonly number[], yearly: Yearly): Promise<number | null> {
  if (returns.length < FEWEST_RETURNS) return null
  const { mean } = await import('simple-statistics')
  const excess = returns.map((one) => one - perPeriod(yearly))
  const downside = Math.sqrt(mean(excess.map((one) => Math.min(0, one) ** 2)))
  return downside < NOTHING ? null : (mean(excess) / downside) * Math.sqrt(yearly.perYear)
}

/**
 * The beta of returns against those of a benchmark over the same periods: sample covariance ÷ sample variance of the
 * benchmark. Null with fewer than ten or when the benchmark does not move. Source: Sharpe, Capital Asset Prices (1964).
 */
export async function betaOf(returns: readonly number[], benchmark: readonly number[]): Promise<number | null> {
  if (returns.length < FEWEST_RETURNS) return null
  const { sampleCovariance, sampleVariance } = await import('simple-statistics')
  const variance = sampleVariance([...benchmark])
  return variance < NOTHING ** 2 ? null : sampleCovariance([...returns], [...benchmark]) / variance
}

/** Pearson's sample correlation, −1..1, of returns over the same periods; null with fewer than ten or when one does not vary. */
export async function correlationOf(one: readonly number[], other: readonly number[]): Promise<number | null> {
  if (one.length < FEWEST_RETURNS) return null
  const { sampleCorrelation, sampleStandardDeviation } = await import('simple-statistics')
  const still = [one, other].some((returns) => sampleStandardDeviation([...returns]) < NOTHING)
  return still ? null : Math.max(-1, Math.min(1, sampleCorrelation([...one], [...other])))
}
