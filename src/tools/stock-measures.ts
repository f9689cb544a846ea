import * as z from 'zod'
import { measurePrices } from './price-measures.ts'
import { readPriceTable } from './price-table.ts'
import type { History } from './stock-source.ts'

const measured = z.number().nullable()
const change = z.object({ date: z.string(), change: z.number() })

/** What a fetched history is told by: some of the measures of `measurePrices`. Ratios: 0.12 is 12 %. */
export const measuresShape = z.object({
  n: z.int(),
  from: z.string(),
  to: z.string(),
  period: z.object({ perYear: z.number() }),
  first: z.number(),
  last: z.number(),
  totalReturn: z.number(),
  volatility: measured,
  drawdown: z.object({ depth: z.number(), peak: z.string(), trough: z.string() }),
  best: change,
  worst: change,
  sma20: measured,
  sma50: measured,
  /** 0..100 */
  rsi14: measured,
  /** At most 120 closes, evenly taken. */
  chart: z.array(z.number()),
})

/** The measures of daily closes: they are read as a CSV of them would be. @throws OperatorError ARGS_INVALID as `readPriceTable`. */
export async function stockMeasures({ days }: History): Promise<z.output<typeof measuresShape>> {
  const csv = `date,close\n${days.map(({ day, close }) => `${day},${close}`).join('\n')}`
  return measuresShape.parse(await measurePrices(await readPriceTable(csv), 0))
}
