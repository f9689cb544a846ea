import { describe, expect, it } from 'vitest'
import elo from '../../src/tools/kit/elo-ratings.ts'
import value from '../../src/tools/kit/expected-value.ts'
import kelly from '../../src/tools/kit/kelly.ts'
import league from '../../src/tools/kit/league-table.ts'
import odds from '../../src/tools/kit/odds-conversion.ts'
import margin from '../../src/tools/kit/odds-margin.ts'
import players from '../../src/tools/kit/player-lines.ts'
import poisson from '../../src/tools/kit/poisson-score.ts'
import season from '../../src/tools/kit/season-simulation.ts'

describe('the sports tools together', () => {
  const SPORTS = [margin, odds, kelly, value, season, elo, poisson, league, players]
  const RESULTS = 'date,home,away,home_goals,away_goals\n2026-01-01,Lions,Tigers,2,1\n2026-01-08,Tigers,Lions,,\n'
  const PLAYERS = 'player,date,minutes,points\nAnn,2026-01-01,30,12\nBea,2026-01-01,30,15\n'
  const claim = (said: string, attachment: string | null) =>
    SPORTS.filter((tool) => tool.hear({ text: said, attachment })).map(({ name }) => name)

  it.each([
    ['convert +150 to decimal', null, 'odds-conversion'],
    ["what's the vig on -110/-110", null, 'odds-margin'],
    ['fair odds 2.10 3.40 3.60', null, 'odds-margin'],
    ['kelly at 2.2 with 50% chance', null, 'kelly'],
    ['is +120 good value if the chance is 50%', null, 'expected-value'],
    ['poisson 1.8 1.1', null, 'poisson-score'],
    ['who wins the league', RESULTS, 'season-simulation'],
    ['predict the final table', RESULTS, 'season-simulation'],
    ['league table', RESULTS, 'league-table'],
    ['who is top of the table', RESULTS, 'league-table'],
    ['elo ratings, and the chance of Lions vs Tigers', RESULTS, 'elo-ratings'],
    ['predict Lions vs Tigers', RESULTS, 'poisson-score'],
    ['compare Ann vs Bea', PLAYERS, 'player-lines'],
    ['who is the best player', PLAYERS, 'player-lines'],
  ])('"%s" is claimed by one alone', (said, attachment, name) => {
    expect(claim(said, attachment)).toEqual([name])
  })

  it.each([
    'what is the vig',
    'what is the kelly criterion',
    'my friend Kelly has a headache',
    'who wins the premier league',
    'how do Elo ratings work',
    'explain the offside rule',
    'simulate a recession in my budget',
    'profit margin of 2.5 on 10',
    'compare two mortgages',
    'I cannot stop betting',
    'how much should I bet at 2.2',
  ])('"%s" is claimed by none', (said) => expect(claim(said, null)).toEqual([]))
})
