/** The mean of the last n values; null when there are fewer. */
export function simpleMovingAverage(values: readonly number[], n: number): number | null {
  if (values.length < n) return null
  return values.slice(-n).reduce((sum, value) => sum + value, 0) / n
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
