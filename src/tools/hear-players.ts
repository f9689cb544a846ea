import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { heardText } from './heard-text.ts'
import { isPlayerCsv } from './player-table.ts'
import type { Heard, Utterance } from './tool.ts'

const COMPARE =
  /\bcompar\w*\b|\b(?:vs?\.?|versus|against)\s|\bside by side\b|\bbetter\b.{0,40}\bor\b|\b(?:better|worse) than\b|\bhead[ -]to[ -]head\b/i
const TOPIC =
  /\bplayers?\b|\bnumbers\b|\bfigures\b|\baverag\w*|\bstats?\b|\bstatistics\b|\bform\b|\bper (?:game|match|90|36|48)\b|\blast (?:5|five)\b|\bbest\b|\bworst\b|\btop\b|\bleads?\b|\bleaders?\b|\bscorers?\b|\bscor(?:es?|ed|ing)\b|\bconsisten\w*|\bdeviation\b|\bsteady\b|\bgame log\b|\bperform\w*|\bdoing\b|\bplaying\b|\bseason\b|\banaly[sz]e\b|\bsummari[sz]e\b|\bsummary\b|\bbreak ?down\b|\brank\b|\bhow (?:good|is|are|has|have)\b|\bhigh(?:est)?\b|\bmost\b|\bmvp\b|\btrend\w*|\bstreak\b/
const ABOUT = /^(?:what (?:does|do)|how (?:does|do) .{0,60}\bwork|explain|why|should)\b/
const EVERYBODY = /\b(?:players|all|everyone|everybody|them|these|both|each)\b/i
const PER = /\bper (90|36|48|40|60|80)\b/

/** Hears that lines of players are to be looked at; with such a file almost any words that touch it will do. */
export function hearPlayers(said: Utterance): Heard {
  const text = heardText(said)
  if (said.attachment !== null && isPlayerCsv(said.attachment)) {
    if (ABOUT.test(text)) return null
    if (!TOPIC.test(text) && !COMPARE.test(text) && !sharesWord(text, said.attachment)) return null
    const per = PER.exec(text)
    return { use: { csv: said.attachment, about: text, ...(per ? { per_minutes: Number(per[1]) } : {}) } }
  }
  const asks = /\bplayer(?:s|'s)? (?:lines?|stats?|averages?|form|file|csv|game logs?)\b/
  return said.attachment === null &&
    !asksToUnderstand(text) &&
    asksToCompute(text.replace(/\b(?:analy[sz]e|compare|summari[sz]e)\b/, 'calculate'), asks)
    ? { missing: ['the player lines as a CSV file or piped text, one row a game: player,date,minutes,points,assists'] }
    : null
}

/** True when a word of four letters or more stands in the file too: "Doncic?", "mean points". */
function sharesWord(text: string, csv: string): boolean {
  const words = (said: string) =>
    said
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  const known = new Set(words(csv.slice(0, MOST_SCANNED)))
  return words(text).some((word) => known.has(word))
}

const MOST_SCANNED = 100_000

/** True when two named players are to stand side by side; false for "compare all players". */
export const comparesNamed = (about: string): boolean => COMPARE.test(about) && !EVERYBODY.test(about)
