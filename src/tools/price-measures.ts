import {
  bollingerBands,
  type Drawdown,
  exponentialMovingAverage,
  logReturns,
  macd,
  maxDrawdown,
  relativeStrengthIndex,
  simpleMovingAverage,
} from './indicators.ts'
import { isoDay } from './price-dates.ts'
import type { PriceTable } from './price-table.ts'
import { sharpeRatio, simpleReturns, sortinoRatio } from './return-measures.ts'

const DAYS_IN_YEAR = 365.25
const CHART_POINTS = 120

/** How often a table has a price, told by the middle gap between its days, and how many of them make a year. */
export type PricePeriod = { readonly name: 'daily' | 'weekly' | 'monthly' | 'other'; readonly perYear: number }

/** Closes in the order of time with the Unix days they belong to. */
export interface History {
  readonly days: readonly number[]
  readonly closes: readonly number[]
}

/**
 * Return and risk of a history. Volatility is the sample deviation of log returns × √(periods a year); null with one return.
 * Source: Hull, Options, Futures, and Other Derivatives, chapter on volatility. `annualReturn` (CAGR) is null for less than
 * a year, for it would exaggerate. `riskFreeRate` is yearly: 0.02 is 2 %.
 */
export async function measureHistory({ days, closes }: History, riskFreeRate: number) {
  const { sampleStandardDeviation } = await import('simple-statistics')
  const [first = 0, last = 0] = [closes[0], closes.at(-1)]
  const years = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / DAYS_IN_YEAR
  const yearly = { perYear: periodOf(days).perYear, riskFreeRate }
  const [logs, returns] = [logReturns(closes), simpleReturns(closes)]
  return {
    totalReturn: last / first - 1,
    annualReturn: years >= 1 ? (last / first) ** (1 / years) - 1 : null,
    volatility: logs.length >= 2 ? sampleStandardDeviation(logs) * Math.sqrt(yearly.perYear) : null,
    sharpe: await sharpeRatio(returns, yearly),
    sortino: await sortinoRatio(returns, yearly),
    drawdown: datedFall(maxDrawdown(closes), days),
  }
}

/** The measures of a price table; see `measureHistory` and `indicators.ts` for the formulas and their sources. */
export async function measurePrices({ days, closes }: PriceTable, riskFreeRate: number) {
  const logs = logReturns(closes)
  return {
    n: closes.length,
    from: isoDay(days[0] ?? 0),
    to: isoDay(days.at(-1) ?? 0),
    period: periodOf(days),
    first: closes[0] ?? 0,
    last: closes.at(-1) ?? 0,
    ...(await measureHistory({ days, closes }, riskFreeRate)),
    best: extreme(logs, days, (one, other) => one > other),
    worst: extreme(logs, days, (one, other) => one < other),
    sma20: simpleMovingAverage(closes, 20),
    sma50: simpleMovingAverage(closes, 50),
    ema20: exponentialMovingAverage(closes, 20),
    macd: macd(closes),
    bollinger: await bollingerBands(closes, 20, 2),
    rsi14: relativeStrengthIndex(closes, 14),
    chart: thinOut(closes),
  }
}

function datedFall({ depth, peak, trough, recovered }: Drawdown, days: readonly number[]) {
  const dayAt = (index: number) => isoDay(days[index] ?? 0)
  return {
    depth,
    peak: dayAt(peak),
    trough: dayAt(trough),
    recovered: recovered === null ? null : dayAt(recovered),
  }
}

function extreme(returns: readonly number[], days: readonly number[], beats: (one: number, other: number) => boolean) {
  const place = returns.reduce((best, value, index) => (beats(value, returns[best] ?? value) ? index : best), 0)
  return { date: isoDay(days[place + 1] ?? 0), change: Math.expm1(returns[place] ?? 0) }
}

/** The period of prices on these Unix days. Daily prices have 252 trading days a year, or 365 when weekends are priced too. */
export function periodOf(days: readonly number[]): PricePeriod {
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
export function thinOut(closes: readonly number[]): number[] {
  if (closes.length <= CHART_POINTS) return [...closes]
  const step = (closes.length - 1) / (CHART_POINTS - 1)
  return Array.from({ length: CHART_POINTS }, (_, point) => closes[Math.round(point * step)] ?? 0)
}
