import { OperatorError } from '../base/errors.ts'
import { readTable, type Table } from './read-table.ts'

/** One game of one player. `when` is the date or game as written; a stat that was not recorded is null. */
export interface PlayerLine {
  readonly when: string
  /** Null where the file has no minutes for it. */
  readonly minutes: number | null
  readonly stats: readonly (number | null)[]
}

/** Player lines in the order of play. `stats` are column names in lower case, as `lines.stats` has them. */
export interface PlayerTable {
  readonly stats: readonly string[]
  readonly players: ReadonlyArray<{ readonly name: string; readonly lines: readonly PlayerLine[] }>
  /** Columns that hold words, such as the opponent. */
  readonly leftOut: readonly string[]
  /** Rows with 0 minutes: the player did not play. */
  readonly unused: number
  readonly hasMinutes: boolean
  readonly sortedByDate: boolean
}

const PLAYER = /^(?:player|player_name|athlete|name|full_name)$/
const WHEN = [
  /^(?:date|game_date|match_date|day)$/,
  /^(?:game|match|gw|gameweek|matchday|round|week|game_no|game_number|opponent|opp|vs)$/,
]
const MINUTES = /^(?:min|mins|minutes|mp|minutes_played|min_played|time_on_ice|toi)$/
const LABEL =
  /^(?:id|player_id|game_id|match_id|season|year|age|number|no|jersey|shirt|position|pos|team|opponent|opp|result|home_away)$/
const KNOWN_STAT =
  /^(?:points|pts|goals|assists|ast|rebounds|reb|trb|steals|stl|blocks|blk|shots|passes|tackles|xg|xa|runs|wickets|hits|saves|tries|yards|touchdowns|tds|aces|fouls|turnovers|tov|minutes|min|mins)$/
const NO_VALUE = /^(?:|-|n\/a|na|null|none|dnp|dns|dnd)$/i
const ONLY_PLAYER = 'The player'

/** True when the first line names a player column, or a date or game with a well-known stat; results files have neither. */
export function isPlayerCsv(text: string): boolean {
  const [line = ''] = text
    .trimStart()
    .slice(0, 2_000)
    .split(/[\r\n]/, 1)
  const head = line.split(/[,;\t]/).map((cell) =>
    cell
      .trim()
      .replace(/^\uFEFF?"|"$/g, '')
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  if (head.length < 2 || head.some((name) => /^(?:home|away|winner|loser|close)(?:_?team)?$/.test(name))) return false
  const has = (pattern: RegExp) => head.some((name) => pattern.test(name))
  return (has(PLAYER) || WHEN.some(has)) && (has(KNOWN_STAT) || has(/^(?:player|player_name|athlete)$/))
}

/**
 * Reads lines of players by the header: a player column (without one the file is of one player), a date or game, minutes
 * where there are any ("34" or "34:12"), and every other column that holds numbers is a stat.
 *
 * @throws OperatorError ARGS_INVALID when no column holds numbers, a row names no player, or a number is unreadable; the
 * line is named.
 */
export async function readPlayerTable(csv: string): Promise<PlayerTable> {
  const sheet = await readTable(csv)
  const columns = columnsOf(sheet)
  const rows = sheet.rows.map(({ line, cells }) => ({
    name: nameOf(line, cells, columns.player),
    line: {
      when: cells[columns.when] ?? '',
      minutes: minutesOf(line, cells[columns.minutes]),
      stats: columns.stats.map((place) => numberOf(line, cells[place] ?? '', sheet.head[place] ?? '')),
    },
  }))
  const used = rows.filter(({ line }) => line.minutes !== 0)
  if (used.length === 0) throw invalid('No row of the table has minutes above 0.')
  const sortedByDate = used.every(({ line }) => /^\d{4}-\d{2}-\d{2}/.test(line.when))
  const inOrder = sortedByDate
    ? used.toSorted((a, b) => (a.line.when < b.line.when ? -1 : a.line.when > b.line.when ? 1 : 0))
    : used
  return {
    stats: columns.stats.map((place) => sheet.head[place] ?? ''),
    players: byPlayer(inOrder),
    leftOut: columns.leftOut,
    unused: rows.length - used.length,
    hasMinutes: columns.minutes >= 0 && used.some(({ line }) => line.minutes !== null),
    sortedByDate,
  }
}

function columnsOf({ head, rows }: Table) {
  const at = (pattern: RegExp) => head.findIndex((name) => pattern.test(name))
  const player = at(PLAYER)
  const when = WHEN.map(at).find((place) => place >= 0 && place !== player) ?? -1
  const minutes = at(MINUTES)
  const others = head.map((_, place) => place).filter((place) => ![player, when, minutes].includes(place))
  const isNumeric = (place: number) => {
    const told = rows.map(({ cells }) => cells[place] ?? '').filter((cell) => !NO_VALUE.test(cell))
    // One typing error in a column of numbers is to be named, not to cost the column.
    return told.length > 0 && told.filter((cell) => plainNumber(cell) !== null).length * 2 > told.length
  }
  const stats = others.filter((place) => !LABEL.test(head[place] ?? '') && isNumeric(place))
  if (stats.length === 0) {
    throw invalid(
      `The table needs at least one column of numbers beside the player and the game, such as player,date,minutes,points. It names: ${head.slice(0, 12).join(', ')}.`,
    )
  }
  const leftOut = others.filter((place) => !stats.includes(place)).map((place) => head[place] ?? '')
  return { player, when, minutes, stats, leftOut }
}

function byPlayer(rows: ReadonlyArray<{ readonly name: string; readonly line: PlayerLine }>): PlayerTable['players'] {
  const players = new Map<string, { name: string; lines: PlayerLine[] }>()
  for (const { name, line } of rows) {
    const one = players.get(name.toLowerCase()) ?? { name, lines: [] }
    one.lines.push(line)
    players.set(name.toLowerCase(), one)
  }
  return [...players.values()]
}

function nameOf(line: number, cells: readonly string[], place: number): string {
  if (place < 0) return ONLY_PLAYER
  const name = cells[place] ?? ''
  if (name === '') throw invalid(`Line ${line} names no player.`)
  return name
}

const plainNumber = (cell: string): number | null => {
  const match = /^([+-]?\d{1,9}(?:\.\d{1,9})?) ?%?$/.exec(cell)
  return match ? Number(match[1]) : null
}

function numberOf(line: number, cell: string, column: string): number | null {
  if (NO_VALUE.test(cell)) return null
  const value = plainNumber(cell)
  if (value !== null) return value
  throw invalid(`Line ${line} has "${cell.slice(0, 30)}" in the column "${column}", where a number should stand.`)
}

/** "34:12" is 34.2 minutes; "DNP" is none played. */
function minutesOf(line: number, cell: string | undefined): number | null {
  if (cell === undefined || cell === '') return null
  if (NO_VALUE.test(cell)) return 0
  const clock = /^(\d{1,3}):(\d{2})$/.exec(cell)
  const minutes = clock ? Number(clock[1]) + Number(clock[2]) / 60 : plainNumber(cell)
  if (minutes === null || minutes < 0)
    throw invalid(`Line ${line} has "${cell.slice(0, 30)}" as minutes; write 34 or 34:12.`)
  return minutes
}

const invalid = (message: string) => new OperatorError('ARGS_INVALID', message)
