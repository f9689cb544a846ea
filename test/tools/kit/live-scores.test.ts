import { afterEach, describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/live-scores.ts'
import { type ApiServer, FAULTS, json, type Reply, startApi, wholeText } from '../../helpers/api-server.ts'
import { memoryOutside, toolContext } from '../../helpers/tool-context.ts'

const ODDS_KEY = 'oddskey55b1'
const FOOTBALL_KEY = 'footballkey88c3'

const SPORTS = ['basketball_nba', 'soccer_epl'].map((key) => ({ key, group: 'G', title: key, active: true }))
const game = (home_team: string, away_team: string, more: object) => ({
  ...{ id: home_team, sport_key: 'basketball_nba', sport_title: 'NBA', commence_time: '2026-11-20T00:10:00Z' },
  ...{ completed: false, home_team, away_team, scores: null, last_update: null, ...more },
})
const score = (name: string, points: string) => ({ name, score: points })
const GAMES = [
  game('Boston Celtics', 'Miami Heat', {
    completed: true,
    scores: [score('Miami Heat', '99'), score('Boston Celtics', '112')],
  }),
  game('Los Angeles Lakers', 'Utah Jazz', { scores: [score('Los Angeles Lakers', '50'), score('Utah Jazz', '48')] }),
  game('Chicago Bulls', 'Orlando Magic', { commence_time: '2026-11-20T20:00:00Z' }),
]
const fixture = (country: string, [home, away]: readonly string[], goals: readonly (number | null)[]) => ({
  fixture: {
    ...{ id: 1, referee: null, timezone: 'UTC', date: '2026-11-20T11:00:00+00:00', timestamp: 1 },
    status: { long: 'Second Half', short: '2H', elapsed: 57, extra: null },
  },
  league: { id: 39, name: 'Premier League', country, logo: 'x', season: 2026, round: 'Regular Season - 12' },
  teams: { home: { id: 1, name: home, winner: true }, away: { id: 2, name: away, winner: false } },
  goals: { home: goals[0], away: goals[1] },
})
const envelope = (errors: object, ...response: object[]) => ({
  ...{ get: 'fixtures', parameters: { live: 'all' }, errors, results: response.length },
  ...{ paging: { current: 1, total: 1 }, response },
})
const LIVE = envelope(
  [],
  fixture('England', ['Arsenal', 'Chelsea'], [2, 1]),
  fixture('Ukraine', ['Dynamo Kyiv', 'Shakhtar'], [0, null]),
)

const servers: ApiServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))))

type Keys = Readonly<Record<string, string>>
const BOTH: Keys = { THE_ODDS_API_KEY: ODDS_KEY, API_SPORTS_KEY: FOOTBALL_KEY }

async function desk(scores: Reply, football: Reply, keys: Keys = BOTH) {
  const odds = await startApi((response, asked) =>
    (asked.url.pathname === '/v4/sports' ? json(SPORTS) : scores)(response, asked),
  )
  const sports = await startApi(football)
  servers.push(odds, sports)
  const set: Keys = { ODDS_API_URL: odds.origin, API_SPORTS_URL: sports.origin, ...keys }
  const context = { ...toolContext, fetch, outside: memoryOutside(), key: (name: string) => set[name] }
  return { odds, sports, ask: (league: string, about = '') => tool.call({ league, about }, context) }
}

describe('live-scores', () => {
  it('gives a league’s games of since yesterday: over, being played, and to come', async () => {
    const { odds, ask } = await desk(json(GAMES, 200, { 'x-requests-remaining': '400' }), json(LIVE))
    const { output } = await ask('basketball_nba')
    expect(output).toMatchObject({
      games: [
        { league: 'NBA', home: 'Boston Celtics', home_score: '112', away_score: '99', state: 'over' },
        { home: 'Los Angeles Lakers', home_score: '50', away_score: '48', state: 'being played' },
        { home_score: null, away_score: null, state: 'starts 2026-11-20 21:00 (Europe/Berlin)' },
      ],
      from: { source: 'The Odds API', requests_left: 400 },
    })
    expect(odds.asked.at(-1)?.url.pathname).toBe('/v4/sports/basketball_nba/scores')
    expect(odds.asked.at(-1)?.url.searchParams.get('daysFrom')).toBe('1')
  })

  it('counts two requests for scores where the source does not say what is left', async () => {
    const { ask } = await desk(json(GAMES), json(LIVE))
    expect((await ask('basketball_nba')).output).toMatchObject({ from: { requests_left: 498 } })
  })

  it('shows only the game of a team that is named', async () => {
    const { ask } = await desk(json(GAMES), json(LIVE))
    expect((await ask('basketball_nba', 'lakers score nba')).output).toMatchObject({ games: [{ away: 'Utah Jazz' }] })
  })

  it('gives all football of the moment, with the key in a header', async () => {
    const { sports, ask } = await desk(json(GAMES), json(LIVE), { API_SPORTS_KEY: FOOTBALL_KEY })
    expect((await ask('football')).output).toMatchObject({
      games: [
        {
          league: 'England, Premier League',
          home: 'Arsenal',
          home_score: '2',
          away_score: '1',
          state: 'Second Half, 57′',
        },
        { home: 'Dynamo Kyiv', home_score: '0', away_score: null },
      ],
      from: { source: 'API-Football', requests_left: 99, requests_limit: 100 },
    })
    expect(sports.asked[0]?.headers['x-apisports-key']).toBe(FOOTBALL_KEY)
    expect(sports.asked[0]?.url.search).toBe('?live=all')
  })

  it('a football league with the football key alone shows that league and not its namesake', async () => {
    const { ask } = await desk(json(GAMES), json(LIVE), { API_SPORTS_KEY: FOOTBALL_KEY })
    const { output } = await ask('soccer_epl')
    expect((output as { games: unknown[] }).games).toEqual([expect.objectContaining({ home: 'Arsenal' })])
  })

  it('nothing being played is told as such', async () => {
    const { ask } = await desk(json(GAMES), json(envelope([])))
    expect((await ask('football')).blocks).toContainEqual(
      expect.objectContaining({ text: 'No game is being played there now.' }),
    )
  })

  it.each(FAULTS)('%s of the first source lets the second answer for football, and is said', async (_, reply) => {
    const { ask } = await desk(reply, json(LIVE))
    const { output, blocks } = await ask('soccer_epl')
    expect(output).toMatchObject({
      from: { source: 'API-Football' },
      remarks: [expect.stringMatching(/^The Odds API /)],
    })
    expect(JSON.stringify({ output, blocks })).not.toContain(ODDS_KEY)
  })

  it.each([
    [
      'a used-up day',
      json(envelope({ requests: `You have reached the request limit for the day: ${FOOTBALL_KEY}` })),
      'RATE_LIMITED',
    ],
    ['asking too fast', json(envelope({ rateLimit: 'Too many requests.' })), 'RATE_LIMITED'],
    ['a wrong key', json(envelope({ token: `Error/Missing application key ${FOOTBALL_KEY}` })), 'UNAUTHENTICATED'],
    ['a smaller plan', json(envelope({ plan: 'Free plans do not have access.' })), 'PROVIDER_FAILED'],
    ['status 403', json({ message: 'You are not subscribed' }, 403), 'UNAUTHENTICATED'],
    ...FAULTS,
  ] as const)('%s of API-Football is told as %3$s, without the key', async (_, reply, code) => {
    const { ask } = await desk(json(GAMES), reply, { API_SPORTS_KEY: FOOTBALL_KEY })
    const failure = await ask('football').catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(/^API-Football /) })
    expect(wholeText(failure)).not.toContain(FOOTBALL_KEY)
  })

  it.each([
    ['football', { ODDS_API_KEY: ODDS_KEY }, /API_SPORTS_KEY/],
    ['basketball_nba', { API_SPORTS_KEY: FOOTBALL_KEY }, /ODDS_API_KEY/],
    ['soccer_epl', {}, /ODDS_API_KEY.*API_SPORTS_KEY/],
  ] as const)('%s without its key says which to set, and asks nobody', async (league, keys, wanted) => {
    const { ask, odds, sports } = await desk(json(GAMES), json(LIVE), keys)
    const { lacksSetup, output } = await ask(league)
    expect(lacksSetup).toBe(true)
    expect(output).toMatchObject({ setup: expect.stringMatching(wanted) })
    expect([...odds.asked, ...sports.asked]).toEqual([])
  })
})
