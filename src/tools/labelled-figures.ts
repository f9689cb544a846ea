import { isYear } from './is-year.ts'

/** A figure as people write it: "$5,000", "12.5k", "1 million", "-3", "1e300"; not a percentage. */
const FIGURE =
  /(?<![\w.,])(-(?=[$£€]?\.?\d))?[$£€]?\s?(\d{1,3}(?:,\d{3})+|\d{1,20})(\.\d{1,12})?(e[+-]?\d{1,3})?\s?(k|thousand|grand|mn|million|m|bn|billion)?(?![\w%]|\.\d|\s%|\s?per ?cent\b|\s?pct\b)/g
const TIMES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}
const FARTHEST = 40
const BREAK = /[,;]|\b(?:and|with|plus)\b/

interface Token<Name extends string> {
  readonly at: number
  readonly end: number
  readonly label: Name | null
  readonly n: number
}

/**
 * The figure that belongs to each label, whether it stands behind or before it. Earlier labels win where two match the
 * same words. Example: `{ fixed: /fixed costs?/, price: /price/ }` on "fixed costs of $5k and a 20 price" →
 * `{ fixed: 5000, price: 20 }`. A label without a figure is absent.
 */
export function readLabelled<Name extends string>(
  text: string,
  labels: Readonly<Record<Name, RegExp>>,
): Partial<Record<Name, number>> {
  const tokens = tokensOf(text, labels)
  const found: Partial<Record<Name, number>> = {}
  const used = new Set<number>()
  // The first token tells the habit of the writer: "price 20, cost 8" or "20 price, 8 cost".
  const habit = tokens[0]?.label === null ? [-1, 1] : [1, -1]
  for (const across of [false, true]) {
    for (const step of habit) {
      tokens.forEach((token, place) => {
        const other = tokens[place + step]
        if (token.label === null || token.label in found || !other || other.label !== null) return
        if (used.has(place + step) || !isNear(text, token, other, across)) return
        found[token.label] = other.n
        used.add(place + step)
      })
    }
  }
  return found
}

function tokensOf<Name extends string>(text: string, labels: Readonly<Record<Name, RegExp>>): readonly Token<Name>[] {
  const tokens: Token<Name>[] = []
  const add = (token: Token<Name>) => {
    if (!tokens.some((one) => token.at < one.end && one.at < token.end)) tokens.push(token)
  }
  for (const label of Object.keys(labels) as Name[]) {
    for (const match of text.matchAll(new RegExp(labels[label].source, 'g'))) {
      add({ at: match.index, end: match.index + match[0].length, label, n: 0 })
    }
  }
  for (const match of text.matchAll(FIGURE)) {
    const [whole] = match
    const figure = {
      from: match.index + whole.search(/\S/),
      to: match.index + whole.trimEnd().length,
      value: figureOf(match),
    }
    if (isYear(text, figure)) continue
    add({ at: match.index, end: match.index + whole.length, label: null, n: figure.value })
  }
  return tokens.sort((a, b) => a.at - b.at)
}

function figureOf(match: RegExpMatchArray): number {
  const [, minus, whole = '', decimals = '', power = '', times = ''] = match
  const size = Number(whole.replaceAll(',', '') + decimals + power) * (TIMES[times] ?? 1)
  return minus ? -size : size
}

function isNear<Name extends string>(text: string, a: Token<Name>, b: Token<Name>, across: boolean): boolean {
  const between = a.at < b.at ? text.slice(a.end, b.at) : text.slice(b.end, a.at)
  return between.length <= FARTHEST && (across || !BREAK.test(between))
}
