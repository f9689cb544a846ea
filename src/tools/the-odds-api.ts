import * as z from 'zod'
import { OperatorError } from '../base/errors.ts'
import { type JsonAnswer, refusedBy } from './fetch-json.ts'
import { askLive, baseOf, type LiveAnswer, type LiveSource, liveFailure, quotaOf, readShape } from './live-source.ts'
import type { ToolContext } from './tool.ts'

const sports = z.array(z.object({ key: z.string(), title: z.string(), active: z.boolean() }))

const price = z.number().gt(1)
const event = z.object({
  id: z.string(),
  commence_time: z.iso.datetime(),
  home_team: z.string(),
  away_team: z.string(),
})
const odds = z.array(
  event.extend({
    bookmakers: z.array(
      z.object({
        title: z.string(),
        markets: z.array(z.object({ key: z.string(), outcomes: z.array(z.object({ name: z.string(), price })) })),
      }),
    ),
  }),
)
const scores = z.array(
  event.extend({
    completed: z.boolean(),
    scores: z.array(z.object({ name: z.string(), score: z.string() })).nullable(),
    last_update: z.string().nullable(),
  }),
)

/** Decimal prices of an event by bookmaker; the `h2h` market is who wins. */
export type PricedEvent = z.output<typeof odds>[number]
/** `scores` is null before the start. */
export type ScoredEvent = z.output<typeof scores>[number]

const remaining = z.object({ left: z.int().min(0) })
const kept = <T extends z.ZodType>(events: T) => z.object({ events, remaining: remaining.nullable() })
const refusal = z.object({ error_code: z.string() })

const MONTH_MS = 30 * 86_400_000
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/**
 * The Odds API, version 4: 500 requests a month without paying. Source: the-odds-api.com, guides/v4. Odds of one region and market
 * cost one request, scores with those of yesterday two, the list of sports none.
 *
 * @throws OperatorError ARGS_INVALID when ODDS_API_URL or ODDS_API_REQUESTS_A_MONTH cannot be used.
 */
export function theOddsApi(apiKey: string, context: ToolContext) {
  const source: LiveSource = {
    id: 'the-odds-api',
    name: 'The Odds API',
    next: 'Check the network connection, or try again in a few minutes.',
    quota: quotaOf('ODDS_API_REQUESTS_A_MONTH', { limit: 500, windowMs: MONTH_MS }, context),
    per: 'in 30 days',
    base: baseOf('ODDS_API_URL', 'https://api.the-odds-api.com', context),
  }
  const pathOf = (path: string, query: Readonly<Record<string, string>>) =>
    `v4/sports${path}?${new URLSearchParams({ apiKey, ...query })}`
  return {
    source,
    /** Prices of the coming events, kept for five minutes. @throws OperatorError NOT_FOUND when the league has no season now. */
    async odds(league: string): Promise<LiveAnswer<readonly PricedEvent[]>> {
      await checkSeason(league, source, pathOf('', {}), context)
      const query = { regions: 'eu', markets: 'h2h', oddsFormat: 'decimal' }
      const answer = await askLive(
        source,
        {
          about: `odds ${league} eu`,
          path: pathOf(`/${encodeURIComponent(league)}/odds`, query),
          keepUntilMs: context.now() + 5 * MINUTE_MS,
          shape: kept(odds),
          read: (told) => readEvents(odds, told, source),
        },
        context,
      )
      return counted(answer)
    },
    /** Scores since yesterday, kept for one minute. @throws OperatorError NOT_FOUND as `odds`. */
    async scores(league: string): Promise<LiveAnswer<readonly ScoredEvent[]>> {
      await checkSeason(league, source, pathOf('', {}), context)
      const answer = await askLive(
        source,
        {
          about: `scores ${league}`,
          path: pathOf(`/${encodeURIComponent(league)}/scores`, { daysFrom: '1' }),
          cost: 2,
          keepUntilMs: context.now() + MINUTE_MS,
          shape: kept(scores),
          read: (told) => readEvents(scores, told, source),
        },
        context,
      )
      return counted(answer)
    },
  }
}

/** The source's own count is the true one where it tells it. */
const counted = <T>({
  value,
  ...answer
}: LiveAnswer<{ events: T; remaining: { left: number } | null }>): LiveAnswer<T> => ({
  ...answer,
  left: Math.min(answer.left, value.remaining?.left ?? answer.left),
  value: value.events,
})

async function checkSeason(league: string, source: LiveSource, path: string, context: ToolContext): Promise<void> {
  const { value } = await askLive(
    source,
    {
      ...{ about: 'sports', path, cost: 0, shape: sports },
      keepUntilMs: context.now() + 12 * HOUR_MS,
      read: (answer) => {
        refuse(answer, source)
        return readShape(sports, answer.body, source)
      },
    },
    context,
  )
  if (value.some((sport) => sport.key === league && sport.active)) return
  const others = value.filter((sport) => sport.active).slice(0, 8)
  throw new OperatorError('NOT_FOUND', 'The Odds API has nothing of this league now: it may be out of season.', {
    hint: others.length > 0 ? `It has ${others.map(({ title }) => title).join(', ')}.` : 'Try another league.',
  })
}

function readEvents<Shape extends z.ZodType>(shape: Shape, answer: JsonAnswer, source: LiveSource) {
  refuse(answer, source)
  const told = answer.headers.get('x-requests-remaining')
  const left = remaining.safeParse({ left: told === null || told === '' ? null : Number(told) })
  return { events: readShape(shape, answer.body, source), remaining: left.success ? left.data : null }
}

/** The codes are enough; the texts could quote the address. */
function refuse({ status, body }: JsonAnswer, source: LiveSource): void {
  if (status < 300) return
  const refused = refusal.safeParse(body)
  const code = refused.success ? refused.data.error_code : ''
  if (code === 'OUT_OF_USAGE_CREDITS')
    throw liveFailure(
      source,
      'RATE_LIMITED',
      'says that the requests of this key are used up',
      'Wait for the next month, or ask for a larger plan.',
    )
  if (code === 'UNKNOWN_SPORT' || status === 404)
    throw liveFailure(source, 'NOT_FOUND', 'does not know this league', 'Name another league.')
  if (status === 401 || status === 403)
    throw liveFailure(source, 'UNAUTHENTICATED', 'does not accept the key', 'Check ODDS_API_KEY.')
  throw refusedBy(source, status)
}
