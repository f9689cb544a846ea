import * as z from 'zod'
import { type Block, facts, note, number, ratio, table } from '../../report/report.ts'
import { asksToCompute } from '../asks-to-compute.ts'
import { expectedScore, rateTeams } from '../elo.ts'
import { findPairing, namesPairing } from '../find-pairing.ts'
import { heardText } from '../heard-text.ts'
import { isResultsCsv, readMatchResults } from '../match-results.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const START = 1_500
/** About what home sides gain in many team leagues (59% expected score); it should be fitted to the league. */
const USUAL_HOME_ADVANTAGE = 60
const MOST_ROWS = 40

const Output = z.object({
  matches: z.number(),
  rows_without_result: z.number(),
  sorted_by_date: z.boolean(),
  k_points: z.number(),
  home_advantage_points: z.number(),
  ratings: z.array(z.object({ team: z.string(), rating_points: z.number(), matches: z.number() })),
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
    const { matches, unplayed, hasHomeSide, sortedByDate } = await readMatchResults(csv)
    const homeAdvantage = home_advantage_points ?? (hasHomeSide ? USUAL_HOME_ADVANTAGE : 0)
    const ratings = rateTeams(matches, { start: START, k: k_points, homeAdvantage })
    return {
      matches: matches.length,
      rows_without_result: unplayed,
      sorted_by_date: sortedByDate,
      k_points,
      home_advantage_points: homeAdvantage,
      ratings: ratings.map(({ team, rating, played }) => ({ team, rating_points: rating, matches: played })),
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
const HOME = /\bhome(?: field| court)? (?:advantage|edge)(?: of| is| =|=|:)? ?(-?\d{1,4}(?:\.\d{1,3})?)\b/
const RATE = /\b(?:rate|rank|ratings?|rankings?|power ranking)\b/

function hearElo(said: Utterance): Heard {
  const text = heardText(said)
  const isElo = /\belo\b/.test(text)
  if (!isElo && !RATE.test(text)) return null
  if (said.attachment !== null && isResultsCsv(said.attachment)) return { use: settings(text, said.attachment) }
  if (!isElo) return null
  return asksToCompute(text, /\belo\b/) || /\belo\b.{0,20}\bfrom (?:my|this|these|the) (?:results?|csv|file)/.test(text)
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
    ...(home ? { home_advantage_points: Number(home[1]) } : {}),
  }
}

type Shown = z.output<typeof Output>

function showRatings(output: Shown): readonly Block[] {
  const rows = output.ratings
    .slice(0, MOST_ROWS)
    .map((one, place) => [
      String(place + 1),
      one.team,
      number(Math.round(one.rating_points * 10) / 10),
      number(one.matches),
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
      ['Rank', 'Side', 'Rating', 'Matches'],
      rows,
      hidden > 0 ? `Ratings (the best ${MOST_ROWS}; ${hidden} more)` : 'Ratings',
    ),
    note(
      'plain',
      'Expected score = 1 ÷ (1 + 10^((other − own) ÷ 400)), home side with its advantage; new rating = old + K × (result − expected), result 1, 0.5 or 0 (A. Elo, 1978). A draw counts as half a win, so it is not the same as the chance of winning. Goals, line-ups and injuries are not looked at.',
    ),
  ]
}

function showPairing({ pairing, home_advantage_points }: Shown): readonly Block[] {
  if (pairing === null) return []
  const { first, second, expected_score_first_neutral: neutral, expected_score_first_at_home: home } = pairing
  return [
    facts(`${first} against ${second}`, {
      [`Expected score of ${first}, neutral ground`]: ratio(neutral),
      ...(home_advantage_points === 0 ? {} : { [`Expected score of ${first} at home`]: ratio(home) }),
    }),
  ]
}
