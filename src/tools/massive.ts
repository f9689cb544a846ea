import * as z from 'zod'
import { type JsonAnswer, refusedBy } from './fetch-json.ts'
import { askLive, baseOf, type LiveSource, liveFailure, quotaOf, readShape } from './live-source.ts'
import {
  type History,
  historyShape,
  nextDay,
  type Quote,
  quoteShape,
  quoteUntil,
  type StockSource,
} from './stock-source.ts'
import type { ToolContext } from './tool.ts'

/** `t` is the start or the end of the day in the market, Unix milliseconds. */
const bar = z.object({
  t: z.number(),
  o: z.number(),
  h: z.number(),
  l: z.number(),
  c: z.number(),
  v: z.number().optional(),
})
const bars = z.object({ status: z.string(), results: z.array(bar).optional() })
const DAY_MS = 86_400_000
const HISTORY_DAYS = 365
const FREE = { limit: 5, windowMs: 60_000 }

/**
 * Massive, which was Polygon: 5 requests a minute without paying. Source: massive.com/docs, stocks, aggregates. The key goes into a
 * header, so that no address holds it.
 *
 * @throws OperatorError ARGS_INVALID when MASSIVE_URL or MASSIVE_REQUESTS_A_MINUTE cannot be used.
 */
export function massive(apiKey: string, context: ToolContext): StockSource {
  const source: LiveSource = {
    id: 'massive',
    name: 'Massive',
    next: 'Check the network connection, or try again in a few minutes.',
    quota: quotaOf('MASSIVE_REQUESTS_A_MINUTE', FREE, context),
    per: 'a minute',
    base: baseOf('MASSIVE_URL', 'https://api.massive.com', context),
  }
  const request = { headers: { authorization: `Bearer ${apiKey}` } }
  const tickerOf = (symbol: string) => `v2/aggs/ticker/${encodeURIComponent(symbol)}`
  return {
    source,
    quote: (symbol) =>
      askLive(
        source,
        {
          about: `quote ${symbol}`,
          path: `${tickerOf(symbol)}/prev?adjusted=true`,
          request,
          keepUntilMs: quoteUntil(context.now()),
          shape: quoteShape,
          read: (answer) => readQuote(answer, symbol, source),
        },
        context,
      ),
    history(symbol) {
      const [from, to] = [isoDay(context.now() - HISTORY_DAYS * DAY_MS), isoDay(context.now())]
      return askLive(
        source,
        {
          about: `daily ${symbol}`,
          path: `${tickerOf(symbol)}/range/1/day/${from}/${to}?adjusted=true&sort=asc&limit=500`,
          request,
          keepUntilMs: nextDay(context.now()),
          shape: historyShape,
          read: (answer) => readHistory(answer, symbol, source),
        },
        context,
      )
    },
  }
}

function readQuote(answer: JsonAnswer, symbol: string, source: LiveSource): Quote {
  const last = readBars(answer, symbol, source).at(-1)
  if (!last) throw unknown(symbol, source)
  const quote = {
    symbol,
    day: marketDay(last.t),
    price: last.c,
    kind: 'close',
    open: last.o,
    high: last.h,
    low: last.l,
    previous_close: null,
    volume: last.v ?? null,
  }
  return readShape(quoteShape, quote, source)
}

function readHistory(answer: JsonAnswer, symbol: string, source: LiveSource): History {
  const days = readBars(answer, symbol, source).map(({ t, c }) => ({ day: marketDay(t), close: c }))
  return readShape(historyShape, { symbol, adjusted: true, days }, source)
}

function readBars({ status, body }: JsonAnswer, symbol: string, source: LiveSource) {
  if (status === 401 || status === 403)
    throw liveFailure(
      source,
      'UNAUTHENTICATED',
      status === 401 ? 'does not accept the key' : 'has no such data in the plan of this key',
      'Check MASSIVE_API_KEY (or POLYGON_KEY).',
    )
  if (status === 404) throw unknown(symbol, source)
  if (status >= 300) throw refusedBy(source, status)
  const { status: state, results } = readShape(bars, body, source)
  // DELAYED is how the free plan's answers call themselves.
  if (!/^(?:OK|DELAYED)$/.test(state)) throw liveFailure(source, 'PROVIDER_FAILED', 'reports an error')
  if (!results || results.length === 0) throw unknown(symbol, source)
  return results
}

const unknown = (symbol: string, source: LiveSource) =>
  liveFailure(
    source,
    'NOT_FOUND',
    `knows no share "${symbol}"`,
    'Check the ticker: Massive has US shares, such as AAPL.',
  )

const isoDay = (unixMs: number): string => new Date(unixMs).toISOString().slice(0, 10)

/** The day of a bar as New York counts it. */
const marketDay = (unixMs: number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'America/New_York' }).format(unixMs)
