/** Two teams that meet. */
interface Meeting {
  readonly home: string
  readonly away: string
}

/** The events whose teams a sentence in lower case names ("lakers", "arsenal"), or all of them when it names none. */
export function eventsAbout<Event extends Meeting>(events: readonly Event[], text: string): readonly Event[] {
  const words = new Set(plain(text).match(/[\p{L}\d]{4,}/gu) ?? [])
  const named = events.filter(({ home, away }) => isNamed(home, words) || isNamed(away, words))
  return named.length > 0 ? named : events
}

const isNamed = (team: string, words: ReadonlySet<string>): boolean =>
  (plain(team).match(/[\p{L}\d]{4,}/gu) ?? []).some((word) => words.has(word) && !NO_NAME.has(word))

/** Parts of team names that sentences use for other things. */
const NO_NAME = new Set([
  'city',
  'united',
  'town',
  'real',
  'club',
  'state',
  'game',
  'live',
  'world',
  'golden',
  'best',
  'york',
  'football',
])

/** "Bayern München" → "bayern munchen". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
