import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, count, facts, known, note, number, series, table, type Value } from '../../report/report.ts'
import { type AssetTable, readAssetTable } from '../asset-table.ts'
import { hearPortfolio } from '../hear-portfolio.ts'
import { rateText } from '../money-text.ts'
import { percent } from '../percent-text.ts'
import { measurePortfolio } from '../portfolio-measures.ts'
import { defineTool } from '../tool.ts'

const input = z.object({
  csv: z
    .string()
    .min(1, 'it is empty')
    .max(30_000_000, 'it must have at most 30,000,000 characters')
    .describe('CSV text with a date column and one column of closes an asset, or rows of date, symbol and close'),
  weights: z
    .array(z.object({ asset: z.string().min(1), share: z.number().min(0, 'a share must not be negative').max(10) }))
    .min(1)
    .optional()
    .describe('share of each asset as a ratio, together 1; without it all but the benchmark count alike'),
  benchmark: z.string().optional().describe('the column or symbol that the others are measured against'),
  riskFreeRate: z
    .number()
    .min(-0.1, 'it must be at least -0.1')
    .max(1, 'it must be at most 1, which is 100 % a year')
    .optional()
    .describe('yearly rate as a ratio: 0.02 means 2 %; without it 0'),
})

const measured = z.number().nullable()
const row = z.object({
  totalReturn: z.number(),
  annualReturn: measured,
  volatility: measured,
  sharpe: measured,
  sortino: measured,
  drawdown: z.object({ depth: z.number(), peak: z.string(), trough: z.string(), recovered: z.string().nullable() }),
  beta: measured,
  correlation: measured,
  /** At most 120 values, evenly taken. */
  chart: z.array(z.number()),
})
const asset = row.extend({ name: z.string(), share: z.number() })

const output = z.object({
  columns: z.object({
    date: z.string(),
    layout: z.enum(['columns', 'rows']),
    symbol: z.string().nullable(),
    close: z.string().nullable(),
    passedOver: z.array(z.string()),
  }),
  /** Days on which every asset has a close, and those left out because one has none. */
  n: z.int(),
  incompleteDays: z.int(),
  from: z.string(),
  to: z.string(),
  period: z.object({ name: z.enum(['daily', 'weekly', 'monthly', 'other']), perYear: z.number() }),
  weighted: z.enum(['as said', 'equally']),
  benchmark: z.string().nullable(),
  riskFreeRate: z.number(),
  assets: z.array(asset),
  portfolio: row,
  /** Of each pair in the order of the assets; null when there is a benchmark. */
  correlations: z.array(z.array(measured)).nullable(),
})

type Asked = z.output<typeof input>
type Measured = z.output<typeof output>

/** Measures of several assets and of the portfolio they make; formulas stand in `price-measures.ts` and `return-measures.ts`. */
export default defineTool({
  name: 'portfolio-analysis',
  summary:
    'Return, volatility, Sharpe, Sortino, drawdown, beta and correlation of a portfolio and its assets from a CSV.',
  example: 'analyse my portfolio against a benchmark from a CSV of closes',
  effect: 'read',
  input,
  output,
  hear: hearPortfolio,
  async run(asked) {
    const sheet = await readAssetTable(asked.csv)
    const benchmark = benchmarkOf(sheet, asked.benchmark)
    const shares = sharesOf(sheet, asked, benchmark)
    const riskFreeRate = asked.riskFreeRate ?? 0
    return {
      columns: {
        date: sheet.dateColumn,
        layout: sheet.layout,
        symbol: sheet.symbolColumn,
        close: sheet.closeColumn,
        passedOver: [...sheet.passedOver],
      },
      incompleteDays: sheet.incompleteDays,
      weighted: asked.weights ? ('as said' as const) : ('equally' as const),
      benchmark: benchmark === null ? null : (sheet.assets[benchmark]?.name ?? null),
      riskFreeRate,
      ...(await measurePortfolio(sheet, { shares, benchmark, riskFreeRate })),
    }
  },
  show(result, asked): Block[] {
    return [
      facts('Data', dataOf(result)),
      facts('Portfolio', portfolioOf(result, asked)),
      table(['Asset', 'Share', 'Return', 'A year', 'Volatility', 'Deepest fall'], returnRows(result), 'Returns'),
      table(['Asset', 'Sharpe', 'Sortino', ...(result.benchmark ? ['Beta', 'Correlation'] : [])], riskRows(result)),
      ...matrixOf(result),
      series('Portfolio value, 100 at the start', result.portfolio.chart, 'chart'),
      ...result.assets.map(({ name, chart }) => series(name, chart)),
      ...notesOf(result),
    ]
  },
})

const LIKE_A_BENCHMARK = /^(?:benchmark|market|index)$/i

/** The place of the benchmark: the named one, else a column that calls itself so beside others. */
function benchmarkOf({ assets }: AssetTable, named: string | undefined): number | null {
  if (named !== undefined) return placeOf(assets, named)
  const place = assets.findIndex(({ name }) => LIKE_A_BENCHMARK.test(name))
  return place >= 0 && assets.length > 1 ? place : null
}

function placeOf(assets: AssetTable['assets'], named: string): number {
  const place = assets.findIndex(({ name }) => name.toLowerCase() === named.toLowerCase())
  if (place >= 0) return place
  const names = assets.slice(0, 12).map(({ name }) => name)
  throw new OperatorError(
    'ARGS_INVALID',
    `The prices have no asset "${named.slice(0, 40)}"; they have ${names.join(', ')}.`,
  )
}

/** Shares in the order of the assets. Equal ones leave the benchmark out where something else is left. */
function sharesOf({ assets }: AssetTable, { weights }: Asked, benchmark: number | null): number[] {
  if (!weights) {
    const held = assets.map((_, place) => place !== benchmark || assets.length === 1)
    return held.map((isHeld) => (isHeld ? 1 / held.filter(Boolean).length : 0))
  }
  const sum = weights.reduce((all, { share }) => all + share, 0)
  if (Math.abs(sum - 1) > 0.005)
    throw new OperatorError('ARGS_INVALID', `The shares make ${rateText(sum)}; they must make 100 %.`, {
      hint: 'Say all of them, such as "60% AAPL, 40% MSFT", or none for equal shares.',
    })
  const shares = assets.map(() => 0)
  for (const { asset: name, share } of weights) shares[placeOf(assets, name)] = share / sum
  return shares
}

const PERIODS = { daily: 'daily', weekly: 'weekly', monthly: 'monthly', other: 'at other distances' } as const

const dataOf = ({ columns, assets, n, period, incompleteDays, from, to }: Measured) => ({
  Dates: `column “${columns.date}”, ${from} to ${to}`,
  Closes:
    columns.layout === 'rows'
      ? `column “${columns.close}”, one row a day and “${columns.symbol}”`
      : `one column an asset: ${assets.map(({ name }) => name).join(', ')}`,
  ...(columns.passedOver.length > 0 && { 'Columns not used': columns.passedOver.slice(0, 12).join(', ') }),
  Sample: `${n.toLocaleString('en-US')} ${PERIODS[period.name]} closes of ${assets.length === 1 ? 'one asset' : `each of ${assets.length} assets`}`,
  ...(incompleteDays > 0 && { 'Days left out, a close is missing': count(incompleteDays) }),
})

const portfolioOf = ({ weighted, assets, benchmark, riskFreeRate, portfolio }: Measured, asked: Asked) => ({
  Held: `${assets
    .filter(({ share }) => share > 0)
    .map(({ name, share }) => `${name} ${rateText(Math.round(share * 1e4) / 1e4)}`)
    .join(', ')} (${weighted})`,
  Benchmark: benchmark ?? 'none named',
  'Risk-free rate': asked.riskFreeRate === undefined ? '0 %, as none was said' : rateText(riskFreeRate),
  'Total return': percent(portfolio.totalReturn),
  'Deepest fall': fallText(portfolio.drawdown),
})

const fallText = ({ depth, peak, trough, recovered }: Measured['portfolio']['drawdown']): string =>
  depth === 0
    ? 'none'
    : `−${(depth * 100).toFixed(1)} % from ${peak} to ${trough}, ${recovered === null ? 'not made up since' : `made up by ${recovered}`}`

const returnRows = ({ assets, portfolio }: Measured): Value[][] =>
  [...assets, { ...portfolio, name: 'Portfolio', share: 1 }].map((one) => [
    one.name,
    percent(one.share),
    percent(one.totalReturn),
    known(one.annualReturn, percent),
    known(one.volatility, percent),
    percent(-one.drawdown.depth),
  ])

const riskRows = ({ assets, portfolio, benchmark }: Measured): Value[][] =>
  [...assets, { ...portfolio, name: 'Portfolio' }].map((one) => [
    one.name,
    known(one.sharpe, rounded),
    known(one.sortino, rounded),
    ...(benchmark ? [known(one.beta, rounded), known(one.correlation, rounded)] : []),
  ])

const rounded = (n: number): Value => number(Math.round(n * 100) / 100)

const WIDEST = 8

function matrixOf({ correlations, assets }: Measured): Block[] {
  if (!correlations) return []
  const names = assets.slice(0, WIDEST).map(({ name }) => name)
  const rows = names.map((name, place) => [
    name,
    ...(correlations[place] ?? []).slice(0, WIDEST).map((one) => known(one, rounded)),
  ])
  const left = assets.length - names.length
  return [
    table(['', ...names], rows, 'Correlation of the returns'),
    ...(left > 0 ? [note('plain', `${left} more assets are in the data form (--json) of this answer.`)] : []),
  ]
}

const notesOf = ({ n, period, benchmark }: Measured): Block[] => [
  ...(n < FEW ? [note('warn', `Only ${n} closes: the measures are a rough hint; n/a where they are too few.`)] : []),
  note(
    'plain',
    `Formula: volatility = deviation of log returns × √${Math.round(period.perYear)}; Sharpe = mean excess return ÷ deviation and Sortino = mean excess return ÷ downside deviation, both × √${Math.round(period.perYear)}${benchmark ? '; beta = covariance with the benchmark ÷ its variance' : ''}.`,
  ),
  note(
    'plain',
    'The portfolio is bought on the first day and held: shares drift with the prices. No fees, taxes or trades; a return a year needs a year of closes, Sharpe, Sortino, beta and correlation ten returns. The past says nothing certain about the future.',
  ),
]

const FEW = 30
