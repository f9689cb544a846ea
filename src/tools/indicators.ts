/** The mean of the last n values; null when there are fewer. */
export function simpleMovingAverage(values: readonly number[], n: number): number | null {
  if (values.length < n) return null
  return values.slice(-n).reduce((sum, value) => sum + value, 0) / n
}

/**
 * The exponential moving average of the last value; null when there are fewer than n. The first average is the plain mean of
 * the first n values, then each new value weighs 2/(n + 1). Source: Appel, Technical Analysis: Power Tools (2005).
 */
export const exponentialMovingAverage = (values: readonly number[], n: number): number | null =>
  exponentialAverages(values, n).at(-1) ?? null

/** The averages from the n-th value on, so `values.length − n + 1` of them. */
function exponentialAverages(values: readonly number[], n: number): number[] {
  const seed = simpleMovingAverage(values.slice(0, n), n)
  if (seed === null) return []
  const averages = [seed]
  let last = seed
  for (const value of values.slice(n)) {
    last += (2 / (n + 1)) * (value - last)
    averages.push(last)
  }
  return averages
}

/** Moving average convergence and divergence: `line` is fast less slow average, `histogram` is line less signal. */
export interface Macd {
  readonly line: number
  readonly signal: number
  readonly histogram: number
}

/**
 * MACD(12, 26, 9) of the last value: EMA(12) − EMA(26), and the EMA(9) of that line as signal. Null with fewer than 34
 * values, from which on there is a signal. Source: Appel, Technical Analysis: Power Tools (2005).
 */
export function macd(values: readonly number[]): Macd | null {
  const slow = exponentialAverages(values, 26)
  const fast = exponentialAverages(values, 12).slice(-slow.length)
  const lines = slow.map((average, index) => (fast[index] ?? 0) - average)
  const [line, signal] = [lines.at(-1), exponentialMovingAverage(lines, 9)]
  return line === undefined || signal === null ? null : { line, signal, histogram: line - signal }
}

/** A band of two deviations around a moving average. */
export interface Bands {
  readonly lower: number
  readonly middle: number
  readonly upper: number
}

/**
 * Bollinger(n, width) of the last value: the mean of the last n values, and so many of their population deviations below
 * and above it; null when there are fewer. Source: Bollinger, Bollinger on Bollinger Bands (2001), chapter 7.
 */
export async function bollingerBands(values: readonly number[], n: number, width: number): Promise<Bands | null> {
  const middle = simpleMovingAverage(values, n)
  if (middle === null) return null
  const { standardDeviation } = await import('simple-statistics')
  const reach = width * standardDeviation(values.slice(-n))
  return { lower: middle - reach, middle, upper: middle + reach }
}

/**
 * Wilder's relative strength index of the last value, 0..100; null with fewer than n + 1 values, 50 when nothing moved.
 * Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978): the plain mean of the
 * first n gains and losses, then each new one weighs 1/n.
 */
export function relativeStrengthIndex(closes: readonly number[], n: number): number | null {
  if (closes.length < n + 1) return null
  const changes = changesOf(closes)
  const seed = changes.slice(0, n)
  let gain = seed.reduce((sum, change) => sum + Math.max(change, 0), 0) / n
  let loss = seed.reduce((sum, change) => sum + Math.max(-change, 0), 0) / n
  for (const change of changes.slice(n)) {
    gain = (gain * (n - 1) + Math.max(change, 0)) / n
    loss = (loss * (n - 1) + Math.max(-change, 0)) / n
  }
  return gain + loss === 0 ? 50 : (100 * gain) / (gain + loss)
}

const changesOf = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => value - (values[index] ?? value))

/** ln(p₁/p₀) of each close to the next. */
export const logReturns = (closes: readonly number[]): number[] =>
  closes.slice(1).map((close, index) => Math.log(close / (closes[index] ?? close)))

/** A fall from a peak: `depth` 0..1, and the places of peak, trough and of the first close that is back at the peak (null: not yet). */
export interface Drawdown {
  readonly depth: number
  readonly peak: number
  readonly trough: number
  readonly recovered: number | null
}

/** The deepest fall from a peak. Depth 0 when it never fell. */
export function maxDrawdown(closes: readonly number[]): Drawdown {
  let top = 0
  let worst = { depth: 0, peak: 0, trough: 0 }
  for (const [index, close] of closes.entries()) {
    const high = closes[top] ?? close
    if (close >= high) top = index
    else if (1 - close / high > worst.depth) worst = { depth: 1 - close / high, peak: top, trough: index }
  }
  const height = closes[worst.peak] ?? 0
  const back = closes.findIndex((close, index) => index > worst.trough && close >= height)
  return { ...worst, recovered: worst.depth === 0 || back < 0 ? null : back }
}
