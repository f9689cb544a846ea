import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/league-table.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const HEAD = 'home,away,home_goals,away_goals\n'
const CSV = `${HEAD}Lions,Tigers,2,1\nTigers,Bears,0,0\nBears,Lions,1,3\n`
const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })

interface Row {
  team: string
  points: number
  goal_difference: number | null
}
const table = async (input: unknown) => ((await tool.call(input, toolContext)).output as { table: Row[] }).table

describe('league-table', () => {
  it('is heard with a results file only', () => {
    expect(hear('make a league table', CSV)).toEqual({ use: { csv: CSV } })
    expect(hear('standings with 2 points for a win', CSV)).toEqual({ use: { csv: CSV, points_for_win: 2 } })
    expect(hear('make a league table from my results')).toHaveProperty('missing')
    expect(hear('show me the premier league table')).toBeNull()
    expect(hear('how is a league table ordered')).toBeNull()
    expect(hear('explain the league table', CSV)).toBeNull()
  })

  it.each([
    ['who is top of the table', {}],
    ['who leads the league', {}],
    ['table from these results', {}],
    ['how many points does each team have', {}],
    ['standings', {}],
    ['who has the most points', {}],
    ['form of each team', {}],
    ['goal difference of each team', {}],
    ['league table by head to head', { tie_breaker: 'head-to-head' }],
    ['home table', { ground: 'home' }],
    ['away standings', { ground: 'away' }],
    ['table with 2 points for a win and 1 for a draw', { points_for_win: 2, points_for_draw: 1 }],
    ['league table, deduct 6 points from Lions', { deductions: [{ points: 6, said: 'lions' }] }],
    ['league table minus 6 points for Lions', { deductions: [{ points: 6, said: 'lions' }] }],
    ['table with Lions minus 6 points', { deductions: [{ points: 6, said: 'lions' }] }],
  ])('"%s" is heard with a results file', (text, use) => expect(hear(text, CSV)).toEqual({ use: { csv: CSV, ...use } }))

  it('points are taken from the side that the words begin with, and the tie-breaker is named', async () => {
    const input = { csv: CSV, tie_breaker: 'head-to-head', deductions: [{ points: 6, said: 'lions and more' }] }
    const { output, blocks } = await tool.call(input, toolContext)
    expect(output).toMatchObject({
      deducted: [{ team: 'Lions', points: 6 }],
      table: [{ points: 1 }, { points: 1 }, { team: 'Lions', points: 0 }],
    })
    expect(JSON.stringify(blocks)).toContain('matches among the level sides')
    const unknown = { csv: CSV, deductions: [{ points: 6, said: 'wolves' }] }
    await expect(table(unknown)).rejects.toMatchObject({ hint: expect.stringContaining('Tigers') })
  })

  it('orders by points, then goal difference', async () => {
    expect(await table({ csv: CSV })).toMatchObject([
      { team: 'Lions', points: 6, goal_difference: 3, won: 2, lost: 0 },
      { team: 'Tigers', points: 1, goal_difference: -1, drawn: 1 },
      { team: 'Bears', points: 1, goal_difference: -2, goals_for: 1, goals_against: 3 },
    ])
  })

  it('a file that only names winners has no goals', async () => {
    expect(await table({ csv: 'home,away,winner\nA,B,A\nB,A,draw\n' })).toMatchObject([
      { team: 'A', points: 4, goal_difference: null },
      { team: 'B', points: 1, goal_difference: null },
    ])
  })

  it('goal differences sum to 0, and points to 3 a decided match and 2 a draw', async () => {
    const match = fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 }), fc.nat(9), fc.nat(9))
    await fc.assert(
      fc.asyncProperty(fc.array(match, { minLength: 1, maxLength: 40 }), async (played) => {
        const rows = played.map(([home, gap, a, b]) => `t${home},t${(home + gap) % 6},${a},${b}`)
        const result = await table({ csv: HEAD + rows.join('\n') })
        const draws = played.filter(([, , a, b]) => a === b).length
        expect(result.reduce((sum, row) => sum + (row.goal_difference ?? Number.NaN), 0)).toBe(0)
        expect(result.reduce((sum, row) => sum + row.points, 0)).toBe(3 * played.length - draws)
      }),
      { numRuns: 50 },
    )
  })

  it.each([{ csv: '' }, { csv: HEAD }, { csv: CSV, points_for_win: -1 }, { csv: 'a,b\n1,2' }])(
    '%j is refused',
    (input) => expect(table(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
