import { OperatorError } from '../base/errors.ts'
import type { Fixture, MatchResults } from './match-results.ts'

/** How the rest of a season is known: rows without a score, or every pairing that a round robin still lacks. */
export type Remaining = 'listed' | 'double-round-robin' | 'single-round-robin'

/** The matches still to be played. `repeated` is true when a pairing occurs twice at one ground: no round robin. */
export interface RestOfSeason {
  readonly how: Remaining
  readonly fixtures: readonly Fixture[]
  readonly repeated: boolean
}

/**
 * What is left of a season. Asked for nothing, rows without a score are the rest; where there are none, a double round
 * robin (each side at home and away against each other) is completed, unless pairings repeat, as in American leagues.
 *
 * @throws OperatorError ARGS_INVALID when rows without a score are asked for and there are none.
 */
export function restOfSeason(results: MatchResults, asked: Remaining | undefined): RestOfSeason {
  const { matches, fixtures } = results
  const seen = new Set(matches.map(grounds))
  const repeated = seen.size < matches.length
  if (asked === 'listed' && fixtures.length === 0) {
    throw new OperatorError('ARGS_INVALID', 'The table has no rows without a score, so no fixtures are left to play.', {
      hint: 'Add the remaining fixtures as rows with empty goals, or ask to complete a double round robin.',
    })
  }
  if (asked === undefined && (fixtures.length > 0 || repeated)) return { how: 'listed', fixtures, repeated }
  if (asked === 'listed') return { how: 'listed', fixtures, repeated }
  const how = asked ?? 'double-round-robin'
  const lacking = how === 'double-round-robin' ? lackingDouble(results, seen) : lackingSingle(results)
  return { how, fixtures: lacking, repeated }
}

const grounds = ({ home, away }: Fixture): string => `${home.toLowerCase()}\n${away.toLowerCase()}`

const pairing = ({ home, away }: Fixture): string => [home.toLowerCase(), away.toLowerCase()].sort().join('\n')

/** Sides as first written, in the order of the file. */
export function sidesOf({ matches, fixtures }: Pick<MatchResults, 'matches' | 'fixtures'>): readonly string[] {
  const sides = new Map<string, string>()
  for (const { home, away } of [...matches, ...fixtures]) {
    for (const side of [home, away]) if (!sides.has(side.toLowerCase())) sides.set(side.toLowerCase(), side)
  }
  return [...sides.values()]
}

function lackingDouble(results: MatchResults, seen: ReadonlySet<string>): Fixture[] {
  const sides = sidesOf(results)
  return sides
    .flatMap((home) => sides.map((away) => ({ home, away })))
    .filter((one) => one.home !== one.away && !seen.has(grounds(one)))
}

/** The ground is not known then; listed rows keep theirs, the others are played where the file names the side first. */
function lackingSingle(results: MatchResults): Fixture[] {
  const sides = sidesOf(results)
  const seen = new Set([...results.matches, ...results.fixtures].map(pairing))
  const others = sides.flatMap((home, place) => sides.slice(place + 1).map((away) => ({ home, away })))
  return [...results.fixtures, ...others.filter((one) => !seen.has(pairing(one)))]
}
