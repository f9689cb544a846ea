/** A league; `key` is what The Odds API calls it, such as `basketball_nba`. */
interface League {
  readonly key: string
  readonly title: string
}

/** The last is the country and the name by which API-Football has it, for football leagues. */
const LEAGUES: ReadonlyArray<readonly [said: RegExp, key: string, title: string, football?: string]> = [
  [/\bwnba\b/, 'basketball_wnba', 'WNBA'],
  [/\bnba\b/, 'basketball_nba', 'NBA'],
  [/\beuroleague\b/, 'basketball_euroleague', 'Basketball Euroleague'],
  [/\b(?:ncaab|college basketball|march madness)\b/, 'basketball_ncaab', 'NCAAB'],
  [/\b(?:ncaaf|college football)\b/, 'americanfootball_ncaaf', 'NCAAF'],
  [/\b(?:nfl|super bowl|american football)\b/, 'americanfootball_nfl', 'NFL'],
  [/\b(?:mlb|baseball)\b/, 'baseball_mlb', 'MLB'],
  [/\b(?:nhl|ice hockey)\b/, 'icehockey_nhl', 'NHL'],
  [/\b(?:premier league|prem|epl)\b/, 'soccer_epl', 'Premier League', 'England, Premier League'],
  [/\b(?:efl|english) championship\b/, 'soccer_efl_champ', 'Championship', 'England, Championship'],
  [/\bla ?liga\b/, 'soccer_spain_la_liga', 'La Liga', 'Spain, La Liga'],
  [/\b(?:2\.|2|second|zweite) bundesliga\b/, 'soccer_germany_bundesliga2', '2. Bundesliga', 'Germany, 2. Bundesliga'],
  [/\bbundesliga\b/, 'soccer_germany_bundesliga', 'Bundesliga', 'Germany, Bundesliga'],
  [/\bserie a\b/, 'soccer_italy_serie_a', 'Serie A', 'Italy, Serie A'],
  [/\bligue (?:1|one|un)\b/, 'soccer_france_ligue_one', 'Ligue 1', 'France, Ligue 1'],
  [/\beredivisie\b/, 'soccer_netherlands_eredivisie', 'Eredivisie', 'Netherlands, Eredivisie'],
  [
    /\b(?:champions league|ucl)\b/,
    'soccer_uefa_champs_league',
    'UEFA Champions League',
    'World, UEFA Champions League',
  ],
  [
    /\bconference league\b/,
    'soccer_uefa_europa_conference_league',
    'UEFA Europa Conference League',
    'World, UEFA Europa Conference League',
  ],
  [/\beuropa league\b/, 'soccer_uefa_europa_league', 'UEFA Europa League', 'World, UEFA Europa League'],
  [/\bmls\b/, 'soccer_usa_mls', 'Major League Soccer', 'USA, Major League Soccer'],
  [/\bworld cup\b/, 'soccer_fifa_world_cup', 'World Cup', 'World, World Cup'],
  [/\b(?:ufc|mma)\b/, 'mma_mixed_martial_arts', 'MMA'],
  [/\bboxing\b/, 'boxing_boxing', 'Boxing'],
  [/\bipl\b/, 'cricket_ipl', 'IPL'],
  [/\bafl\b/, 'aussierules_afl', 'AFL'],
  [/\bnrl\b/, 'rugbyleague_nrl', 'NRL'],
]

/** The league that a sentence in lower case names, or undefined. */
export function leagueIn(text: string): League | undefined {
  const [, key, title] = LEAGUES.find(([said]) => said.test(text)) ?? []
  return key && title ? { key, title } : undefined
}

/** What people call a league by its key: "basketball_nba" → "NBA"; the key itself where it has no other name here. */
export const leagueTitle = (key: string): string => LEAGUES.find(([, known]) => known === key)?.[2] ?? key

/** How API-Football calls a football league: "soccer_epl" → "England, Premier League"; null when it is none or not known. */
export const footballLeague = (key: string): string | null => LEAGUES.find(([, known]) => known === key)?.[3] ?? null
