import type { Match } from './match-results.ts'

/** How well each side scores and defends; 1 is the average of the league. Keys are names in lower case. */
export interface GoalStrengths {
  /** Goals of an average side against an average one on neutral ground. */
  readonly averageGoals: number
  /** What playing at home multiplies the own goals by, and divides those of the guest by; 1 without a home side. */
  readonly homeFactor: number
  readonly attack: ReadonlyMap<string, number>
  /** Above 1 means that the side lets in more than others. */
  readonly leakiness: ReadonlyMap<string, number>
}

/** As if each side had played this many average matches more: it draws strengths from few matches towards the middle. */
export const PRIOR_MATCHES = 3
const ROUNDS = 200
const STANDS = 1e-9

type Goals = { readonly home: string; readonly away: string; readonly homeGoals: number; readonly awayGoals: number }

/**
 * Strengths from played matches, by the likelihood of independent Poisson goals: expected goals of the home side are
 * average × attack × leakiness of the other × home factor. Each strength is goals ÷ expected goals, over and over until
 * they stand, drawn towards 1 by three average matches. Null when no match has goals.
 * Source: Maher, "Modelling association football scores", Statistica Neerlandica 36 (1982).
 */
export function fitStrengths(matches: readonly Match[], hasHomeSide: boolean): GoalStrengths | null {
  const played = matches.flatMap(({ home, away, homeGoals, awayGoals }) =>
    homeGoals === null || awayGoals === null
      ? []
      : [{ home: home.toLowerCase(), away: away.toLowerCase(), homeGoals, awayGoals }],
  )
  const [atHome, abroad] = [sumOf(played, 'homeGoals'), sumOf(played, 'awayGoals')]
  if (played.length === 0 || atHome + abroad === 0) return null
  const prior = PRIOR_MATCHES * ((atHome + abroad) / (2 * played.length))
  const homeFactor = hasHomeSide ? Math.sqrt((atHome + prior) / (abroad + prior)) : 1
  const averageGoals = (atHome + abroad) / (played.length * (homeFactor + 1 / homeFactor))
  const names = [...new Set(played.flatMap(({ home, away }) => [home, away]))]
  let attack = new Map(names.map((name) => [name, 1]))
  let leakiness = new Map(attack)
  for (let round = 0; round < ROUNDS; round += 1) {
    const level = { averageGoals, homeFactor, prior }
    const before = attack
    attack = refit(played, leakiness, level, true)
    leakiness = refit(played, attack, level, false)
    if (names.every((name) => Math.abs((attack.get(name) ?? 1) - (before.get(name) ?? 1)) < STANDS)) break
  }
  return { averageGoals, homeFactor, attack, leakiness }
}

/** Expected goals of both sides; a side without a match counts as average. */
export function expectedGoals(strengths: GoalStrengths, home: string, away: string): readonly [number, number] {
  const { averageGoals, homeFactor, attack, leakiness } = strengths
  const [host, guest] = [home.toLowerCase(), away.toLowerCase()]
  const goals = (one: string, other: string) => averageGoals * (attack.get(one) ?? 1) * (leakiness.get(other) ?? 1)
  return [goals(host, guest) * homeFactor, goals(guest, host) / homeFactor]
}

interface Level {
  readonly averageGoals: number
  readonly homeFactor: number
  readonly prior: number
}

/** One kind of strength anew from the other kind: of the scorers when `scoring`, else of those who were scored against. */
function refit(played: readonly Goals[], others: ReadonlyMap<string, number>, level: Level, scoring: boolean) {
  const found = new Map([...others.keys()].map((name) => [name, { goals: level.prior, expected: level.prior }]))
  const count = (scorer: string, victim: string, goals: number, ground: number) => {
    const one = found.get(scoring ? scorer : victim)
    if (!one) return
    one.goals += goals
    one.expected += level.averageGoals * (others.get(scoring ? victim : scorer) ?? 1) * ground
  }
  for (const { home, away, homeGoals, awayGoals } of played) {
    count(home, away, homeGoals, level.homeFactor)
    count(away, home, awayGoals, 1 / level.homeFactor)
  }
  const mean = [...found.values()].reduce((sum, { goals, expected }) => sum + goals / expected, 0) / found.size
  // Only the product of attack and leakiness is known; a mean attack of 1 settles the rest.
  return new Map([...found].map(([name, { goals, expected }]) => [name, goals / expected / (scoring ? mean : 1)]))
}

const sumOf = (played: readonly Goals[], side: 'homeGoals' | 'awayGoals'): number =>
  played.reduce((sum, match) => sum + match[side], 0)
