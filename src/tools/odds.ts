import { OperatorError } from '../base/errors.ts'

/** One price in every way of writing it. `american` and `decimal` are exact, `fractional` is the nearest simple fraction. */
export interface Odds {
  readonly decimal: number
  /** Profit on 100 when positive, stake that wins 100 when negative. */
  readonly american: number
  /** Such as `5/2`. */
  readonly fractional: string
  /** 1 / decimal, 0..1, the bookmaker's margin included. */
  readonly impliedProbability: number
}

/**
 * Reads one price: American `+150` and `-110`, decimal `2.5`, fractional `5/2` or `5 to 2`, `evens`, or a chance `40%`.
 * Formulas: UK Gambling Commission, "Understanding odds"; decimal = fraction + 1, 1 + A/100 or 1 + 100/|A|, 1/probability.
 *
 * @throws OperatorError ARGS_INVALID when it is no price that can be paid (American between -100 and +100, decimal <= 1).
 */
export function readOdds(said: string): Odds {
  const text = said
    .trim()
    .toLowerCase()
    .replace(/[−‒–—]/g, '-')
  const decimal = decimalOf(text)
  if (!Number.isFinite(decimal) || decimal <= 1 || decimal > 1_000_001) {
    throw new OperatorError(
      'ARGS_INVALID',
      `"${said.slice(0, 40)}" is not a price I can read: write +150 or -110, 2.50, 5/2, evens or 40%.`,
    )
  }
  return oddsOf(decimal)
}

/** Decimal odds (> 1) in every format. */
export const oddsOf = (decimal: number): Odds => ({
  decimal,
  american: decimal >= 2 ? (decimal - 1) * 100 : -100 / (decimal - 1),
  fractional: nearestFraction(decimal - 1),
  impliedProbability: 1 / decimal,
})

/** American odds as people write them: 150 → "+150", -110.2 → "-110". */
export const printAmerican = (american: number): string =>
  `${american >= 0 ? '+' : ''}${Math.round(american).toLocaleString('en-US', { useGrouping: false })}`

function decimalOf(text: string): number {
  if (/^(?:evens?|even money)$/.test(text)) return 2
  const american = /^([+-])(\d{3,7}(?:\.\d{1,6})?)$/.exec(text)
  if (american) return fromAmerican(american[1] === '-', Number(american[2]))
  const fraction = /^(\d{1,6}(?:\.\d{1,3})?)\s?(?:\/|to)\s?(\d{1,6})$/.exec(text)
  if (fraction) return 1 + Number(fraction[1]) / Number(fraction[2])
  const percent = /^(\d{1,3}(?:\.\d{1,9})?)\s?%$/.exec(text)
  if (percent) return 100 / Number(percent[1])
  return /^\d{1,7}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
}

function fromAmerican(minus: boolean, size: number): number {
  if (size < 100) return Number.NaN
  return minus ? 1 + 100 / size : 1 + size / 100
}

/** Nearest fraction whose bottom is at most 100, smallest bottom first: 0.9091 → 10/11. */
function nearestFraction(profit: number): string {
  let best = { top: Math.max(1, Math.round(profit)), bottom: 1 }
  const missBy = (top: number, bottom: number) => Math.abs(top / bottom - profit)
  for (let bottom = 1; bottom <= 100; bottom += 1) {
    const top = Math.max(1, Math.round(profit * bottom))
    // A longer fraction must be clearly better, so that 1.91 becomes 10/11 and not 91/100.
    if (missBy(top, bottom) < missBy(best.top, best.bottom) - profit * 0.001) best = { top, bottom }
  }
  return `${best.top}/${best.bottom}`
}
