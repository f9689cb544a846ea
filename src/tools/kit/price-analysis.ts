import * as z from 'zod'
import { type Block, count, facts, note, number, ratio, series } from '../../report/report.ts'
import { hearPrices } from '../hear-prices.ts'
import { measurePrices } from '../price-measures.ts'
import { readPriceTable } from '../price-table.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  csv: z
    .string()
    .min(1, 'it is empty')
    .max(30_000_000, 'it must have at most 30,000,000 characters')
    .describe('CSV text whose first line names a date and a close column'),
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
  drawdown: z.object({ depth: z.number(), peak: z.string(), trough: z.string(), recovered: z.string().nullable() }),
  best: change,
  worst: change,
  sma20: measured,
  sma50: measured,
  /** 0..100 */
  rsi14: measured,
  /** At most 120 closes, evenly taken. */
  chart: z.array(z.number()),
})

/** Measures of a price history; formulas and sources stand in `price-measures.ts` and `indicators.ts`. */
export default defineTool({
  name: 'price-analysis',
  summary: 'Return, volatility, drawdown, moving averages and RSI of a price history in CSV.',
  example: 'analyse this price history',
  effect: 'read',
  input,
  output,
  hear: hearPrices,
  async run({ csv }) {
    const prices = await readPriceTable(csv)
    const { dateColumn, closeColumn, skipped } = prices
    return { ...(await measurePrices(prices)), dateColumn, closeColumn, skipped }
  },
  show(result): Block[] {
    return [
      facts('Prices', {
        Closes: `${result.n.toLocaleString('en-US')} ${PERIODS[result.period.name]}, column “${result.closeColumn}”`,
        ...(result.skipped > 0 && { 'Rows without a close': count(result.skipped) }),
        From: `${result.from}: ${price(result.first)}`,
        To: `${result.to}: ${price(result.last)}`,
      }),
      facts('Result', {
        'Total return': ratio(result.totalReturn),
        'Return a year (CAGR)': result.annualReturn === null ? null : ratio(result.annualReturn),
        'Volatility a year': result.volatility === null ? null : ratio(result.volatility),
        'Deepest fall': fallText(result.drawdown),
        'Best step': `${signed(result.best.change)} on ${result.best.date}`,
        'Worst step': `${signed(result.worst.change)} on ${result.worst.date}`,
      }),
      facts('Indicators of the last close', {
        'Average of 20': result.sma20 === null ? null : number(result.sma20),
        'Average of 50': result.sma50 === null ? null : number(result.sma50),
        'RSI of 14': result.rsi14 === null ? null : number(Math.round(result.rsi14 * 10) / 10),
      }),
      series('Close', result.chart, 'chart'),
      note(
        'plain',
        `Formula: volatility = deviation of log returns × √${Math.round(result.period.perYear)}; CAGR = (last/first)^(1/years) − 1; RSI by Wilder.`,
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

const price = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 4 })

const signed = (share: number): string => `${share >= 0 ? '+' : '−'}${(Math.abs(share) * 100).toFixed(1)} %`

const fallText = (fall: z.output<typeof output>['drawdown']): string =>
  fall.depth === 0
    ? 'none'
    : `−${(fall.depth * 100).toFixed(1)} % from ${fall.peak} to ${fall.trough}, ${fall.recovered === null ? 'not made up since' : `made up by ${fall.recovered}`}`
