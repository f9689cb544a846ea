import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/win-record.ts'
import { toolContext } from '../../helpers/tool-context.ts'

const hear = (text: string) => tool.hear({ text, attachment: null })
const compute = async (input: object) => (await tool.call(input, toolContext)).output

describe('win-record', () => {
  it.each([
    ['Our team won 14, drew 6 and lost 8, how many points and win percentage', { wins: 14, draws: 6, losses: 8 }],
    ['won 14 drew 6 lost 8 how many points', { wins: 14, draws: 6, losses: 8 }],
    ['14 wins 6 draws 8 losses points', { wins: 14, draws: 6, losses: 8 }],
    ['W14 D6 L8 points', { wins: 14, draws: 6, losses: 8 }],
    ['In 28 games we won 14, drew 6. how many points', { wins: 14, draws: 6, losses: 8 }],
    [
      'won fourteen, drawn six, lost eight - points with 2 points for a win?',
      { wins: 14, draws: 6, losses: 8, points_per_win: 2 },
    ],
    ['34 wins 10 losses 4 ties win pct', { wins: 34, draws: 4, losses: 10 }],
    ['record 14-8 win percentage', { wins: 14, losses: 8 }],
    ['we are 9-3, what is our winning percentage', { wins: 9, losses: 3 }],
    ['how many points with 5 wins and a draw and 3 losses', { wins: 5, draws: 1, losses: 3 }],
    ['lost 3 of my last 10 games what % did i win', { wins: 7, losses: 3 }],
    ['we lost 4 and drew 2 out of 20 games, win percentage?', { wins: 14, draws: 2, losses: 4 }],
  ])('"%s" is heard', (text, use) => expect(hear(text)).toEqual({ use }))

  it.each([
    'how many points do we need to win the league',
    'we lost 8 games, why',
    'poker: win rate 14 wins 8 losses bet 20',
    'i lost 8 pounds and won 3 races, points?',
    'free throws 14 of 20 win percentage',
    'what percentage of games did Liverpool win',
  ])('"%s" is left alone', (text) => expect(hear(text)).toBeNull())

  it('14 wins, 6 draws and 8 losses are 48 points of 84, and half of the games won', async () =>
    expect(await compute({ wins: 14, draws: 6, losses: 8 })).toEqual({
      games: 28,
      points: 48,
      points_per_game: 48 / 28,
      win_share: 0.5,
      win_share_with_half_draws: 17 / 28,
      points_share: 48 / 84,
    }))

  it('with two points for a win the share of points is the share of wins with half draws', () => {
    const count = fc.integer({ min: 0, max: 1000 })
    return fc.assert(
      fc.asyncProperty(count, count, fc.integer({ min: 1, max: 1000 }), async (wins, draws, losses) => {
        const told = (await compute({ wins, draws, losses, points_per_win: 2 })) as Record<string, number>
        expect(told.points_share).toBeCloseTo(told.win_share_with_half_draws ?? Number.NaN, 12)
      }),
    )
  })

  it.each([{}, { wins: 0, losses: 0 }, { wins: -1, losses: 2 }])('%j is refused', (input) =>
    expect(compute(input)).rejects.toMatchObject({ code: 'ARGS_INVALID' }),
  )
})
