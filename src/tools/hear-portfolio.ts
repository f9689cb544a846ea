import { assetNames, assetsShown } from './asset-table.ts'
import { assetBehind, sharesSaid } from './asset-words.ts'
import { firstRows } from './read-table.ts'
import { riskFreeSaid } from './risk-free-said.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const PORTFOLIO = /\b(?:port?folio|holdings|allocation|weighted|weights|benchmark\w{0,4})\b/
const MEASURES =
  /\b(?:sharpe|sortino|beta|correlat\w{1,5}|volatility|drawdown|diversif\w{1,8}|returns?|risk|risky|riskier|riskiest|perform\w{0,6})\b/
const HELD =
  /\b(?:assets|funds|stocks|shares|etfs?|investments?|prices|tickers?|symbols?|coins?|indices|equities|bonds)\b/
const ASKS =
  /\b(?:analy[sz]\w{1,3}|comput\w{1,3}|calculat\w{1,3}|compar\w{1,3}|measur\w{1,3}|show|chart|plot|check|examine|look at|report|review|assess|evaluate|work out|run|give me|tell me|summar\w{1,4}|backtest|what (?:is|are|was|were|would)|what's|how (?:is|are|did|has|have|was|were|do|does|volatile|risky|correlated|diversified)|which)\b/
const MINE =
  /\b(?:my|our|this|these|the attached|the) (?:\w{1,15} ){0,3}(?:port?folio|holdings|funds|stocks|etfs|investments)\b/
const COMPUTES =
  /\b(?:analy[sz]e|analysis|calculat\w{1,3}|comput\w{1,3}|measure|backtest|sharpe|sortino|beta|correlat\w{1,5}|volatility|drawdown)\b/
const OTHER =
  /\b(?:should (?:i|we)|how (?:do|can|should) (?:i|we|you)|why|explain|what does|what is an?|meaning of|spend\w{0,4}|expenses?|budget|goals?|teams?|league|sales|revenue)\b/
const AGAINST =
  'against|vs\\.?|versus|compared? (?:to|with)|relative to|benchmark(?:ed)?(?: (?:is|against|to|column))?:?|beta (?:to|with)'

/**
 * Hears "analyse my portfolio, 60% AAPL 40% MSFT, against SPY" with a CSV of several assets; asked for without a file it is
 * half there. Names of assets are known by the first lines of the file.
 */
export function hearPortfolio(said: Utterance): Heard {
  const { rate, rest: text } = riskFreeSaid(spokenText(said.text))
  if (OTHER.test(text)) return null
  const csv = said.attachment
  if (csv === null) return MINE.test(text) && COMPUTES.test(text) ? { missing: MISSING } : null
  const names = assetNames(csv)
  if (!isMeant(text, csv, names)) return null
  const benchmark = assetBehind(text, AGAINST, names) ?? unknownBenchmark(text)
  const weights = sharesSaid(
    text,
    names.filter((name) => name !== benchmark),
  )
  return {
    use: {
      csv,
      ...(weights.length > 0 && { weights }),
      ...(benchmark !== undefined && { benchmark }),
      ...(rate !== null && { riskFreeRate: rate }),
    },
  }
}

/** Names that are no tickers may be anything by the day; a table of one asset is meant where a portfolio is spoken of. */
function isMeant(text: string, csv: string, names: readonly string[]): boolean {
  const shown = assetsShown(csv)
  const speaks = PORTFOLIO.test(text) || MEASURES.test(text) || HELD.test(text)
  if (shown !== 'none') return speaks || (shown === 'sure' && ASKS.test(text)) || sharesSaid(text, names).length > 1
  return PORTFOLIO.test(text) && (ASKS.test(text) || MEASURES.test(text)) && firstRows(csv, 1).flat().length > 1
}

/** "benchmark spy" without such a column is passed on, so that the tool tells which columns there are. */
const unknownBenchmark = (text: string): string | undefined =>
  /\bbenchmark(?:ed)?(?: (?:is|against|to|column))?:? (?:the )?([a-z][\w.&^-]{1,20})/.exec(text)?.[1]

const MISSING = [
  'the prices as a CSV with a date column and one column of closes for each asset (or rows of date, symbol, close), piped in: operatoros "…" < prices.csv',
]
