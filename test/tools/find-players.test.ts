import { describe, expect, it } from 'vitest'
import { findPlayers, findStats } from '../../src/tools/find-players.ts'

const NAMES = ['Stephen Curry', 'Seth Curry', 'Luka Dončić', "Shaquille O'Neal", 'Will Smith']

describe('findPlayers', () => {
  it.each([
    ['compare Luka Doncic and Stephen Curry', ['Luka Dončić', 'Stephen Curry']],
    ['seth or stephen', ['Seth Curry', 'Stephen Curry']],
    ["how is doncic's form", ['Luka Dončić']],
    ["o'neal vs luka", ["Shaquille O'Neal", 'Luka Dončić']],
    ['how will curry do', []],
    ['everybody', []],
  ])('"%s" names %j', (text, names) => expect(findPlayers(text, NAMES)).toEqual(names))
})

describe('findStats', () => {
  const stats = ['pts', 'shots_on_target', 'reb', 'xg']
  it.each([
    ['points per game', ['pts']],
    ['shots on target and rebounds', ['shots_on_target', 'reb']],
    ['expected goals', ['xg']],
    ['how is she', []],
  ])('"%s" names %j', (text, found) => expect(findStats(text, stats)).toEqual(found))
})
