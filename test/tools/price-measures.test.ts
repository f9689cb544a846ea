import { expect, it } from 'vitest'
import { measurePrices } from '../../src/tools/price-measures.ts'

const table = (days: number[], closes: number[]) => ({
  dateColumn: 'date',
  closeColumn: 'close',
  days,
  closes,
  skipped: 0,
})
const measure = (days: number[], closes: number[]) => measurePrices(table(days, closes), 0)
const every = (step: number, n: number) => Array.from({ length: n }, (_, index) => 20_000 + index * step)

it('a doubling in four years is 18.9 % a year', async () => {
  const { totalReturn, annualReturn } = await measure([0, 1461], [50, 100])
  expect(totalReturn).toBe(1)
  expect(annualReturn).toBeCloseTo(2 ** 0.25 - 1, 12)
})

it('less than a year has no yearly return', async () =>
  expect((await measure([0, 300], [50, 100])).annualReturn).toBeNull())

it('equal steps have no volatility, and one step none that could be told', async () => {
  expect((await measure(every(7, 4), [1, 2, 4, 8])).volatility).toBeCloseTo(0, 12)
  expect((await measure([1, 2], [1, 2])).volatility).toBeNull()
})

it('volatility is the sample deviation of log returns times the root of the periods', async () => {
  const { volatility } = await measure(every(30, 3), [1, Math.E, Math.E])
  expect(volatility).toBeCloseTo(Math.sqrt(0.5) * Math.sqrt(12), 12)
})

it.each([
  ['daily', 365, every(1, 30)],
  ['daily', 252, every(1, 30).filter((day) => ![2, 3].includes(day % 7))],
  ['weekly', 52, every(7, 30)],
  ['monthly', 12, every(30, 30)],
  ['other', 365.25 / 91, every(91, 30)],
])('%s prices have %d periods a year', async (name, perYear, days) =>
  expect((await measure(days, days)).period).toEqual({ name, perYear }),
)

it('the best and the worst step stand on the day they ended', async () =>
  expect(await measure([0, 1, 4, 5], [100, 110, 88, 90])).toMatchObject({
    best: { date: '1970-01-02', change: expect.closeTo(0.1) },
    worst: { date: '1970-01-05', change: expect.closeTo(-0.2) },
  }))

it('a long history is drawn with 120 points from the first to the last', async () => {
  const { chart } = await measure(every(1, 5000), every(1, 5000))
  expect([chart.length, chart[0], chart.at(-1)]).toEqual([120, 20_000, 24_999])
})
