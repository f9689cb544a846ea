import { logReturns, maxDrawdown, relativeStrengthIndex, simpleMovingAverage } from './indicators.ts'
import { isoDay } from './price-dates.ts'
import type { PriceTable } from './price-table.ts'

const DAYS_IN_YEAR = 365.25
const CHART_POINTS = 120

/** How often a table has a price, told by the middle gap between its days, and how many of them make a year. */
export type PricePeriod = { readonly name: 'daily' | 'weekly' | 'monthly' | 'other'; readonly perYear: number }

/**
 * The measures of a price table. Volatility is the sample deviation of log returns × √(periods a year); Source: Hull, Options,
 * Futures, and Other Derivatives, chapter on volatility. `annualReturn` (CAGR) is null for less than a year, for it would exaggerate.
 */
export async function measurePrices({ days, closes }: PriceTable) {
  const { sampleStandardDeviation } = await import('simple-statistics')
  const [first = 0, last = 0] = [closes[0], closes.at(-1)]
  const [firstDay = 0, lastDay = 0] = [days[0], days.at(-1)]
  const years = (lastDay - firstDay) / DAYS_IN_YEAR
  const returns = logReturns(closes)
  const period = periodOf(days)
  const fall = maxDrawdown(closes)
  const dayAt = (index: number) => isoDay(days[index] ?? 0)
  return {
    n: closes.length,
    from: isoDay(firstDay),
    to: isoDay(lastDay),
    period,
    first,
    last,
    totalReturn: last / first - 1,
    annualReturn: years >= 1 ? (last / first) ** (1 / years) - 1 : null,
    volatility: returns.length >= 2 ? sampleStandardDeviation(returns) * Math.sqrt(period.perYear) : null,
    drawdown: {
      depth: fall.depth,
      peak: dayAt(fall.peak),
      trough: dayAt(fall.trough),
      recovered: fall.recovered === null ? null : dayAt(fall.recovered),
    },
    best: extreme(returns, days, (one, other) => one > other),
    worst: extreme(returns, days, (one, other) => one < other),
    sma20: simpleMovingAverage(closes, 20),
    sma50: simpleMovingAverage(closes, 50),
    rsi14: relativeStrengthIndex(closes, 14),
    chart: thinOut(closes),
  }
}

function extreme(returns: readonly number[], days: readonly number[], beats: (one: number, other: number) => boolean) {
  const place = returns.reduce((best, value, index) => (beats(value, returns[best] ?? value) ? index : best), 0)
  return { date: isoDay(days[place + 1] ?? 0), change: Math.expm1(returns[place] ?? 0) }
}

/** Daily prices have 252 trading days a year, or 365 when weekends are priced too. */
function periodOf(days: readonly number[]): PricePeriod {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1
  if (middle <= 4) return { name: 'daily', perYear: hasWeekends(days) ? 365 : 252 }
  if (middle >= 6 && middle <= 8) return { name: 'weekly', perYear: 52 }
  return middle >= 27 && middle <= 32
    ? { name: 'monthly', perYear: 12 }
    : { name: 'other', perYear: DAYS_IN_YEAR / middle }
}

/** Day 0 was a Thursday. A stray Saturday does not make a market that never closes. */
const hasWeekends = (days: readonly number[]): boolean =>
  days.filter((day) => [2, 3].includes(((day % 7) + 7) % 7)).length > days.length / 7

/** At most 120 points, the first and the last among them. */
function thinOut(closes: readonly number[]): number[] {
  if (closes.length <= CHART_POINTS) return [...closes]
  const step = (closes.length - 1) / (CHART_POINTS - 1)
  return Array.from({ length: CHART_POINTS }, (_, point) => closes[Math.round(point * step)] ?? 0)
}
