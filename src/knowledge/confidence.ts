/**
 * The weights of `featuresOf` in the confidence that the best page answers, fitted by `build/language/fit-confidence.ts`
 * on the questions of voice p; those of voice q are kept back and only measure.
 */
export const CONFIDENCE: readonly number[] = [-4.74, -0.93, 2.92, 1.04, 1.68, 2.95, 3.41, -1.21, -0.16, -1.38, 2.57]
