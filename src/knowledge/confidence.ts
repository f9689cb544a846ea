/**
 * The weights of `featuresOf` in the confidence that the best page answers, fitted by `build/language/fit-confidence.ts`
 * on the questions of voice p; those of voice q are kept back and only measure.
 */
export const CONFIDENCE: readonly number[] = [-4.95, -0.1, -0.98, 1.89, 2.77, 4.64, 2.34, -0.48, 1.08, -0.04, 0.74]
