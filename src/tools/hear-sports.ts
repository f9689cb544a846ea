import { spokenText } from './spoken-text.ts'
import { leagueIn } from './sport-leagues.ts'
import type { Heard, Utterance } from './tool.ts'

const LONGEST = 160
/** What asks for rules, opinions or arithmetic instead of what is so now. */
const OTHER =
  /\b(?:predict\w*|prediction|who will|explain\w*|mean|means|meaning|convert|conversion|calculate|how do|how does|how are|why|should|rules?|history|works?|implied|american odds|decimal odds|fractional|formula|worth|bet on|tips?|system|strategy|chances? of|odds of|margin|vig|arbitrage|kelly|expected|elo|poisson|csv|average|record|highest|most|ever|all[- ]time|format|scoring|who won the|last (?:year|season)|19\d\d|20\d\d)\b|[+-]\d{3}|\d\.\d|\d\/\d/
const ODDS = /\b(?:odds|betting lines?|moneylines?|bookmaker prices?|bookie prices?|betting prices?)\b/
const ODDS_ALONE =
  /^(?:please |can you |show me |give me |get me |get |show |check |what are |what're |the |live |current |latest |best |today's |tonight's |bookmaker |betting |me )*(?:odds|betting odds)(?: (?:today|tonight|now|right now|please|tomorrow|this weekend|for (?:today|tonight|tomorrow|tonight's games?|today's games?)))*[ ?!.]*$/
const SCORES =
  /\b(?:scores?|scoreline|live results?|results? (?:today|tonight|now)|today's results|who(?:'s| is| are) winning)\b/
const SCORES_ALONE =
  /^(?:please |can you |show me |give me |get me |get |show |check |what are |what is |what's |whats |the |live |current |latest |today's |tonight's |me |any |all )*(?:live (?:scores?|matches|games|results?)|scores?|(?:the )?score)(?: (?:today|tonight|now|right now|please|of the game|of the match|so far))*[ ?!.]*$/
const FOOTBALL = /\b(?:football|soccer)\b/
const LEAGUE = 'the league, such as NBA, NFL, Premier League or Bundesliga'

/** Hears "NBA odds tonight" and "best odds Arsenal vs Chelsea premier league"; what odds are or mean is left alone. */
export function hearOddsNow(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (said.attachment !== null || text.length > LONGEST || OTHER.test(text) || !ODDS.test(text)) return null
  const league = leagueIn(text)
  if (league) return { use: { league: league.key, about: text } }
  if (/\bodds (?:for|on|of) [a-z .'&-]{2,30} (?:vs?\.?|versus|against) [a-z .'&-]{2,30}[ ?!.]*$/.test(text))
    return { missing: [LEAGUE] }
  return ODDS_ALONE.test(text) && !/^(?:what (?:are|is) )?(?:the |betting )*odds[ ?!.]*$/.test(text)
    ? { missing: [LEAGUE] }
    : null
}

/** Hears "NBA scores", "live football scores" and "who is winning the premier league games"; scores in general are left alone. */
export function hearScoresNow(said: Utterance): Heard {
  const text = spokenText(said.text)
  if (said.attachment !== null || text.length > LONGEST || OTHER.test(text)) return null
  const isGame = OF_GAMES.some((game) => game.test(text))
  if (!SCORES.test(text) && !isGame) return null
  if (NO_GAME.test(text)) return null
  const league = leagueIn(text)
  if (league) return { use: { league: league.key, about: text } }
  if (FOOTBALL.test(text)) return { use: { league: 'football', about: text } }
  return isGame || SCORES_ALONE.test(text) ? { missing: [`${LEAGUE}; or football`] } : null
}

/** A game without its league: "whats the score of the arsenal game", "did the lakers win last night". */
const OF_GAMES: readonly RegExp[] = [
  /^(?:please |hey )?(?:wh?at(?:'s|s| is| was) )?(?:the )?(?:current |live |latest |final )?score (?:of|in|for) (?:the |last night's |today's |tonight's )?[a-z .'&-]{2,40} (?:game|match)(?: (?:today|tonight|now|last night|yesterday))?[ ?!.]*$/,
  /^did (?!(?:i|we|he|she|they|you|it|my|our)\b)(?:the )?[a-z .'&-]{3,30} (?:win|lose)(?: (?:today|tonight|last night|yesterday))?[ ?!.]*$/,
  /^live (?:football|soccer)[ ?!.]*$/,
]
/** Scores of another kind, and what else is won: elections, prizes, cases. */
const NO_GAME =
  /\b(?:trump|biden|harris|obama|putin|macron|president|prime minister|elections?|votes?|voters?|ballot|referendum|senate|congress|parliament|republicans?|democrats?|labour|tor(?:y|ies)|conservatives|governor|mayor|oscars?|grammys?|nobel|lottery|lotto|jackpot|lawsuit|court|trial|case|war|battle|eurovision|credit|apgar|test|exam|risk|iq|sleep|fico|essay|calcium|nps|satisfaction|tennis scores?|golf|fantasy)\b/
