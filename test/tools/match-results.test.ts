import { describe, expect, it } from 'vitest'
import { isResultsCsv, readMatchResults } from '../../src/tools/match-results.ts'

describe('readMatchResults', () => {
  it.each([
    ['goals', 'date,home,away,home_goals,away_goals\n2026-01-01,A,B,2,1\n'],
    ['other names', 'Date;HomeTeam;AwayTeam;FTHG;FTAG\r\n01/01/2026;A;B;2;1\r\n'],
    ['a winner', 'home,away,winner\nA,B,A\n'],
    ['a letter for the winner', 'home,away,winner\nA,B,H\n'],
    ['winner and loser', 'winner,loser\nA,B\n'],
    ['a byte-order mark and quotes', '\uFEFF"home","away","home goals","away goals"\n"A","B","2","1"\n'],
    ['tabs', 'player_a\tplayer_b\tscore_a\tscore_b\nA\tB\t2\t1\n'],
  ])('%s are understood', async (_, csv) => {
    expect(isResultsCsv(csv)).toBe(true)
    const { matches } = await readMatchResults(csv)
    expect(matches).toMatchObject([{ home: 'A', away: 'B', score: 1 }])
  })

  it('ISO dates put the matches in order, and rows without a result are counted', async () => {
    const csv = 'date,home,away,home_goals,away_goals\n2026-02-01,A,B,0,0\n2026-03-01,B,A,,\n2026-01-01,B,A,1,0\n'
    const { matches, fixtures, sortedByDate } = await readMatchResults(csv)
    expect(matches.map((match) => match.home)).toEqual(['B', 'A'])
    expect([fixtures, sortedByDate]).toEqual([[{ home: 'B', away: 'A' }], true])
  })

  it.each([
    ['', 'empty'],
    ['  \n\n', 'empty'],
    ['home,away,home_goals,away_goals\n', 'no rows'],
    ['home,away,home_goals,away_goals\nA,B,2\n', 'Line 2 has 3 cells, not as many as the header'],
    ['home,away,home_goals,away_goals\nA,B,2,1,9\n', 'Line 2 has 5 cells'],
    ['home,away,home_goals,away_goals\nA,B,two,1\n', 'Line 2 has "two"'],
    ['home,away,home_goals,away_goals\nA,B,-1,1\n', 'Line 2 has "-1"'],
    ['home,away,home_goals,away_goals\nA,B,1e300,1\n', '"1e300"'],
    ['home,away,home_goals,away_goals\nA,A,2,1\n', 'against itself'],
    ['home,away,home_goals,away_goals\n,B,2,1\n', 'Line 2 names no first side'],
    ['home,away,winner\nA,B,C\n', 'neither "A" nor "B"'],
    ['home,away,home_goals,away_goals\nA,B,,\n', 'No row of the table has a result'],
    ['one,two\n1,2\n', 'The header must name'],
    ['home,away,winner\n"A,B,C\n', 'not readable as CSV'],
  ])('%j is refused with "%s"', async (csv, reason) => {
    await expect(readMatchResults(csv)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(reason),
    })
  })

  it('half a million ragged lines are refused at once', async () => {
    const began = performance.now()
    await expect(readMatchResults(`home,away,winner\n${'a\n'.repeat(500_000)}`)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
    })
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('escape sequences in a name do not reach the terminal', async () => {
    const { matches } = await readMatchResults('home,away,winner\n\u001b[31mA,B,B\n')
    expect(matches[0]?.home).toBe('A')
  })
})
