import * as z from 'zod'
import { OperatorError } from '../../base/errors.ts'
import { type Block, facts, known, note, number, table } from '../../report/report.ts'
import { asksToUnderstand } from '../asks-to-compute.ts'
import { heardText } from '../heard-text.ts'
import { isResultsCsv, lacksSides, type Match, readMatchResults } from '../match-results.ts'
import { rankLeague } from '../rank-league.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const MOST_ROWS = 60

const Row = z.object({
  team: z.string(),
  played: z.number(),
  won: z.number(),
  drawn: z.number(),
  lost: z.number(),
  goals_for: z.number().nullable(),
  goals_against: z.number().nullable(),
  goal_difference: z.number().nullable(),
  points: z.number(),
  form: z.string(),
})

const Input = z.object({
  csv: z.string().min(1, 'a results table is needed').describe('date,home,away,home_goals,away_goals'),
  points_for_win: z.number().min(0, 'points cannot be negative').max(10, 'at most 10 points').default(3),
  points_for_draw: z.number().min(0, 'points cannot be negative').max(10, 'at most 10 points').default(1),
  tie_breaker: z.enum(['goal-difference', 'head-to-head', 'wins']).default('goal-difference'),
  ground: z.enum(['all', 'home', 'away']).default('all').describe('Which matches of a side count'),
  deductions: z
    .array(z.object({ points: z.number().positive().max(1_000), said: z.string().max(300) }))
    .max(20)
    .default([])
    .describe('Points taken off; `said` begins with the name of the side'),
})
type Input = z.output<typeof Input>

const Output = z.object({
  matches: z.number(),
  rows_without_result: z.number(),
  deducted: z.array(z.object({ team: z.string(), points: z.number() })),
  table: z.array(Row),
})
type Output = z.output<typeof Output>

/** League table with form. The order of sides level on points is said in it; see `rank-league.ts`. */
export default defineTool({
  name: 'league-table',
  summary:
    'Makes a league table with points, goal difference and form from a CSV of results, by the tie-breaker you name.',
  example: 'make a league table from this results file',
  effect: 'read',
  input: Input,
  output: Output,
  hear: hearTable,
  async run({ csv, points_for_win, points_for_draw, tie_breaker, ground, deductions }) {
    const { matches, fixtures } = await readMatchResults(csv)
    const deducted = deductions.map(({ points, said }) => ({ team: sideAtStart(said, matches), points }))
    return {
      matches: matches.length,
      rows_without_result: fixtures.length,
      deducted,
      table: [
        ...rankLeague(matches, {
          win: points_for_win,
          draw: points_for_draw,
          tieBreaker: tie_breaker,
          deductions: new Map(deducted.map(({ team, points }) => [team.toLowerCase(), points])),
          ground,
        }),
      ],
    }
  },
  show: showTable,
})

/** The longest side that the words begin with. */
function sideAtStart(said: string, matches: readonly Match[]): string {
  const text = said.trim().toLowerCase()
  const sides = [...new Set(matches.flatMap(({ home, away }) => [home, away]))]
  const found = sides
    .filter((side) => text.startsWith(side.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(side.length)))
    .toSorted((a, b) => b.length - a.length)
  if (found[0] !== undefined) return found[0]
  throw new OperatorError(
    'ARGS_INVALID',
    `"${said.trim().slice(0, 40)}" names no side of the file to take points from.`,
    {
      hint: `The file has: ${sides.slice(0, 12).join(', ')}${sides.length > 12 ? ', …' : ''}.`,
    },
  )
}

const TITLES = { all: 'Table', home: 'Table of home matches', away: 'Table of away matches' } as const
const ORDERS = {
  'goal-difference': 'points, then goal difference, then goals scored, then name',
  'head-to-head':
    'points, then the matches among the level sides (points, goal difference, goals), then all matches’ goal difference and goals, then name',
  wins: 'points, then wins, then goal difference, then goals scored, then name',
} as const

function showTable(output: Output, { points_for_win, points_for_draw, tie_breaker, ground }: Input): readonly Block[] {
  const rows = output.table
    .slice(0, MOST_ROWS)
    .map((row, place) => [
      String(place + 1),
      row.team,
      ...[row.played, row.won, row.drawn, row.lost].map(number),
      ...[row.goals_for, row.goals_against, row.goal_difference].map((n) => known(n, number)),
      number(row.points),
      row.form,
    ])
  const hidden = output.table.length - rows.length
  return [
    facts('Results', {
      Matches: number(output.matches),
      'Rows without a result (left out)': number(output.rows_without_result),
      ...(output.deducted.length > 0
        ? { 'Points taken off': output.deducted.map(({ team, points }) => `${team} ${points}`).join(', ') }
        : {}),
    }),
    table(
      ['Pos', 'Side', 'P', 'W', 'D', 'L', 'GF', 'GA', 'GD', 'Pts', 'Form'],
      rows,
      `${TITLES[ground]}${hidden > 0 ? ` (the first ${MOST_ROWS}; ${hidden} more)` : ''}`,
    ),
    note(
      'plain',
      `Win ${points_for_win}, draw ${points_for_draw}, loss 0. Ordered by ${ORDERS[tie_breaker]}. Form: the last five, newest at the right.${tie_breaker === 'goal-difference' ? ' Leagues differ: say "head to head" where mutual results come first, and "deduct 6 points from …" for penalties.' : ''}`,
    ),
  ]
}

const TOPIC =
  /\b(?:league|points|final|season|football|standing|home|away|group)s? table\b|\bstandings?\b|\btable (?:from|out of|of|for|with|by|using) |\btable\b.{0,40}\b(?:results?|csv|file|matches|games)\b|\bpoints? (?:for|per) (?:a )?win\b/
/** Only a league has these, so the file must be one of results. */
const LEAGUE =
  /\b(?:league|points|final|season|football|home|away|group)s? table\b|\b(?:league )?standings?\b|\bleague (?:position|ranking|leader)s?\b|\bpoints? (?:for|per) (?:a )?win\b/
const WITH_FILE =
  /\btable\b|\b(?:who(?:'s| is)|which (?:team|side|club) is) (?:top|bottom|first|last|leading|ahead)\b|\bwho leads\b|\bleague positions?\b|\b(?:league|team|group) rankings?\b|\bpoints (?:each|total|tally)\b|\bhow many points\b|\bleague leaders?\b|\bmost points\b|\bgoal differences?\b|\bwins,? (?:and )?draws\b|\bform (?:of|for|table)\b|\bteam forms?\b|\brank(?:ed|ing)? (?:\w+ ){0,3}by points\b/
/** What is still to come is for the simulation. */
const TO_COME = /\b(?:predict|forecast|project|simulat|expected|chances?|odds|probabilit)\w*\b/
const MAKE =
  /\b(?:make|build|create|calculate|compute|work out|generate|give me)\b.{0,40}\b(?:from|with|out of|for) (?:my|our|this|these|the attached)\b/
const WIN_POINTS = /\b(\d{1,2}) (?:points? |pts )(?:for|per|a) (?:a |each )?win\b/
const DRAW_POINTS = /\b(\d{1,2}) (?:points? |pts )?(?:for|per|a) (?:a |each )?draw\b/
const HEAD_TO_HEAD =
  /\bhead[ -]to[ -]head\b|\bh2h\b|\bmutual results?\b|\b(?:la liga|serie a|spanish|italian) (?:rules?|tie)/
const BY_WINS = /\b(?:tie ?break(?:er)?s?|then|level).{0,20}\b(?:number of |most )?wins\b/
const GROUND = /\b(home|away) (?:league )?(?:table|form table|matches only|games only|standings|only)\b/
/** "lions minus 3 points", but not "league table minus 3 points for lions" */
const SIDE_FIRST =
  /(?<=^|[,;:] |\b(?:with|and|but|where) )((?:(?!\b(?:with|and|but|where|table|standings|league)\b)[\p{L} .'-]){2,41}?) (?:minus|less) (\d{1,3}) ?(?:points?|pts)\b/gu
const DEDUCTION =
  /\b(?:deduct|minus|subtract|take|dock) (\d{1,3}) ?(?:points?|pts)?(?: off| away)?(?: from| for)? (?=\S)/g

function hearTable(said: Utterance): Heard {
  const text = heardText(said)
  if (said.attachment !== null && isResultsCsv(said.attachment)) return hearFile(text, said.attachment)
  if (said.attachment !== null && LEAGUE.test(text) && !asksToUnderstand(text) && lacksSides(said.attachment))
    return { use: { csv: said.attachment } }
  return TOPIC.test(text) && MAKE.test(text)
    ? { missing: ['the results as a CSV file or piped text with the header date,home,away,home_goals,away_goals'] }
    : null
}

function hearFile(text: string, csv: string): Heard {
  const asks = text.replace(/^(?:who(?:'s| is| has| leads)|how is)/, 'show')
  if (asksToUnderstand(asks) && !/\bhow many points\b/.test(text)) return null
  if (TO_COME.test(text)) return null
  return TOPIC.test(text) || WITH_FILE.test(text) ? { use: settings(text, csv) } : null
}

function settings(text: string, csv: string): Readonly<Record<string, unknown>> {
  const [win, draw, ground] = [WIN_POINTS, DRAW_POINTS, GROUND].map((pattern) => pattern.exec(text))
  const sideFirst = [...text.matchAll(SIDE_FIRST)].map(([, side = '', points]) => ({
    points: Number(points),
    said: side,
  }))
  const rest = text.replace(SIDE_FIRST, ' ')
  const behind = [...rest.matchAll(DEDUCTION)].map((match) => ({
    points: Number(match[1]),
    said: rest.slice(match.index + match[0].length).slice(0, 300),
  }))
  const deductions = [...sideFirst, ...behind]
  return {
    csv,
    ...(win ? { points_for_win: Number(win[1]) } : {}),
    ...(draw ? { points_for_draw: Number(draw[1]) } : {}),
    ...(HEAD_TO_HEAD.test(text) ? { tie_breaker: 'head-to-head' } : BY_WINS.test(text) ? { tie_breaker: 'wins' } : {}),
    ...(ground ? { ground: ground[1] } : {}),
    ...(deductions.length > 0 ? { deductions } : {}),
  }
}
