import { removeMargin } from './fair-odds.ts'
import type { PricedEvent } from './the-odds-api.ts'

/** One outcome of an event. Chances are 0..1; `fair` is the mean of the bookmakers' chances without their margins. */
interface PricedOutcome {
  readonly name: string
  readonly best: number
  readonly bookmaker: string
  readonly implied: number
  readonly fair: number
}

/** An event with its best prices; `margin` is the mean of the bookmakers' margins, `bookmakers` how many priced every outcome. */
export interface BestPrices {
  readonly home: string
  readonly away: string
  readonly starts: string
  readonly bookmakers: number
  readonly margin: number
  readonly outcomes: PricedOutcome[]
}

interface Book {
  readonly title: string
  readonly prices: ReadonlyMap<string, number>
}

/**
 * Best price of each outcome over all bookmakers, and their mean opinion: each bookmaker's margin is removed in proportion (see
 * `removeMargin`) before the mean is taken. Null when nobody priced all outcomes.
 */
export function bestPrices(event: PricedEvent): BestPrices | null {
  const books = booksOf(event)
  const most = Math.max(0, ...books.map(({ prices }) => prices.size))
  const whole = books.filter(({ prices }) => prices.size === most && most >= 2)
  const [first] = whole
  if (!first) return null
  const names = [...first.prices.keys()].sort((one, other) => rank(one, event) - rank(other, event))
  const priced = whole.filter(({ prices }) => names.every((name) => prices.has(name)))
  const fair = priced.map(({ prices }) => removeMargin(names.map((name) => prices.get(name) ?? 0)))
  return {
    home: event.home_team,
    away: event.away_team,
    starts: event.commence_time,
    bookmakers: priced.length,
    margin: mean(fair.map(({ margin }) => margin)),
    outcomes: names.map((name, place) => ({
      ...bestOf(name, priced),
      fair: mean(fair.map(({ proportional }) => proportional[place] ?? 0)),
    })),
  }
}

const booksOf = ({ bookmakers }: PricedEvent): Book[] =>
  bookmakers.flatMap(({ title, markets }) =>
    markets
      .filter(({ key }) => key === 'h2h')
      .map(({ outcomes }) => ({ title, prices: new Map(outcomes.map(({ name, price }) => [name, price])) })),
  )

function bestOf(name: string, books: readonly Book[]) {
  const offers = books.map(({ title, prices }) => ({ bookmaker: title, best: prices.get(name) ?? 0 }))
  const top = offers.reduce((one, other) => (other.best > one.best ? other : one))
  return { name, ...top, implied: 1 / top.best }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Home, draw, away: the order in which people read them. */
const rank = (name: string, event: PricedEvent): number =>
  name === event.home_team ? 0 : name === event.away_team ? 2 : 1
