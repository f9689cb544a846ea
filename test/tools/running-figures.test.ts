import { describe, expect, it } from 'vitest'
import { distancesIn, timeIn } from '../../src/tools/running-figures.ts'

describe('the figures of a run', () => {
  it('several distances are told with their places, a half marathon not as a marathon too', () =>
    expect(distancesIn('10k then a half marathon')).toEqual([
      { km: 21.0975, at: 11 },
      { km: 10, at: 0 },
    ]))

  it('"1:45" is hours over a half marathon and minutes over 5 km', () => {
    expect(timeIn('1:45', 21.0975)).toBe(6300)
    expect(timeIn('1:45', 5)).toBe(105)
  })
})
