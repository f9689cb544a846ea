import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, count, facts, known, note, number, series, table, type Value } from '../../report/report.ts'
import { findPlayers, findStats } from '../find-players.ts'
import { comparesNamed, hearPlayers } from '../hear-players.ts'
import { measurePlayer, type StatFigures, usualMinutes } from '../player-figures.ts'
import { readPlayerTable } from '../player-table.ts'
import { defineTool } from '../tool.ts'

const MOST_PLAYERS = 30
const MOST_COLUMNS = 6
const MOST_SPARKS = 8
/** Games of a course and players of a file that are kept with the answer. */
const MOST_COURSE = 120
const MOST_KEPT = 300

const Extreme = z.object({ value: z.number(), when: z.string() })
const Player = z.object({
  player: z.string(),
  games: z.number(),
  minutes: z.number().nullable(),
  stats: z.array(
    z.object({
      stat: z.string(),
      games: z.number(),
      total: z.number(),
      average: z.number(),
      per: z.number().nullable(),
      deviation: z.number().nullable(),
      highest: Extreme,
      lowest: Extreme,
      lastFive: z.number(),
      course: z.array(z.number()),
    }),
  ),
})
type Player = z.output<typeof Player>

const Output = z.object({
  players_in_file: z.number(),
  rows_without_play: z.number(),
  columns_left_out: z.array(z.string()),
  sorted_by_date: z.boolean(),
  /** Null when the file has no minutes. */
  per_minutes: z.number().nullable(),
  /** One player, two or more to compare, or all of them, best first by the first stat. */
  view: z.enum(['one', 'compare', 'all']),
  players: z.array(Player),
})
type Output = z.output<typeof Output>

const Input = z.object({
  csv: z.string().min(1, 'a table of player lines is needed').describe('player,date,minutes,points,... one row a game'),
  about: z
    .string()
    .max(2_000)
    .optional()
    .describe('Players and stats to look at, such as "compare Ann and Bea, points"'),
  per_minutes: z.number().positive('the minutes must be above 0').max(120, 'at most 120 minutes').optional(),
})

/** Averages, rates, form and spread of players from their lines, and two of them side by side. */
export default defineTool({
  name: 'player-lines',
  summary:
    'Averages, form, spread and rates per 90 or 36 minutes of players from a CSV of their games, and comparisons.',
  example: 'compare Ann and Bea from this player file',
  effect: 'read',
  input: Input,
  output: Output,
  hear: hearPlayers,
  run: measure,
  show: (output) => [...showFile(output), ...SHOWN[output.view](output), ...showNotes(output)],
})

async function measure({ csv, about = '', per_minutes }: z.output<typeof Input>): Promise<Output> {
  const file = await readPlayerTable(csv)
  const names = file.players.map(({ name }) => name)
  const asked = file.players.length === 1 ? names : findPlayers(about, names)
  if (asked.length < 2 && comparesNamed(about)) throw unknownPlayers(asked, names)
  const stats = findStats(about, file.stats)
  const longest = file.players
    .flatMap(({ lines }) => lines)
    .reduce((most, { minutes }) => Math.max(most, minutes ?? 0), 0)
  const per = file.hasMinutes ? (per_minutes ?? usualMinutes(file.stats, longest)) : null
  const chosen = asked.length > 0 ? asked : names
  const players = await Promise.all(
    file.players
      .filter(({ name }) => chosen.includes(name))
      .map(async ({ name, lines }) => ({
        player: name,
        games: lines.length,
        minutes: file.hasMinutes ? lines.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) : null,
        stats: (await measurePlayer(lines, file.stats, per))
          .filter(({ stat }) => stats.length === 0 || stats.includes(stat))
          .map((one) => ({
            ...one,
            highest: extreme(one.highest),
            lowest: extreme(one.lowest),
            course: one.course.slice(-MOST_COURSE),
          })),
      })),
  )
  const view = asked.length === 0 ? 'all' : asked.length === 1 ? 'one' : 'compare'
  return {
    players_in_file: names.length,
    rows_without_play: file.unused,
    columns_left_out: [...file.leftOut],
    sorted_by_date: file.sortedByDate,
    per_minutes: per,
    view,
    players:
      view === 'all'
        ? players.toSorted(byFirstStat).slice(0, MOST_KEPT)
        : asked.flatMap((name) => players.filter((one) => one.player === name)),
  }
}

const extreme = ({ value, when }: StatFigures['highest']) => ({ value, when })

const byFirstStat = (a: Player, b: Player): number => (b.stats[0]?.average ?? -1) - (a.stats[0]?.average ?? -1)

function unknownPlayers(asked: readonly string[], names: readonly string[]): OperatorError {
  const some = names.slice(0, 12).join(', ')
  return new OperatorError(
    'ARGS_INVALID',
    asked.length === 0
      ? 'The sentence names no player of the file.'
      : `Of the players to compare only ${asked[0]} is in the file.`,
    { hint: `Name two of: ${some}${names.length > 12 ? ', …' : ''}.` },
  )
}

const showFile = (output: Output): readonly Block[] => [
  facts('Player lines', {
    'Players in the file': count(output.players_in_file),
    Order: output.sorted_by_date ? 'by date' : 'as in the file',
    ...(output.rows_without_play > 0
      ? { 'Rows without playing time (left out)': count(output.rows_without_play) }
      : {}),
    ...(output.columns_left_out.length > 0 ? { 'Columns not counted': output.columns_left_out.join(', ') } : {}),
  }),
]

const SHOWN = { one: showOne, compare: showComparison, all: showAll } as const

const two = (n: number): Value => number(Math.round(n * 100) / 100)

const perHead = (per: number | null): readonly string[] => (per === null ? [] : [`Per ${per}`])

function showOne({ players, per_minutes }: Output): readonly Block[] {
  const [player] = players
  if (!player) return []
  const cell = ({ value, when }: StatFigures['highest']) => `${String(value)}${when === '' ? '' : ` (${when})`}`
  return [
    facts(player.player, {
      Games: count(player.games),
      ...(player.minutes === null ? {} : { Minutes: two(player.minutes) }),
    }),
    table(
      ['Stat', 'Total', 'Average', ...perHead(per_minutes), 'Last 5', 'Deviation'],
      player.stats.map((one) => [
        one.stat,
        two(one.total),
        two(one.average),
        ...(per_minutes === null ? [] : [known(one.per, two)]),
        two(one.lastFive),
        known(one.deviation, two),
      ]),
      'Per game',
    ),
    table(
      ['Stat', 'Highest', 'Lowest'],
      player.stats.map((one) => [one.stat, cell(one.highest), cell(one.lowest)]),
      'Best and worst games',
    ),
    ...player.stats.slice(0, MOST_SPARKS).map((one) => series(`${one.stat}, game by game`, one.course)),
  ]
}

function showComparison({ players, per_minutes }: Output): readonly Block[] {
  const stats = [...new Set(players.flatMap((one) => one.stats.map(({ stat }) => stat)))]
  const of = (player: Player, stat: string) => player.stats.find((one) => one.stat === stat)
  const side = (title: string, read: (figures: StatFigures) => number | null) =>
    table(
      ['Stat', ...players.map(({ player }) => player), ...(players.length === 2 ? ['Difference'] : [])],
      stats.map((stat) => {
        const values = players.map((player) => {
          const figures = of(player, stat)
          return figures ? read(figures) : null
        })
        const [a = null, b = null] = values
        const difference = a === null || b === null ? null : a - b
        return [stat, ...values.map((n) => known(n, two)), ...(players.length === 2 ? [known(difference, two)] : [])]
      }),
      title,
    )
  return [
    facts('Games', Object.fromEntries(players.map(({ player, games }) => [player, count(games)]))),
    side('Average per game', (one) => one.average),
    ...(per_minutes === null ? [] : [side(`Per ${per_minutes} minutes`, (one) => one.per)]),
    side('Last five games', (one) => one.lastFive),
    side('Standard deviation (lower is steadier)', (one) => one.deviation),
    ...players.flatMap(({ player, stats: [first] }) =>
      first ? [series(`${player}: ${first.stat}, game by game`, first.course)] : [],
    ),
  ]
}

function showAll({ players, per_minutes, players_in_file }: Output): readonly Block[] {
  const stats = [...new Set(players.flatMap((one) => one.stats.map(({ stat }) => stat)))]
  const shown = stats.slice(0, MOST_COLUMNS)
  const rows = (read: (figures: StatFigures) => number | null) =>
    players.slice(0, MOST_PLAYERS).map((player) => [
      player.player,
      count(player.games),
      ...shown.map((stat) => {
        const figures = player.stats.find((one) => one.stat === stat)
        return known(figures ? read(figures) : null, two)
      }),
    ])
  const head = ['Player', 'Games', ...shown]
  const hidden = players_in_file - MOST_PLAYERS
  const more = `${hidden > 0 ? `; ${hidden} more players` : ''}${stats.length > shown.length ? `; not shown: ${stats.slice(MOST_COLUMNS).join(', ')}` : ''}`
  return [
    table(
      head,
      rows((one) => one.average),
      `Average per game, by ${shown[0] ?? 'name'}${more}`,
    ),
    ...(per_minutes === null
      ? []
      : [
          table(
            head,
            rows((one) => one.per),
            `Per ${per_minutes} minutes`,
          ),
        ]),
    table(
      head,
      rows((one) => one.lastFive),
      'Last five games',
    ),
    ...players
      .slice(0, MOST_SPARKS)
      .flatMap(({ player, stats: [first] }) =>
        first ? [series(`${player}: ${first.stat}, game by game`, first.course)] : [],
      ),
  ]
}

function showNotes({ players, per_minutes }: Output): readonly Block[] {
  const fewest = Math.min(...players.map(({ games }) => games))
  const per = per_minutes === null ? '' : ` Per ${per_minutes} = total ÷ minutes × ${per_minutes}.`
  return [
    note(
      'plain',
      `Average = total ÷ games in which the stat stands; empty cells are not zeros.${per} Deviation is the sample standard deviation. Last 5 is the average of the last five games. For stats such as turnovers the lowest is the best.`,
    ),
    ...(fewest < FEW_GAMES
      ? [
          note(
            'warn',
            `Only ${fewest} ${fewest === 1 ? 'game' : 'games'} for some of them: averages and form over so few are mostly luck.`,
          ),
        ]
      : []),
  ]
}

const FEW_GAMES = 10
