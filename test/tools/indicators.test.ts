import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logReturns, maxDrawdown, relativeStrengthIndex, simpleMovingAverage } from '../../src/tools/indicators.ts'

const closes = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 120 })
// The worked example of RSI that is printed in many textbooks; its values are 70.53, 66.32, 66.55, 69.41, 66.36 and 57.97.
const WORKED = [
  44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.614,
  46.282, 46.282, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439,
]

describe('indicators', () => {
  it.each([
    [15, 70.53],
    [16, 66.32],
    [17, 66.55],
    [18, 69.41],
    [19, 66.36],
    [20, 57.97],
  ])('the RSI of the first %d closes of the worked example is %d', (n, rsi) =>
    expect(relativeStrengthIndex(WORKED.slice(0, n), 14)).toBeCloseTo(rsi, 2),
  )

  it('RSI is null without enough closes, 50 when nothing moves, 100 when all rises', () => {
    expect(relativeStrengthIndex(WORKED.slice(0, 14), 14)).toBeNull()
    expect(relativeStrengthIndex(Array(20).fill(5), 14)).toBe(50)
    expect(
      relativeStrengthIndex(
        Array.from({ length: 20 }, (_, day) => day + 1),
        14,
      ),
    ).toBe(100)
  })

  it('RSI lies between 0 and 100', () => {
    fc.assert(
      fc.property(closes, (all) => {
        const rsi = relativeStrengthIndex(all, 14) ?? 50
        expect(rsi).toBeGreaterThanOrEqual(0)
        expect(rsi).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('a moving average takes the last ones, or is null', () => {
    expect(simpleMovingAverage([1, 2, 3, 4], 2)).toBe(3.5)
    expect(simpleMovingAverage([1], 2)).toBeNull()
  })

  it('log returns add up to the whole way', () => {
    fc.assert(
      fc.property(closes, (all) => {
        const sum = logReturns(all).reduce((total, one) => total + one, 0)
        expect(sum).toBeCloseTo(Math.log((all.at(-1) ?? 1) / (all[0] ?? 1)), 6)
      }),
    )
  })

  it('the deepest fall knows its peak, trough and recovery', () => {
    expect(maxDrawdown([100, 120, 90, 110, 130, 117])).toEqual({ depth: 0.25, peak: 1, trough: 2, recovered: 4 })
    expect(maxDrawdown([100, 120, 60])).toEqual({ depth: 0.5, peak: 1, trough: 2, recovered: null })
    expect(maxDrawdown([1, 2, 3])).toMatchObject({ depth: 0, recovered: null })
  })

  it('no pair of closes falls deeper than the deepest fall', () => {
    fc.assert(
      fc.property(closes, (all) => {
        const deepest = Math.max(0, ...all.flatMap((high, index) => all.slice(index).map((low) => 1 - low / high)))
        expect(maxDrawdown(all).depth).toBeCloseTo(deepest, 12)
      }),
    )
  })
})
