import * as z from 'zod'
import { count, type Value } from '../report/report.ts'
import { localTime } from './live-source.ts'

/** Where an answer came from, as tools put it into their output. */
export const provenance = z.object({
  source: z.string(),
  fetched_ms: z.number(),
  time_zone: z.string(),
  cached: z.boolean(),
  /** What remains of the quota, and of how many in which time, such as 25 "a day". */
  requests_left: z.number(),
  requests_limit: z.number(),
  requests_per: z.string(),
})

export type Provenance = z.output<typeof provenance>

/** What is said below every live answer. */
export const provenanceRows = (from: Provenance): Readonly<Record<string, Value>> => ({
  Source: from.source,
  Fetched: `${localTime(from.fetched_ms, from.time_zone)}${from.cached ? ', from the cache' : ', just now'}`,
  'Requests left': count(from.requests_left),
  'Requests allowed': `${from.requests_limit.toLocaleString('en-US')} ${from.requests_per}`,
})

/** The one sentence of a source without its keys: "Live odds are not set up: set ODDS_API_KEY (…)." */
export const setupText = (what: string, needs: string): string => `${what} not set up: set ${needs}.`
