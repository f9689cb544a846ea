import { describe, expect, it } from 'vitest'
import { hearOddsNow, hearScoresNow } from '../../src/tools/hear-sports.ts'

const odds = (text: string) => hearOddsNow({ text, attachment: null })
const scores = (text: string) => hearScoresNow({ text, attachment: null })

describe('live odds', () => {
  it.each([
    ['NBA odds tonight', 'basketball_nba'],
    ['best odds Arsenal vs Chelsea premier league', 'soccer_epl'],
    ['premier league odds', 'soccer_epl'],
    ['what are the odds for the NBA games tonight', 'basketball_nba'],
    ['bookmaker odds nfl', 'americanfootball_nfl'],
    ['epl odds this weekend', 'soccer_epl'],
    ['get me ufc betting odds', 'mma_mixed_martial_arts'],
    ['2. Bundesliga odds', 'soccer_germany_bundesliga2'],
  ])('"%s" is heard', (text, league) => expect(odds(text)).toMatchObject({ use: { league } }))

  it.each(['live odds', 'show me the live odds'])('"%s" lacks the league', (text) =>
    expect(odds(text)).toMatchObject({ missing: [expect.stringContaining('league')] }),
  )

  it.each([
    'what are the odds',
    'odds',
    'what do odds mean',
    'how do odds work in the nba',
    'NBA betting odds explained',
    'what are the odds of the lakers winning the nba title',
    'Convert +150 to decimal odds',
    'odds 2.10 3.40 3.60 premier league margin',
    'predict tonight’s NBA games',
    'should I bet on the nba odds',
  ])('"%s" is left alone', (text) => expect(odds(text)).toBeNull())
})

describe('live scores', () => {
  it.each([
    ['live football scores', 'football'],
    ['soccer scores now', 'football'],
    ['nba scores', 'basketball_nba'],
    ['premier league scores today', 'soccer_epl'],
    ['who is winning the nba game', 'basketball_nba'],
    ['bundesliga live results', 'soccer_germany_bundesliga'],
  ])('"%s" is heard', (text, league) => expect(scores(text)).toMatchObject({ use: { league } }))

  it.each(['live scores', 'what’s the score'])('"%s" lacks the league', (text) =>
    expect(scores(text)).toMatchObject({ missing: [expect.stringContaining('league')] }),
  )

  it.each([
    'what is a good credit score',
    'how does scoring work in football',
    'who won the champions league last year',
    'highest score ever nba',
    'football score prediction',
    'expected score poisson football 1.5 1.2',
    'my test scores',
    'Explain the offside rule',
    'did trump win',
    'did labour win the election',
    'did anybody win the lottery yesterday',
    'did the republicans lose',
  ])('"%s" is left alone', (text) => expect(scores(text)).toBeNull())
})
