import { describe, expect, it } from 'vitest'
import { findPairing, namesPairing } from '../../src/tools/find-pairing.ts'

const TEAMS = ['Real Madrid', 'Real Madrid B', 'Lions', 'Sea Lions', 'Ñandú']

describe('findPairing', () => {
  it.each([
    ['real madrid b vs lions', ['Real Madrid B', 'Lions']],
    ['real madrid v real madrid b?', ['Real Madrid', 'Real Madrid B']],
    ['chance that the sea lions beat ñandú', ['Sea Lions', 'Ñandú']],
    ['which is better, elo versus points? lions against real madrid', ['Lions', 'Real Madrid']],
  ])('"%s"', (text, pair) => {
    expect(namesPairing(text)).toBe(true)
    expect(findPairing(text, TEAMS)).toEqual(pair)
  })

  it.each(['lions vs wolves', 'stallions vs lions', 'lions vs lions', 'lions'])('"%s" is refused', (text) => {
    expect(() => findPairing(text, TEAMS)).toThrow('does not name two different sides')
  })

  it('a hundred thousand sides and hundreds of "vs" take no time', () => {
    const teams = Array.from({ length: 100_000 }, (_, n) => `team ${n}`)
    const began = performance.now()
    expect(() => findPairing('vs '.repeat(600), teams)).toThrow()
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
