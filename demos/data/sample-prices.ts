const DAYS = 120
const START_MS = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

/**
 * A made-up price history of 120 days as CSV (`date,close`): a slow rise with two waves and one fall, moved by the seed.
 * Not a real stock.
 */
export const samplePrices = (seed: number): string =>
  [
    'date,close',
    ...Array.from(
      { length: DAYS },
      (_, day) => `${new Date(START_MS + day * DAY_MS).toISOString().slice(0, 10)},${priceOn(day, seed).toFixed(2)}`,
    ),
  ].join('\n')

function priceOn(day: number, seed: number): number {
  const fall = day > 70 && day < 90 ? -8 * Math.sin(((day - 70) / 20) * Math.PI) : 0
  return 100 + day * 0.12 + 4 * Math.sin(day / 9 + seed) + 1.5 * Math.sin(day / 2.3) + fall
}
