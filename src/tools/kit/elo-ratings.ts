import * as z from 'zod'
import { type Block, facts, note, number, series, table } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { expectedScore, rateTeams } from '../elo.ts'
import { findPairing, namesPairing } from '../find-pairing.ts'
import { heardText } from '../heard-text.ts'
import { isGoalsCsv, isResultsCsv, lacksSides, readMatchResults } from '../match-results.ts'
import { percent } from '../percent-text.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const START = 1_500
/** About what home sides gain in many team leagues (59% expected score); it should be fitted to the league. */
const USUAL_HOME_ADVANTAGE = 60
const MOST_ROWS = 40
const MOST_COURSE = 120
const MOST_SPARKS = 5

const Output = z.object({
  matches: z.number(),
  rows_without_result: z.number(),
  sorted_by_date: z.boolean(),
  k_points: z.number(),
  home_advantage_points: z.number(),
  ratings: z.array(
    z.object({
      team: z.string(),
      rating_points: z.number(),
      matches: z.number(),
      /** What the last five matches moved, or fewer where there are no five. */
      change_over_last_five: z.number(),
      /** At most 120 ratings after matches, the last ones. */
      course: z.array(z.number()),
    }),
  ),
  /** A draw counts as half a win; null when no pairing was asked. */
  pairing: z
    .object({
      first: z.string(),
      second: z.string(),
      expected_score_first_neutral: z.number(),
      expected_score_first_at_home: z.number(),
    })
    .nullable(),
})

/** Elo ratings from a file of results. Formula: Arpad Elo (1978), see `src/tools/elo.ts`. */
export default defineTool({
  name: 'elo-ratings',
  summary: 'Rates teams or players by Elo from a CSV of results, and gives the expected score of a pairing.',
  example: 'elo ratings from this results file, and the chance of Lions vs Tigers',
  effect: 'read',
  input: z.object({
    csv: z
      .string()
      .min(1, 'a results table is needed')
      .describe('date,home,away,home_goals,away_goals or home,away,winner'),
    pairing: z.string().max(2_000).optional().describe('Such as "Lions vs Tigers"'),
    k_points: z.number().positive('K must be above 0').max(200, 'K above 200 makes ratings meaningless').default(20),
    home_advantage_points: z.number().min(-400, 'from -400 to 400').max(400, 'from -400 to 400').optional(),
  }),
  output: Output,
  hear: hearElo,
  async run({ csv, pairing, k_points, home_advantage_points }) {
    const { matches, fixtures, hasHomeSide, sortedByDate } = await readMatchResults(csv)
    const homeAdvantage = home_advantage_points ?? (hasHomeSide ? USUAL_HOME_ADVANTAGE : 0)
    const ratings = rateTeams(matches, { start: START, k: k_points, homeAdvantage })
    return {
      matches: matches.length,
      rows_without_result: fixtures.length,
      sorted_by_date: sortedByDate,
      k_points,
      home_advantage_points: homeAdvantage,
      ratings: ratings.map(({ team, rating, played, course }) => ({
        team,
        rating_points: rating,
        matches: played,
        change_over_last_five: rating - (course.at(-6) ?? START),
        course: course.slice(-MOST_COURSE),
      })),
      pairing: pairing === undefined ? null : ratePairing(pairing, ratings, homeAdvantage),
    }
  },
  show: (output) => [...showRatings(output), ...showPairing(output)],
})

function ratePairing(said: string, ratings: ReturnType<typeof rateTeams>, homeAdvantage: number) {
  const [first, second] = findPairing(
    said,
    ratings.map(({ team }) => team),
  )
  const ratingOf = (team: string) => ratings.find((one) => one.team === team)?.rating ?? START
  return {
    first,
    second,
    expected_score_first_neutral: expectedScore(ratingOf(first), ratingOf(second)),
    expected_score_first_at_home: expectedScore(ratingOf(first) + homeAdvantage, ratingOf(second)),
  }
}

const K = /\bk(?:-factor| factor)?(?: of| is| =|=|:)? ?(\d{1,4}(?:\.\d{1,3})?)\b/
const HOME = /\bhome(?: field| court| ice)? (?:advantage|edge)(?: of| is| =|=|:)? ?(-?\d{1,4}(?:\.\d{1,3})?)\b/
const NO_HOME =
  /\b(?:no|without|zero) home(?: field| court| ice)? (?:advantage|edge)\b|\bneutral (?:ground|venue|court|site)s?\b/
const RATE =
  /\b(?:rate|rank|rating|ratings|rankings?|ranked|power rankings?|strength|strengths|stronger|weaker|how (?:good|strong)|(?:strongest|best|weakest|worst) (?:team|side|club|player)s?)\b/
const ABOUT =
  /^(?:please )?(?:explain|what (?:is|are|does|do) (?:an? |the )?elos?\b|how (?:does|do|is|are) (?:the )?elos?\b|why)\b/
const ABOUT_PAIRING =
  /\b(?:predict|prediction|forecast|who (?:wins|will win|would win|'s going to win|is going to win)|chances?|probabilit(?:y|ies)|odds|likely|win|beats?|favou?rites?|expected|vs?\.?|versus)(?:\s|$|[?!.,])/
const FROM_MINE =
  /\belo\b.{0,30}\b(?:from|for|with|using) (?:my|our|this|these|the) (?:\w+ )?(?:results?|csv|file|games|matches|league)/

function hearElo(said: Utterance): Heard {
  const text = heardText(said)
  const isElo = /\belos?\b/.test(text)
  if (ABOUT.test(text)) return null
  if (said.attachment !== null && isResultsCsv(said.attachment)) {
    // Files that only name winners have no goals for other models of a pairing.
    const pairing = namesPairing(text) && ABOUT_PAIRING.test(text) && !isGoalsCsv(said.attachment)
    return isElo || RATE.test(text) || pairing ? { use: settings(text, said.attachment) } : null
  }
  if (!isElo) return null
  if (said.attachment !== null && lacksSides(said.attachment)) return { use: { csv: said.attachment } }
  return asksToCompute(text, /\belos?\b/) || FROM_MINE.test(text)
    ? { missing: ['the results as a CSV file or piped text with the header date,home,away,home_goals,away_goals'] }
    : null
}

function settings(text: string, csv: string): Readonly<Record<string, unknown>> {
  const k = K.exec(text)
  const home = HOME.exec(text)
  return {
    csv,
    ...(namesPairing(text) ? { pairing: text } : {}),
    ...(k ? { k_points: Number(k[1]) } : {}),
    ...(home ? { home_advantage_points: Number(home[1]) } : NO_HOME.test(text) ? { home_advantage_points: 0 } : {}),
  }
}

type Shown = z.output<typeof Output>

/** The two sides that were asked for, else the best ones. */
const sidesToDraw = ({ ratings, pairing }: Shown) =>
  pairing === null
    ? ratings.slice(0, MOST_SPARKS)
    : ratings.filter(({ team }) => team === pairing.first || team === pairing.second)

const signed = (points: number): string => `${points < 0 ? '-' : '+'}${Math.abs(points).toFixed(1)}`

function showRatings(output: Shown): readonly Block[] {
  const rows = output.ratings
    .slice(0, MOST_ROWS)
    .map((one, place) => [
      String(place + 1),
      one.team,
      number(Math.round(one.rating_points * 10) / 10),
      number(one.matches),
      signed(one.change_over_last_five),
    ])
  const hidden = output.ratings.length - rows.length
  return [
    facts('Elo', {
      Matches: number(output.matches),
      ...(output.rows_without_result > 0
        ? { 'Rows without a result (left out)': number(output.rows_without_result) }
        : {}),
      Order: output.sorted_by_date ? 'by date' : 'as in the file',
      K: number(output.k_points),
      'Home advantage, points': number(output.home_advantage_points),
      'Every side starts at': number(START),
    }),
    table(
      ['Rank', 'Side', 'Rating', 'Matches', 'Last 5'],
      rows,
      hidden > 0 ? `Ratings (the best ${MOST_ROWS}; ${hidden} more)` : 'Ratings',
    ),
    ...sidesToDraw(output).map((one) => series(`${one.team}, rating after each match`, one.course)),
    note(
      'plain',
      'Expected score = 1 ÷ (1 + 10^((other − own) ÷ 400)), home side with its advantage; new rating = old + K × (result − expected), result 1, 0.5 or 0 (A. Elo, 1978). A draw counts as half a win, so it is not the same as the chance of winning. Goals, line-ups and injuries are not looked at. The home advantage is a usual value, not fitted to this league: set it with “home advantage 80” or “no home advantage”.',
    ),
  ]
}

function showPairing({ pairing, home_advantage_points }: Shown): readonly Block[] {
  if (pairing === null) return []
  const { first, second, expected_score_first_neutral: neutral, expected_score_first_at_home: home } = pairing
  return [
    facts(`${first} against ${second}`, {
      [`Expected score of ${first}, neutral ground`]: percent(neutral),
      ...(home_advantage_points === 0 ? {} : { [`Expected score of ${first} at home`]: percent(home) }),
      [`Expected score of ${second}, neutral ground`]: percent(1 - neutral),
    }),
  ]
}
