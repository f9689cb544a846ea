import { describe, expect, it } from 'vitest'
import { readMatchResults } from '../../src/tools/match-results.ts'
import { restOfSeason, sidesOf } from '../../src/tools/season-fixtures.ts'

const HEAD = 'home,away,home_goals,away_goals\n'
const read = (rows: string) => readMatchResults(HEAD + rows)

describe('restOfSeason', () => {
  it('rows without a score are the rest', async () => {
    const { how, fixtures } = restOfSeason(await read('A,B,1,0\nB,C,,\n'), undefined)
    expect([how, fixtures]).toEqual(['listed', [{ home: 'B', away: 'C' }]])
  })

  it('a file without such rows is completed to a double round robin, by names in any case', async () => {
    const { how, fixtures } = restOfSeason(await read('A,B,1,0\nb,c,2,2\n'), undefined)
    expect(how).toBe('double-round-robin')
    expect(fixtures.map(({ home, away }) => home + away)).toEqual(['Ac', 'BA', 'cA', 'cB'])
  })

  it('a complete double round robin has nothing left', async () => {
    expect(restOfSeason(await read('A,B,1,0\nB,A,1,1\n'), undefined).fixtures).toEqual([])
  })

  it('where pairings repeat, nothing is made up', async () => {
    const { how, fixtures, repeated } = restOfSeason(await read('A,B,1,0\nA,B,1,1\nB,C,0,0\n'), undefined)
    expect([how, fixtures, repeated]).toEqual(['listed', [], true])
  })

  it('a single round robin lacks each pairing once', async () => {
    const { fixtures } = restOfSeason(await read('A,B,1,0\nC,A,,\nD,A,0,0\n'), 'single-round-robin')
    expect(fixtures).toHaveLength(4)
    expect(fixtures[0]).toEqual({ home: 'C', away: 'A' })
  })

  it('asked for listed rows where there are none, it says so', async () => {
    const results = await read('A,B,1,0\n')
    expect(() => restOfSeason(results, 'listed')).toThrow(expect.objectContaining({ code: 'ARGS_INVALID' }))
  })

  it('a side is named as first written', async () => {
    expect(sidesOf(await read('Lions,tigers,1,0\nTIGERS,lions,1,0\n'))).toEqual(['Lions', 'tigers'])
  })
})
