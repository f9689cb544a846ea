import * as z from 'zod'
import { type JsonAnswer, refusedBy } from './fetch-json.ts'
import { askLive, baseOf, type LiveSource, liveFailure, quotaOf, readShape } from './live-source.ts'
import type { ToolContext } from './tool.ts'

const fixtures = z.object({
  response: z.array(
    z.object({
      fixture: z.object({
        date: z.iso.datetime({ offset: true }),
        status: z.object({ long: z.string(), short: z.string(), elapsed: z.number().nullable() }),
      }),
      league: z.object({ name: z.string(), country: z.string().nullable() }),
      teams: z.object({ home: z.object({ name: z.string() }), away: z.object({ name: z.string() }) }),
      goals: z.object({ home: z.number().nullable(), away: z.number().nullable() }),
    }),
  ),
})
/** A list when all is well, else an object by what is wrong; with status 200 in both cases. */
const errors = z.object({ errors: z.record(z.string(), z.string()) })

const live = z.array(
  z.object({
    league: z.string(),
    home: z.string(),
    away: z.string(),
    home_goals: z.number().nullable(),
    away_goals: z.number().nullable(),
    state: z.string(),
    /** Minutes played; null when the source does not say. */
    minute: z.number().nullable(),
  }),
)

/** A football match that is being played. */
export type LiveFixture = z.output<typeof live>[number]

const FREE = { limit: 100, windowMs: 86_400_000 }
const MINUTE_MS = 60_000

/**
 * API-Football of API-Sports: 100 requests a day without paying. Source: api-football.com/documentation-v3, fixtures. The key goes
 * into a header.
 *
 * @throws OperatorError ARGS_INVALID when API_SPORTS_URL or API_SPORTS_REQUESTS_A_DAY cannot be used.
 */
export function apiFootball(apiKey: string, context: ToolContext) {
  const source: LiveSource = {
    id: 'api-sports',
    name: 'API-Football',
    next: 'Check the network connection, or try again in a few minutes.',
    quota: quotaOf('API_SPORTS_REQUESTS_A_DAY', FREE, context),
    per: 'in 24 hours',
    base: baseOf('API_SPORTS_URL', 'https://v3.football.api-sports.io', context),
  }
  return {
    source,
    /** All matches of the moment, kept for one minute. @throws OperatorError UNAUTHENTICATED; what `askLive` throws. */
    live: () =>
      askLive(
        source,
        {
          about: 'live',
          path: 'fixtures?live=all',
          request: { headers: { 'x-apisports-key': apiKey } },
          keepUntilMs: context.now() + MINUTE_MS,
          shape: live,
          read: (answer) => readLive(answer, source),
        },
        context,
      ),
  }
}

function readLive(answer: JsonAnswer, source: LiveSource): LiveFixture[] {
  refuse(answer, source)
  return readShape(fixtures, answer.body, source).response.map(({ fixture, league, teams, goals }) => ({
    league: [league.country, league.name].filter(Boolean).join(', '),
    home: teams.home.name,
    away: teams.away.name,
    home_goals: goals.home,
    away_goals: goals.away,
    state: fixture.status.long,
    minute: fixture.status.elapsed,
  }))
}

/** The kinds are enough; the texts could quote what was sent. */
function refuse({ status, body }: JsonAnswer, source: LiveSource): void {
  const told = errors.safeParse(body)
  const kinds = told.success ? Object.keys(told.data.errors) : []
  if (kinds.some((kind) => /^(?:requests|rateLimit)$/.test(kind)))
    throw liveFailure(
      source,
      'RATE_LIMITED',
      'says that the requests of this key are used up for now',
      'Try again later.',
    )
  if (kinds.some((kind) => /^(?:token|access|application key)$/i.test(kind)) || status === 401 || status === 403)
    throw liveFailure(source, 'UNAUTHENTICATED', 'does not accept the key', 'Check API_SPORTS_KEY.')
  if (status >= 300) throw refusedBy(source, status)
  if (kinds.length > 0) throw liveFailure(source, 'PROVIDER_FAILED', 'reports an error')
}
