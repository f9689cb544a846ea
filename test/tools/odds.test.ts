import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oddsOf, printAmerican, readOdds } from '../../src/tools/odds.ts'

const decimals = fc.double({ min: 1.01, max: 1000, noNaN: true })

describe('odds', () => {
  it.each([
    ['+150', 2.5, 150, '3/2', 0.4],
    ['-200', 1.5, -200, '1/2', 2 / 3],
    ['-110', 1 + 100 / 110, -110, '10/11', 110 / 210],
    ['5/2', 3.5, 250, '5/2', 2 / 7],
    ['evens', 2, 100, '1/1', 0.5],
    ['40%', 2.5, 150, '3/2', 0.4],
    ['1.91', 1.91, -109.89, '10/11', 1 / 1.91],
    ['−110', 1 + 100 / 110, -110, '10/11', 110 / 210],
  ])('%s is the same price in every format', (...[said, decimal, american, fractional, implied]) => {
    const odds = readOdds(said)
    expect(odds.decimal).toBeCloseTo(decimal, 6)
    expect(odds.american).toBeCloseTo(american, 2)
    expect(odds.fractional).toBe(fractional)
    expect(odds.impliedProbability).toBeCloseTo(implied, 6)
  })

  it.each([
    '',
    '+50',
    '-99',
    '0',
    '1',
    '0.5',
    '-2.5',
    '5/0',
    '0/5',
    '0%',
    '100%',
    'NaN',
    '1e300',
    'abc',
    '9'.repeat(400),
  ])('%j is refused as no price', (said) =>
    expect(() => readOdds(said)).toThrow(expect.objectContaining({ code: 'ARGS_INVALID' })),
  )

  it('a decimal price survives the way through American odds and through the implied chance', () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const { american, impliedProbability } = oddsOf(decimal)
        const back = american > 0 ? 1 + american / 100 : 1 + 100 / -american
        expect(back / decimal).toBeCloseTo(1, 9)
        expect(1 / impliedProbability / decimal).toBeCloseTo(1, 9)
      }),
    )
  })

  it('the shown fraction reads back to within one percent of the profit, for profits of 1 in 100 and more', () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        const back = readOdds(oddsOf(decimal).fractional).decimal
        expect(Math.abs(back - decimal) / (decimal - 1)).toBeLessThan(0.51)
        if (decimal > 1.1) expect(Math.abs(back - decimal) / (decimal - 1)).toBeLessThan(0.05)
      }),
    )
  })

  it('American odds are printed with their sign', () => {
    expect(printAmerican(150)).toBe('+150')
    expect(printAmerican(-110.2)).toBe('-110')
  })
})
