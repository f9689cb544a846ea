import { OperatorError } from '../base/errors.ts'
import { readTable, type Table } from './read-table.ts'
import { isCsv } from './table-start.ts'

/** One played match. Goals are null when the file only names the winner. `score` is 1, 0.5 or 0, seen from `home`. */
export interface Match {
  readonly home: string
  readonly away: string
  readonly homeGoals: number | null
  readonly awayGoals: number | null
  readonly score: 0 | 0.5 | 1
}

/** A match to come. */
export interface Fixture {
  readonly home: string
  readonly away: string
}

/** Matches in order of play. `fixtures` are rows without a result; `hasHomeSide` is false for player_a/player_b files. */
export interface MatchResults {
  readonly matches: readonly Match[]
  readonly fixtures: readonly Fixture[]
  readonly hasHomeSide: boolean
  readonly sortedByDate: boolean
}

const HOME = /^(?:home|home_?team|host)$/
const FIRST = /^(?:(?:team|player|side)_?(?:1|a)|a|white|winner_name)$/
const AWAY = /^(?:away|away_?team|visitors?|guest)$/
const SECOND = /^(?:(?:team|player|side|opponent)_?(?:2|b)|b|black|opponent)$/
const HOME_GOALS =
  /^(?:home_?(?:team_)?(?:goals|score|points|pts)|fthg|hg|(?:score|goals|points)_?(?:1|a|home)|(?:team_?1|team_?a|player_?1|player_?a)_(?:score|goals|points))$/
const AWAY_GOALS =
  /^(?:away_?(?:team_)?(?:goals|score|points|pts)|ftag|ag|(?:score|goals|points)_?(?:2|b|away)|(?:team_?2|team_?b|player_?2|player_?b)_(?:score|goals|points))$/
const WINNER = /^(?:winner|won|victor)$/
const LOSER = /^(?:loser|lost)$/
const DATE = /^(?:date|day|match_date|played|kickoff|utc_date)$/

/**
 * Reads results from CSV by its header: home and away (or player_a, player_b) with goals or a winner column; or winner and
 * loser alone. With a date column in ISO form (2026-03-01) the matches are put in order, else the order of the file counts.
 *
 * @throws OperatorError ARGS_INVALID when columns are missing, a score is no whole number, a name is empty, the winner did
 * not play, or nothing was played; the line is named.
 */
export async function readMatchResults(csv: string): Promise<MatchResults> {
  const sheet = await readTable(csv)
  const columns = columnsOf(sheet)
  const rows = sheet.rows.map(({ line, cells }) => ({
    date: cells[columns.date] ?? '',
    match: readMatch(line, cells, columns),
  }))
  const played = rows.flatMap(({ date, match }) => ('score' in match ? [{ date, match }] : []))
  if (played.length === 0) throw invalid('No row of the table has a result.')
  const sortedByDate = played.every(({ date }) => /^\d{4}-\d{2}-\d{2}/.test(date))
  const inOrder = sortedByDate ? played.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) : played
  return {
    matches: inOrder.map(({ match }) => match),
    fixtures: rows.flatMap(({ match }) => ('score' in match ? [] : [match])),
    hasHomeSide: HOME.test(sheet.head[columns.home] ?? ''),
    sortedByDate,
  }
}

/** True when the first line names two sides, so that the text is a results file. */
export function isResultsCsv(text: string): boolean {
  const has = hasColumn(text)
  return (has(HOME) && has(AWAY)) || (has(FIRST) && has(SECOND)) || (has(WINNER) && has(LOSER))
}

/**
 * True for a table whose header does not name two sides: what asks for standings of it must be told which columns lack,
 * or a tool for tables of any kind would take it without a word.
 */
export const lacksSides = (text: string): boolean => isCsv(text) && !isResultsCsv(text)

/** True for a results file whose header names the goals of both sides, and not only a winner. */
export const isGoalsCsv = (text: string): boolean =>
  isResultsCsv(text) && [HOME_GOALS, AWAY_GOALS].every(hasColumn(text))

function hasColumn(text: string): (name: RegExp) => boolean {
  const line =
    text
      .trimStart()
      .slice(0, 500)
      .split(/[\r\n]/, 1)[0] ?? ''
  const head = line.split(/[,;\t]/).map((cell) =>
    cell
      .trim()
      .replace(/^"|"$/g, '')
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  return (pattern) => head.some((cell) => pattern.test(cell))
}

interface Columns {
  readonly home: number
  readonly away: number
  readonly homeGoals: number
  readonly awayGoals: number
  readonly winner: number
  readonly date: number
}

function columnsOf({ head }: Table): Columns {
  const at = (...patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const place = head.findIndex((name) => pattern.test(name))
      if (place >= 0) return place
    }
    return -1
  }
  const columns = {
    home: at(HOME, FIRST, WINNER),
    away: at(AWAY, SECOND, LOSER),
    homeGoals: at(HOME_GOALS),
    awayGoals: at(AWAY_GOALS),
    winner: at(WINNER),
    date: at(DATE),
  }
  const hasResult = (columns.homeGoals >= 0 && columns.awayGoals >= 0) || columns.winner >= 0
  if (columns.home < 0 || columns.away < 0 || !hasResult) {
    throw invalid(
      `The header must name the sides and the result: date,home,away,home_goals,away_goals, or home,away,winner. It names: ${head.slice(0, 12).join(', ')}.`,
    )
  }
  return columns
}

/** A row without goals and without a winner is a match to come. */
function readMatch(line: number, cells: readonly string[], columns: Columns): Match | Fixture {
  const [home = '', away = ''] = [cells[columns.home], cells[columns.away]]
  checkSides(line, home, away)
  const homeGoals = goals(line, cells[columns.homeGoals])
  const awayGoals = goals(line, cells[columns.awayGoals])
  if (homeGoals !== null && awayGoals !== null) {
    return { home, away, homeGoals, awayGoals, score: compare(homeGoals, awayGoals) }
  }
  const winner = cells[columns.winner]?.toLowerCase()
  return winner
    ? { home, away, homeGoals: null, awayGoals: null, score: scoreOf(line, winner, home, away) }
    : { home, away }
}

function checkSides(line: number, home: string, away: string): void {
  if (home === '' || away === '') throw invalid(`Line ${line} names no ${home === '' ? 'first' : 'second'} side.`)
  if (home.toLowerCase() === away.toLowerCase()) throw invalid(`Line ${line} lets "${home}" play against itself.`)
}

function compare(home: number, away: number): Match['score'] {
  if (home === away) return 0.5
  return home > away ? 1 : 0
}

function goals(line: number, cell: string | undefined): number | null {
  if (cell === undefined || cell === '' || cell === '-') return null
  if (!/^\d{1,4}$/.test(cell))
    throw invalid(`Line ${line} has "${cell.slice(0, 30)}" where a whole number of goals or points should stand.`)
  return Number(cell)
}

function scoreOf(line: number, winner: string, home: string, away: string): Match['score'] {
  if (winner === home.toLowerCase() || /^(?:home|h|1)$/.test(winner)) return 1
  if (winner === away.toLowerCase() || /^(?:away|a|2)$/.test(winner)) return 0
  if (/^(?:draw|drawn|d|x|tie|tied)$/.test(winner)) return 0.5
  throw invalid(`Line ${line} names "${winner.slice(0, 40)}" as the winner, who is neither "${home}" nor "${away}".`)
}

const invalid = (message: string) => new OperatorError('ARGS_INVALID', message)
