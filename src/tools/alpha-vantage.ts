import * as z from 'zod'
import { type JsonAnswer, refusedBy } from './fetch-json.ts'
import { askLive, baseOf, type LiveSource, liveFailure, quotaOf, readShape } from './live-source.ts'
import { historyShape, nextDay, type Quote, quoteShape, quoteUntil, type StockSource } from './stock-source.ts'
import type { ToolContext } from './tool.ts'

const written = z.string().regex(/^-?\d+(?:\.\d+)?$/)

const quoted = z.object({
  'Global Quote': z.object({
    '01. symbol': z.string(),
    '02. open': written,
    '03. high': written,
    '04. low': written,
    '05. price': written,
    '06. volume': written,
    '07. latest trading day': z.iso.date(),
    '08. previous close': written,
  }),
})
const unknownQuote = z.object({ 'Global Quote': z.strictObject({}) })
const daily = z.object({
  'Time Series (Daily)': z.record(z.iso.date(), z.object({ '4. close': written })),
})
/** With status 200; the texts quote the key. */
const refusal = z.union([
  z.object({ Information: z.string() }),
  z.object({ Note: z.string() }),
  z.object({ 'Error Message': z.string() }),
])

const FREE = { limit: 25, windowMs: 86_400_000 }

/**
 * Alpha Vantage: 25 requests a day without paying. Source: alphavantage.co/documentation, GLOBAL_QUOTE and TIME_SERIES_DAILY.
 *
 * @throws OperatorError ARGS_INVALID when ALPHA_VANTAGE_URL or ALPHA_VANTAGE_REQUESTS_A_DAY cannot be used.
 */
export function alphaVantage(apiKey: string, context: ToolContext): StockSource {
  const source: LiveSource = {
    id: 'alpha-vantage',
    name: 'Alpha Vantage',
    next: 'Check the network connection, or try again in a few minutes.',
    quota: quotaOf('ALPHA_VANTAGE_REQUESTS_A_DAY', FREE, context),
    per: 'in 24 hours',
    base: baseOf('ALPHA_VANTAGE_URL', 'https://www.alphavantage.co', context),
  }
  const pathOf = (query: Readonly<Record<string, string>>) =>
    `query?${new URLSearchParams({ ...query, apikey: apiKey })}`
  return {
    source,
    quote: (symbol) =>
      askLive(
        source,
        {
          about: `quote ${symbol}`,
          path: pathOf({ function: 'GLOBAL_QUOTE', symbol }),
          keepUntilMs: quoteUntil(context.now()),
          shape: quoteShape,
          read: (answer) => readQuote(answer, symbol, source),
        },
        context,
      ),
    history: (symbol) =>
      askLive(
        source,
        {
          about: `daily ${symbol}`,
          path: pathOf({ function: 'TIME_SERIES_DAILY', symbol, outputsize: 'compact' }),
          keepUntilMs: nextDay(context.now()),
          shape: historyShape,
          read: (answer) => readHistory(answer, symbol, source),
        },
        context,
      ),
  }
}

function readQuote(answer: JsonAnswer, symbol: string, source: LiveSource): Quote {
  refuse(answer, symbol, source)
  if (unknownQuote.safeParse(answer.body).success) throw unknown(symbol, source)
  const { 'Global Quote': quote } = readShape(quoted, answer.body, source)
  return readShape(
    quoteShape,
    {
      symbol: quote['01. symbol'],
      day: quote['07. latest trading day'],
      price: Number(quote['05. price']),
      kind: 'latest',
      open: positive(quote['02. open']),
      high: positive(quote['03. high']),
      low: positive(quote['04. low']),
      previous_close: positive(quote['08. previous close']),
      volume: Number(quote['06. volume']),
    },
    source,
  )
}

function readHistory(answer: JsonAnswer, symbol: string, source: LiveSource) {
  refuse(answer, symbol, source)
  const series = readShape(daily, answer.body, source)['Time Series (Daily)']
  const days = Object.entries(series)
    .map(([day, bar]) => ({ day, close: Number(bar['4. close']) }))
    .sort((one, other) => one.day.localeCompare(other.day))
  return readShape(historyShape, { symbol, adjusted: false, days }, source)
}

/** What is wrong is told in texts only; of them nothing is said on, because they quote the key. */
function refuse({ status, body }: JsonAnswer, symbol: string, source: LiveSource): void {
  const refused = refusal.safeParse(body)
  const text = refused.success ? Object.values(refused.data).join(' ') : ''
  if (/rate limit|call frequency|requests? per (?:day|minute|second)|spreading out/i.test(text))
    throw liveFailure(source, 'RATE_LIMITED', 'says that the requests of this key are used up for now', LATER)
  if (/apikey|api key/i.test(text) || status === 401 || status === 403)
    throw liveFailure(source, 'UNAUTHENTICATED', 'does not accept the key', 'Check ALPHA_VANTAGE_API_KEY.')
  if (/premium/i.test(text)) throw liveFailure(source, 'PROVIDER_FAILED', 'keeps this answer for paying customers')
  if (/invalid api call/i.test(text)) throw unknown(symbol, source)
  if (status >= 300) throw refusedBy(source, status)
}

const LATER = 'Try again later, set MASSIVE_API_KEY as a second source, or ask for a larger plan.'

const unknown = (symbol: string, source: LiveSource) =>
  liveFailure(
    source,
    'NOT_FOUND',
    `knows no share "${symbol}"`,
    'Check the ticker; outside the US it has an ending, such as SAP.DEX or TSCO.LON.',
  )

const positive = (text: string): number | null => (Number(text) > 0 ? Number(text) : null)
