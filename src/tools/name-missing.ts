/** The words for what was not told, in order: [[5, 'the price'], [null, 'the cost']] → ['the cost']. */
export const nameMissing = (needs: ReadonlyArray<readonly [told: unknown, words: string]>): readonly string[] =>
  needs.filter(([told]) => told === null || told === undefined).map(([, words]) => words)
