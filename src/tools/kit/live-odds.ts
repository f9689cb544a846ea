import * as z from 'zod'
import { type Block, count, facts, note, number, table } from '../../report/report.ts'
import { bestPrices } from '../best-prices.ts'
import { eventsAbout } from '../events-about.ts'
import { hearOddsNow } from '../hear-sports.ts'
import { provenance, provenanceRows, setupText } from '../live-facts.ts'
import { localTime } from '../live-source.ts'
import { percent } from '../percent-text.ts'
import { leagueTitle } from '../sport-leagues.ts'
import { theOddsApi } from '../the-odds-api.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  league: z
    .string()
    .regex(/^[a-z0-9_]{3,60}$/, 'it is no league key such as basketball_nba')
    .describe('key of The Odds API, such as basketball_nba or soccer_epl'),
  about: z.string().max(200).default('').describe('words that name the teams wanted; empty: all'),
})

const events = z.array(
  z.object({
    home: z.string(),
    away: z.string(),
    starts: z.string(),
    bookmakers: z.int(),
    /** Mean of the bookmakers' margins, 0.05 is 5 %. */
    margin: z.number(),
    outcomes: z.array(
      z.object({
        name: z.string(),
        /** Decimal. */
        best: z.number(),
        bookmaker: z.string(),
        /** 0..1, of the best price and of the bookmakers' mean without their margins. */
        implied: z.number(),
        fair: z.number(),
      }),
    ),
  }),
)

const MOST_EVENTS = 8
const KEY = 'ODDS_API_KEY (free at the-odds-api.com, 500 requests a month)'

/** Prices of bookmakers in Europe for who wins, from The Odds API. It compares and explains; it does not say what to bet. */
export default defineTool({
  name: 'live-odds',
  summary: 'Bookmakers’ best current prices for the coming games of a league, with their margin removed.',
  example: 'show me the NBA odds',
  effect: 'read',
  input,
  output: z.object({ setup: z.string().nullable(), events, more: z.int(), from: provenance.nullable() }),
  hear: hearOddsNow,
  async run({ league, about }, context) {
    const apiKey = context.key('ODDS_API_KEY') ?? context.key('THE_ODDS_API_KEY')
    if (!apiKey) return { setup: setupText('Live odds are', KEY), events: [], more: 0, from: null }
    const api = theOddsApi(apiKey, context)
    const answer = await api.odds(league)
    const priced = answer.value.map(bestPrices).filter((event) => event !== null)
    const wanted = eventsAbout(priced, about)
    return {
      setup: null,
      events: wanted
        .slice(0, MOST_EVENTS)
        .map((event) => ({ ...event, starts: localTime(Date.parse(event.starts), context.timeZone) })),
      more: Math.max(0, wanted.length - MOST_EVENTS),
      from: {
        ...{
          source: api.source.name,
          fetched_ms: answer.fetchedMs,
          time_zone: context.timeZone,
          cached: answer.cached,
        },
        ...{ requests_left: answer.left, requests_limit: api.source.quota.limit, requests_per: api.source.per },
      },
    }
  },
  lacksSetup: ({ setup }) => setup !== null,
  show({ setup, events: shown, more, from }, { league }): Block[] {
    if (setup !== null) return [note('warn', setup)]
    return [
      ...(shown.length === 0 ? [note('warn', `No bookmaker prices games of the ${leagueTitle(league)} now.`)] : []),
      ...shown.flatMap(showEvent),
      ...(more > 0 ? [note('plain', `${more} more games are not shown; name a team to see its game.`)] : []),
      ...(from ? [facts('Where this comes from', provenanceRows(from))] : []),
      note(
        'plain',
        'Implied = 1 ÷ best price. Without margin = each bookmaker’s implied chances divided by their sum, then the mean over bookmakers. Prices change by the minute; this is a comparison, no tip.',
      ),
    ]
  },
})

const showEvent = (event: z.output<typeof events>[number]): Block[] => [
  table(
    ['Outcome', 'Best price', 'Bookmaker', 'Implied', 'Without margin'],
    event.outcomes.map((one) => [one.name, number(one.best), one.bookmaker, percent(one.implied), percent(one.fair)]),
    `${event.home} – ${event.away}, ${event.starts}`,
  ),
  facts(undefined, { Bookmakers: count(event.bookmakers), 'Their margin (mean)': percent(event.margin) }),
]
