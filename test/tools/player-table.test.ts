import { describe, expect, it } from 'vitest'
import { isPlayerCsv, readPlayerTable } from '../../src/tools/player-table.ts'

const HEAD = 'player,date,opponent,minutes,points\n'

describe('isPlayerCsv', () => {
  it.each([
    [HEAD, true],
    ['Player;Game;Goals\n', true],
    ['date,pts,reb,ast\n', true],
    ['"Name","Week","Yards"\n', true],
    ['date,home,away,home_goals,away_goals\n', false],
    ['date,close\n', false],
    ['name,price\n', false],
    ['winner,loser\n', false],
    ['', false],
  ])('%j → %j', (csv, is) => expect(isPlayerCsv(csv)).toBe(is))
})

describe('readPlayerTable', () => {
  it('lines are put in the order of their dates, and words are no stats', async () => {
    const file = await readPlayerTable(
      `${HEAD}Ann,2026-02-01,X,30,12\nAnn,2026-01-01,Y,31:30,8\nBea,2026-01-01,Z,20,\n`,
    )
    expect(file).toMatchObject({ stats: ['points'], leftOut: ['opponent'], sortedByDate: true, hasMinutes: true })
    expect(file.players).toEqual([
      {
        name: 'Ann',
        lines: [
          { when: '2026-01-01', minutes: 31.5, stats: [8] },
          { when: '2026-02-01', minutes: 30, stats: [12] },
        ],
      },
      { name: 'Bea', lines: [{ when: '2026-01-01', minutes: 20, stats: [null] }] },
    ])
  })

  it('rows without playing time are left out and counted', async () => {
    const { players, unused } = await readPlayerTable(`${HEAD}Ann,1,X,0,0\nAnn,2,X,DNP,\nAnn,3,X,20,5\n`)
    expect([players[0]?.lines.length, unused]).toEqual([1, 2])
  })

  it('a file without a player column is of one player', async () => {
    const { players, hasMinutes } = await readPlayerTable('game,goals\n1,2\n2,0\n')
    expect(players).toMatchObject([{ name: 'The player', lines: [{ stats: [2] }, { stats: [0] }] }])
    expect(hasMinutes).toBe(false)
  })

  it('a name in another case is the same player', async () => {
    expect((await readPlayerTable('player,goals\nAnn,2\nANN,0\n')).players).toHaveLength(1)
  })

  it.each([
    ['player,team\nAnn,X\n', 'at least one column of numbers'],
    [`${HEAD},2026-01-01,X,30,12\n`, 'Line 2 names no player'],
    [`${HEAD}Ann,1,X,30,12\nAnn,2,X,30,13\nAnn,3,X,30,l2\n`, 'Line 4 has "l2" in the column "points"'],
    [`${HEAD}Ann,1,X,long,12\n`, 'Line 2 has "long" as minutes'],
    [`${HEAD}Ann,1,X,0,0\n`, 'No row'],
    ['', 'empty'],
  ])('%j is refused: %s', (csv, words) =>
    expect(readPlayerTable(csv)).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      message: expect.stringContaining(words),
    }),
  )
})
