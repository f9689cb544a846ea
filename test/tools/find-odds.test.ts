import { describe, expect, it } from 'vitest'
import { findOdds } from '../../src/tools/find-odds.ts'

describe('findOdds', () => {
  it.each([
    ['2.10, 3.4 and +150', ['2.10', '3.4', '+150']],
    ['american odds 150', ['+150']],
    ['5 to 2', ['5 to 2']],
    ['1,91 and 2,05', ['1.91', '2.05']],
    ['2.10,3.40,3.60', ['2.10', '3.40', '3.60']],
    ['5,10,15', []],
    ['more than over 2.5 goals', []],
    ['$2.50', []],
    ['', []],
  ])('"%s" has %j', (text, odds) => expect(findOdds(text)).toEqual(odds))

  it('a chance is a price only where it is asked for', () => {
    expect(findOdds('40%')).toEqual([])
    expect(findOdds('40%', { chances: true })).toEqual(['40%'])
  })
})
