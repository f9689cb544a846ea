/**
 * The weights of `featuresOf` in the confidence that the best page answers, fitted by `build/language/fit-confidence.ts`
 * on the questions of voice p; those of voice q are kept back and only measure.
 */
export const CONFIDENCE: readonly number[] = [-4.35, -0.82, 3.31, 0.77, 1.43, 2.9, 3.71, -1.13, -0.49, -1.47, 2.38]
