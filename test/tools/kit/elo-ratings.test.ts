import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/elo-ratings.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const CSV =
  'date,home,away,home_goals,away_goals\n2026-01-01,Lions,Tigers,2,1\n2026-01-08,Tigers,Bears,0,0\n2026-01-15,Bears,Lions,1,3\n'
const hear = (text: string, attachment: string | null = null) => tool.hear({ text, attachment })

interface Output {
  ratings: { team: string; rating_points: number; change_over_last_five: number; course: number[] }[]
  pairing: { expected_score_first_neutral: number; expected_score_first_at_home: number } | null
  home_advantage_points: number
}
const rate = async (input: unknown) => (await tool.call(input, toolContext)).output as Output

describe('elo-ratings', () => {
  it('hears the file, K, home advantage and the pairing', () => {
    expect(hear('Elo ratings with k=32 and home advantage 80, Lions vs Tigers?', CSV)).toEqual({
      use: {
        csv: CSV,
        pairing: 'elo ratings with k=32 and home advantage 80, lions vs tigers?',
        k_points: 32,
        home_advantage_points: 80,
      },
    })
    expect(hear('rank these teams', CSV)).toEqual({ use: { csv: CSV } })
    expect(hear('elo on neutral ground', CSV)).toEqual({ use: { csv: CSV, home_advantage_points: 0 } })
  })

  it.each([
    'power rankings please',
    'who is the best team',
    'how strong is each team',
    'team strengths',
    'which is the weakest side',
    'Elos?',
  ])('"%s" is heard with a results file', (text) => expect(hear(text, CSV)).toEqual({ use: { csv: CSV } }))

  it('a pairing is rated where the file only names winners, and left to goal models where it has goals', () => {
    const winners = 'player_a,player_b,winner\nAnn,Bob,Ann\n'
    expect(hear('who wins Ann vs Bob', winners)).toEqual({ use: { csv: winners, pairing: 'who wins ann vs bob' } })
    expect(hear('who wins Lions vs Tigers', CSV)).toBeNull()
  })

  it('asks for the file when it is not there', () => {
    expect(hear('calculate elo ratings')).toHaveProperty('missing')
    expect(hear('elo ratings from my results')).toHaveProperty('missing')
  })

  it.each(['what is elo', 'how does elo work in chess', 'what is my elo after losing'])(
    '"%s" does not run it',
    (text) => {
      const heard = hear(text)
      expect(heard === null || 'missing' in heard).toBe(true)
    },
  )

  it('an attachment that is no results file is left alone', () =>
    expect(hear('rank these', 'price,date\n1,2\n')).toBeNull())

  it('the winner of both matches leads, and the sum is 1500 each', async () => {
    const { ratings, home_advantage_points } = await rate({ csv: CSV })
    expect(ratings[0]?.team).toBe('Lions')
    expect(ratings.reduce((sum, one) => sum + one.rating_points, 0)).toBeCloseTo(4500, 6)
    expect(home_advantage_points).toBe(60)
  })

  it('the course of a side ends at its rating, and the last five matches moved what is between', async () => {
    const { ratings } = await rate({ csv: CSV })
    for (const one of ratings) {
      expect(one.course.at(-1)).toBe(one.rating_points)
      expect(one.change_over_last_five).toBeCloseTo(one.rating_points - 1500, 9)
    }
  })

  it('a file without a home side has no home advantage', async () => {
    expect((await rate({ csv: 'player_a,player_b,winner\nAnn,Bob,Ann\n' })).home_advantage_points).toBe(0)
  })

  it('a pairing gets its expected score, higher at home', async () => {
    const { pairing } = await rate({ csv: CSV, pairing: 'who wins, Lions vs Tigers?' })
    expect(pairing?.expected_score_first_neutral).toBeGreaterThan(0.5)
    expect(pairing?.expected_score_first_at_home).toBeGreaterThan(pairing?.expected_score_first_neutral ?? 1)
  })

  it('an unknown side is refused with the known ones', async () => {
    await expect(rate({ csv: CSV, pairing: 'Lions vs Wolves' })).rejects.toMatchObject({
      code: 'ARGS_INVALID',
      hint: expect.stringContaining('Tigers'),
    })
  })

  it.each([{ csv: '' }, { csv: CSV, k_points: 0 }, { csv: CSV, k_points: 1e300 }, { csv: CSV, k_points: Number.NaN }])(
    '%j is refused',
    (input) => expect(rate(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )

  it('a hundred thousand rows are rated in a few seconds', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, n) => `2026-01-01,team ${n % 40},team ${(n % 40) + 1},${n % 5},${n % 3}`,
    )
    const { ratings } = await rate({ csv: ['date,home,away,home_goals,away_goals', ...rows].join('\n') })
    expect(ratings).toHaveLength(41)
    expect(ratings.reduce((sum, one) => sum + one.rating_points, 0)).toBeCloseTo(41 * 1500, 3)
  }, 20_000)
})
