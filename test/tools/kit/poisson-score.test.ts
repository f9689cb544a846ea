import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/poisson-score.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
interface Output {
  home_win_probability: number
  draw_probability: number
  away_win_probability: number
  score_probabilities: number[][]
  higher_scores_probability: number
  over_2_5_goals_probability: number
}
const compute = async (home: number, away: number) =>
  (await tool.call({ home_expected_goals: home, away_expected_goals: away }, toolContext)).output as Output

describe('poisson-score', () => {
  it.each([
    'poisson score matrix for 1.8 and 1.1 expected goals',
    'chances of win, draw and loss with xg 1.8 vs 1.1',
    'poisson 1.8 1.1',
    'team A scores 1.8 goals a game, B 1.1, chance of draw?',
    'home averages 1.8 goals, away 1.1, probability of a win',
    'poison model 1.8 v 1.1',
    'correct score probabilities xg 1.8-1.1',
    'if the expected goals are 1.8 and 1.1 who is likely to win',
    'probability of over 2.5 goals with xg 1.8 and 1.1',
    'what are the odds of each score if home xg is 1.8 and away xg is 1.1',
  ])('"%s" is heard', (text) =>
    expect(hear(text)).toEqual({ use: { home_expected_goals: 1.8, away_expected_goals: 1.1 } }),
  )

  const csv = 'home,away,home_goals,away_goals\nLions,Tigers,3,0\nTigers,Lions,0,2\n'

  it.each([
    'predict Lions vs Tigers',
    'chance that Lions beat Tigers',
    'how many goals in Lions v Tigers?',
    'Lions vs Tigers',
  ])('"%s" is heard with results that have goals', (text) =>
    expect(tool.hear({ text, attachment: csv })).toEqual({ use: { csv, pairing: text.toLowerCase() } }),
  )

  it('"or" parts the sides where a winner is asked for', () =>
    expect(tool.hear({ text: 'who wins, Lions or Tigers', attachment: csv })).toEqual({
      use: { csv, pairing: 'who wins, lions vs tigers' },
    }))

  it.each(['elo for Lions vs Tigers', 'simulate the season', 'league table'])('"%s" is left to others', (text) =>
    expect(tool.hear({ text, attachment: csv })).toBeNull(),
  )

  it('expected goals come from the results: the better side has more, and more at home', async () => {
    const at = async (pairing: string, neutral = false) =>
      (await tool.call({ csv, pairing, neutral }, toolContext)).output as Output & Record<string, number>
    const home = await at('Lions vs Tigers')
    const neutral = await at('Lions vs Tigers', true)
    expect(home).toMatchObject({ first: 'Lions', second: 'Tigers', from_matches: 2 })
    expect(home.first_expected_goals).toBeGreaterThan(home.second_expected_goals ?? 9)
    expect(home.first_expected_goals).toBeGreaterThan(neutral.first_expected_goals ?? 9)
    await expect(tool.call({ csv, pairing: 'Lions vs Wolves' }, toolContext)).rejects.toMatchObject({
      hint: expect.stringContaining('Tigers'),
    })
    await expect(tool.call({ csv }, toolContext)).rejects.toMatchObject({ code: 'ARGS_INVALID' })
  })

  it('two expected goals are asked for', () =>
    expect(hear('calculate poisson score probabilities')).toHaveProperty('missing'))

  it.each(['what is poisson', 'how does the poisson model work', 'arsenal had 1.8 xg and spurs 1.1 xg', 'what is xg'])(
    '"%s" is left alone',
    (text) => expect(hear(text)).toBeNull(),
  )

  it('win, draw and loss sum to 1, and so does the table with the scores outside it', async () => {
    const mean = fc.double({ min: 0, max: 10, noNaN: true })
    await fc.assert(
      fc.asyncProperty(mean, mean, async (home, away) => {
        const output = await compute(home, away)
        expect(output.home_win_probability + output.draw_probability + output.away_win_probability).toBeCloseTo(1, 9)
        const shown = output.score_probabilities.flat().reduce((sum, chance) => sum + chance, 0)
        expect(shown + output.higher_scores_probability).toBeCloseTo(1, 9)
        const turned = await compute(away, home)
        expect(turned.away_win_probability).toBeCloseTo(output.home_win_probability, 9)
      }),
    )
  })

  it('0-0 has the chance e^-(sum of means), and more than 2.5 goals follows from the sum of means', async () => {
    const output = await compute(1.8, 1.1)
    const m = 2.9
    expect(output.score_probabilities[0]?.[0]).toBeCloseTo(Math.exp(-m), 12)
    expect(output.over_2_5_goals_probability).toBeCloseTo(1 - Math.exp(-m) * (1 + m + m ** 2 / 2), 9)
  })

  it.each([
    [-1, 1],
    [1, 1e300],
    [Number.NaN, 1],
    [11, 1],
  ])('%d and %d are refused', (home, away) =>
    expect(compute(home, away)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
