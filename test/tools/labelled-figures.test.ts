import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLabelled } from '../../src/tools/labelled-figures.ts'

const LABELS = { fixed: /fixed costs?/, price: /price/, cost: /costs?/ }

describe('readLabelled', () => {
  it.each([
    ['fixed costs 5000, price 20, cost 8', { fixed: 5000, price: 20, cost: 8 }],
    ['5000 fixed costs, 20 price, 8 cost', { fixed: 5000, price: 20, cost: 8 }],
    ['5000 fixed costs 20 price 8 cost', { fixed: 5000, price: 20, cost: 8 }],
    ['price: $1,250.50 and fixed costs of 2.5k', { price: 1250.5, fixed: 2500 }],
    ['price is -3', { price: -3 }],
    ['price - 20, cost - 8', { price: 20, cost: 8 }],
    ['price 5 grand', { price: 5000 }],
    ['price for a 25 percent cost', {}],
    ['price 1e300', { price: 1e300 }],
    ['price up 5%', {}],
    ['the price in 2025 was 20', { price: 20 }],
    ['price 2025', { price: 2025 }],
    ['fixed costs 1 million', { fixed: 1_000_000 }],
    ['price', {}],
    ['', {}],
  ])('"%s"', (text, figures) => expect(readLabelled(text, LABELS)).toEqual(figures))

  it('figures in the usual order are read whatever they are', () => {
    const figure = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(figure, figure, figure, (fixed, price, cost) => {
        expect(readLabelled(`fixed costs ${fixed}, price ${price}, cost ${cost}`, LABELS)).toEqual({
          fixed,
          price,
          cost,
        })
        expect(readLabelled(`a price of ${price} with ${cost} cost`, LABELS)).toEqual({ price, cost })
      }),
    )
  })

  it('any text is read without an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Object.keys(readLabelled(`price ${text} cost`, LABELS)).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
