/** A book (the decimal odds of all outcomes of one event), with and without what the bookmaker adds. */
export interface FairBook {
  /** 1 ÷ decimal odds of each outcome, 0..1. */
  readonly implied: readonly number[]
  /** Overround: the sum of the implied chances minus 1; negative when they sum to less. */
  readonly margin: number
  /** What a bookmaker keeps of all stakes when they are spread as the prices are: 1 − 1 ÷ sum. */
  readonly hold: number
  /** Fair chances, each set summing to 1, in the order of the odds. */
  readonly proportional: readonly number[]
  readonly power: readonly number[]
  /** The exponent of the power method: above 1 for a margin, below it for a negative one. */
  readonly exponent: number
  /** Null without a margin, for Shin's model needs one. */
  readonly shin: readonly number[] | null
}

/**
 * Removes a bookmaker's margin in three ways. Proportional: π ÷ Σπ. Power: π^k with Σπ^k = 1. Shin: the part of insiders
 * z that makes the chances sum to 1. The last two take more of the margin from outsiders than from favourites.
 * Sources: Clarke, Kovalchik and Ingram, "Adjusting bookmaker's odds to allow for overround" (2017); Shin, "Measuring the
 * incidence of insider trading in a market for state-contingent claims", Economic Journal 103 (1993).
 */
export function removeMargin(decimals: readonly number[]): FairBook {
  const implied = decimals.map((decimal) => 1 / decimal)
  const total = sum(implied)
  const exponent = solve((k) => sum(implied.map((chance) => chance ** k)) - 1, 0, 64)
  return {
    implied,
    margin: total - 1,
    hold: 1 - 1 / total,
    proportional: implied.map((chance) => chance / total),
    power: scaled(implied.map((chance) => chance ** exponent)),
    exponent,
    shin: total > 1 ? scaled(shinChances(implied, total)) : null,
  }
}

function shinChances(implied: readonly number[], total: number): readonly number[] {
  const chances = (z: number) =>
    implied.map((chance) => (Math.sqrt(z ** 2 + (4 * (1 - z) * chance ** 2) / total) - z) / (2 * (1 - z)))
  return chances(solve((z) => sum(chances(z)) - 1, 0, 1 - 1e-9))
}

/** Where a falling function crosses zero, by halving; the nearer end when it does not. */
function solve(falling: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2
    if (falling(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Takes away what the search left over, so that the chances sum to 1. */
function scaled(chances: readonly number[]): readonly number[] {
  const total = sum(chances)
  return chances.map((chance) => chance / total)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
