import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestPrices } from '../../src/tools/best-prices.ts'

const NAMES = ['Home', 'Draw', 'Away']
const book = (title: string, prices: readonly number[]) => ({
  title,
  markets: [{ key: 'h2h', outcomes: prices.map((price, place) => ({ name: NAMES[place] ?? '', price })) }],
})
const eventOf = (...bookmakers: ReturnType<typeof book>[]) => ({
  ...{ id: '1', commence_time: '2026-11-21T15:00:00Z', home_team: 'Home', away_team: 'Away', bookmakers },
})
const anyPrice = fc.double({ min: 1.01, max: 500, noNaN: true })
const anyBooks = fc.array(fc.tuple(anyPrice, anyPrice, anyPrice), { minLength: 1, maxLength: 8 })

it('chances without margin sum to 1, and no bookmaker has a better price than the best', () =>
  fc.assert(
    fc.property(anyBooks, (books) => {
      const best = bestPrices(eventOf(...books.map((prices, i) => book(`B${i}`, prices)))) ?? expect.fail()
      expect(best.bookmakers).toBe(books.length)
      expect(best.outcomes.reduce((sum, { fair }) => sum + fair, 0)).toBeCloseTo(1, 9)
      best.outcomes.forEach((one, place) => {
        expect(one.best).toBe(Math.max(...books.map((prices) => prices[place] ?? 0)))
        expect(one.implied).toBeCloseTo(1 / one.best, 12)
        expect(books[Number(one.bookmaker.slice(1))]?.[place]).toBe(one.best)
      })
    }),
  ))

it('a single bookmaker’s margin is the sum of its implied chances less 1', () =>
  fc.assert(
    fc.property(anyPrice, anyPrice, (home, away) => {
      const best = bestPrices(eventOf(book('A', [home, 3, away]))) ?? expect.fail()
      expect(best.margin).toBeCloseTo(1 / home + 1 / 3 + 1 / away - 1, 9)
    }),
  ))

it('an event that nobody prices, or of which only one side is priced, has no best prices', () => {
  expect(bestPrices(eventOf())).toBeNull()
  expect(bestPrices(eventOf(book('A', [1.5])))).toBeNull()
})

it('a bookmaker that leaves out the draw is not compared', () => {
  const best = bestPrices(eventOf(book('Half', [9, 9].slice(0, 2)), book('Whole', [2, 3, 4])))
  expect(best).toMatchObject({ bookmakers: 1, outcomes: [{ name: 'Home', best: 2 }, {}, {}] })
})
