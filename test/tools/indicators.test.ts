import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bollingerBands,
  exponentialMovingAverage,
  logReturns,
  macd,
  maxDrawdown,
  relativeStrengthIndex,
  simpleMovingAverage,
} from '../../src/tools/indicators.ts'

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

  it('an exponential average needs n values and weighs the newest by 2/(n + 1)', () => {
    expect(exponentialMovingAverage([1, 2], 3)).toBeNull()
    expect(exponentialMovingAverage([2, 4, 6], 3)).toBe(4)
    expect(exponentialMovingAverage([2, 4, 6, 10], 3)).toBe(7)
  })

  it('of what never changes every average and band is that, and MACD is nothing', async () => {
    const still = Array<number>(60).fill(7)
    expect(exponentialMovingAverage(still, 20)).toBeCloseTo(7, 12)
    expect(macd(still)).toEqual({ line: 0, signal: 0, histogram: 0 })
    expect(await bollingerBands(still, 20, 2)).toEqual({ lower: 7, middle: 7, upper: 7 })
  })

  it('on a straight line the exponential average is the plain one, and MACD is seven steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 34, max: 90 }),
        fc.integer({ min: 1, max: 30 }),
        (step, length, n) => {
          const line = Array.from({ length }, (_, day) => 10_000 + step * day)
          expect(exponentialMovingAverage(line, n)).toBeCloseTo(simpleMovingAverage(line, n) ?? Number.NaN, 6)
          expect(macd(line)?.line).toBeCloseTo(7 * step, 6)
          expect(macd(line)?.histogram).toBeCloseTo(0, 6)
        },
      ),
    )
  })

  it('twice the prices have twice the averages, MACD and bands, and the same RSI', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 34, maxLength: 90 }),
        async (all) => {
          const twice = all.map((close) => close * 2)
          expect(exponentialMovingAverage(twice, 20)).toBeCloseTo((exponentialMovingAverage(all, 20) ?? 0) * 2, 8)
          expect(macd(twice)?.signal).toBeCloseTo((macd(all)?.signal ?? 0) * 2, 8)
          expect((await bollingerBands(twice, 20, 2))?.upper).toBeCloseTo(
            ((await bollingerBands(all, 20, 2))?.upper ?? 0) * 2,
            8,
          )
          expect(relativeStrengthIndex(twice, 14)).toBeCloseTo(relativeStrengthIndex(all, 14) ?? 0, 8)
        },
      ),
    )
  })

  it('MACD needs 34 closes and the bands as many as they average', async () => {
    const line = Array.from({ length: 34 }, (_, day) => day + 1)
    expect(macd(line)).not.toBeNull()
    expect(macd(line.slice(1))).toBeNull()
    expect(await bollingerBands([1, 2], 3, 2)).toBeNull()
  })

  it('the bands lie two population deviations around the mean', async () =>
    expect(await bollingerBands([9, 1, 3], 2, 2)).toEqual({ lower: 0, middle: 2, upper: 4 }))
})
