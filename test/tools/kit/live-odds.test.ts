import { afterEach, describe, expect, it } from 'vitest'
import tool from '../../../src/tools/kit/live-odds.ts'
import { type ApiServer, FAULTS, json, type Reply, startApi, wholeText } from '../../helpers/api-server.ts'
import { memoryOutside, toolContext } from '../../helpers/tool-context.ts'

const KEY = 'oddskey55b1'
const sport = (key: string, title: string, active: boolean) => ({
  ...{ key, group: 'Group', title, description: title, active, has_outrights: false },
})
const SPORTS = [
  sport('basketball_nba', 'NBA', true),
  sport('soccer_epl', 'EPL', true),
  sport('baseball_mlb', 'MLB', false),
]
const book = (title: string, ...prices: ReadonlyArray<readonly [string, number]>) => ({
  ...{ key: title.toLowerCase(), title, last_update: '2026-11-20T11:58:00Z' },
  markets: [
    { key: 'h2h', last_update: '2026-11-20T11:58:00Z', outcomes: prices.map(([name, price]) => ({ name, price })) },
  ],
})
const event = (home_team: string, away_team: string, ...bookmakers: object[]) => ({
  ...{ id: `${home_team}-${away_team}`, sport_key: 'soccer_epl', sport_title: 'EPL' },
  ...{ commence_time: '2026-11-21T15:00:00Z', home_team, away_team, bookmakers },
})
const EVENTS = [
  event(
    'Arsenal',
    'Chelsea',
    // Fair chances 50, 25, 25 % with no margin, and the same with prices a tenth lower.
    book('Alpha', ['Arsenal', 2], ['Chelsea', 4], ['Draw', 4]),
    book('Beta', ['Arsenal', 1.8], ['Chelsea', 3.6], ['Draw', 3.6]),
    // Prices not all outcomes, and is left out.
    book('Gamma', ['Arsenal', 9]),
  ),
  event('Leeds United', 'Everton', book('Alpha', ['Leeds United', 2.5], ['Everton', 2.9], ['Draw', 3.2])),
  event('Fulham', 'Brentford'),
]
const USAGE = { 'x-requests-remaining': '321', 'x-requests-used': '179', 'x-requests-last': '1' }
const refusal = (error_code: string, status: number): Reply =>
  json({ message: `API key ${KEY} is not valid`, error_code, details_url: 'https://the-odds-api.com' }, status)

let server: ApiServer | undefined
afterEach(async () => server?.close())

/** A desk with the source on this machine; the list of sports and the odds answer as told. */
async function desk(odds: Reply = json(EVENTS, 200, USAGE), sports: Reply = json(SPORTS)) {
  server = await startApi((response, asked) => (asked.url.pathname === '/v4/sports' ? sports : odds)(response, asked))
  const clock = { ms: toolContext.now() }
  const outside = memoryOutside(() => clock.ms)
  const set: Readonly<Record<string, string>> = { ODDS_API_URL: server.origin, ODDS_API_KEY: KEY }
  const context = { ...toolContext, fetch, outside, now: () => clock.ms, key: (name: string) => set[name] }
  return { server, clock, outside, ask: (input: object = {}) => tool.call({ league: 'soccer_epl', ...input }, context) }
}

describe('live-odds', () => {
  it('gives the best price of each outcome with its bookmaker, and the chances without margin', async () => {
    const { ask, server } = await desk()
    const { output } = await ask()
    expect(output).toMatchObject({
      events: [
        {
          ...{ home: 'Arsenal', away: 'Chelsea', starts: '2026-11-21 16:00 (Europe/Berlin)', bookmakers: 2 },
          margin: expect.closeTo((1 / 0.9 - 1) / 2, 9),
          outcomes: [
            { name: 'Arsenal', best: 2, bookmaker: 'Alpha', implied: 0.5, fair: expect.closeTo(0.5, 9) },
            { name: 'Draw', best: 4, bookmaker: 'Alpha', implied: 0.25, fair: expect.closeTo(0.25, 9) },
            { name: 'Chelsea', best: 4, bookmaker: 'Alpha', implied: 0.25, fair: expect.closeTo(0.25, 9) },
          ],
        },
        { home: 'Leeds United' },
      ],
    })
    const last = server.asked.at(-1)?.url
    expect(last?.pathname).toBe('/v4/sports/soccer_epl/odds')
    expect(Object.fromEntries(last?.searchParams ?? [])).toEqual({
      ...{ apiKey: KEY, regions: 'eu', markets: 'h2h', oddsFormat: 'decimal' },
    })
  })

  it('says what the source itself counts as left', async () => {
    const { ask } = await desk()
    expect((await ask()).output).toMatchObject({ from: { requests_left: 321, requests_limit: 500 } })
  })

  it('without that header its own count is told, and the list of sports costs nothing', async () => {
    const { ask } = await desk(json(EVENTS))
    expect((await ask()).output).toMatchObject({ from: { requests_left: 499 } })
  })

  it('keeps odds for five minutes and the list of sports longer', async () => {
    const { ask, clock, server, outside } = await desk()
    await ask()
    await ask()
    expect(server.asked).toHaveLength(2)
    clock.ms += 5 * 60_000
    await ask()
    expect(server.asked.map(({ url }) => url.pathname)).toEqual([
      '/v4/sports',
      '/v4/sports/soccer_epl/odds',
      '/v4/sports/soccer_epl/odds',
    ])
    expect([...outside.kept.keys()].join(' ')).not.toContain(KEY)
  })

  it('shows only the game of a team that is named', async () => {
    const { ask } = await desk()
    expect((await ask({ about: 'odds for everton premier league' })).output).toMatchObject({
      events: [{ away: 'Everton' }],
    })
  })

  it('an empty list is told as such', async () => {
    const { ask } = await desk(json([]))
    const { blocks } = await ask()
    expect(blocks[0]).toMatchObject({ kind: 'note', text: 'No bookmaker prices games of the Premier League now.' })
  })

  it('a league out of season is told with what there is, and costs no request', async () => {
    const { ask, server } = await desk()
    await expect(ask({ league: 'baseball_mlb' })).rejects.toMatchObject({ code: 'NOT_FOUND', hint: 'It has NBA, EPL.' })
    expect(server.asked).toHaveLength(1)
  })

  it.each([
    ['a wrong key', refusal('INVALID_KEY', 401), 'UNAUTHENTICATED'],
    ['used-up credits', refusal('OUT_OF_USAGE_CREDITS', 401), 'RATE_LIMITED'],
    ['asking too fast', refusal('EXCEEDED_FREQ_LIMIT', 429), 'RATE_LIMITED'],
    ['an unknown sport', refusal('UNKNOWN_SPORT', 404), 'NOT_FOUND'],
    ['a price of nothing', json([event('A', 'B', book('Alpha', ['A', 1], ['B', 0]))]), 'PROVIDER_FAILED'],
    ...FAULTS,
  ] as const)('%s is told as %3$s, without the key', async (_, reply, code) => {
    const { ask } = await desk(reply)
    const failure = await ask().catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(/^The Odds API /) })
    expect(wholeText(failure)).not.toContain(KEY)
  })

  it('without a key it says which to set, and that the handbook must answer', async () => {
    const { lacksSetup, output } = await tool.call({ league: 'soccer_epl' }, toolContext)
    expect(lacksSetup).toBe(true)
    expect(output).toMatchObject({ setup: expect.stringContaining('ODDS_API_KEY') })
  })
})
