import { isKnownTicker, tickerOfCompany } from './company-tickers.ts'
import { spokenText } from './spoken-text.ts'
import type { Heard, Utterance } from './tool.ts'

const NAME = "(\\$?[a-z][a-z.&'-]*(?: [a-z&][a-z.&'-]*){0,2}?)"
const POLITE =
  '(?:please |can you |could you |would you |tell me |show me |show |give me |get me |get |check |look up |fetch |pull up |find |i want to know |i need |hey |ok )*'
const WHEN =
  "(?: (?:today|now|rn|right now|currently|at the moment|at present|please|this morning|this afternoon|live|latest|in (?:us )?dollars|in usd|at close|at the close|yesterday|'s price))*"
const WHAT_IS = "(?:wh?at(?:'s|s| is| are| was)? |how much (?:is|are) |how's |whats )?"
const THE = "(?:the |a |an |my )?(?:current |latest |live |last |real[- ]time |closing |todays |today's |recent )*"
const CLEAR_PRICE = '(?:(?:stock|share) ?(?:price|quote|value)|price|quote)s?'
const SPAN =
  '(?: (?:over|for|in|during|since|this|last|past|the) (?:the )?(?:(?:last|past) )?(?:\\d+ |few |hundred )?(?:days?|weeks?|months?|quarter|year))?'

const QUOTES: readonly RegExp[] = [
  `^${POLITE}${WHAT_IS}${THE}${CLEAR_PRICE} (?:of|for|on) (?:the )?(?:stock |shares? )?(?:of |for )?${NAME}(?: (?:stocks?|shares?))?${WHEN}[ ?!.]*$`,
  `^${POLITE}${WHAT_IS}${THE}${NAME} (?:stock |share )?(?:price|quote|stock price|share price)${WHEN}[ ?!.]*$`,
  `^${POLITE}wh?at(?:'s|s| is| are) ${NAME}(?: stocks?| shares?)? (?:trading|selling|worth|quoted|priced)(?: (?:at|for))?${WHEN}[ ?!.]*$`,
  `^${POLITE}how much (?:is|are) ${NAME}(?: stocks?| shares?)? (?:trading|selling|going)(?: (?:at|for))?${WHEN}[ ?!.]*$`,
  `^${POLITE}wh?at(?:'s|s| is| are) ${NAME} (?:stocks?|shares?) at${WHEN}[ ?!.]*$`,
  `^${POLITE}${WHAT_IS}${THE}price of (?:a |one |1 )?${NAME} (?:stock|share)${WHEN}[ ?!.]*$`,
  `^${POLITE}(?:where|how) (?:is|are) ${NAME}(?: stocks?| shares?)? (?:trading)${WHEN}[ ?!.]*$`,
  `^${POLITE}how much (?:is|are|does) (?:a |one )?${NAME} (?:stocks?|shares?)(?: (?:worth|cost|trading|going for|at|trading at))*${WHEN}[ ?!.]*$`,
  `^${POLITE}how much (?:is|are|does) (?:a |one )?(?:stocks?|shares?) (?:of|in) ${NAME}(?: (?:worth|cost|trading|at))*${WHEN}[ ?!.]*$`,
  `^${POLITE}(?:ticker|quote|stock quote|stock price) ${NAME}${WHEN}[ ?!.]*$`,
  `^${POLITE}${THE}${NAME} (?:stocks?|shares?)${WHEN}[ ?!.]*$`,
  `^${POLITE}how(?:'s| is| are) ${NAME} (?:stocks?|shares?) (?:doing|looking)${WHEN}[ ?!.]*$`,
].map((pattern) => new RegExp(pattern))

const HISTORIES: readonly RegExp[] = [
  `^${POLITE}(?:analy[sz]e|analysis of|chart|plot|measure|examine|review) ${THE}(?:(?:performance|price history|volatility|chart|stock|share|shares) (?:of )?)?(?:the )?${NAME}(?:'s)?(?: (?:stocks?|shares?|share price|stock price))?(?: (?:performance|price history|history|returns?|volatility|chart|prices?|trend))?${SPAN}[ ?!.]*$`,
  `^${POLITE}${WHAT_IS}${THE}(?:volatility|performance|drawdown|rsi|price history|price chart|chart|moving averages?|returns?) (?:of|for) ${NAME}(?: (?:stocks?|shares?))?${SPAN}[ ?!.]*$`,
  `^${POLITE}${NAME}(?: stocks?| shares?)? (?:performance|price history|volatility|price chart|stock chart|chart|drawdown|rsi|moving averages?)${SPAN}[ ?!.]*$`,
  `^${POLITE}how (?:has|have|did) ${NAME}(?: stocks?| shares?)? (?:performed|done|perform|do|been doing|moved|been)${SPAN}[ ?!.]*$`,
  `^${POLITE}how volatile (?:is|was|has) ${NAME}(?: stocks?| shares?)?(?: been)?${SPAN}[ ?!.]*$`,
].map((pattern) => new RegExp(pattern))

const NO_NAME = new RegExp(
  `^${POLITE}(?:get |show )?(?:me )?(?:what is the |what's the |the |a )?(?:current |latest |live )*(?:stock|share) (?:price|quote)s?${WHEN}[ ?!.]*$`,
)
const DEFINITION = /^(?:what is|what's|explain|define) (?:a|an) /

/** Hears a clear request for a price or for the measures of a share; anything about buying, the future or reasons is left alone. */
export function hearStocks(said: Utterance): Heard {
  if (said.attachment !== null) return null
  const text = spokenText(said.text)
  if (text.length > 160 || DEFINITION.test(text)) return null
  const plain = text.replace(/^(?:hi|hello|hey),? /, '')
  const symbol = symbolIn(plain, QUOTES, said.text)
  if (symbol) return { use: { symbol, range: 'quote' } }
  const charted = symbolIn(plain, HISTORIES, said.text)
  if (charted) return { use: { symbol: charted, range: 'daily' } }
  return NO_NAME.test(plain) ? { missing: ['the ticker, such as AAPL, or the name of a large company'] } : null
}

function symbolIn(text: string, patterns: readonly RegExp[], original: string): string | undefined {
  for (const pattern of patterns) {
    const [, name] = pattern.exec(text) ?? []
    const symbol = name === undefined ? undefined : symbolOf(name, text, original)
    if (symbol) return symbol
  }
  return undefined
}

/** A known ticker or company, "$tsla", or a word that was written in capitals amid others that were not. */
function symbolOf(said: string, text: string, original: string): string | undefined {
  const name = said.replace(/^the /, '').replace(/ (?:stocks?|shares?)$/, '')
  const bare = name.replace(/^\$/, '').replace(/'s$/, '')
  if (isKnownTicker(bare)) return bare.toUpperCase()
  const company = tickerOfCompany(bare)
  // Apples and visas have prices too.
  if (company && OF_SHARES.test(text)) return company
  const ticker = bare.toUpperCase()
  if (!/^[A-Z]{1,5}(?:\.[A-Z]{1,3})?$/.test(ticker)) return undefined
  if (name.startsWith('$')) return ticker
  return isInCapitals(ticker, original.slice(0, 300)) && !NO_TICKER.has(ticker) ? ticker : undefined
}

const OF_SHARES =
  /\b(?:stocks?|shares?|trading|traded|quotes?|ticker|perform(?:ed|ance)?|volatil\w+|drawdown|rsi|price history|moving averages?|returns?|chart)\b/

const isInCapitals = (ticker: string, original: string): boolean =>
  original !== original.toUpperCase() &&
  new RegExp(`(?<![A-Za-z])${ticker.replace('.', '\\.')}(?![A-Za-z])`).test(original)

/** Capitals that are no shares: currencies, coins, figures of the economy. */
const NO_TICKER = new Set(
  'I A AN AI US UK EU USA USD EUR GBP JPY CHF BTC ETH XRP DOGE GDP CPI ETF ETFS IRA CEO IPO NFT API CSV RSI SMA ROI EPS PE APR APY NBA NFL MLB NHL UFC OIL GOLD TV PC DIY'.split(
    ' ',
  ),
)
