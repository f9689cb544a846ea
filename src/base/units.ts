/** Money is integer micro-dollars everywhere: 1 USD = 1,000,000. Rounds up, so that a cost is never understated. */
export const microUsd = (usd: number): number => Math.max(0, Math.ceil(usd * 1_000_000 - 1e-6))

/** Micro-dollars as dollars, for JSON and printing. */
export const usdOf = (micro: number): number => micro / 1_000_000

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
/** A quarter of an hour: midnight begins one in every time zone. */
export const QUARTER_MS = 900_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
