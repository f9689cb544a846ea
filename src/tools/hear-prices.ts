import { assetsShown } from './asset-table.ts'
import { riskFreeSaid } from './risk-free-said.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const ASKS =
  /\b(?:analy[sz]e|analy[sz]is|analy[sz]ing|comput(?:e|ing)|calculate|show|chart|plot|summari[sz]e|measure|examine|look at|biggest|is (?:it|this) trending|what (?:is|are|was|were)|how (?:volatile|did|has|have|was|were|risky))\b/
const PRICES =
  /\b(?:prices?|price (?:history|data|file)|closes|closing prices|stocks?|shares?|returns?|volatility|drawdown|moving averages?|sma|rsi|performance|biggest (?:drop|fall|loss|gain)|trend\w*|sharpe|sortino|macd|ema|bollinger|bands|fund|etf|coin|bitcoin|index|time series|csv|this (?:file|data))\b/
const THIS_FILE =
  /\b(?:this|my|the attached|these|attached|following) (?:\w+ ){0,3}(?:csv|price history|price data|price file|prices|closes|file of prices)\b|\bprices\.csv\b/
const HEADER =
  /^\uFEFF?(?=[^\n]*\b(?:date|day|time|timestamp|datetime)\b)(?=[^\n]*\b(?:close|adj[ _]close|price|last|nav|closing)\b)[^\n]*[,;\t]/i

/** Hears "analyse this price history" with a CSV attached; a CSV with date and close columns is enough of a sign, a bad one is told so. */
export function hearPrices(said: Utterance): Heard {
  const { rate, rest: text } = riskFreeSaid(spokenText(said.text))
  const csv = said.attachment
  if (csv === null) return ASKS.test(text) && THIS_FILE.test(text) ? { missing: MISSING } : null
  // Prices of several assets are the portfolio tool's.
  if (assetsShown(csv) !== 'none') return null
  const looksRight = HEADER.test(csv.slice(0, 1_000))
  const wanted = ASKS.test(text) && PRICES.test(text)
  // A table with another purpose ("results.csv") is left to other tools unless prices are spoken of.
  return (looksRight && (wanted || PRICES.test(text) || ASKS.test(text))) || (wanted && SPEAKS_OF_PRICES.test(text))
    ? { use: { csv, ...(rate !== null && { riskFreeRate: rate }) } }
    : null
}

const SPEAKS_OF_PRICES =
  /\b(?:price|prices|closes|volatility|drawdown|rsi|sma|ema|macd|bollinger|sharpe|sortino|stocks?|shares?)\b/
const MISSING = ['the prices as a CSV with a date and a close column, piped in: operatoros "…" < prices.csv']
