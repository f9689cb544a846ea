/**
 * The players of a file whom a sentence names, in the order of the sentence: by the full name, or by a part of three letters
 * or more that no other player has ("Curry" for "Stephen Curry").
 */
export function findPlayers(sentence: string, names: readonly string[]): readonly string[] {
  const text = plain(sentence)
  const partsOf = new Map(
    names.map((name) => [
      name,
      plain(name)
        .split(' ')
        .filter((part) => part.length >= 3 && !EVERYDAY.has(part)),
    ]),
  )
  const times = new Map<string, number>()
  for (const part of [...partsOf.values()].flatMap((parts) => [...new Set(parts)]))
    times.set(part, (times.get(part) ?? 0) + 1)
  const found = names.flatMap((name) => {
    const whole = placeOf(text, plain(name))
    if (whole >= 0) return [{ name, place: whole }]
    const places = (partsOf.get(name) ?? [])
      .filter((part) => times.get(part) === 1)
      .map((part) => placeOf(text, part))
      .filter((place) => place >= 0)
    return places.length > 0 ? [{ name, place: Math.min(...places) }] : []
  })
  return found.toSorted((a, b) => a.place - b.place).map(({ name }) => name)
}

// Words of questions that are first names too.
const EVERYDAY = new Set(['will', 'may', 'mark', 'per', 'art', 'win', 'rank', 'best', 'long', 'high', 'given'])

/** The stats of a file that a sentence names: "shots_on_target" by "shots on target", "points" by "point". */
export function findStats(sentence: string, stats: readonly string[]): readonly string[] {
  const text = plain(sentence)
  return stats.filter((stat) => {
    const words = [stat, ...(SPOKEN[stat] ?? [])].map(plain)
    return words.some((word) => [word, word.replace(/s$/, ''), `${word}s`].some((form) => placeOf(text, form) >= 0))
  })
}

const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  pts: ['points', 'scoring'],
  points: ['pts', 'scoring'],
  reb: ['rebounds', 'boards'],
  trb: ['rebounds'],
  rebounds: ['boards'],
  ast: ['assists'],
  assists: ['ast'],
  stl: ['steals'],
  blk: ['blocks'],
  tov: ['turnovers'],
  xg: ['expected goals'],
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/'s\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const placeOf = (text: string, words: string): number => (words === '' ? -1 : ` ${text} `.indexOf(` ${words} `))
