import * as z from 'zod'
import { facts, known, note, number, table } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { isResultsCsv, type Match, readMatchResults } from '../match-results.ts'
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
})
type Row = z.output<typeof Row>

/** League table: points, then goal difference, then goals scored, as most football leagues rank. */
export default defineTool({
  name: 'league-table',
  summary: 'Makes a league table with points and goal difference from a CSV of results.',
  example: 'make a league table from this results file',
  effect: 'read',
  input: z.object({
    csv: z.string().min(1, 'a results table is needed').describe('date,home,away,home_goals,away_goals'),
    points_for_win: z.number().min(0, 'points cannot be negative').max(10, 'at most 10 points').default(3),
    points_for_draw: z.number().min(0, 'points cannot be negative').max(10, 'at most 10 points').default(1),
  }),
  output: z.object({ matches: z.number(), rows_without_result: z.number(), table: z.array(Row) }),
  hear: hearTable,
  async run({ csv, points_for_win, points_for_draw }) {
    const { matches, unplayed } = await readMatchResults(csv)
    const points = { win: points_for_win, draw: points_for_draw }
    return { matches: matches.length, rows_without_result: unplayed, table: tableOf(matches, points) }
  },
  show(output, { points_for_win, points_for_draw }) {
    const rows = output.table
      .slice(0, MOST_ROWS)
      .map((row, place) => [
        String(place + 1),
        row.team,
        ...[row.played, row.won, row.drawn, row.lost].map(number),
        ...[row.goals_for, row.goals_against, row.goal_difference].map((n) => known(n, number)),
        number(row.points),
      ])
    return [
      facts('Results', {
        Matches: number(output.matches),
        'Rows without a result (left out)': number(output.rows_without_result),
      }),
      table(['Pos', 'Side', 'P', 'W', 'D', 'L', 'GF', 'GA', 'GD', 'Pts'], rows, 'Table'),
      note(
        'plain',
        `Win ${points_for_win}, draw ${points_for_draw}, loss 0. Ordered by points, then goal difference, then goals scored, then name. Leagues differ: some compare head-to-head results first, and points deductions are not known here.`,
      ),
    ]
  },
})

const TOPIC =
  /\b(?:league|points|final|season) table\b|\bstandings\b|\btable (?:from|out of|of) (?:my|this|these|the) (?:results?|csv|file|matches|games)\b/
const MAKE =
  /\b(?:make|build|create|calculate|compute|work out|generate|give me)\b.{0,40}\b(?:from|with|out of|for) (?:my|our|this|these|the attached)\b/
const WIN_POINTS = /\b(\d) points? (?:for|per|a) (?:a )?win\b/

function hearTable(said: Utterance): Heard {
  const text = heardText(said)
  if (!TOPIC.test(text)) return null
  if (said.attachment !== null && isResultsCsv(said.attachment)) {
    const win = WIN_POINTS.exec(text)
    return { use: { csv: said.attachment, ...(win ? { points_for_win: Number(win[1]) } : {}) } }
  }
  return MAKE.test(text)
    ? { missing: ['the results as a CSV file or piped text with the header date,home,away,home_goals,away_goals'] }
    : null
}

function tableOf(matches: readonly Match[], points: { win: number; draw: number }): Row[] {
  const rows = new Map<string, Row>()
  for (const { home, away, homeGoals, awayGoals, score } of matches) {
    add(rowOf(rows, home), { score, scored: homeGoals, conceded: awayGoals, points })
    add(rowOf(rows, away), { score: 1 - score, scored: awayGoals, conceded: homeGoals, points })
  }
  return [...rows.values()].sort(
    (a, b) =>
      b.points - a.points ||
      (b.goal_difference ?? 0) - (a.goal_difference ?? 0) ||
      (b.goals_for ?? 0) - (a.goals_for ?? 0) ||
      a.team.localeCompare(b.team),
  )
}

function rowOf(rows: Map<string, Row>, team: string): Row {
  const none = { played: 0, won: 0, drawn: 0, lost: 0, goals_for: 0, goals_against: 0, goal_difference: 0, points: 0 }
  const row = rows.get(team.toLowerCase()) ?? { team, ...none }
  rows.set(team.toLowerCase(), row)
  return row
}

interface Played {
  readonly score: number
  readonly scored: number | null
  readonly conceded: number | null
  readonly points: { readonly win: number; readonly draw: number }
}

function add(row: Row, { score, scored, conceded, points }: Played): void {
  row.played += 1
  if (score === 1) row.won += 1
  else if (score === 0) row.lost += 1
  else row.drawn += 1
  row.points = row.won * points.win + row.drawn * points.draw
  // One match without goals makes the sums of goals unknown.
  row.goals_for = scored === null || row.goals_for === null ? null : row.goals_for + scored
  row.goals_against = conceded === null || row.goals_against === null ? null : row.goals_against + conceded
  row.goal_difference = row.goals_for === null || row.goals_against === null ? null : row.goals_for - row.goals_against
}
