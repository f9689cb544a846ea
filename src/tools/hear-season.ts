import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { heardText } from './heard-text.ts'
import { isResultsCsv, lacksSides } from './match-results.ts'
import { digitsForWords } from './number-words.ts'
import type { Heard, Utterance } from './tool.ts'

const SIMULATE =
  /\bsimulat\w*|\b(?:run|play)\b.{0,40}\b\d[\d,]* times\b|\bsims?\b|\bmonte[ -]?carlo\b|\bproject(?:ed|ions?)? (?:the |our |my )?(?:\w+ )?(?:season|table|standings|league)\b/
const SEASON =
  /\b(?:season|league|title|champions?|championship|standings|table|relegat\w*|top (?:\d{1,2}|four|three|six)|bottom (?:\d{1,2}|two|three)|rest of|remaining|fixtures|final table|matches|games|promotion|playoffs?)\b/
const OUTCOMES: readonly RegExp[] = [
  /\bwho(?:'s| is| are| will be| gets?)? (?:\w+ ){0,2}(?:going down|relegated|promoted)\b/,
  /\bwho(?:'s| is| will| 'll)?(?: going to| gonna| likely to| most likely to)? (?:win|wins|take|takes|get|gets|go|goes|finish|finishes|be)\b.{0,30}\b(?:league|title|season|championship|champions?|first|top|relegat\w*|down|last|top \w+)/,
  /\b(?:chances?|probabilit(?:y|ies)|odds|likelihood|likely|percent\w*)\b.{0,60}\b(?:title|champions?|championship|league|relegat\w*|top (?:\d{1,2}|four|three|six)|bottom (?:\d{1,2}|three)|promotion|first place|win the)/,
  /\b(?:chances?|odds|prob\w{4,9}|likelihood) (?:of|to) (?:finish(?:ing)?|end(?:ing)? up) (?:top|first|last|bottom|second|third|in)\b/,
  /\bprob\w{4,9} (?:of|to) (?:relegat\w*|promot\w*|the title)/,
  /\bseason (?:forecast|prediction|projection|outlook)/,
  /\b(?:title|relegation|promotion|top[ -](?:four|4|six|6)|championship) (?:chances?|odds|race|probabilit(?:y|ies)|battle|picture|forecast)/,
  /\b(?:predict|forecast|project|expected|final|estimate)\w*\b.{0,30}\b(?:final )?(?:table|standings|season|league|points|champion|title|finish)/,
  /\bhow (?:will|does|might) (?:the |this )?(?:season|league) (?:end|finish|play out|look)/,
]
/** What only a file of results can answer. */
const OF_A_LEAGUE =
  /\b(?:simulat\w*|monte[ -]?carlo)\b.{0,60}\b(?:season|league|fixtures)\b|\b(?:title|relegation|promotion) (?:chances?|odds|race)\b|\bwin the (?:league|title|championship)\b|\brelegated\b/
const ABOUT = /^(?:what (?:does|do)|how (?:does|do) .{0,60}\bwork|explain|why)\b/
// Short asks that only a file of results makes clear.
const WHOLE =
  /^(?:who (?:wins|will win|'s going to win|is going to win)(?: it(?: all)?)?|(?:please )?(?:play out|finish|complete) (?:the |my |our )?(?:rest|remaining|season).{0,40}|.{0,40}\bcome out on top\b.{0,40}|(?:playoffs?|play-offs?|promotion|relegation|european|title) (?:chances?|odds|probabilit(?:y|ies)))[?!. ]*$/
const WILL =
  /\b(?:will|can|could|chances?|odds|probability|likely)\b.{0,60}\b(?:win|finish|end(?: up)?|be|go|get|take|stay)\b.{0,20}\b(?:the (?:league|title|championship)|last|first|second|third|top|bottom|down|up|relegated|promoted|champions?|\d{1,2}(?:st|nd|rd|th))\b/
const RUNS =
  /\b(\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d)?) ?(k|thousand)? ?(?:simulated |simulation )?(?:seasons|runs|simulations|times|trials|iterations|sims|x)\b/
const SEED = /\bseed(?: of| is| =|=|:)? ?(\d{1,10})\b/
const TOP = /\btop[ -](\d{1,2})\b/
const BOTTOM = /\b(?:bottom|last|lowest)[ -](\d{1,2})\b/
const WIN_POINTS = /\b(\d) points? (?:for|per|a) (?:a )?win\b/
const DOUBLE = /\bdouble round[ -]robin\b|\bhome and away\b.{0,20}\beach\b|\beach other twice\b/
const SINGLE = /\bsingle round[ -]robin\b|\beach other once\b/
const LISTED = /\b(?:only )?(?:the )?(?:listed|remaining|given) (?:fixtures|matches|games) (?:only|in the file)\b/

/**
 * Hears that a season is to be simulated: with a results file "simulate the rest of the season", "who wins the league",
 * "relegation odds", with runs, seed and places; without one only where it clearly asks, and then for the file.
 */
export function hearSeason(said: Utterance): Heard {
  const text = digitsForWords(heardText(said))
  if (ABOUT.test(text)) return null
  const asks =
    WHOLE.test(text) ||
    WILL.test(text) ||
    (SIMULATE.test(text) && SEASON.test(text)) ||
    OUTCOMES.some((outcome) => outcome.test(text))
  if (!asks && !/^(?:please )?simulate\b/.test(text)) return null
  if (said.attachment !== null && isResultsCsv(said.attachment)) return { use: settings(text, said.attachment) }
  if (said.attachment !== null && lacksSides(said.attachment) && OF_A_LEAGUE.test(text))
    return { use: { csv: said.attachment } }
  const clear =
    SIMULATE.test(text) &&
    SEASON.test(text) &&
    !asksToUnderstand(text) &&
    asksToCompute(text.replace(SIMULATE, 'run the season'), /\bseason\b/)
  return clear
    ? {
        missing: [
          'the results as a CSV file or piped text with the header date,home,away,home_goals,away_goals; matches to come as rows with empty goals',
        ],
      }
    : null
}

function settings(text: string, csv: string): Readonly<Record<string, unknown>> {
  const runs = RUNS.exec(text)
  const [seed, top, bottom, win] = [SEED, TOP, BOTTOM, WIN_POINTS].map((pattern) => pattern.exec(text))
  const remaining = remainingIn(text)
  return {
    csv,
    ...(runs ? { runs: Number(runs[1]?.replaceAll(',', '')) * (runs[2] ? 1_000 : 1) } : {}),
    ...(seed ? { seed: Number(seed[1]) } : {}),
    ...(top ? { top_places: Number(top[1]) } : {}),
    ...(bottom ? { bottom_places: Number(bottom[1]) } : {}),
    ...(win ? { points_for_win: Number(win[1]) } : {}),
    ...(remaining ? { remaining } : {}),
  }
}

function remainingIn(text: string): string | undefined {
  if (SINGLE.test(text)) return 'single-round-robin'
  if (DOUBLE.test(text)) return 'double-round-robin'
  return LISTED.test(text) ? 'listed' : undefined
}
