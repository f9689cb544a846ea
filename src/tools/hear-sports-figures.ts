import { asksToCompute, asksToUnderstand } from './asks-to-compute.ts'
import { heardText } from './heard-text.ts'
import { nameMissing } from './name-missing.ts'
import { digitsForWords } from './number-words.ts'
import type { Heard, Utterance } from './tool.ts'

type Measure =
  | 'era'
  | 'batting-average'
  | 'cricket-average'
  | 'cricket-strike-rate'
  | 'economy-rate'
  | 'per-game'
  | 'success-rate'

interface Pattern {
  readonly measure: Measure
  readonly topic: RegExp
  /** What stands behind each count. */
  readonly amount: RegExp
  readonly over: RegExp
  readonly missing: readonly [string, string]
}

const COUNTED =
  'points?|pts|goals?|assists?|rebounds?|boards|runs|tries|touchdowns?|tds?|yards|tackles|saves|steals|blocks|hits|home runs|homers|strikeouts|wickets|aces|shots|passes|three[- ]pointers|threes'
const N = String.raw`(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,12})?)`
const before = (words: string) =>
  new RegExp(String.raw`${N} ?(?:career |total )?(?:${words})(?![\w]|[- ](?:a|per|each) (?:game|match)\b)`)

const PATTERNS: readonly Pattern[] = [
  {
    measure: 'era',
    topic: /\bera\b|\bearned runs? (?:average|avg)\b|\bearned runs?\b.*\b(?:innings?|ip)\b/,
    amount: before('earned(?: runs?)?|er|runs?'),
    over: before('innings?|ip|inn(?:ings)? pitched'),
    missing: ['the earned runs', 'the innings pitched'],
  },
  {
    measure: 'batting-average',
    topic:
      /\bbatting (?:average|avg|avrg)\b(?!.*\b(?:cricket|outs?|dismissals?|dismissed)\b)|\bhits?\b.*\bat[- ]?bats?\b|\bat[- ]?bats?\b.*\bhits?\b|\bba\b.*\bhits?\b/,
    amount: new RegExp(`${before('hits?|h').source}|${N}(?= (?:for|from|out of) \\d)`),
    over: before('at[- ]?bats?|ab|abs|trips|tries'),
    missing: ['the hits', 'the at bats'],
  },
  {
    measure: 'cricket-average',
    topic: /\b(?:cricket|batting) (?:batting )?(?:average|avg)\b/,
    amount: before('runs?'),
    over: before('(?:times )?outs?|dismissals?|times dismissed'),
    missing: ['the runs', 'how often the batter was out'],
  },
  {
    measure: 'cricket-strike-rate',
    topic: /\b(?:strike|scoring) rate\b/,
    amount: before('runs?|(?=off )'),
    over: before('balls?|deliveries'),
    missing: ['the runs', 'the balls faced'],
  },
  {
    measure: 'economy-rate',
    topic: /\beconomy(?: rate)?\b/,
    amount: before('runs?(?: conceded)?|conceded'),
    over: before('overs?'),
    missing: ['the runs conceded', 'the overs'],
  },
  {
    measure: 'per-game',
    topic: new RegExp(
      String.raw`\b(?:${COUNTED}) (?:per|a|each) (?:game|match)\b|\b[parsb]pg\b|\b(?:per[- ]game|scoring) average\b|\baverag\w*\b.*\b(?:${COUNTED})\b.*\b(?:games?|matches)\b|\b(?:${COUNTED})\b.*\b(?:games?|matches|appearances)\b.*\b(?:averag\w*|per game|per match|a game|each game)\b`,
    ),
    amount: before(`${COUNTED}|(?=(?:in|over|from|across) \\d)`),
    over: before('games?|gms?|matches|appearances|apps|starts'),
    missing: ['the total', 'the number of games'],
  },
]
const RATE_TOPIC =
  /\b(?:free throws?|ft|field goals?|fg|3 ?pt|three[- ]point|shooting|save|completion|pass(?:ing)?|win(?:ning)?|first serve|penalty|conversion)(?: completion)? ?(?:percentage|percent|pct|%|rate)/
const RATE_PAIR =
  /(?<![\w.,/-])(\d{1,5})(?: \w{2,12}){0,3} ?(?:of|out of|from|for|on|in|\/) ?(?:(?:my|our|his|her|their|the|last|past|first) ){0,3}(\d{1,5})(?![\w%]|\.\d)/
/** "made 17 of 23 free throws, whats the pct": what is tried, and a share asked for; what was missed or lost is another share. */
const TRIED =
  /\b(?:free throws?|field goals?|three[- ]?pointers?|threes|shots?|passes|putts?|serves?|penalt(?:y|ies)|kicks?|games|matches|sets)\b/
const SHARE_ASKED = /\b(?:pct|percent\w*|rate|ratio)\b|%/
const MISSED = /\b(?:lost|lose|missed|miss|losses|drew)\b/
const NOT_SPORT = /\b(?:visitors|customers|leads|ctr|clicks|signups|emails|geological|credit score|debt|sales|deals)\b/

/** Hears "era: 14 earned runs in 37 innings", "34 hits in 120 at bats", "points per game 412 in 19 games". */
export function hearSportsFigures(said: Utterance): Heard {
  const text = digitsForWords(heardText(said))
  if (said.attachment !== null || NOT_SPORT.test(text)) return null
  for (const pattern of PATTERNS) {
    if (!pattern.topic.test(text)) continue
    const heard = hearPattern(text, pattern)
    if (heard) return heard
  }
  const isShare = RATE_TOPIC.test(text) || (TRIED.test(text) && SHARE_ASKED.test(text) && !MISSED.test(text))
  const pair = isShare ? RATE_PAIR.exec(text) : null
  return pair ? { use: { measure: 'success-rate', amount: Number(pair[1]), over: Number(pair[2]) } } : null
}

function hearPattern(text: string, pattern: Pattern): Heard {
  const { measure } = pattern
  const { first, second } = countsIn(text, pattern)
  if (first === undefined || second === undefined) return lacking(text, pattern, first, second)
  const unit = measure === 'per-game' ? UNIT.exec(text)?.[0] : undefined
  return {
    use: {
      measure,
      amount: numberOf(first),
      over: measure === 'era' ? inningsOf(second) : numberOf(second),
      ...(unit ? { unit: unit === 'pts' ? 'points' : unit } : {}),
    },
  }
}

/** Each count by the word behind it; where only one has its word, the only other number is the other one. */
function countsIn(text: string, { amount, over }: Pattern) {
  const under = over.exec(text)
  const rest = under ? text.replace(under[0], ' | ') : text
  const top = amount.exec(rest)
  const others = [...rest.matchAll(ANY_NUMBER)].map(([, digits = '']) => digits)
  const first = top?.slice(1).find(Boolean) ?? (under && others.length === 1 ? others[0] : undefined)
  const other = top && others.length === 2 ? others.find((digits) => digits !== first) : undefined
  return { first, second: under?.[1] ?? other }
}

const ANY_NUMBER = new RegExp(`${N}(?![\\w%]|\\.\\d)`, 'g')

function lacking(text: string, pattern: Pattern, first: string | undefined, second: string | undefined): Heard {
  if (pattern.measure === 'per-game') return null
  const isHalf = (first ?? second) !== undefined && !asksToUnderstand(text)
  if (!isHalf && !asksToCompute(text, /\bmy (?:era|batting|strike rate)/)) return null
  return {
    missing: nameMissing([
      [first, pattern.missing[0]],
      [second, pattern.missing[1]],
    ]),
  }
}

const UNIT = new RegExp(`\\b(?:${COUNTED})\\b`)

const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''))

/** 37.1 and 37.2 are thirds of an inning. */
function inningsOf(digits: string): number {
  const [whole, outs] = digits.split('.')
  return outs === '1' || outs === '2' ? Number((Number(whole) + Number(outs) / 3).toPrecision(12)) : numberOf(digits)
}
