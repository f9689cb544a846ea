import { describe, expect, it } from 'vitest'
import { findChance } from '../../src/tools/find-chance.ts'

describe('findChance', () => {
  it.each([
    ['2.2 with 50% chance', 0.5],
    ['2.2 at 45 percent', 0.45],
    ['2.2 with a fifty percent chance', 0.5],
    ['2.2, probability of .55', 0.55],
    ['2.2 p=0.4', 0.4],
    ['5/2 if they win 1 in 4', 0.25],
    ['2.2 on a coin flip', 0.5],
    ['a 50/50 bet at 2.1', 0.5],
    ['2.2 with 5% edge', null],
    ['2.2', null],
  ])('"%s" names %j', (text, chance) => expect(findChance(text).chance).toBe(chance))

  it('what is left holds the price and no chance', () => {
    expect(findChance('a 50/50 bet at 2.1').rest).not.toContain('50')
    expect(findChance('2.2 p=0.4').rest).toContain('2.2')
  })
})
