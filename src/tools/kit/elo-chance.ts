import * as z from 'zod'
import { type Block, facts, note, table } from '../../report/report.ts'
import { expectedScore } from '../elo.ts'
import { heardText } from '../heard-text.ts'
import { percent } from '../percent-text.ts'
import { defineTool, type Heard, type Utterance } from '../tool.ts'

const rating = z.number().min(100, 'a rating is 100 to 4,000').max(4000, 'a rating is 100 to 4,000')

/** Expected score from two Elo ratings. Formula: Arpad Elo (1978), see `src/tools/elo.ts`. */
export default defineTool({
  name: 'elo-chance',
  summary: 'The expected score of two sides from their Elo ratings, and what the result would move.',
  example: 'elo 1500 vs 1650, who wins',
  effect: 'read',
  input: z.object({
    first: rating,
    second: rating,
    k_points: z.number().positive('K must be above 0').max(200, 'K above 200 makes ratings meaningless').default(20),
  }),
  output: z.object({ expected_score_first: z.number() }),
  hear: hearEloChance,
  run: ({ first, second }) => ({ expected_score_first: expectedScore(first, second) }),
  show({ expected_score_first: expected }, { first, second, k_points }): Block[] {
    const points = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 1 })
    const moved = (result: number) => k_points * (result - expected)
    const row = (name: string, result: number) => [
      name,
      points(first + moved(result)),
      points(second - moved(result)),
      points(Math.abs(moved(result))),
    ]
    const equal = first === second
    return [
      facts('Elo', {
        Ratings: `${points(first)} against ${points(second)}`,
        Favourite: equal ? 'none, they are equal' : `the side with ${points(Math.max(first, second))}`,
        [`Expected score of ${points(first)}`]: percent(expected),
        [`Expected score of ${equal ? 'the other' : points(second)}`]: percent(1 - expected),
      }),
      table(
        ['Result', 'New first', 'New second', 'Points moved'],
        [row('First wins', 1), row('Draw', 0.5), row('Second wins', 0)],
        `After the game, with K = ${points(k_points)}`,
      ),
      note(
        'plain',
        'Expected score = 1 ÷ (1 + 10^((other − own) ÷ 400)); new rating = old + K × (result − expected). A draw counts as half a win: where games can be drawn it is not the chance of winning. No home advantage is added; set K with “K 32”.',
      ),
    ]
  },
})

const TOPIC = /\belos?\b|\b(?:chess|fide|uscf|rated|ratings?|ranked)\b/
const PAIR =
  /(?<![\w.,/$€£])(\d{3,4})(?:[- ](?:rated|elo|rating))?(?: (?:player|team|side|guy|opponent))? ?(?:vs?\.?|versus|against|and|playing|plays?|faces|beats?|-|to|or|\/|,|with an?) (?:an? |the |elo |rated |opponent |player |rating |of |someone |somebody |is |who |him |her )*(\d{3,4})(?![\w%.]|[,]\d)/
const OTHER_ME = /\b(?:i am|i'm|im|my (?:elo|rating) is|me)\b\D{0,20}(\d{3,4})\b\D{1,60}?(\d{3,4})(?![\w%])/
const ASKS =
  /\b(?:who|wins?|win|winning|chances?|probabilit\w+|likely|likelihood|odds|expected|favou?rite|beats?|predict\w*|vs?\.?|versus|new rating|gain|lose|points)\b/
const K = /\bk(?:-factor| factor)?(?: of| is| =|=|:)? ?(\d{1,3})\b/
/** Years and prices are no ratings. */
const OTHER = /\b(?:credit|fico|mortgage|loan|salary|calories|kcal|movie|season|year|history|odds of)\b/

/** Hears "elo 1500 vs 1650 who wins", "I am rated 1420 in chess and play a 1600, my chance". */
function hearEloChance(said: Utterance): Heard {
  const text = heardText(said)
  if (said.attachment !== null || !TOPIC.test(text) || !ASKS.test(text) || OTHER.test(text)) return null
  const [, first, second] = PAIR.exec(text) ?? OTHER_ME.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  const k = K.exec(text)
  return { use: { first: Number(first), second: Number(second), ...(k ? { k_points: Number(k[1]) } : {}) } }
}
