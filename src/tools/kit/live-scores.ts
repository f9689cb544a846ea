import * as z from 'zod'
import { isOperatorError } from '../../base/errors.ts'
import { type Block, facts, note, table } from '../../report/report.ts'
import { apiFootball, type LiveFixture } from '../api-football.ts'
import { eventsAbout } from '../events-about.ts'
import { hearScoresNow } from '../hear-sports.ts'
import { provenance, provenanceRows, setupText } from '../live-facts.ts'
import { type LiveAnswer, type LiveSource, localTime } from '../live-source.ts'
import { footballLeague, leagueTitle } from '../sport-leagues.ts'
import { type ScoredEvent, theOddsApi } from '../the-odds-api.ts'
import { defineTool, type ToolContext } from '../tool.ts'

const input = z.object({
  league: z
    .string()
    .regex(/^[a-z0-9_]{3,60}$/, 'it is neither "football" nor a league key such as basketball_nba')
    .describe('"football" for all football (soccer) that is being played, or a key such as basketball_nba'),
  about: z.string().max(200).default('').describe('words that name the teams wanted; empty: all'),
})

const games = z.array(
  z.object({
    league: z.string(),
    home: z.string(),
    away: z.string(),
    /** As the source writes it; null before the start. */
    home_score: z.string().nullable(),
    away_score: z.string().nullable(),
    state: z.string(),
  }),
)

type Game = z.output<typeof games>[number]
type Found = { readonly answer: LiveAnswer<readonly Game[]>; readonly source: LiveSource; readonly remarks: string[] }

const MOST_GAMES = 30

/** Football that is being played from API-Football, and other leagues since yesterday from The Odds API. */
export default defineTool({
  name: 'live-scores',
  summary: 'Scores of the games of now and yesterday: football or a named league.',
  example: 'live football scores',
  effect: 'read',
  input,
  output: z.object({
    setup: z.string().nullable(),
    games,
    more: z.int(),
    from: provenance.nullable(),
    remarks: z.array(z.string()),
  }),
  hear: hearScoresNow,
  async run({ league, about }, context) {
    const found = await findGames(league, context)
    if (!found)
      return { setup: setupText('Live scores are', needsOf(league)), games: [], more: 0, from: null, remarks: [] }
    const { answer, source, remarks } = found
    const wanted = eventsAbout(answer.value, about)
    return {
      setup: null,
      games: wanted.slice(0, MOST_GAMES),
      more: Math.max(0, wanted.length - MOST_GAMES),
      remarks,
      from: {
        ...{ source: source.name, fetched_ms: answer.fetchedMs, time_zone: context.timeZone, cached: answer.cached },
        ...{ requests_left: answer.left, requests_limit: source.quota.limit, requests_per: source.per },
      },
    }
  },
  lacksSetup: ({ setup }) => setup !== null,
  show({ setup, games: shown, more, from, remarks }): Block[] {
    if (setup !== null) return [note('warn', setup)]
    const rows = shown.map((game) => [game.league, game.home, scoreText(game), game.away, game.state])
    return [
      ...remarks.map((remark) => note('warn', remark)),
      shown.length === 0
        ? note('plain', 'No game is being played there now.')
        : table(['League', 'Home', 'Score', 'Away', 'State'], rows, 'Scores'),
      ...(more > 0 ? [note('plain', `${more} more games are not shown; name a team or a league.`)] : []),
      ...(from ? [facts('Where this comes from', provenanceRows(from))] : []),
    ]
  },
})

const FOOTBALL_KEY = 'API_SPORTS_KEY (free at api-football.com, 100 requests a day)'
const EITHER_KEY = `ODDS_API_KEY (free at the-odds-api.com, 500 requests a month), or for football ${FOOTBALL_KEY}`

const needsOf = (league: string): string => (league === 'football' ? FOOTBALL_KEY : EITHER_KEY)

/** Football of the moment from API-Football; a named league from The Odds API, or else from API-Football. Null without a key. */
async function findGames(league: string, context: ToolContext): Promise<Found | null> {
  const oddsKey = context.key('ODDS_API_KEY') ?? context.key('THE_ODDS_API_KEY')
  const footballKey = context.key('API_SPORTS_KEY')
  const wanted = footballLeague(league)
  const live =
    footballKey && (wanted || league === 'football') ? () => fromFootball(footballKey, wanted, context) : null
  if (!oddsKey || league === 'football') return live ? live() : null
  try {
    return await fromOddsApi(oddsKey, league, context)
  } catch (thrown) {
    if (!live || !isOperatorError(thrown) || !ANOTHER_MAY.has(thrown.code)) throw thrown
    return { ...(await live()), remarks: [thrown.message] }
  }
}

/** What another source may still be able to do. */
const ANOTHER_MAY = new Set(['PROVIDER_FAILED', 'RATE_LIMITED', 'UNAUTHENTICATED'])

async function fromFootball(key: string, league: string | null, context: ToolContext): Promise<Found> {
  const api = apiFootball(key, context)
  const answer = await api.live()
  const value = answer.value.filter((one) => league === null || one.league === league).map(gameOfFixture)
  return { answer: { ...answer, value }, source: api.source, remarks: [] }
}

async function fromOddsApi(key: string, league: string, context: ToolContext): Promise<Found> {
  const api = theOddsApi(key, context)
  const answer = await api.scores(league)
  const value = answer.value.map((event) => gameOfEvent(event, league, context))
  return { answer: { ...answer, value }, source: api.source, remarks: [] }
}

const gameOfFixture = ({ league, home, away, home_goals, away_goals, state, minute }: LiveFixture): Game => ({
  ...{ league, home, away },
  home_score: home_goals === null ? null : String(home_goals),
  away_score: away_goals === null ? null : String(away_goals),
  state: minute === null ? state : `${state}, ${minute}′`,
})

function gameOfEvent(event: ScoredEvent, league: string, { timeZone }: ToolContext): Game {
  const scoreOf = (team: string) => event.scores?.find(({ name }) => name === team)?.score ?? null
  const starts = `starts ${localTime(Date.parse(event.commence_time), timeZone)}`
  return {
    ...{ league: leagueTitle(league), home: event.home_team, away: event.away_team },
    ...{ home_score: scoreOf(event.home_team), away_score: scoreOf(event.away_team) },
    state: event.completed ? 'over' : event.scores ? 'being played' : starts,
  }
}

const scoreText = ({ home_score, away_score }: Game): string | null =>
  home_score === null || away_score === null ? null : `${home_score} : ${away_score}`
