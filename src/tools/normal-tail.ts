// Chebyshev fit of the complementary error function: relative error below 1.2e-7 everywhere, so that small p-values keep
// their digits. Press et al., Numerical Recipes in C, 2nd edition, section 6.2 (erfcc).
const FIT = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
]

/** The chance that a standard normal lies farther from 0 than `z`, on both sides: 1.96 → 0.05. */
export function twoSidedTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const sum = FIT.reduceRight((total, coefficient) => total * t + coefficient, 0)
  return Math.min(1, t * Math.exp(-x * x + sum))
}
