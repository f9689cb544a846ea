import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupDigits } from '../../src/base/digits.ts'

test.each([
  [0, 0, '0'],
  [999, 0, '999'],
  [1_000, 0, '1,000'],
  [1_234_567, 0, '1,234,567'],
  [-1_234.5, 1, '-1,234.5'],
  [-0.2, 0, '0'],
  [999.95, 1, '1,000'],
  [1.1, 4, '1.1'],
  [1e21, 0, '1e+21'],
  [Number.NaN, 0, 'NaN'],
])('%s with %s decimals is "%s"', (n, decimals, text) => {
  expect(groupDigits(n, decimals)).toBe(text)
})

test('it writes what the platform writes', () => {
  const integers = fc.integer({ min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(integers, (n) => {
      expect(groupDigits(n)).toBe(n.toLocaleString('en-US'))
    }),
  )
})
