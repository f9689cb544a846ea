/** Goals a side beyond which a score is practically impossible at 10 expected goals: the rest is below 1e-11. */
const MOST_GOALS = 40

/** Chances of every score, `matrix[home][away]`, and what follows from them. All are 0..1. */
export interface ScoreChances {
  readonly matrix: ReadonlyArray<readonly number[]>
  readonly homeWin: number
  readonly draw: number
  readonly awayWin: number
  readonly bothScore: number
  /** Chance of 0, 1, 2, ... goals of both sides together. */
  readonly totals: readonly number[]
}

/**
 * Scores of two sides that score independently, each by a Poisson distribution with its expected goals (0..10).
 * Source: Maher, "Modelling association football scores", Statistica Neerlandica 36 (1982).
 */
export function scoreChances(homeGoals: number, awayGoals: number): ScoreChances {
  const [home, away] = [poisson(homeGoals), poisson(awayGoals)]
  const matrix = home.map((h) => away.map((a) => h * a))
  const sum = (counts: (h: number, a: number) => boolean) =>
    matrix.reduce((total, row, h) => row.reduce((part, chance, a) => (counts(h, a) ? part + chance : part), total), 0)
  return {
    matrix,
    homeWin: sum((h, a) => h > a),
    draw: sum((h, a) => h === a),
    awayWin: sum((h, a) => h < a),
    bothScore: sum((h, a) => h > 0 && a > 0),
    // The sum of two Poisson counts is a Poisson count with the sum of the means.
    totals: poisson(homeGoals + awayGoals),
  }
}

/** P(k) = e^-m m^k / k! for k = 0..40, each from the one before. */
function poisson(mean: number): readonly number[] {
  const chances = [Math.exp(-mean)]
  for (let goals = 1; goals <= MOST_GOALS; goals += 1) chances.push(((chances[goals - 1] ?? 0) * mean) / goals)
  return chances
}
