import * as z from 'zod'
import { type Block, facts, note, number } from '../../report/report.ts'
import { heardText } from '../heard-text.ts'
import { digitsForWords } from '../number-words.ts'
import { percent } from '../percent-text.ts'
import { defineTool, type Heard } from '../tool.ts'

const games = (what: string) =>
  z.number().int(`${what} must be a whole number`).min(0, `${what} cannot be negative`).max(1e6, `${what} are too many`)

/** Points by wins and draws, and shares of games; the percentage of North American leagues counts a tie as half a win. */
export default defineTool({
  name: 'win-record',
  summary: 'Points and share of wins of a team or player from wins, draws and losses.',
  example: 'won 14, drew 6 and lost 8: how many points and what win percentage',
  effect: 'read',
  input: z
    .object({
      wins: games('the wins'),
      draws: games('the draws').default(0),
      losses: games('the losses'),
      points_per_win: z.number().int().min(1).max(10).default(3),
    })
    .refine((it) => it.wins + it.draws + it.losses > 0, { message: 'at least one game is needed' }),
  output: z.object({
    games: z.number(),
    points: z.number(),
    points_per_game: z.number(),
    win_share: z.number(),
    /** A draw as half a win. */
    win_share_with_half_draws: z.number(),
    /** Of all points that could be won. */
    points_share: z.number(),
  }),
  hear: (said) => hearRecord(digitsForWords(heardText(said))),
  run({ wins, draws, losses, points_per_win }) {
    const played = wins + draws + losses
    const points = wins * points_per_win + draws
    return {
      games: played,
      points,
      points_per_game: points / played,
      win_share: wins / played,
      win_share_with_half_draws: (wins + draws / 2) / played,
      points_share: points / (played * points_per_win),
    }
  },
  show: (told, { wins, draws, losses, points_per_win }): Block[] => [
    facts('Record', {
      Games: number(told.games),
      'Won, drawn, lost': `${wins}, ${draws}, ${losses}`,
      'Share of wins': percent(told.win_share),
      ...(draws === 0 ? {} : { 'Share with a draw as half a win': percent(told.win_share_with_half_draws) }),
      Points: number(told.points),
      'Points a game': number(Math.round(told.points_per_game * 100) / 100),
      'Share of the possible points': percent(told.points_share),
    }),
    note(
      'plain',
      `Points = ${points_per_win} × wins + draws (${points_per_win}-1-0). Share of wins = wins ÷ games. ${points_per_win === 3 ? 'With another rule say it, such as “2 points for a win”.' : 'The usual rule today is 3-1-0.'}`,
    ),
  ],
})

const WORDS = {
  wins: 'won|wins?|victor(?:y|ies)|w',
  draws: 'drew|drawn|draws?|tied|ties?|d',
  losses: 'lost|loss(?:es)?|lose|defeats?|l',
} as const
const GAMES =
  /\b(?:in|of|from|after|out of|played|over) (?:(?:all|our|the|my|his|her|their|last|past|first) ){0,3}(\d{1,4})(?: ?(?:games?|matches))?\b|(?<![\w.,/-])(\d{1,4}) ?(?:games?|matches)\b/
const PAIR =
  /\brecord(?: (?:of|is|was))? (\d{1,3}) ?- ?(\d{1,3})(?![\d-])|\b(?:we|they|i) (?:are|were|went|'re) (\d{1,3}) ?- ?(\d{1,3})(?![\d-])/
const ASKS =
  /\bpoints?\b|\bpts\b|\bwin(?:ning)?[- ]?(?:percent\w*|pct|%|rate|ratio|share)|\b(?:percent\w*|%|share|ratio) (?:of )?(?:wins|games won|did we win|we won|won)\b|\brecord\b|\bwhat (?:percent\w*|%)|% (?:did|have|do) (?:i|we|they|he|she)\b|\bppg\b/
const OTHER =
  /[$£€]|\b(?:odds|bets?|betting|stake|wager|kelly|pounds|lbs?|kg|weight|dollars|euros|trades?|customers?|deals?|clients|simulate|elo|expected goals|scored|innings|at[- ]?bats)\b/
const PER_WIN = /\b(\d{1,2}) ?(?:points?|pts)(?: (?:for|per|a|each)){1,2} (?:a )?(?:win|victory)\b/

function hearRecord(text: string): Heard {
  if (!ASKS.test(text) || OTHER.test(text)) return null
  const perWin = PER_WIN.exec(text)
  const record = recordIn(perWin ? text.replace(perWin[0], ' ') : text)
  return record && { use: { ...record, ...(perWin && { points_per_win: Number(perWin[1]) }) } }
}

/** Wins and losses, the losses from the number of games where only that is told; null when they are not told. */
function recordIn(text: string): { wins: number; draws?: number; losses: number } | null {
  const pair = PAIR.exec(text)
  if (pair) return { wins: Number(pair[1] ?? pair[3]), losses: Number(pair[2] ?? pair[4]) }
  const played = GAMES.exec(text)
  const rest = (played ? text.replace(played[0], ' ') : text).replace(SINGLE, '$11 ')
  const counts = { wins: countOf('wins', rest), draws: countOf('draws', rest), losses: countOf('losses', rest) }
  return completed(counts, played ? Number(played[1] ?? played[2]) : null)
}

/** Where only the games are told beside wins and draws, or beside losses ("lost 3 of my last 10"), the rest is the third. */
function completed({ wins, draws, losses }: Counts, played: number | null) {
  const drawn = draws === null ? {} : { draws }
  if (wins !== null && losses !== null) return { wins, ...drawn, losses }
  if (played === null) return null
  const left = played - (wins ?? 0) - (draws ?? 0) - (losses ?? 0)
  if (left < 0) return null
  if (losses !== null) return { wins: left, ...drawn, losses }
  return wins !== null && draws !== null ? { wins, ...drawn, losses: left } : null
}

type Counts = Readonly<Record<keyof typeof WORDS, number | null>>

/** The first word tells the habit of the writer: "won 14 drew 6" or "14 wins 6 draws". */
function countOf(what: keyof typeof WORDS, text: string): number | null {
  const behind = new RegExp(String.raw`\b(?:${WORDS[what]})(?: is| are|:|=)? ?(\d{1,4})(?![\d.,%]\d| ?%|\d)`).exec(text)
  const before = new RegExp(String.raw`(?<![\w.,/-])(\d{1,4}) ?(?:${WORDS[what]})\b`).exec(text)
  const match = WORD_FIRST.test(text) ? (behind ?? before) : (before ?? behind)
  return match ? Number(match[1]) : null
}

const SINGLE = /\b(and |, ?|with )an? (?=(?:draw|tie|loss|defeat|win|victory)\b)/g
const WORD_FIRST = new RegExp(String.raw`^\D*\b(?:${Object.values(WORDS).join('|')})(?: is| are|:|=)? ?\d`)
