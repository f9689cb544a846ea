import { describe, expect, it } from 'vitest'
import { twoSidedTail } from '../../src/tools/normal-tail.ts'

describe('twoSidedTail', () => {
  it.each([
    [0, 1],
    [1, 0.3173105],
    [1.959964, 0.05],
    [2.575829, 0.01],
    [-3.290527, 0.001],
    [6, 1.973175e-9],
  ])('z = %f has p = %f', (z, p) => expect(twoSidedTail(z) / p).toBeCloseTo(1, 5))
})
