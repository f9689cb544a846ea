import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/tools/seeded-random.ts'

const take = (seed: number, n: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => random())
}

describe('seededRandom', () => {
  it('the same seed gives the same numbers on every machine', () => {
    expect(take(7, 100)).toEqual(take(7, 100))
    expect(take(7, 100)).not.toEqual(take(8, 100))
    expect(take(1, 3).map((n) => n.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447'])
  })

  it('the numbers fill 0..1 evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const n of take(42, 100_000)) tenths[Math.floor(n * 10)] = (tenths[Math.floor(n * 10)] ?? 0) + 1
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })
})
