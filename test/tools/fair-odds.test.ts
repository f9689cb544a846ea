import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removeMargin } from '../../src/tools/fair-odds.ts'

const decimals = fc.double({ min: 1.01, max: 1000, noNaN: true })
const book = fc.array(decimals, { minLength: 2, maxLength: 20 })
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

describe('removeMargin', () => {
  it('fair chances of every method sum to 1 and keep the order of the prices', () => {
    fc.assert(
      fc.property(book, (prices) => {
        const { proportional, power, shin, margin } = removeMargin(prices)
        expect(margin).toBeCloseTo(sum(prices.map((price) => 1 / price)) - 1, 9)
        for (const fair of [proportional, power, ...(shin ? [shin] : [])]) {
          expect(sum(fair)).toBeCloseTo(1, 9)
          expect(fair[prices.indexOf(Math.min(...prices))]).toBeCloseTo(Math.max(...fair), 12)
        }
      }),
    )
  })

  it('a book without a margin is left as it is', () => {
    const { margin, proportional, power, shin, hold } = removeMargin([2, 4, 4])
    expect([margin, hold]).toEqual([0, 0])
    expect(proportional).toEqual([0.5, 0.25, 0.25])
    expect(power).toEqual([0.5, 0.25, 0.25].map((chance) => expect.closeTo(chance, 9)))
    expect(shin).toBeNull()
  })

  it('power and Shin take more from the outsider than the proportional method does', () => {
    const { proportional, power, shin } = removeMargin([1.2, 4.2])
    expect(power[1]).toBeLessThan(proportional[1] ?? 0)
    expect(shin?.[1]).toBeLessThan(proportional[1] ?? 0)
  })

  it('with two outcomes Shin takes the same from both', () => {
    const chance = fc.double({ min: 0.2, max: 0.8, noNaN: true })
    const margins = fc.double({ min: 0.01, max: 0.1, noNaN: true })
    fc.assert(
      fc.property(chance, margins, (p, margin) => {
        const { shin } = removeMargin([1 / (p + margin / 2), 1 / (1 - p + margin / 2)])
        expect(shin?.[0]).toBeCloseTo(p, 6)
      }),
    )
  })

  it('the power of the implied chances is what it says', () => {
    const { implied, exponent } = removeMargin([2.1, 3.4, 3.6])
    expect(sum(implied.map((chance) => chance ** exponent))).toBeCloseTo(1, 9)
    expect(exponent).toBeGreaterThan(1)
  })

  it('chances that sum to less than 1 are raised', () => {
    const { margin, power, exponent } = removeMargin([3, 3])
    expect(margin).toBeLessThan(0)
    expect(exponent).toBeLessThan(1)
    expect(power[0]).toBeCloseTo(0.5, 9)
  })
})
