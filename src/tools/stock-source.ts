import * as z from 'zod'
import type { LiveAnswer, LiveSource } from './live-source.ts'

const price = z.number().positive()

/** A price of a share. `day` is the trading day it belongs to, in the market's own calendar; nulls were not told. */
export const quoteShape = z.object({
  symbol: z.string(),
  day: z.iso.date(),
  price,
  /** What the price is: the `latest` of the day as the source has it, or a day's `close`. */
  kind: z.enum(['latest', 'close']),
  open: price.nullable(),
  high: price.nullable(),
  low: price.nullable(),
  previous_close: price.nullable(),
  volume: z.number().nullable(),
})

export type Quote = z.output<typeof quoteShape>

/** Daily closes, oldest first. `adjusted` is for splits; dividends are never in them. */
export const historyShape = z.object({
  symbol: z.string(),
  adjusted: z.boolean(),
  days: z.array(z.object({ day: z.iso.date(), close: price })).min(2),
})

export type History = z.output<typeof historyShape>

/** A place where share prices come from. @throws OperatorError NOT_FOUND for an unknown symbol; what `askLive` throws. */
export interface StockSource {
  readonly source: LiveSource
  quote(symbol: string): Promise<LiveAnswer<Quote>>
  history(symbol: string): Promise<LiveAnswer<History>>
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Quotes are kept for ten minutes. */
export const quoteUntil = (nowMs: number): number => nowMs + 10 * MINUTE_MS

/** Daily prices are kept until the next day (UTC) begins. */
export const nextDay = (nowMs: number): number => (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS
