import type { Match } from './match-results.ts'

/** One line of a league table. Goals are null when a match of the side only names a winner. */
export interface LeagueRow {
  readonly team: string
  played: number
  won: number
  drawn: number
  lost: number
  goals_for: number | null
  goals_against: number | null
  goal_difference: number | null
  points: number
  /** The last five results, newest last: "WWDLW". */
  form: string
}

/** How sides level on points are told apart, before goals scored and the name. */
export type TieBreaker = 'goal-difference' | 'head-to-head' | 'wins'

/** `deductions` are points taken off, by name in lower case. */
export interface LeagueRules {
  readonly win: number
  readonly draw: number
  readonly tieBreaker: TieBreaker
  readonly deductions: ReadonlyMap<string, number>
  /** Which matches of a side count. */
  readonly ground: 'all' | 'home' | 'away'
}

/**
 * A league table, best first. Level on points: by goal difference and goals, or by number of wins first, or by the matches
 * of the level sides among themselves (points, then goal difference, then goals), as in Spain and Italy; last by name.
 */
export function rankLeague(matches: readonly Match[], rules: LeagueRules): readonly LeagueRow[] {
  const rows = tally(matches, rules)
  for (const row of rows) row.points -= rules.deductions.get(row.team.toLowerCase()) ?? 0
  const among = rules.tieBreaker === 'head-to-head' ? headToHead(rows, matches, rules) : new Map<string, LeagueRow>()
  return rows.sort((a, b) => {
    const [own, other] = [among.get(a.team), among.get(b.team)]
    return (
      b.points - a.points ||
      (rules.tieBreaker === 'wins' ? b.won - a.won : 0) ||
      (own && other ? other.points - own.points || byGoals(own, other) : 0) ||
      byGoals(a, b) ||
      a.team.localeCompare(b.team)
    )
  })
}

const byGoals = (a: LeagueRow, b: LeagueRow): number =>
  (b.goal_difference ?? 0) - (a.goal_difference ?? 0) || (b.goals_for ?? 0) - (a.goals_for ?? 0)

/** A row of its own table for every side that is level on points with another. */
function headToHead(rows: readonly LeagueRow[], matches: readonly Match[], rules: LeagueRules): Map<string, LeagueRow> {
  const found = new Map<string, LeagueRow>()
  for (const points of new Set(rows.map((row) => row.points))) {
    const level = new Map(rows.filter((row) => row.points === points).map(({ team }) => [team.toLowerCase(), team]))
    if (level.size < 2) continue
    const mutual = matches.filter(({ home, away }) => level.has(home.toLowerCase()) && level.has(away.toLowerCase()))
    for (const row of tally(mutual, rules)) found.set(level.get(row.team.toLowerCase()) ?? row.team, row)
  }
  return found
}

function tally(matches: readonly Match[], rules: LeagueRules): LeagueRow[] {
  const rows = new Map<string, LeagueRow>()
  for (const { home, away, homeGoals, awayGoals, score } of matches) {
    const [host, guest] = [rowOf(rows, home), rowOf(rows, away)]
    if (rules.ground !== 'away') add(host, { score, scored: homeGoals, conceded: awayGoals, rules })
    if (rules.ground !== 'home') add(guest, { score: 1 - score, scored: awayGoals, conceded: homeGoals, rules })
  }
  return [...rows.values()]
}

function rowOf(rows: Map<string, LeagueRow>, team: string): LeagueRow {
  const none = { played: 0, won: 0, drawn: 0, lost: 0, goals_for: 0, goals_against: 0, goal_difference: 0, points: 0 }
  const row = rows.get(team.toLowerCase()) ?? { team, ...none, form: '' }
  rows.set(team.toLowerCase(), row)
  return row
}

interface Played {
  readonly score: number
  readonly scored: number | null
  readonly conceded: number | null
  readonly rules: LeagueRules
}

function add(row: LeagueRow, { score, scored, conceded, rules }: Played): void {
  row.played += 1
  if (score === 1) row.won += 1
  else if (score === 0) row.lost += 1
  else row.drawn += 1
  row.form = `${row.form}${score === 1 ? 'W' : score === 0 ? 'L' : 'D'}`.slice(-5)
  row.points = row.won * rules.win + row.drawn * rules.draw
  // One match without goals makes the sums of goals unknown.
  row.goals_for = scored === null || row.goals_for === null ? null : row.goals_for + scored
  row.goals_against = conceded === null || row.goals_against === null ? null : row.goals_against + conceded
  row.goal_difference = row.goals_for === null || row.goals_against === null ? null : row.goals_for - row.goals_against
}
