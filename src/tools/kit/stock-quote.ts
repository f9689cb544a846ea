import * as z from 'zod'
import { isOperatorError, OperatorError } from '../../base/errors.ts'
import { type Block, count, facts, note, number, series } from '../../report/report.ts'
import { alphaVantage } from '../alpha-vantage.ts'
import { hearStocks } from '../hear-stocks.ts'
import { provenance, provenanceRows, setupText } from '../live-facts.ts'
import type { LiveAnswer, LiveSource } from '../live-source.ts'
import { massive } from '../massive.ts'
import { percent } from '../percent-text.ts'
import { measuresShape, stockMeasures } from '../stock-measures.ts'
import { quoteShape, type StockSource } from '../stock-source.ts'
import { defineTool, type ToolContext } from '../tool.ts'

const input = z.object({
  symbol: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,6}(?:[.-][A-Z]{1,4})?$/, 'it is no ticker such as AAPL or SAP.DEX')
    .describe('the ticker, such as AAPL; outside the US with its exchange, such as SAP.DEX'),
  range: z
    .enum(['quote', 'daily'])
    .default('quote')
    .describe('quote: the last price; daily: closes of some months and their measures'),
})

const output = z.object({
  /** What must be set first; null when a source was asked. */
  setup: z.string().nullable(),
  quote: quoteShape.nullable(),
  /** Of the daily closes; null for a quote. */
  measures: measuresShape.nullable(),
  adjusted: z.boolean().nullable(),
  from: provenance.nullable(),
  /** Why another source had to be asked first. */
  remarks: z.array(z.string()),
})

/** Alpha Vantage, or Massive where it fails or its requests are used up. Keys and addresses come from the settings. */
export default defineTool({
  name: 'stock-quote',
  summary: 'The last price of a share, or the measures of its daily closes, from Alpha Vantage or Massive.',
  example: 'what is the stock price of AAPL',
  effect: 'read',
  input,
  output,
  hear: hearStocks,
  async run({ symbol, range }, context) {
    const sources = sourcesOf(context)
    const none = { setup: null, quote: null, measures: null, adjusted: null, from: null, remarks: [] }
    if (sources.length === 0) return { ...none, setup: setupText('Live share prices are', KEYS) }
    if (range === 'quote') {
      const { answer, source, remarks } = await firstAnswer(sources, (one) => one.quote(symbol))
      const from = provenanceOf(answer, source, context.timeZone)
      return { ...none, quote: answer.value, from, remarks }
    }
    const { answer, source, remarks } = await firstAnswer(sources, (one) => one.history(symbol))
    const from = provenanceOf(answer, source, context.timeZone)
    return { ...none, measures: await stockMeasures(answer.value), adjusted: answer.value.adjusted, from, remarks }
  },
  lacksSetup: ({ setup }) => setup !== null,
  show({ setup, quote, measures, adjusted, from, remarks }, { symbol }): Block[] {
    if (setup !== null) return [note('warn', setup)]
    return [
      ...remarks.map((remark) => note('warn', remark)),
      ...(quote ? showQuote(quote) : []),
      ...(measures ? showMeasures(measures, symbol, adjusted === true) : []),
      ...(from ? [facts('Where this comes from', provenanceRows(from))] : []),
      note('plain', 'Prices can be delayed. What a price did says nothing certain about what it will do.'),
    ]
  },
})

const KEYS =
  'ALPHA_VANTAGE_API_KEY (free at alphavantage.co, 25 requests a day) or MASSIVE_API_KEY (free at massive.com, 5 a minute), or both'

function sourcesOf(context: ToolContext): StockSource[] {
  const alpha = context.key('ALPHA_VANTAGE_API_KEY') ?? context.key('ALPHA_API_KEY')
  const second = context.key('MASSIVE_API_KEY') ?? context.key('POLYGON_KEY')
  return [...(alpha ? [alphaVantage(alpha, context)] : []), ...(second ? [massive(second, context)] : [])]
}

/** The first source that answers, and in one sentence each why those before it did not. */
async function firstAnswer<T>(sources: readonly StockSource[], ask: (source: StockSource) => Promise<LiveAnswer<T>>) {
  const failures: OperatorError[] = []
  for (const one of sources) {
    try {
      return { answer: await ask(one), source: one.source, remarks: failures.map(({ message }) => message) }
    } catch (thrown) {
      if (!isOperatorError(thrown) || !ANOTHER_MAY.has(thrown.code)) throw thrown
      failures.push(thrown)
    }
  }
  throw allFailed(failures)
}

/** What another source may still know or be able to do. */
const ANOTHER_MAY = new Set(['PROVIDER_FAILED', 'RATE_LIMITED', 'UNAUTHENTICATED', 'NOT_FOUND'])

function allFailed(failures: readonly OperatorError[]): OperatorError {
  const [first, ...others] = failures
  if (!first) return new OperatorError('BUG', 'No source of prices was asked.')
  if (others.length === 0) return first
  const hint = others.at(-1)?.hint
  return new OperatorError(first.code, failures.map(({ message }) => message).join(' '), { hint: first.hint ?? hint })
}

const provenanceOf = (answer: LiveAnswer<unknown>, source: LiveSource, timeZone: string) => ({
  source: source.name,
  fetched_ms: answer.fetchedMs,
  time_zone: timeZone,
  cached: answer.cached,
  requests_left: answer.left,
  requests_limit: source.quota.limit,
  requests_per: source.per,
})

function showQuote(quote: z.output<typeof quoteShape>): Block[] {
  const { price, previous_close: before } = quote
  return [
    facts(quote.symbol, {
      [quote.kind === 'latest' ? 'Last price' : 'Last close']: number(price),
      'Trading day': quote.day,
      ...(before !== null && { 'Close before': number(before), Change: signed(price / before - 1) }),
      Open: quote.open === null ? null : number(quote.open),
      'Day’s range': quote.low === null || quote.high === null ? null : `${plain(quote.low)} to ${plain(quote.high)}`,
      Volume: quote.volume === null ? null : count(quote.volume),
    }),
    note('plain', 'In the currency of the share’s exchange. Change = price ÷ close before − 1.'),
  ]
}

function showMeasures(measures: z.output<typeof measuresShape>, symbol: string, adjusted: boolean): Block[] {
  const { drawdown: fall, period } = measures
  return [
    facts(`${symbol}, daily closes`, {
      Closes: count(measures.n),
      From: `${measures.from}: ${plain(measures.first)}`,
      To: `${measures.to}: ${plain(measures.last)}`,
      'Total return': signed(measures.totalReturn),
      'Volatility a year': measures.volatility === null ? null : percent(measures.volatility),
      'Deepest fall':
        fall.depth === 0 ? 'none' : `−${(fall.depth * 100).toFixed(1)} % from ${fall.peak} to ${fall.trough}`,
      'Best day': `${signed(measures.best.change)} on ${measures.best.date}`,
      'Worst day': `${signed(measures.worst.change)} on ${measures.worst.date}`,
      'Average of 20': measures.sma20 === null ? null : number(measures.sma20),
      'Average of 50': measures.sma50 === null ? null : number(measures.sma50),
      'RSI of 14': measures.rsi14 === null ? null : number(Math.round(measures.rsi14 * 10) / 10),
    }),
    series('Close', measures.chart, 'chart'),
    note(
      'plain',
      `Formula: volatility = deviation of log returns × √${Math.round(period.perYear)}; RSI by Wilder. Closes are ${adjusted ? 'adjusted for splits, not for dividends' : 'not adjusted: a split looks like a fall'}.`,
    ),
  ]
}

const plain = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 4 })

const signed = (share: number): string => `${share >= 0 ? '+' : '−'}${(Math.abs(share) * 100).toFixed(2)} %`
