/** What people call large companies and funds, and the ticker of their US listing. */
const TICKERS: Readonly<Record<string, string>> = {
  apple: 'AAPL',
  microsoft: 'MSFT',
  google: 'GOOGL',
  alphabet: 'GOOGL',
  amazon: 'AMZN',
  nvidia: 'NVDA',
  tesla: 'TSLA',
  meta: 'META',
  facebook: 'META',
  netflix: 'NFLX',
  intel: 'INTC',
  amd: 'AMD',
  ibm: 'IBM',
  oracle: 'ORCL',
  cisco: 'CSCO',
  adobe: 'ADBE',
  salesforce: 'CRM',
  broadcom: 'AVGO',
  qualcomm: 'QCOM',
  palantir: 'PLTR',
  uber: 'UBER',
  airbnb: 'ABNB',
  paypal: 'PYPL',
  coinbase: 'COIN',
  spotify: 'SPOT',
  disney: 'DIS',
  'coca cola': 'KO',
  'coca-cola': 'KO',
  coke: 'KO',
  pepsi: 'PEP',
  pepsico: 'PEP',
  mcdonalds: 'MCD',
  "mcdonald's": 'MCD',
  starbucks: 'SBUX',
  nike: 'NKE',
  walmart: 'WMT',
  costco: 'COST',
  boeing: 'BA',
  ford: 'F',
  'general motors': 'GM',
  toyota: 'TM',
  exxon: 'XOM',
  chevron: 'CVX',
  pfizer: 'PFE',
  moderna: 'MRNA',
  'johnson & johnson': 'JNJ',
  'eli lilly': 'LLY',
  visa: 'V',
  mastercard: 'MA',
  jpmorgan: 'JPM',
  'jp morgan': 'JPM',
  'goldman sachs': 'GS',
  'bank of america': 'BAC',
  'berkshire hathaway': 'BRK.B',
  berkshire: 'BRK.B',
  gamestop: 'GME',
  'game stop': 'GME',
  'taiwan semiconductor': 'TSM',
  tsmc: 'TSM',
  asml: 'ASML',
  sap: 'SAP',
  's&p 500 etf': 'SPY',
}

/** Tickers that are no English words: they are known in lower case too. */
const LOWER = new Set(
  'aapl msft goog googl amzn nvda tsla nflx intc amd ibm orcl csco adbe crm avgo qcom pltr abnb pypl pep mcd sbux nke wmt xom cvx pfe mrna jnj jpm brk.b gme tsm asml spy qqq voo vti vwce smci mstr'.split(
    ' ',
  ),
)

/** True for a well-known ticker in lower case that cannot be mistaken for a word: "tsla". */
export const isKnownTicker = (said: string): boolean => LOWER.has(said)

/** The ticker of a company's name in lower case: "tesla", "apple's" → "AAPL"; undefined for others. */
export function tickerOfCompany(said: string): string | undefined {
  const name = said.replace(/'s$/, '').replace(/,? (?:inc|corp|corporation|plc|ag|co)\.?$/, '')
  const known = [name, name.replace(/s$/, '')].find((one) => Object.hasOwn(TICKERS, one))
  return known === undefined ? undefined : TICKERS[known]
}
