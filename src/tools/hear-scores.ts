import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { namesPairing } from './find-pairing.ts'
import { heardText } from './heard-text.ts'
import { isGoalsCsv } from './match-results.ts'
import type { Heard, Utterance } from './tool.ts'

const TOPIC =
  /\bpoiss?i?on\b|\bscore ?(?:matrix|grid|probabilit(?:y|ies)|chances|predictions?)\b|\bcorrect scores?\b|\b(?:expected goals|xgs?|(?:expects?|scores?|averag\w{1,3}|makes?) (?:to score )?(?:about )?\d(?:\.\d+)? goals?)\b/
const CHANCES =
  /\bpoiss?i?on\b|\bscore ?(?:matrix|grid|probabilit(?:y|ies)|chances|predictions?)\b|\bcorrect scores?\b|\b(?:win|wins|draw|loss|lose|probabilit(?:y|ies)|chances?|predict|likely|likeliest|odds|scoreline|over|under|both teams|btts)\b/
const NUMBER = /(?<![\w.,/+-])(?<!\b(?:over|under|than) )-?\d{1,3}(?:\.\d{1,4})?(?=xg\b|(?![\w%/]|\.\d))/g
const ABOUT_PAIRING =
  /\b(?:predict\w*|forecast|who (?:wins|will win|would win|is going to win)|chances?|probabilit(?:y|ies)|odds|likely|likeliest|scores?|scoreline|goals|beats?|wins?|poiss?on|result|vs?\.?|versus|favou?rites?)(?:\s|$|[?!.,:])/
const OTHER_TOOL =
  /\belos?\b|\b(?:ratings?|rankings?|rate|rank|power ranking|strength|season|simulat\w*|table|standings)\b/
const WINNER_OF =
  /\b(?:who|which (?:team|side)) (?:wins|will win|would win|is (?:going|likely) to win|is (?:the )?favou?rite)\b.{0,60} or \S/
const NEUTRAL = /\bneutral (?:ground|venue|site|field)|\bno home advantage\b/

/**
 * Hears two expected goals ("poisson 1.8 1.1"), or with a results file that has goals a pairing whose chances or score are
 * asked for ("predict Lions vs Tigers").
 */
export function hearScores(said: Utterance): Heard {
  const text = heardText(said)
  if (TOPIC.test(text) && CHANCES.test(text)) {
    const [home, away, third] = [
      ...withoutScore(text)
        .replace(/(\d)-(?=\d)/g, '$1 ')
        .matchAll(NUMBER),
    ].map(Number)
    if (home !== undefined && away !== undefined && third === undefined) {
      return { use: { home_expected_goals: home, away_expected_goals: away } }
    }
  }
  const pairing = pairingFrom(text, said.attachment)
  if (pairing) return { use: pairing }
  const asks = TOPIC.test(text) && CHANCES.test(text) && !asksToUnderstand(text) && asksToCompute(text, TOPIC)
  return asks
    ? { missing: ['the expected goals of both sides, such as 1.8 and 1.1, or a results file and two of its sides'] }
    : null
}

/** "the odds of 2-1 with expected goals 1.6 and 1.2": the score that is asked about is no expectation. */
const withoutScore = (text: string): string =>
  /\d\.\d/.test(text) ? text.replace(/\b(?:of|a|for|score) \d{1,2}-\d{1,2}\b(?!\.)/, ' ') : text

function pairingFrom(said: string, attachment: string | null) {
  if (attachment === null || !isGoalsCsv(attachment)) return null
  const text = WINNER_OF.test(said) ? said.replace(' or ', ' vs ') : said
  if (!namesPairing(text)) return null
  if (OTHER_TOOL.test(text) || !ABOUT_PAIRING.test(text)) return null
  return { csv: attachment, pairing: text, ...(NEUTRAL.test(text) ? { neutral: true } : {}) }
}
