import * as z from 'zod'
import { type Block, count, facts, known, note, number, series, type Value } from '../../report/report.ts'
import { hearPrices } from '../hear-prices.ts'
import { rateText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { measurePrices } from '../price-measures.ts'
import { readPriceTable } from '../price-table.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  csv: z
    .string()
    .min(1, 'it is empty')
    .max(30_000_000, 'it must have at most 30,000,000 characters')
    .describe('CSV text whose first line names a date and a close column'),
  riskFreeRate: z
    .number()
    .min(-0.1, 'it must be at least -0.1')
    .max(1, 'it must be at most 1, which is 100 % a year')
    .optional()
    .describe('yearly rate as a ratio: 0.02 means 2 %; without it 0'),
})

const measured = z.number().nullable()
const change = z.object({ date: z.string(), change: z.number() })

const output = z.object({
  /** Closes used; `skipped` rows had none. */
  n: z.int(),
  skipped: z.int(),
  dateColumn: z.string(),
  closeColumn: z.string(),
  from: z.string(),
  to: z.string(),
  period: z.object({ name: z.enum(['daily', 'weekly', 'monthly', 'other']), perYear: z.number() }),
  first: z.number(),
  last: z.number(),
  /** Ratios: 0.12 is 12 %. */
  totalReturn: z.number(),
  annualReturn: measured,
  volatility: measured,
  riskFreeRate: z.number(),
  sharpe: measured,
  sortino: measured,
  drawdown: z.object({ depth: z.number(), peak: z.string(), trough: z.string(), recovered: z.string().nullable() }),
  best: change,
  worst: change,
  sma20: measured,
  sma50: measured,
  ema20: measured,
  macd: z.object({ line: z.number(), signal: z.number(), histogram: z.number() }).nullable(),
  bollinger: z.object({ lower: z.number(), middle: z.number(), upper: z.number() }).nullable(),
  /** 0..100 */
  rsi14: measured,
  /** At most 120 closes, evenly taken. */
  chart: z.array(z.number()),
})

/** Measures of a price history; formulas and sources stand in `price-measures.ts` and `indicators.ts`. */
export default defineTool({
  name: 'price-analysis',
  summary: 'Return, volatility, Sharpe, drawdown, moving averages, MACD, bands and RSI of a price history in CSV.',
  example: 'analyse this price history',
  effect: 'read',
  input,
  output,
  hear: hearPrices,
  async run({ csv, riskFreeRate = 0 }) {
    const prices = await readPriceTable(csv)
    const { dateColumn, closeColumn, skipped } = prices
    return { ...(await measurePrices(prices, riskFreeRate)), riskFreeRate, dateColumn, closeColumn, skipped }
  },
  show(result, asked): Block[] {
    return [
      facts('Prices', pricesOf(result)),
      facts('Result', resultOf(result, asked.riskFreeRate)),
      facts('Indicators of the last close', indicatorsOf(result)),
      series('Close', result.chart, 'chart'),
      note(
        'plain',
        `Formula: volatility = deviation of log returns × √${Math.round(result.period.perYear)}; Sharpe and Sortino = mean excess return ÷ its deviation or downside deviation × √${Math.round(result.period.perYear)}; CAGR = (last/first)^(1/years) − 1; RSI by Wilder, MACD(12, 26, 9) by Appel, Bollinger(20, 2).`,
      ),
      ...(result.n < FEW ? [note('warn', `Only ${result.n} closes: the measures are a rough hint.`)] : []),
      note(
        'plain',
        `n = ${result.n} closes. ${/adj/i.test(result.closeColumn) ? '' : 'Dividends count only if the closes are adjusted for them. '}The past says nothing certain about the future.`,
      ),
    ]
  },
})

const FEW = 30
const PERIODS = { daily: 'daily', weekly: 'weekly', monthly: 'monthly', other: 'at other distances' } as const

type Measured = z.output<typeof output>

const pricesOf = (result: Measured) => ({
  Closes: `${result.n.toLocaleString('en-US')} ${PERIODS[result.period.name]}, column “${result.closeColumn}”`,
  ...(result.skipped > 0 && { 'Rows without a close': count(result.skipped) }),
  From: `${result.from}: ${price(result.first)}`,
  To: `${result.to}: ${price(result.last)}`,
})

const resultOf = (result: Measured, saidRate: number | undefined) => ({
  'Total return': percent(result.totalReturn),
  'Return a year (CAGR)': known(result.annualReturn, percent),
  'Volatility a year': known(result.volatility, percent),
  'Deepest fall': fallText(result.drawdown),
  'Best step': `${signed(result.best.change)} on ${result.best.date}`,
  'Worst step': `${signed(result.worst.change)} on ${result.worst.date}`,
  'Sharpe ratio': known(result.sharpe, hundredths),
  'Sortino ratio': known(result.sortino, hundredths),
  'Risk-free rate': saidRate === undefined ? '0 %, as none was said' : rateText(saidRate),
})

const indicatorsOf = ({ sma20, sma50, ema20, macd, bollinger, rsi14 }: Measured) => ({
  'Average of 20': known(sma20, number),
  'Average of 50': known(sma50, number),
  'Exponential average of 20': known(ema20, number),
  'MACD line and signal': macd && `${price(macd.line)} and ${price(macd.signal)}`,
  'Bollinger bands': bollinger && `${price(bollinger.lower)} to ${price(bollinger.upper)}`,
  'RSI of 14': known(rsi14, (n) => number(Math.round(n * 10) / 10)),
})

const hundredths = (n: number): Value => number(Math.round(n * 100) / 100)

const price = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 4 })

const signed = (share: number): string => `${share >= 0 ? '+' : '−'}${(Math.abs(share) * 100).toFixed(1)} %`

const fallText = (fall: Measured['drawdown']): string =>
  fall.depth === 0
    ? 'none'
    : `−${(fall.depth * 100).toFixed(1)} % from ${fall.peak} to ${fall.trough}, ${fall.recovered === null ? 'not made up since' : `made up by ${fall.recovered}`}`
